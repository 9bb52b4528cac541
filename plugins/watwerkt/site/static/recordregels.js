/* The checks of `watwerkt check` that a browser can do on one record: the same codes and sentences, from data that the
   Python package made (formulierregels.js). A test holds the findings against Python. Pure: data in, findings out. */
(function () {
  "use strict";

  var WATWERKT = (window.WATWERKT = window.WATWERKT || {});
  var regels = WATWERKT.formulier;
  var rubriek = WATWERKT.rubriek;
  var zin = WATWERKT.zin;
  var kort = WATWERKT.kort;
  var ONBEKEND = "onbekend";
  var DUIZEND = /^-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+$/;
  var vormen = new Map();
  Object.keys(regels.vormen).forEach(function (patroon) {
    var vorm = regels.vormen[patroon];
    vormen.set(patroon, Object.assign({ past: new RegExp(vorm.bron, vorm.vlaggen) }, vorm));
  });
  var bekenden = new Map(Object.keys(regels.lijsten).map(function (naam) {
    return [naam, new Set(regels.lijsten[naam].termen.map(function (term) { return term[0]; }))];
  }));

  function isGroep(waarde) {
    return waarde !== null && typeof waarde === "object" && !Array.isArray(waarde);
  }

  function opsomming(delen, woord) {
    return delen.length < 2 ? delen.join("") : delen.slice(0, -1).join(", ") + " " + woord + " " + delen[delen.length - 1];
  }

  function sleutels(namen, woord) {
    return opsomming(namen.map(function (naam) { return "`" + naam + "`"; }), woord);
  }

  function getoond(waarde) {
    if (typeof waarde === "string") return "`" + kort(waarde) + "`";
    if (Array.isArray(waarde)) return "een lijst";
    return isGroep(waarde) ? "een groep velden" : "`" + JSON.stringify(waarde) + "`";
  }

  function pad(stappen) {
    return stappen.map(function (stap, plek) { return typeof stap === "number" ? "[" + stap + "]" : (plek ? "." : "") + stap; }).join("");
  }

  function Controle(record, eigen) {
    this.soepel = record.record_status === "concept" ? null : Object.hasOwn(regels.uitzonderingen, record.id) ? regels.uitzonderingen[record.id] : [];
    this.bevindingen = [];
    this.fout = false;
    this.eigen = eigen;
  }

  Controle.prototype.meld = function (code, stappen, boodschap, advies, mist) {
    var regel = regels.codes[code];
    if (regel.niveau === "fout") this.fout = true;
    // a stricter rule only warns in a draft and where an exception was granted, as in knowledge/ratchet.py
    var zacht = regel.strenger && (!this.soepel || this.soepel.indexOf(code) >= 0);
    this.bevindingen.push({ code: code, niveau: zacht ? "waarschuwing" : regel.niveau, pad: pad(stappen), boodschap: boodschap, advies: advies || regel.oplossing, mist: mist ? mist[0].naam : "" });
  };

  function naamVan(stappen, veld) {
    var laatste = stappen[stappen.length - 1];
    if (typeof laatste !== "number") return zin("veld", { veld: veld.aanduiding || "‘" + laatste + "’" });
    var lijst = stappen.filter(function (stap) { return typeof stap === "string"; }).pop();
    return zin("onderdeel", { nummer: laatste + 1, veld: lijst });
  }

  /* ---- One value against its field ---- */

  function datumBestaat(tekst) {
    var d = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(tekst);
    if (!d) return true;
    var dag = new Date(0);
    dag.setUTCFullYear(Number(d[1]), Number(d[2]) - 1, Number(d[3]));
    return Number(d[1]) > 0 && dag.getUTCMonth() === Number(d[2]) - 1 && dag.getUTCDate() === Number(d[3]);
  }

  /* `1-2-2020` or `1 februari 2020` becomes `2020-02-01`. */
  function isoVorm(tekst) {
    var d = /^(?:([0-9]{1,2})[-/. ]+)?([0-9]{1,2}|[a-z]{3,}\.?)[-/. ]+([12][0-9]{3})$/.exec(tekst.trim().toLowerCase());
    if (!d) return "";
    var cijfers = /^[0-9]/.test(d[2]);
    var maand = cijfers ? Number(d[2]) : regels.maanden.findIndex(function (naam) { return naam.startsWith(d[2].replace(/\.$/, "")); }) + 1;
    var begin = d[3] + "-" + String(maand).padStart(2, "0");
    if (!d[1]) return maand >= 1 && maand <= 12 && !cijfers ? begin : "";
    var iso = begin + "-" + d[1].padStart(2, "0");
    return datumBestaat(iso) ? iso : "";
  }

  function vormfout(c, waarde, patroon, stappen) {
    var vorm = vormen.get(patroon);
    if (!vorm || vorm.past.test(waarde)) return false;
    var iso = vorm.code === "WW217" ? isoVorm(waarde) : "";
    c.meld(vorm.code, stappen, getoond(waarde) + " " + vorm.wat + ".", iso ? "Bedoelt u `" + iso + "`? " + vorm.advies : vorm.advies);
    return true;
  }

  function tekst(c, waarde, veld, stappen) {
    var wat = naamVan(stappen, veld);
    if (typeof waarde === "number" && veld.patroon === regels.moment && Number.isInteger(waarde)) waarde = String(waarde);
    if (typeof waarde !== "string") {
      c.meld("WW204", stappen, zin("WW204", { wat: wat, getoond: getoond(waarde) }));
      return;
    }
    var lang = Array.from(waarde).length;
    if (veld.max !== undefined && lang > veld.max) {
      c.meld("WW210", stappen, zin("WW210", { wat: wat, lengte: lang, grens: veld.max }), zin("WW210 advies", { teveel: lang - veld.max }));
    } else if (veld.min !== undefined && lang < veld.min) {
      c.meld("WW211", stappen, zin("WW211", { wat: wat, lengte: lang, grens: veld.min }));
    } else if (!vormfout(c, waarde, veld.patroon, stappen) && regels.gedateerd.indexOf(veld.patroon) >= 0 && !datumBestaat(waarde)) {
      var feiten = { datum: waarde, maand: regels.maanden[Number(waarde.slice(5, 7)) - 1], dag: Number(waarde.slice(8)) };
      c.meld("WW218", stappen, zin(waarde.slice(0, 4) === "0000" ? "WW218 jaar" : "WW218", feiten));
    }
  }

  function getal(c, waarde, veld, stappen) {
    var wat = naamVan(stappen, veld);
    var heel = veld.soort === "geheel";
    if (typeof waarde !== "number" || (heel && !Number.isInteger(waarde))) {
      var advies = zin(heel ? "WW205 geheel" : "WW205 decimaal");
      if (heel && typeof waarde === "number") advies = zin("WW205 rond");
      if (heel && DUIZEND.test(waarde)) advies = zin("WW205 duizend", { bedoeld: String(waarde).replace(/\./g, "") });
      c.meld("WW205", stappen, zin("WW205", { wat: wat, soort: heel ? "geheel getal" : "getal", getoond: getoond(waarde) }), advies);
      return;
    }
    var g = veld.grenzen || {};
    var over = waarde < g.ge ? "ge" : waarde <= g.gt ? "gt" : waarde > g.le ? "le" : waarde >= g.lt ? "lt" : "";
    if (over) c.meld("WW212", stappen, zin("WW212", { wat: wat, getoond: getoond(waarde), grenzen: veld.grenswoorden[over] }), zin("WW212 advies"));
  }

  function niveau(c, waarde, veld, stappen) {
    var goed = veld.keuzes.indexOf(waarde) >= 0 || (Number.isInteger(waarde) && waarde >= veld.grenzen.ge && waarde <= veld.grenzen.le);
    if (!goed) c.meld("WW303", stappen, zin("WW303", { wat: naamVan(stappen, veld), getoond: getoond(waarde), woorden: opsomming(veld.keuzes, "of") }));
  }

  function keuze(c, waarde, veld, stappen) {
    if (veld.keuzes.indexOf(waarde) >= 0) return;
    c.meld("WW213", stappen, zin("WW213", { wat: naamVan(stappen, veld), getoond: getoond(waarde) }), zin("WW213 advies", { keuzes: sleutels(veld.keuzes, "of") }));
  }

  function lijst(c, waarde, veld, stappen) {
    var wat = naamVan(stappen, veld);
    if (!Array.isArray(waarde)) {
      c.meld("WW207", stappen, zin("WW207", { wat: wat, getoond: getoond(waarde) }));
    } else if (veld.max !== undefined && waarde.length > veld.max) {
      c.meld("WW219", stappen, zin("WW219", { wat: wat, aantal: waarde.length, grens: veld.max }), zin("WW219 advies"));
    } else {
      waarde.forEach(function (deel, plek) { een(c, deel, veld.onderdeel, stappen.concat(plek)); });
      if (waarde.length < (veld.min || 0)) c.meld("WW220", stappen, zin("WW220", { wat: wat, aantal: waarde.length, grens: veld.min }));
    }
  }

  function groep(c, waarde, veld, stappen) {
    if (!isGroep(waarde)) {
      c.meld("WW208", stappen, zin("WW208", { wat: naamVan(stappen, veld), getoond: getoond(waarde) }));
      return;
    }
    var eerder = c.bevindingen.length;
    velden(c, waarde, veld.model, stappen);
    if (veld.model === "Oordeel" && c.bevindingen.length === eerder) gemotiveerd(c, waarde, stappen);
  }

  function gemotiveerd(c, oordeel, stappen) {
    var mist = [["onderbouwing", oordeel.onderbouwing], ["bron", oordeel.bronnen && oordeel.bronnen.length]]
      .filter(function (paar) { return !paar[1]; }).map(function (paar) { return paar[0]; });
    if (oordeel.niveau === ONBEKEND || !mist.length) return;
    c.meld("WW310", stappen, zin("WW310", { niveau: oordeel.niveau, wat: mist.join(" en ") }));
  }

  function kaart(c, waarde, veld, stappen) {
    if (!isGroep(waarde)) {
      c.meld("WW208", stappen, zin("WW208", { wat: naamVan(stappen, veld), getoond: getoond(waarde) }));
      return;
    }
    Object.keys(waarde).forEach(function (naam) { een(c, waarde[naam], veld.onderdeel, stappen.concat(naam)); });
  }

  var SOORTEN = { regel: tekst, moment: tekst, alinea: tekst, opmaak: tekst, geheel: getal, getal: getal, niveau: niveau, keuze: keuze, lijst: lijst, groep: groep, kaart: kaart, janee: janee };

  function janee(c, waarde, veld, stappen) {
    if (typeof waarde !== "boolean") c.meld("WW206", stappen, zin("WW206", { wat: naamVan(stappen, veld), getoond: getoond(waarde) }));
  }

  function een(c, waarde, veld, stappen) {
    if (waarde === null) c.meld("WW209", stappen, zin("WW209", { wat: naamVan(stappen, veld) }));
    else SOORTEN[veld.soort](c, waarde, veld, stappen);
  }

  function velden(c, waarde, model, stappen) {
    var bekend = regels.modellen[model];
    bekend.forEach(function (veld) {
      if (Object.hasOwn(waarde, veld.naam)) een(c, waarde[veld.naam], veld, stappen.concat(veld.naam));
      else if (veld.graad === "verplicht") c.meld("WW202", stappen.concat(veld.naam), zin("WW202", { veld: veld.aanduiding }), veld.ontbreekt);
    });
    Object.keys(waarde).forEach(function (naam) {
      if (bekend.some(function (veld) { return veld.naam === naam; })) return;
      var boven = stappen[stappen.length - 1];
      var vrij = bekend.filter(function (veld) { return !Object.hasOwn(waarde, veld.naam); }).map(function (veld) { return veld.naam; });
      c.meld("WW203", stappen.concat(naam), zin("WW203", { veld: "‘" + kort(naam) + "’", waar: typeof boven === "string" ? "onder `" + boven + "`" : "hier" }),
        "Wel toegestaan: " + sleutels(vrij, "en") + ".");
    });
  }

  /* ---- Every text, and every key that refers to something ---- */

  function loop(c, waarde, veld, stappen, doe) {
    if (Array.isArray(waarde)) waarde.forEach(function (deel, plek) { loop(c, deel, veld && veld.onderdeel, stappen.concat(plek), doe); });
    else if (isGroep(waarde)) {
      Object.keys(waarde).forEach(function (naam) {
        var binnen = veld && veld.model ? regels.modellen[veld.model].find(function (v) { return v.naam === naam; }) : veld && veld.onderdeel;
        loop(c, waarde[naam], binnen, stappen.concat(naam), doe);
      });
    } else if (typeof waarde === "string") doe(waarde, veld, stappen);
  }

  function gemeente(c, waarde, stappen) {
    var gezocht = waarde.trim().toLowerCase();
    var termen = regels.lijsten.gemeenten.termen;
    var eerst = termen.filter(function (t) { return t[0].toLowerCase() === gezocht || t[2].toLowerCase() === gezocht; });
    var raak = eerst.length ? eerst : termen.filter(function (t) { return t.slice(3).some(function (ook) { return ook.toLowerCase() === gezocht; }); });
    if (raak.length !== 1) c.meld("WW405", stappen, zin(raak.length ? "WW405 meer" : "WW405", { waarde: kort(waarde) }));
  }

  function verwijzing(c, waarde, naam, stappen) {
    if (naam === "gemeenten") gemeente(c, waarde, stappen);
    else if (naam === "bronnen" || naam === "interventietypen") {
      var code = naam === "bronnen" ? "WW403" : "WW404";
      if (!bekenden.get(naam).has(waarde) && !(naam === "bronnen" && c.eigen.has(waarde))) c.meld(code, stappen, zin(code, { waarde: kort(waarde), map: "content" }));
    } else if (!bekenden.get(naam).has(waarde)) {
      c.meld("WW402", stappen, zin("WW402", { waarde: kort(waarde), lijst: regels.lijsten[naam].titel }));
    }
  }

  function teksten(c, record, model) {
    var gezegd = new Set(c.bevindingen.map(function (b) { return b.pad; }));
    loop(c, record, { model: model }, [], function (waarde, veld, stappen) {
      WATWERKT.tekstregels(waarde, Boolean(veld) && veld.soort === "opmaak").forEach(function (s) { c.meld(s.code, stappen, s.boodschap); });
      if (veld && veld.lijst && !gezegd.has(pad(stappen))) verwijzing(c, waarde, veld.lijst, stappen);
    });
  }

  function beoordeeld(c, record) {
    (Array.isArray(record.scans) ? record.scans : []).forEach(function (scan, plek) {
      var oordelen = isGroep(scan) && isGroep(scan.oordelen) ? scan.oordelen : {};
      Object.keys(oordelen).forEach(function (naam) {
        var stappen = ["scans", plek, "oordelen", naam];
        var dimensie = rubriek.dimensies.find(function (d) { return d.id === naam; });
        if (!dimensie) {
          c.meld("WW301", stappen, zin("WW301", { sleutel: kort(naam) }));
          return;
        }
        Object.keys(isGroep(oordelen[naam]) ? oordelen[naam] : {}).forEach(function (sleutel) {
          if (dimensie.criteria.some(function (k) { return k.id === sleutel; })) return;
          c.meld("WW302", stappen.concat(sleutel), zin("WW302", { sleutel: kort(sleutel), dimensie: naam }));
        });
      });
    });
  }

  /* ---- Facts that must agree ---- */

  function ervoor(eerste, tweede) {
    if (!eerste || !tweede || eerste === ONBEKEND || tweede === ONBEKEND) return false;
    var een_ = String(eerste);
    var twee = String(tweede);
    var lang = Math.min(een_.length, twee.length);
    return een_.slice(0, lang) < twee.slice(0, lang);
  }

  function metingen(indicator, stappen) {
    var uit = indicator.nulmeting ? [[stappen.concat("nulmeting", "moment"), String(indicator.nulmeting.moment)]] : [];
    return uit.concat((indicator.metingen || []).map(function (m, plek) { return [stappen.concat("metingen", plek, "moment"), String(m.moment)]; }));
  }

  function tijd(c, r) {
    if (ervoor(r.einde, r.start)) c.meld("WW410", ["einde"], zin("WW410", { einde: r.einde, start: r.start }));
    var momenten = (Array.isArray(r.scans) ? r.scans : []).map(function (s, i) { return [["scans", i, "datum"], s.datum, "Deze scan"]; });
    momenten = momenten.concat((r.erkenning || []).map(function (e, i) { return [["erkenning", i, "datum"], e.datum, "Deze erkenning"]; }));
    (r.indicatoren || []).forEach(function (indicator, i) {
      var gemeten = metingen(indicator, ["indicatoren", i]);
      gemeten.forEach(function (m, j) {
        momenten.push([m[0], m[1], "Deze meting"]);
        if (j && ervoor(m[1], gemeten[j - 1][1])) c.meld("WW412", m[0], zin("WW412", { later: m[1], eerder: gemeten[j - 1][1] }));
      });
    });
    momenten.forEach(function (m) {
      if (ervoor(r.bijgewerkt, m[1])) c.meld("WW411", m[0], zin("WW411", { wat: m[2], moment: m[1], bijgewerkt: r.bijgewerkt }));
    });
    if (["lopend", "structureel"].indexOf(r.status) >= 0 && ervoor(r.einde, r.bijgewerkt)) {
      c.meld("WW415", ["status"], zin("WW415", { status: r.status, einde: r.einde }));
    }
  }

  function geld(c, r) {
    var v = r.verduurzaming || {};
    var totalen = new Map();
    (v.financiering || []).forEach(function (f, i) {
      if (f.aandeel === undefined) return;
      var was = totalen.get(f.periode) || 0;
      totalen.set(f.periode, was + f.aandeel);
      if (was <= 100 && was + f.aandeel - 1e-6 > 100) {
        var totaal = String(Number((was + f.aandeel).toPrecision(6))).replace(".", ",");
        c.meld("WW413", ["verduurzaming", "financiering", i, "aandeel"], zin("WW413", { totaal: totaal }));
      }
    });
    (v.baten || []).forEach(function (baat, i) {
      var bedragen = baat.bedragen || {};
      var bekend = ["laag", "verwacht", "hoog"].filter(function (naam) { return bedragen[naam] !== undefined; });
      bekend.slice(1).forEach(function (naam, plek) {
        var laag = bekend[plek];
        if (bedragen[laag] <= bedragen[naam]) return;
        c.meld("WW414", ["verduurzaming", "baten", i, "bedragen", laag], zin("WW414", { laag: laag, bedrag: bedragen[laag], hoog: naam, hoger: bedragen[naam] }));
      });
    });
  }

  function dubbel(c, r) {
    ["themas", "leefgebieden", "doelgroepen", "voorheen"].forEach(function (veld) {
      (r[veld] || []).forEach(function (sleutel, i, alle) {
        if (alle.indexOf(sleutel) < i) c.meld("WW416", [veld, i], zin("WW416", { sleutel: sleutel, veld: veld }));
      });
    });
    var eerder = new Set();
    (Array.isArray(r.scans) ? r.scans : []).forEach(function (scan, i) {
      var sleutel = scan.datum + ", " + scan.beoordelaar.rol + ", " + scan.beoordelaar.organisatie;
      if (eerder.has(sleutel)) c.meld("WW311", ["scans", i], zin("WW311", { sleutel: sleutel }));
      eerder.add(sleutel);
    });
    (r.voorheen || []).forEach(function (oud, i, alle) {
      if (alle.indexOf(oud) < i) return;
      var van = Object.hasOwn(regels.oudeSleutels, oud) ? regels.oudeSleutels[oud] : regels.sleutels.indexOf(oud) >= 0 ? oud : r.id;
      if (van === r.id && oud !== r.id) return;
      var wie = van === r.id ? "dit record zelf" : "`content/praktijken/" + van + ".yml`";
      c.meld("WW406", ["voorheen", i], zin("WW406", { sleutel: oud, wie: wie }));
    });
  }

  /* ---- What is not said yet ---- */

  function zwijgt(waarde) {
    return waarde === undefined || waarde === null || waarde === "" || (Array.isArray(waarde) && !waarde.length) || (isGroep(waarde) && !Object.keys(waarde).length);
  }

  function leemten(groep_, model, graad) {
    return regels.modellen[model].filter(function (veld) { return veld.graad === graad && veld.soort !== "janee" && zwijgt(groep_[veld.naam]); });
  }

  function noem(velden_) {
    return opsomming(velden_.map(function (veld) { return veld.aanduiding; }), "en");
  }

  function gevraagd(c, waarde, veld, stappen) {
    if (Array.isArray(waarde)) waarde.forEach(function (deel, plek) { gevraagd(c, deel, veld.onderdeel, stappen.concat(plek)); });
    else if (isGroep(waarde) && veld.model) {
      var mist = veld.model === "Oordeel" ? [] : leemten(waarde, veld.model, "nieuw");
      if (mist.length) c.meld("WW601", stappen, zin("WW601", { velden: noem(mist) }), "", mist);
      regels.modellen[veld.model].forEach(function (v) { gevraagd(c, waarde[v.naam], v, stappen.concat(v.naam)); });
    }
  }

  function tips(c, record) {
    var mist = leemten(record, "Praktijk", "aanbevolen").filter(function (veld) { return regels.zelden.indexOf(veld.naam) < 0; });
    if (mist.length) c.meld("WW602", [], zin("WW602", { velden: noem(mist) }), "", mist);
  }

  /* `model` is "Praktijk" or "Bron"; `eigen` holds the keys of sources that go along with the record.
     Gives [{code, niveau, pad, boodschap, advies, mist: the first field that says nothing yet}]. */
  function controleer(record, model, eigen) {
    var c = new Controle(record, eigen || new Set());
    velden(c, record, model, []);
    var leesbaar = !c.fout;
    teksten(c, record, model);
    if (model === "Praktijk") beoordeeld(c, record);
    if (!leesbaar) return c.bevindingen;
    if (model === "Praktijk") [tijd, geld, dubbel].forEach(function (regel) { regel(c, record); });
    gevraagd(c, record, { model: model }, []);
    if (model === "Praktijk") tips(c, record);
    return c.bevindingen;
  }

  WATWERKT.recordregels = { controleer: controleer, opsomming: opsomming };
})();
