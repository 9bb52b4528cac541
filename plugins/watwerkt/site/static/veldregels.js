/* Each value of a record against its field: the rules of the models, from data that the Python package made
   (formulierregels.js). Pure; recordregels.js looks at the record as a whole. */
(function () {
  "use strict";

  var WATWERKT = (window.WATWERKT = window.WATWERKT || {});
  var regels = WATWERKT.formulier;
  var zin = WATWERKT.zin;
  var kort = WATWERKT.kort;
  var ONBEKEND = "onbekend";
  var DUIZEND = /^-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+$/;
  var vormen = new Map();
  Object.keys(regels.vormen).forEach(function (patroon) {
    var vorm = regels.vormen[patroon];
    vormen.set(patroon, Object.assign({ past: new RegExp(vorm.bron, vorm.vlaggen) }, vorm));
  });

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
    var uitgezonderd = typeof record.id === "string" && Object.hasOwn(regels.uitzonderingen, record.id);
    this.soepel = record.record_status === "concept" ? null : uitgezonderd ? regels.uitzonderingen[record.id] : [];
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
    var maand = cijfers ? Number(d[2]) : regels.maanden.findIndex(function (naam) { return naam.startsWith(d[2].replace(/\.$/, "").replace("mrt", "maart")); }) + 1;
    var begin = d[3] + "-" + String(maand).padStart(2, "0");
    if (!d[1]) return maand >= 1 && maand <= 12 && !cijfers ? begin : "";
    var iso = begin + "-" + d[1].padStart(2, "0");
    return datumBestaat(iso) ? iso : "";
  }

  function vormfout(c, waarde, veld, stappen) {
    var vorm = vormen.get(veld.patroon);
    if (!vorm || vorm.past.test(waarde) || (veld.lijst && vorm.code === "WW215")) return false; // not in the list: WW402
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
    } else if (!vormfout(c, waarde, veld, stappen) && regels.gedateerd.indexOf(veld.patroon) >= 0 && !datumBestaat(waarde)) {
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
    var eerder = c.bevindingen.length;
    if (!isGroep(waarde)) c.meld("WW208", stappen, zin("WW208", { wat: naamVan(stappen, veld), getoond: getoond(waarde) }));
    else if (veld.model) velden(c, waarde, veld.model, stappen);
    else Object.keys(waarde).forEach(function (naam) { een(c, waarde[naam], veld.onderdeel, stappen.concat(naam)); });
    if (veld.model === "Oordeel" && c.bevindingen.length === eerder) gemotiveerd(c, waarde, stappen);
  }

  function gemotiveerd(c, oordeel, stappen) {
    var mist = [["onderbouwing", oordeel.onderbouwing], ["bron", oordeel.bronnen && oordeel.bronnen.length]]
      .filter(function (paar) { return !paar[1]; }).map(function (paar) { return paar[0]; });
    if (oordeel.niveau === ONBEKEND || !mist.length) return;
    c.meld("WW310", stappen, zin("WW310", { niveau: oordeel.niveau, wat: mist.join(" en ") }));
  }

  var SOORTEN = { regel: tekst, moment: tekst, alinea: tekst, opmaak: tekst, geheel: getal, getal: getal, niveau: niveau, keuze: keuze, lijst: lijst, groep: groep, kaart: groep, janee: janee };

  function janee(c, waarde, veld, stappen) {
    if (typeof waarde !== "boolean") c.meld("WW206", stappen, zin("WW206", { wat: naamVan(stappen, veld), getoond: getoond(waarde) }));
  }

  function een(c, waarde, veld, stappen) {
    if (waarde === null) c.meld("WW209", stappen, zin("WW209", { wat: naamVan(stappen, veld) }));
    else SOORTEN[veld.soort](c, waarde, veld, stappen);
  }

  /* The key follows from the title, as in reading/validation.py. */
  function zonderSleutel(titel, veld) {
    var sleutel = WATWERKT.sleutelVan(titel || "");
    return sleutel ? zin("WW202 sleutel", { sleutel: sleutel }) : veld.ontbreekt;
  }

  function velden(c, waarde, model, stappen) {
    var bekend = regels.modellen[model];
    bekend.forEach(function (veld) {
      if (Object.hasOwn(waarde, veld.naam)) een(c, waarde[veld.naam], veld, stappen.concat(veld.naam));
      else if (veld.graad === "verplicht") c.meld("WW202", stappen.concat(veld.naam), zin("WW202", { veld: veld.aanduiding }), veld.naam === "id" ? zonderSleutel(waarde.titel, veld) : veld.ontbreekt);
    });
    Object.keys(waarde).forEach(function (naam) {
      if (bekend.some(function (veld) { return veld.naam === naam; })) return;
      var boven = stappen[stappen.length - 1];
      var vrij = bekend.filter(function (veld) { return !Object.hasOwn(waarde, veld.naam); }).map(function (veld) { return veld.naam; });
      c.meld("WW203", stappen.concat(naam), zin("WW203", { veld: "‘" + kort(naam) + "’", waar: typeof boven === "string" ? "onder `" + boven + "`" : "hier" }),
        "Wel toegestaan: " + sleutels(vrij, "en") + ".");
    });
  }

  WATWERKT.veldregels = { Controle: Controle, isGroep: isGroep, opsomming: opsomming, pad: pad, velden: velden };
})();
