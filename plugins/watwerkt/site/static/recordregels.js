/* What `watwerkt check` finds in one record: the same codes and sentences, from formulierregels.js. Pure; a test holds
   the findings against Python. */
(function () {
  "use strict";

  var WATWERKT = (window.WATWERKT = window.WATWERKT || {});
  var regels = WATWERKT.formulier;
  var rubriek = WATWERKT.rubriek;
  var zin = WATWERKT.zin;
  var kort = WATWERKT.kort;
  var isGroep = WATWERKT.veldregels.isGroep;
  var opsomming = WATWERKT.veldregels.opsomming;
  var ONBEKEND = "onbekend";
  var bekenden = new Map(Object.keys(regels.lijsten).map(function (naam) {
    return [naam, new Set(regels.lijsten[naam].termen.map(function (term) { return term[0]; }))];
  }));

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

  function naamvorm(naam) { return naam.trim().toLowerCase().replace(/[‘’]/g, "'"); }

  function gemeente(c, waarde, stappen) {
    var gezocht = naamvorm(waarde);
    var termen = regels.lijsten.gemeenten.termen;
    var eerst = termen.filter(function (t) { return naamvorm(t[0]) === gezocht || naamvorm(t[2]) === gezocht; });
    var raak = eerst.length ? eerst : termen.filter(function (t) { return t.slice(3).some(function (ook) { return naamvorm(ook) === gezocht; }); });
    if (raak.length !== 1) c.meld("WW405", stappen, zin(raak.length ? "WW405 meer" : "WW405", { waarde: kort(waarde) }));
  }

  function verwijzing(c, waarde, naam, stappen) {
    if (naam === "gemeenten") return gemeente(c, waarde, stappen);
    if (bekenden.get(naam).has(waarde) || (naam === "bronnen" && c.eigen.has(waarde))) return;
    var code = { bronnen: "WW403", interventietypen: "WW404" }[naam] || "WW402";
    c.meld(code, stappen, zin(code, { waarde: kort(waarde), map: "content", lijst: regels.lijsten[naam].titel }));
  }

  function teksten(c, record, model) {
    var gezegd = new Set(c.bevindingen.map(function (b) { return b.pad; }));
    loop(c, record, { model: model }, [], function (waarde, veld, stappen) {
      WATWERKT.tekstregels(waarde, Boolean(veld) && veld.soort === "opmaak").forEach(function (s) { c.meld(s.code, stappen, s.boodschap); });
      if (veld && veld.lijst && !gezegd.has(WATWERKT.veldregels.pad(stappen))) verwijzing(c, waarde, veld.lijst, stappen);
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
    momenten.push([["start"], r.start, "Deze start"]);
    if (["afgerond", "gestopt"].indexOf(r.status) >= 0) momenten.push([["einde"], r.einde, "Dit einde"]);
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
      if (was <= 100 + 1e-6 && was + f.aandeel > 100 + 1e-6) {
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
    var c = new WATWERKT.veldregels.Controle(record, eigen || new Set());
    WATWERKT.veldregels.velden(c, record, model, []);
    var leesbaar = !c.fout;
    teksten(c, record, model);
    if (model === "Praktijk") beoordeeld(c, record);
    if (leesbaar && model === "Praktijk") [tijd, geld, dubbel].forEach(function (regel) { regel(c, record); });
    if (c.bevindingen.some(function (b) { return b.code === "WW203"; })) return c.bevindingen;
    gevraagd(c, record, { model: model }, []);
    if (model === "Praktijk") tips(c, record);
    return c.bevindingen;
  }

  WATWERKT.recordregels = { controleer: controleer, opsomming: opsomming };
})();
