/* The rules over one text: HTML, links, alphabets, invisible signs and personal data. Patterns, lists and sentences come
   from the Python package as data (formulierregels.js); only how they are put together is written again here, and a test
   holds it against Python over one corpus. What only a CommonMark renderer can know is estimated. Pure. */
(function () {
  "use strict";

  var WATWERKT = (window.WATWERKT = window.WATWERKT || {});
  var regels = WATWERKT.formulier;
  var MEEST_PER_TEKST = 5;
  var MEEST_TEKST = 12000;
  var ALFABETTEN = ["Greek", "Cyrillic", "Armenian", "Hebrew", "Arabic", "Georgian", "Cherokee", "Hangul", "Hiragana", "Katakana", "Han", "Thai", "Devanagari", "Coptic"];

  var patronen = {};
  Object.keys(regels.patronen).forEach(function (naam) {
    var p = regels.patronen[naam];
    patronen[naam] = new RegExp(p.bron, p.vlaggen + "g");
  });

  function zin(sleutel, feiten) {
    return regels.zinnen[sleutel].replace(/\{(\w+)\}/g, function (heel, naam) {
      return feiten && Object.hasOwn(feiten, naam) ? String(feiten[naam]) : heel;
    });
  }

  function alle(naam, tekst) {
    return Array.from(tekst.matchAll(patronen[naam]));
  }

  function past(naam, tekst) {
    patronen[naam].lastIndex = 0;
    return patronen[naam].test(tekst);
  }

  /* Shortened for a message, with what nobody sees made visible. */
  function kort(tekst, grens) {
    var tekens = Array.from(tekst);
    var most = grens || 40;
    if (tekens.length > most) tekens = tekens.slice(0, most - 1).concat("…");
    return tekens.map(function (c) {
      return c === " " || !/[\p{C}\p{Z}]/u.test(c) ? c : "\\u" + c.codePointAt(0).toString(16).padStart(4, "0");
    }).join("");
  }

  function slip(code, stuk, feiten, sleutel) {
    return { code: code, stuk: stuk, boodschap: zin(sleutel || code, feiten) };
  }

  /* ---- Signs and alphabets ---- */

  function tekennaam(teken) {
    var punt = teken.codePointAt(0);
    var reeks = regels.tekens.reeksen.find(function (r) { return r[0] <= punt && punt <= r[1]; });
    var naam = regels.tekens.namen[punt] || (reeks ? reeks[2] : regels.tekens.anders);
    return naam + " (U+" + punt.toString(16).toUpperCase().padStart(4, "0") + ")";
  }

  function onzichtbaar(tekst) {
    return alle("verdacht", tekst).slice(0, 3).map(function (m) {
      return slip(m[0].codePointAt(0) < 0xa0 ? "WW105" : "WW106", m[0], { teken: tekennaam(m[0]) }, "teken");
    });
  }

  function alfabet(teken) {
    if (!/\p{L}/u.test(teken)) return "";
    if (/\p{Script=Latin}/u.test(teken)) return /[\uff21-\uff5a]/.test(teken) ? "Fullwidth" : "Latin";
    return ALFABETTEN.find(function (naam) { return new RegExp("\\p{Script=" + naam + "}", "u").test(teken); }) || (/\p{Script=Common}/u.test(teken) ? "" : "Anders");
  }

  function gemengd(tekst) {
    if (!past("anderAlfabet", tekst)) return [];
    return (tekst.match(/[\p{L}\p{Nl}\p{No}]+/gu) || []).filter(function (woord) {
      return past("anderAlfabet", woord) && new Set(Array.from(woord, alfabet).filter(Boolean)).size > 1;
    }).map(function (woord) {
      var vreemd = Array.from(woord).find(function (c) { return ["Latin", ""].indexOf(alfabet(c)) < 0; });
      return slip("WW505", woord, { woord: kort(woord), teken: vreemd, nummer: vreemd.codePointAt(0).toString(16).toUpperCase().padStart(4, "0"), naam: alfabet(vreemd) });
    });
  }

  function losAccent(tekst) {
    if (tekst === tekst.normalize("NFC")) return [];
    var woord = tekst.split(/\s+/).find(function (deel) { return deel !== deel.normalize("NFC"); }) || "";
    return [slip("WW506", woord, { woord: kort(woord).normalize("NFC") })];
  }

  /* ---- HTML and links ---- */

  function html(tekst) {
    return alle("html", tekst).slice(0, 1).map(function (m) { return slip("WW501", m[0], { stuk: kort(m[0]) }); });
  }

  function zonderCode(tekst) {
    return tekst.replace(/^( {0,3})(```+|~~~+)[\s\S]*?(?:\n {0,3}\2|$(?![\s\S]))/gm, "").replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, "").replace(/\\[!-/:-@[-`{-~]/g, "");
  }

  function entiteiten(tekst) {
    return tekst.replace(/&#(?:x([0-9a-f]+)|([0-9]+));/gi, function (heel, hex, tien) {
      var punt = hex ? parseInt(hex, 16) : Number(tien);
      return punt > 0 && punt <= 0x10ffff ? String.fromCodePoint(punt) : heel;
    }).replace(/&colon;/g, ":").replace(/&Tab;|&NewLine;/g, "");
  }

  function foutDoel(doel) {
    var schema = /^([^:]*):/.exec(entiteiten(doel));
    if (schema && regels.schemas.indexOf(schema[1].toLowerCase()) >= 0) return null;
    return slip("WW502", doel, { doel: kort(doel) }, doel ? "WW502 link" : "WW502 leeg");
  }

  function opmaak(tekst) {
    var kaal = zonderCode(tekst);
    var uit = [];
    var rauw = /<(?!(?:https?:\/\/|mailto:)[^\s<>]*>|[^\s<>@]+@[^\s<>]+>)(?:\/?[A-Za-z][^<>]*>|!--|\?|![A-Z]|(?:script|pre|style|textarea|iframe)(?:\s|>|$))/i.exec(kaal);
    if (rauw) {
      var stuk = /<[A-Za-z/!?][^<>]{0,60}>?/.exec(kaal.slice(rauw.index));
      uit.push(slip("WW501", stuk[0], { stuk: kort(stuk[0]) }));
    }
    if (/!\[[^\]]*\][([]/.test(kaal)) uit.push(slip("WW504", "!["));
    var zonder = kaal.replace(/!\[[^\]]*\]\([^)]*\)/g, "");
    Array.from(zonder.matchAll(/\[[^\]]*\]\(\s*<?([^)\s>]*)[^)]*\)/g)).forEach(function (m) { uit.push(foutDoel(m[1])); });
    Array.from(zonder.matchAll(/^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)/gm)).forEach(function (m) { uit.push(foutDoel(m[1])); });
    return uit.filter(Boolean);
  }

  function schemas(tekst) {
    return alle("schema", tekst).map(function (m) { return slip("WW502", m[0], { stuk: kort(m[0]) }); });
  }

  function alleenCijfers(naam) {
    return /^[0-9.x]+$/.test(naam) || /^\[?[0-9a-f:.]*:[0-9a-f:.]*\]?$/i.test(naam);
  }

  /* Why an address is not a plain public one, as a key of the sentences; empty when it is. */
  function nietOpenbaar(adres) {
    if (Array.from(adres).length > regels.maxUrl) return "adres lang";
    var plek = adres.replace(/^https?:\/\//i, "").split(/[/?#]/)[0];
    var delen = plek.split("@");
    var naam = delen.pop();
    var haken = /^(\[[^\]]*\])(?::(.*))?$/.exec(naam);
    var poort = haken ? haken[2] : naam.split(":")[1];
    var gastheer = haken ? haken[1] : naam.split(":")[0];
    if (/[[\]]/.test(gastheer.replace(/^\[[0-9a-f:.]+\]$/i, "")) || (poort && (!/^[0-9]+$/.test(poort) || Number(poort) > 65535))) return "adres onleesbaar";
    if (delen.length) return "adres gebruiker";
    if (poort) return "adres poort";
    if (alleenCijfers(gastheer)) return "adres cijfers";
    var host = new RegExp("^(?:" + regels.patronen.host.bron + ")$", regels.patronen.host.vlaggen);
    if (!host.test(gastheer.toLowerCase())) return "adres naam";
    return regels.verkorters.indexOf(gastheer.toLowerCase()) >= 0 ? "adres verkort" : "";
  }

  function adressen(tekst) {
    return alle("adres", tekst).map(function (m) {
      var adres = m[0].replace(/[.,;:!?)\]}*_]+$/, "");
      var reden = nietOpenbaar(adres);
      return reden ? slip("WW503", adres, { adres: kort(adres, 60), reden: zin(reden, { grens: regels.maxUrl }) }) : null;
    }).filter(Boolean);
  }

  /* ---- Personal data ---- */

  function zonderCodes(tekst) {
    return tekst.replace(patronen.geenPersoon, function (heel) { return "\u25af".repeat(heel.length); });
  }

  function gemaskeerd(tekst) {
    return tekst.slice(0, 2) + (tekst.length < 30 ? "•".repeat(Math.max(3, tekst.length - 2)) : "•••");
  }

  function email(tekst) {
    var gespeld = past("gespeldeApenstaart", tekst) ? alle("gespeldeEmail", tekst) : [];
    return alle("email", tekst).concat(gespeld).map(function (m) {
      var naam = m[1] || m[3];
      if (regels.rolnamen.indexOf(naam.toLowerCase().split(/[._+\-\d]/)[0]) >= 0) return null;
      return slip("WW510", m[0], { begin: naam[0], domein: (m[2] || m[4]).replace(patronen.gespeldePunt, ".") });
    }).filter(Boolean);
  }

  /* Whether a row of digits is a telephone number of a person or an office, by the plans of the countries that we know. */
  function isTelefoon(stuk) {
    var cijfers = stuk.replace(/[^0-9+]/g, "");
    if (cijfers.length < regels.gebeld.minst || cijfers.length > regels.gebeld.meest || alle("losCijfer", stuk).length > regels.gebeld.los) return false;
    var land = "31";
    var eigen = cijfers.replace(/^0/, "");
    if (/^(?:\+|00)/.test(cijfers)) {
      cijfers = cijfers.replace(/^(?:\+|00)/, "");
      land = Object.keys(regels.telefoon).filter(function (code) { return cijfers.startsWith(code); }).sort(function (a, b) { return b.length - a.length; })[0];
      if (!land) return false;
      eigen = cijfers.slice(land.length);
      if (/\(0\)/.test(stuk) || (eigen[0] === "0" && land !== "39")) eigen = eigen.replace(/^0/, "");
    }
    var soort = regels.telefoon[land].find(function (rij) { return new RegExp("^(?:" + rij[1] + ")$").test(eigen); });
    return Boolean(soort) && !soort[0];
  }

  /* The number in a row of digits: all of it, a part between wide gaps, or its first words. */
  function telefoonIn(rij) {
    var begin = alle("gat", rij).reverse().map(function (m) { return rij.slice(0, m.index); });
    var gevonden = [rij].concat(rij.split(patronen.delen), begin).find(isTelefoon);
    return gevonden ? gevonden.replace(/[^0-9]+$/, "") : "";
  }

  function telefoon(tekst) {
    var kaal = zonderCodes(tekst);
    var uit = [];
    patronen.gebeld.lastIndex = 0;
    for (var keer = 0, m; keer < regels.gebeld.keer && (m = patronen.gebeld.exec(kaal)); keer += 1) {
      var stuk = telefoonIn(m[0]);
      patronen.gebeld.lastIndex = m.index + (stuk ? m[0].indexOf(stuk) + stuk.length : 1);
      if (stuk) uit.push(slip("WW511", stuk, { stuk: gemaskeerd(stuk) }));
    }
    return uit;
  }

  function elfproef(tekst) {
    var cijfers = tekst.replace(/\D/g, "").padStart(9, "0");
    if (cijfers.length !== 9 || new Set(tekst.replace(/\D/g, "")).size < 2 || !Number(cijfers)) return false;
    var som = -Number(cijfers[8]);
    for (var i = 0; i < 8; i += 1) som += Number(cijfers[i]) * (9 - i);
    return som % 11 === 0;
  }

  function burgernummer(tekst) {
    var kaal = zonderCodes(tekst);
    var zeker = new Set();
    var uit = [];
    alle("bsnWoord", kaal).forEach(function (woord) {
      var laag = Math.max(0, woord.index - regels.nabij);
      var hoog = Math.min(kaal.length, woord.index + woord[0].length + regels.nabij);
      alle("gegroepeerd", kaal.slice(0, hoog)).forEach(function (m) {
        if (m.index < laag || zeker.has(m.index) || !elfproef(m[0])) return;
        zeker.add(m.index);
        uit.push(slip("WW512", m[0], { stuk: gemaskeerd(m[0]) }));
      });
    });
    alle("negen", kaal).forEach(function (m) {
      if (!zeker.has(m.index) && elfproef(m[0])) uit.push(slip("WW513", m[0], { stuk: gemaskeerd(m[0]) }));
    });
    return uit;
  }

  function huisadres(tekst) {
    return alle("postcode", tekst).filter(function (m) {
      if (regels.afkortingen.indexOf(m[0].slice(-2)) >= 0 && /^(?:19|20)/.test(m[0])) return false;
      var voor = tekst.slice(Math.max(0, m.index - 30), m.index);
      var na = tekst.slice(m.index + m[0].length, m.index + m[0].length + 15);
      return past("nummerVoor", voor) || past("nummerNa", na);
    }).map(function (m) { return slip("WW514", m[0], { begin: m[0].slice(0, 4) }); });
  }

  /* ISO 13616: letters become numbers, the first four signs go to the end, the rest after dividing by 97 is 1. */
  function isIban(tekst) {
    var dicht = tekst.replace(/[ -]/g, "").toUpperCase();
    var lang = regels.ibanlengtes[dicht.slice(0, 2)];
    if (dicht.length < 15 || dicht.length > 34 || (lang && dicht.length !== lang)) return false;
    var rest = 0;
    (dicht.slice(4) + dicht.slice(0, 4)).split("").forEach(function (c) {
      String(parseInt(c, 36)).split("").forEach(function (cijfer) { rest = (rest * 10 + Number(cijfer)) % 97; });
    });
    return rest === 1;
  }

  function rekening(tekst) {
    return alle("iban", tekst).map(function (m) {
      var over = regels.ibanlengtes[m[0].slice(0, 2)] || m[0].length;
      var eind = 0;
      while (over && eind < m[0].length) {
        if (m[0][eind] !== " ") over -= 1;
        eind += 1;
      }
      var stuk = m[0].slice(0, eind);
      return isIban(stuk) ? slip("WW515", stuk, { begin: stuk.slice(0, 4) }) : null;
    }).filter(Boolean);
  }

  var OVERAL = [onzichtbaar, gemengd, losAccent, adressen, email, telefoon, burgernummer, huisadres, rekening];

  /* `metOpmaak`: the text is CommonMark. Gives [{code, stuk: literal piece, boodschap}]. */
  function tekstregels(tekst, metOpmaak) {
    var stuk = tekst.slice(0, MEEST_TEKST);
    return (metOpmaak ? [opmaak] : [html, schemas]).concat(OVERAL).flatMap(function (regel) { return regel(stuk).slice(0, MEEST_PER_TEKST); });
  }

  /* Text that came along with copying: invisible signs go, loose accents join their letter. */
  function schoon(tekst) {
    return tekst.replace(/[\u2028\u2029\u000b\u000c]/g, "\n").replace(patronen.verdacht, function (teken) {
      return teken === "\ufffd" ? teken : "";
    }).normalize("NFC");
  }

  WATWERKT.schoon = schoon;
  WATWERKT.tekstregels = tekstregels;
  WATWERKT.zin = zin;
  WATWERKT.kort = kort;
})();
