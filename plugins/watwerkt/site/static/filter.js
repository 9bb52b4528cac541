/* What the catalogue shows: facets, the state in the address, filtering and order. No page; places are those of the rows
   in catalogus.js, which stand in title order. Needs keuzes.js and hulp.js; uses WATWERKT.zoek for free text. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var keuzes = WATWERKT.keuzes;
  var dimensies = new Map(keuzes.dimensies.map(function (d) { return [d.id, d]; }));
  var plekken = Array.from({ length: keuzes.aantal }, function (_, plek) { return plek; });
  var CIJFERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  /* The value of every row, as views/keuzes.py wrote them. */
  function lees(kolom) {
    return plekken.map(function (plek) {
      var nummer = 0;
      for (var i = plek * kolom.breedte; i < (plek + 1) * kolom.breedte; i++) nummer = nummer * 62 + CIJFERS.indexOf(kolom.rijen[i]);
      return kolom.waarden[nummer];
    });
  }

  var facetten = keuzes.facetten.map(function (f) {
    var ids = f.waarden.map(function (w) { return w.id; });
    var combinaties = f.kolom.waarden.map(function (plaatsen) { return plaatsen.map(function (plaats) { return ids[plaats]; }); });
    return {
      id: f.id, soort: f.soort, ids: ids,
      label: f.soort === "minimum" ? "Score op " + f.label.toLowerCase() : f.label,
      labels: new Map(f.waarden.map(function (w) { return [w.id, w.label]; })),
      perRij: lees({ waarden: combinaties, breedte: f.kolom.breedte, rijen: f.kolom.rijen })
    };
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
    plekken.forEach(function (plek) {
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

  var kolommen = new Map();

  /* Promises that `groepen` can be asked for this order. */
  function bereid(soort) {
    if (kolommen.has(soort) || (soort !== "nieuwste" && !dimensies.has(soort))) return Promise.resolve();
    return WATWERKT.hulp.laad("assets/watwerkt/volgorden.js").then(function () {
      kolommen.set(soort, lees(WATWERKT.volgorden[soort]));
    });
  }

  function groepen(gekozen, soort, gevonden) {
    var kopie = gekozen.slice();
    var kolom = kolommen.get(soort);
    if (soort === "relevantie" && gevonden) kopie.sort(function (a, b) { return gevonden.per.get(b).score - gevonden.per.get(a).score; });
    if (soort === "nieuwste" && kolom) kopie.sort(function (a, b) { return kolom[b] < kolom[a] ? -1 : kolom[b] > kolom[a] ? 1 : 0; });
    if (!dimensies.has(soort) || !kolom) return [{ titel: "", plekken: kopie }];
    function isZeker(plek) { return kolom[plek][0] !== null && !kolom[plek][1]; }
    function isVoorlopig(plek) { return kolom[plek][0] !== null && kolom[plek][1]; }
    kopie.sort(function (a, b) { return (kolom[b][0] || 0) - (kolom[a][0] || 0); });
    return [
      { titel: "Voldoende beoordeeld", plekken: kopie.filter(isZeker) },
      { titel: "Voorlopig: te weinig bekend", plekken: kopie.filter(isVoorlopig) },
      { titel: "Onbekend", plekken: kopie.filter(function (plek) { return kolom[plek][0] === null; }) }
    ].filter(function (g) { return g.plekken.length; });
  }

  WATWERKT.filter = {
    aantal: keuzes.aantal, lijst: keuzes.lijst, dimensies: dimensies, facetten: facetten,
    leegStaat: leegStaat, uitAdres: uitAdres, naarZoekdeel: naarZoekdeel, volgorde: volgorde,
    zoekTekst: zoekTekst, filter: filter, bereid: bereid, groepen: groepen
  };
})();
