/* A record as the text of its file (YAML), in the order and style of content/praktijken: fields in the order of the
   models, long texts folded, quotes only where YAML needs them. Pure: data in, text out; whatever the text says, the
   reader of records gives the same data back. */
(function () {
  "use strict";

  var WATWERKT = (window.WATWERKT = window.WATWERKT || {});
  var BREED = 86;
  var VOUW = 60;
  var EERSTE = "# yaml-language-server: $schema=../../schemas/";
  /* What YAML takes for something else than text when it has no quotes. */
  var ANDERS = /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|yes|no|on|off|y|n|[-+]?\.?[0-9][0-9_,.:]*(?:[eE][-+]?[0-9]+)?|0[xob][0-9a-fA-F_]+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|<<|=)$/;
  /* Signs with a meaning of their own at the start of a text, and what ends or cuts off a text without quotes. */
  var TEKENS = /^[-?:,[\]{}#&*!|>'"%@`]|^\.\.\.|: |:$| #|[\t\r\n]/;
  /* Signs that a reader of the file would not see, or that YAML takes for the end of a line. */
  var ONZICHTBAAR = /[\p{C}\p{Zl}\p{Zp}]/u;
  var DATUM = /^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$/;

  function lengte(tekst) {
    return Array.from(tekst).length;
  }

  /* JSON is YAML, but for invisible signs that JSON leaves as they are. */
  function citaat(tekst) {
    return JSON.stringify(tekst).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, function (teken) {
      var punt = teken.codePointAt(0);
      return punt > 0xffff ? "\\U" + punt.toString(16).padStart(8, "0") : "\\u" + punt.toString(16).padStart(4, "0");
    });
  }

  function kaal(tekst) {
    return tekst !== "" && tekst === tekst.trim() && !ONZICHTBAAR.test(tekst) && !TEKENS.test(tekst) &&
      (DATUM.test(tekst) ? tekst.indexOf("-") > 0 : !ANDERS.test(tekst));
  }

  /* A number that would be text with an exponent: 1e-7 becomes 0.0000001. */
  function getal(waarde) {
    var tekst = String(waarde);
    var delen = /^(-?)([0-9])(?:\.([0-9]+))?e([-+][0-9]+)$/.exec(tekst);
    if (!delen) return tekst;
    var cijfers = delen[2] + (delen[3] || "");
    var plek = Number(delen[4]) + 1;
    if (plek <= 0) return delen[1] + "0." + "0".repeat(-plek) + cijfers;
    return delen[1] + cijfers.padEnd(plek, "0") + (cijfers.length > plek ? "." + cijfers.slice(plek) : "");
  }

  /* Lines that end with the word that passes BREED, broken only at a single space between two words. Lines at the
     beginning and the end that the text had before (`oud`) stay. */
  function gevouwen(tekst, inspringing, oud) {
    var regels = [];
    var einde = [];
    var regel = "";
    while (oud.length && tekst.startsWith(oud[0] + " ")) {
      tekst = tekst.slice(oud[0].length + 1);
      regels.push(oud.shift());
    }
    while (oud.length && tekst.endsWith(" " + oud[oud.length - 1])) {
      tekst = tekst.slice(0, -oud[oud.length - 1].length - 1);
      einde.unshift(oud.pop());
    }
    tekst.split(/(?<=\S) (?=\S)/).forEach(function (woord) {
      if (regel && inspringing + lengte(regel) > BREED) {
        regels.push(regel);
        regel = woord;
      } else regel = regel ? regel + " " + woord : woord;
    });
    return regels.concat(regel, einde);
  }

  function blok(teken, regels, in_) {
    return teken + regels.map(function (regel) { return regel ? "\n" + in_ + regel : "\n"; }).join("");
  }

  /* Whether a text can stand in a block as it is: no sign that needs an escape, no line of only spaces or that begins
     with a hard one. */
  function kanBlok(tekst) {
    return !ONZICHTBAAR.test(tekst.replace(/\n/g, "")) && !/^[ \n]|\n$|(^|\n) +(\n|$)|(^|\n) *\u00a0/.test(tekst);
  }

  function tekstwaarde(tekst, inspringing, oud) {
    var in_ = " ".repeat(inspringing);
    if (tekst.indexOf("\n") < 0) {
      if (lengte(tekst) > VOUW && / /.test(tekst) && kanBlok(tekst) && !/ $/.test(tekst)) return blok(">-", gevouwen(tekst, inspringing, oud), in_);
      return kaal(tekst) ? tekst : citaat(tekst);
    }
    return kanBlok(tekst) ? blok("|-", tekst.split("\n"), in_) : citaat(tekst);
  }

  function sleutel(naam) {
    return naam === "n" || (kaal(naam) && lengte(naam) < 120) ? naam : citaat(naam);
  }

  function isGroep(waarde) {
    return waarde !== null && typeof waarde === "object" && !Array.isArray(waarde);
  }

  function gelijk(een, ander) {
    if (een === ander) return true;
    if (een === null || ander === null || typeof een !== "object" || typeof ander !== "object" || Array.isArray(een) !== Array.isArray(ander)) return false;
    var namen = Object.keys(een);
    return namen.length === Object.keys(ander).length && namen.every(function (naam) { return Object.hasOwn(ander, naam) && gelijk(een[naam], ander[naam]); });
  }

  function leeg(waarde) {
    return (Array.isArray(waarde) && !waarde.length) || (isGroep(waarde) && !Object.keys(waarde).length);
  }

  /* The names in a group in the order of its model or of the rubric; names that nobody knows come last. */
  function volgorde(groep, vorm) {
    var bekend = vorm.volgorde || [];
    var eigen = Object.keys(groep);
    return bekend.filter(function (naam) { return Object.hasOwn(groep, naam); })
      .concat(eigen.filter(function (naam) { return bekend.indexOf(naam) < 0; }));
  }

  function enkel(waarde, inspringing, toen) {
    if (typeof waarde === "string") return tekstwaarde(waarde, inspringing, toen ? toen.vouw() : []);
    if (typeof waarde === "number") return getal(waarde);
    if (leeg(waarde)) return Array.isArray(waarde) ? "[]" : "{}";
    return String(waarde);
  }

  /* A value behind its name or dash, unless the file said the same before: then it stays as it was. */
  function bewaard(toen, waarde, inspringing, maak) {
    if (toen && gelijk(toen.waarde, waarde)) return toen.tekst(inspringing);
    return (toen ? toen.kop(inspringing) : "") + maak();
  }

  /* Lines of a group at an indent; the first may follow a dash. `eerder` is the piece of yamlbehoud.js that it came from. */
  function groepregels(groep, vorm, inspringing, eerder) {
    var stukken = eerder ? eerder.velden() : new Map();
    return volgorde(groep, vorm).map(function (naam) {
      var waarde = groep[naam];
      var toen = stukken.get(naam);
      return bewaard(toen, waarde, inspringing, function () {
        var begin = sleutel(naam) + ":";
        var binnen = vorm.binnen ? vorm.binnen(naam) : {};
        if (waarde !== null && typeof waarde === "object" && !leeg(waarde)) return begin + "\n" + inhoud(waarde, binnen, inspringing + 2, toen);
        return begin + " " + enkel(waarde, inspringing + 2, toen);
      });
    }).join("\n" + " ".repeat(inspringing));
  }

  function inhoud(waarde, vorm, inspringing, eerder) {
    var in_ = " ".repeat(inspringing);
    if (!Array.isArray(waarde)) return in_ + groepregels(waarde, vorm, inspringing, eerder);
    var binnen = vorm.onderdeel || {};
    var stukken = eerder ? eerder.onderdelen(waarde) : [];
    return waarde.map(function (deel, plek) {
      return in_ + bewaard(stukken[plek], deel, inspringing, function () {
        if (isGroep(deel) && !leeg(deel)) return "- " + groepregels(deel, binnen, inspringing + 2, stukken[plek]);
        if (Array.isArray(deel) && !leeg(deel)) return "-\n" + inhoud(deel, binnen, inspringing + 2);
        return "- " + enkel(deel, inspringing + 2, stukken[plek]);
      });
    }).join("\n");
  }

  /* The order of the fields, from the models: {volgorde, binnen(naam), onderdeel}. */
  function vormVan(veld, regels, rubriek) {
    if (!veld) return {};
    if (veld.model) {
      var velden = regels.modellen[veld.model];
      return {
        volgorde: velden.map(function (v) { return v.naam; }),
        binnen: function (naam) { return vormVan(velden.find(function (v) { return v.naam === naam; }), regels, rubriek); }
      };
    }
    if (veld.soort === "lijst") return { onderdeel: vormVan(veld.onderdeel, regels, rubriek) };
    if (veld.soort !== "kaart") return {};
    return {
      volgorde: rubriek.dimensies.map(function (d) { return d.id; }),
      binnen: function (naam) {
        var dimensie = rubriek.dimensies.find(function (d) { return d.id === naam; });
        return {
          volgorde: dimensie ? dimensie.criteria.map(function (c) { return c.id; }) : [],
          binnen: function () { return vormVan({ model: "Oordeel" }, regels, rubriek); }
        };
      }
    };
  }

  /* `soort` is the name of the model: "Praktijk" or "Bron"; `eerder` the whole of a file from yamlbehoud.js. */
  function yamltekst(record, soort, regels, rubriek, eerder) {
    var kop = eerder && eerder.hoofd ? eerder.hoofd : EERSTE + soort.toLowerCase() + ".schema.json\n";
    if (leeg(record)) return kop;
    return kop + groepregels(record, vormVan({ model: soort }, regels, rubriek), 0, eerder) + "\n";
  }

  /* A key for a title: `Buurt & co 2.0` becomes `buurt-co-2-0`. */
  function sleutelVan(titel) {
    var delen = String(titel).normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().match(/[a-z0-9]+/g) || [];
    return delen.slice(0, 12).join("-").slice(0, 80).replace(/-$/, "");
  }

  /* A part of a record without its name, for what the form cannot show otherwise. */
  function los(waarde) {
    return waarde !== null && typeof waarde === "object" && !leeg(waarde) ? inhoud(waarde, {}, 0) : enkel(waarde, 2);
  }

  WATWERKT.isGroep = isGroep;
  WATWERKT.gelijk = gelijk;
  WATWERKT.yamltekst = yamltekst;
  WATWERKT.yamldeel = los;
  WATWERKT.sleutelVan = sleutelVan;
})();
