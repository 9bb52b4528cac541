/* What the scorekaart shows: its columns, the visitor's weights, minima and filters in the address, and which practice
   stands in which group at which place. No page: a row is {p: row of catalogus.js, plek, dekking}, in title order.
   Needs catalogus.js, hulp.js and rangorde.js. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var dimensies = WATWERKT.catalogus.dimensies;
  var ONBEKEND = "onbekend";

  /* ---- Columns that can be ordered: the value of a row, null when unknown; `op` = low first to begin with ---- */

  var kostenrang = new Map();
  WATWERKT.catalogus.facetten.forEach(function (facet) {
    if (facet.id === "kosten") facet.waarden.forEach(function (w, plek) { kostenrang.set(w.id, plek); });
  });
  var kolommen = new Map();
  kolommen.set("plaats", { label: "Plaats bij uw gewichten", op: true });
  kolommen.set("naam", { label: "Naam", op: true, waarde: function (rij) { return rij.plek; } });
  dimensies.forEach(function (d) {
    kolommen.set(d.id, {
      label: "Score: " + d.label.toLowerCase(), op: false,
      waarde: function (rij) { return rij.p.scores[d.id].score; },
      los: function (rij) { return rij.p.scores[d.id].voorlopig; }
    });
  });
  kolommen.set("dekking", {
    label: "Wat bekend is", op: false,
    waarde: function (rij) { return rij.dekking; }
  });
  kolommen.set("bewijs", { label: "Bewijs", op: false, waarde: function (rij) { return rij.p.bewijs; } });
  kolommen.set("kosten", {
    label: "Kosten", op: true,
    waarde: function (rij) { return rij.p.kostenklasse === ONBEKEND ? null : kostenrang.get(rij.p.kostenklasse); }
  });

  /* ---- State and address ---- */

  function geheel(tekst, hoogste) {
    return /^\d{1,3}$/.test(tekst) && Number(tekst) <= hoogste ? Number(tekst) : null;
  }

  /* `grenzen`: {begin, hoogste} of a weight, and the values that {baathouder, vraag} may have. */
  function begin(grenzen) {
    return {
      gewicht: new Map(dimensies.map(function (d) { return [d.id, grenzen.begin]; })),
      minimum: new Map(dimensies.map(function (d) { return [d.id, 0]; })),
      baathouder: "", vraag: "", sort: "plaats", op: true
    };
  }

  function uitAdres(grenzen) {
    var zoek = new URLSearchParams(window.location.search);
    var staat = begin(grenzen);
    dimensies.forEach(function (d) {
      var gewicht = geheel(zoek.get("gewicht-" + d.id) || "", grenzen.hoogste);
      var minimum = geheel(zoek.get("min-" + d.id) || "", 100);
      if (gewicht !== null) staat.gewicht.set(d.id, gewicht);
      if (minimum !== null) staat.minimum.set(d.id, minimum);
    });
    ["baathouder", "vraag"].forEach(function (naam) {
      if (grenzen[naam].has(zoek.get(naam))) staat[naam] = zoek.get(naam);
    });
    if (kolommen.has(zoek.get("sort"))) staat.sort = zoek.get("sort");
    staat.op = kolommen.get(staat.sort).op;
    if (zoek.get("richting") === "om") staat.op = !staat.op;
    return staat;
  }

  function naarZoekdeel(staat, grenzen) {
    var zoek = new URLSearchParams();
    dimensies.forEach(function (d) {
      if (staat.gewicht.get(d.id) !== grenzen.begin) zoek.set("gewicht-" + d.id, staat.gewicht.get(d.id));
    });
    dimensies.forEach(function (d) {
      if (staat.minimum.get(d.id)) zoek.set("min-" + d.id, staat.minimum.get(d.id));
    });
    if (staat.baathouder) zoek.set("baathouder", staat.baathouder);
    if (staat.vraag) zoek.set("vraag", staat.vraag);
    if (staat.sort !== "plaats") zoek.set("sort", staat.sort);
    if (staat.op !== kolommen.get(staat.sort).op) zoek.set("richting", "om");
    return zoek.toString();
  }

  /* ---- Which practices, in which group, at which place ---- */

  function past(rij, staat) {
    var soorten = rij.p.vraag.map(function (v) { return v.soort; });
    function heeft(lijst, keuze) {
      return !keuze || (lijst.length ? lijst.indexOf(keuze) >= 0 : keuze === ONBEKEND);
    }
    return heeft(rij.p.baathouders, staat.baathouder) && heeft(soorten, staat.vraag);
  }

  /* As shown: who reads 44 may ask for 44. A provisional score that can still reach the minimum is no reason to leave a
     practice out. */
  function haalt(rij, staat) {
    return dimensies.every(function (d) {
      var s = rij.p.scores[d.id];
      return WATWERKT.hulp.rond(s.score === null || s.voorlopig ? s.hoog : s.score) >= staat.minimum.get(d.id);
    });
  }

  function bereken(rijen, staat) {
    var gewichten = dimensies.map(function (d) { return staat.gewicht.get(d.id); });
    var telt = dimensies.filter(function (d) { return staat.gewicht.get(d.id) || staat.minimum.get(d.id); });
    var uit = {
      zeker: [], voorlopig: [], onbekend: [], onder: 0, plaats: new Map(),
      weegt: gewichten.some(Boolean), telt: telt.length > 0
    };
    rijen.forEach(function (rij) {
      if (!past(rij, staat)) return;
      if (!haalt(rij, staat)) {
        uit.onder += 1;
        return;
      }
      var mist = telt.filter(function (d) { return rij.p.scores[d.id].score === null; });
      var los = telt.filter(function (d) { return rij.p.scores[d.id].voorlopig; });
      rij.redenen = (mist.length ? mist : los).map(function (d) { return d.kort; });
      uit[mist.length ? "onbekend" : los.length ? "voorlopig" : "zeker"].push(rij);
    });
    if (uit.weegt) {
      var sommen = uit.zeker.map(function (rij) {
        return WATWERKT.rangorde.weeg(dimensies.map(function (d) { return rij.p.scores[d.id]; }), gewichten);
      });
      WATWERKT.rangorde.plaatsen(sommen).forEach(function (plaats, i) {
        uit.plaats.set(uit.zeker[i], { van: plaats.van, tot: plaats.tot, som: sommen[i] });
      });
    }
    uit.aantal = uit.zeker.length + uit.voorlopig.length + uit.onbekend.length;
    return uit;
  }

  function opVolgorde(groep, staat, uit) {
    var kolom = kolommen.get(staat.sort);
    var richting = staat.op ? 1 : -1;
    function waarde(rij) {
      if (kolom.waarde) return kolom.waarde(rij);
      return uit.plaats.has(rij) ? -uit.plaats.get(rij).som.score : null;
    }
    function rang(rij) {
      return waarde(rij) === null ? 2 : kolom.los && kolom.los(rij) ? 1 : 0;
    }
    return groep.slice().sort(function (a, b) {
      return rang(a) - rang(b) || richting * ((waarde(a) || 0) - (waarde(b) || 0)) || a.plek - b.plek;
    });
  }

  WATWERKT.wegen = {
    kolommen: kolommen, begin: begin, uitAdres: uitAdres, naarZoekdeel: naarZoekdeel, bereken: bereken, opVolgorde: opVolgorde
  };
})();
