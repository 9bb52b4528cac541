/* What the catalogue shows: facets, the state in the address, filtering and order. No page; places are indexes of the
   rows in catalogus.js, which stand in title order. Needs catalogus.js; uses WATWERKT.zoek for free text. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var rijen = WATWERKT.catalogus.praktijken;
  var dimensies = new Map(WATWERKT.catalogus.dimensies.map(function (d) { return [d.id, d]; }));
  var plekVan = new Map(rijen.map(function (rij, plek) { return [rij.id, plek]; }));
  var ONBEKEND = "onbekend";

  /* ---- What a row is ---- */

  function minima(score, keuzes) {
    if (score.score === null) return [ONBEKEND];
    if (score.voorlopig) return ["voorlopig"];
    return keuzes.filter(function (keuze) { return Number(keuze) <= score.score; });
  }

  function waardenVan(rij, facet) {
    if (facet.soort === "minimum") return minima(rij.scores[facet.veld], facet.ids);
    var waarde = rij[facet.veld];
    if (waarde === null || waarde.length === 0) return [ONBEKEND];
    return Array.isArray(waarde) ? waarde : [String(waarde)];
  }

  var facetten = WATWERKT.catalogus.facetten.map(function (f) {
    var facet = {
      id: f.id, veld: f.veld, soort: f.soort,
      label: f.soort === "minimum" ? "Score op " + f.label.toLowerCase() : f.label,
      ids: f.waarden.map(function (w) { return w.id; }),
      labels: new Map(f.waarden.map(function (w) { return [w.id, w.label]; }))
    };
    facet.perRij = rijen.map(function (rij) {
      return waardenVan(rij, facet).filter(function (id) { return facet.labels.has(id); });
    });
    return facet;
  });

  /* ---- State and address ---- */

  function leegStaat() {
    return { q: "", sort: "", keuzes: new Map(facetten.map(function (f) { return [f.id, new Set()]; })) };
  }

  function uitAdres() {
    var zoek = new URLSearchParams(window.location.search);
    var staat = leegStaat();
    staat.q = (zoek.get("q") || "").slice(0, 200);
    var sort = zoek.get("sort") || "";
    staat.sort = sort === "naam" || sort === "nieuwste" || sort === "relevantie" || dimensies.has(sort) ? sort : "";
    facetten.forEach(function (facet) {
      zoek.getAll(facet.id).forEach(function (id) {
        if (facet.labels.has(id)) staat.keuzes.get(facet.id).add(id);
      });
    });
    return staat;
  }

  function naarZoekdeel(staat) {
    var zoek = new URLSearchParams();
    if (staat.q.trim()) zoek.set("q", staat.q.trim());
    facetten.forEach(function (facet) {
      facet.ids.forEach(function (id) {
        if (staat.keuzes.get(facet.id).has(id)) zoek.append(facet.id, id);
      });
    });
    if (staat.sort) zoek.set("sort", staat.sort);
    return zoek.toString();
  }

  function volgorde(staat) {
    if (staat.sort && (staat.sort !== "relevantie" || staat.q.trim())) return staat.sort;
    return staat.q.trim() ? "relevantie" : "naam";
  }

  /* ---- Filter: AND between facets, OR within ---- */

  /* Promises what is found for free text, or null when the text asks for nothing. */
  function zoekTekst(q) {
    return WATWERKT.zoek(q).then(function (uit) {
      if (!uit.treffers.length && !uit.ontbrekend.length) return null; // only small words, such as "de" or "een"
      var per = new Map(uit.treffers.map(function (t) { return [t.plek, t]; }));
      return { per: per, bedoelde: uit.bedoelde, deels: uit.deels, ontbrekend: uit.ontbrekend };
    });
  }

  /* One pass: a row that only one choice keeps out counts for that facet (its other values) and for the advice. */
  function filter(staat, gevonden) {
    var actief = facetten.filter(function (f) { return staat.keuzes.get(f.id).size > 0; });
    var aantallen = new Map(facetten.map(function (f) { return [f.id, new Map()]; }));
    var zonder = new Map();
    var over = [];
    function tel(facet, plek) {
      var per = aantallen.get(facet.id);
      facet.perRij[plek].forEach(function (id) { per.set(id, (per.get(id) || 0) + 1); });
    }
    rijen.forEach(function (rij, plek) {
      var mist = actief.filter(function (f) {
        var keuze = staat.keuzes.get(f.id);
        return !f.perRij[plek].some(function (id) { return keuze.has(id); });
      });
      var tekstMist = gevonden !== null && !gevonden.per.has(plek);
      if (mist.length + (tekstMist ? 1 : 0) > 1) return;
      if (tekstMist) zonder.set("q", (zonder.get("q") || 0) + 1);
      else if (mist.length) {
        zonder.set(mist[0].id, (zonder.get(mist[0].id) || 0) + 1);
        tel(mist[0], plek);
      } else {
        over.push(plek);
        facetten.forEach(function (f) { tel(f, plek); });
      }
    });
    return { plekken: over, aantallen: aantallen, zonder: zonder };
  }

  /* ---- Order; rows are in name order already and sorting is stable ---- */

  function groepen(plekken, soort, gevonden) {
    var kopie = plekken.slice();
    if (soort === "relevantie" && gevonden) kopie.sort(function (a, b) { return gevonden.per.get(b).score - gevonden.per.get(a).score; });
    if (soort === "nieuwste") kopie.sort(function (a, b) { return rijen[b].bijgewerkt < rijen[a].bijgewerkt ? -1 : rijen[b].bijgewerkt > rijen[a].bijgewerkt ? 1 : 0; });
    if (!dimensies.has(soort)) return [{ titel: "", plekken: kopie }];
    function score(plek) { return rijen[plek].scores[soort]; }
    kopie.sort(function (a, b) { return (score(b).score || 0) - (score(a).score || 0); });
    return [
      { titel: "Voldoende beoordeeld", plekken: kopie.filter(function (p) { return score(p).score !== null && !score(p).voorlopig; }) },
      { titel: "Voorlopig: te weinig bekend", plekken: kopie.filter(function (p) { return score(p).score !== null && score(p).voorlopig; }) },
      { titel: "Onbekend", plekken: kopie.filter(function (p) { return score(p).score === null; }) }
    ].filter(function (g) { return g.plekken.length; });
  }

  WATWERKT.filter = {
    rijen: rijen, dimensies: dimensies, facetten: facetten, plekVan: plekVan,
    leegStaat: leegStaat, uitAdres: uitAdres, naarZoekdeel: naarZoekdeel, volgorde: volgorde,
    zoekTekst: zoekTekst, filter: filter, groepen: groepen
  };
})();
