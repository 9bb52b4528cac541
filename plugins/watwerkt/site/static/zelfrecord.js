/* "Maak er een record van": the answers of the quick-scan as a scan of a record, handed to the form behind the # of
   its address: that part is never sent, and works from a stick in every browser. Needs hulp.js and rubriek.js. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var antwoorden = new Map();

  function waarde(naam) {
    return document.getElementsByName(naam)[0].value.trim();
  }

  function vandaag() {
    var nu = new Date();
    return [nu.getFullYear(), nu.getMonth() + 1, nu.getDate()].map(function (deel) { return String(deel).padStart(2, "0"); }).join("-");
  }

  function oordeel(naam) {
    var gegeven = antwoorden.get(naam);
    var uit = { niveau: gegeven === "onbekend" ? gegeven : Number(gegeven) };
    var bron = {};
    if (waarde(naam + ".reden")) uit.onderbouwing = waarde(naam + ".reden");
    ["bron", "plaats"].forEach(function (deel) {
      if (waarde(naam + "." + deel)) bron[deel] = waarde(naam + "." + deel);
    });
    if (Object.keys(bron).length) uit.bronnen = [bron];
    return uit;
  }

  function scanVan() {
    var oordelen = {};
    WATWERKT.rubriek.dimensies.forEach(function (d) {
      d.criteria.forEach(function (c) {
        var naam = d.id + "." + c.id;
        if (!antwoorden.has(naam)) return;
        oordelen[d.id] = oordelen[d.id] || {};
        oordelen[d.id][c.id] = oordeel(naam);
      });
    });
    return { datum: vandaag(), beoordelaar: { rol: "zelf" }, getoetst: false, oordelen: oordelen };
  }

  function naarFormulier(event) {
    event.currentTarget.href = WATWERKT.hulp.adres("meedoen/formulier/") + "#quickscan=" + encodeURIComponent(JSON.stringify({ scans: [scanVan()] }));
  }

  document.getElementById("formulierlink").addEventListener("click", naarFormulier);

  /* `gegeven`: a Map from "dimensie.criterium" to "0" … "4" or "onbekend". */
  WATWERKT.zelfrecord = { onthoud: function (gegeven) { antwoorden = gegeven; } };
})();
