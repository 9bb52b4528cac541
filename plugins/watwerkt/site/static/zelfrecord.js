/* "Maak er een record van": hands the answers of the quick-scan on to the form, as a scan of a record, within this tab.
   Needs rubriek.js. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var rubriek = WATWERKT.rubriek;

  function waarde(naam) {
    return document.getElementsByName(naam)[0].value.trim();
  }

  function vandaag() {
    var nu = new Date();
    return [nu.getFullYear(), nu.getMonth() + 1, nu.getDate()].map(function (deel) { return String(deel).padStart(2, "0"); }).join("-");
  }

  function oordeel(naam, gegeven) {
    var uit = { niveau: gegeven === "onbekend" ? gegeven : Number(gegeven) };
    var bron = {};
    if (waarde(naam + ".reden")) uit.onderbouwing = waarde(naam + ".reden");
    ["bron", "plaats"].forEach(function (deel) {
      if (waarde(naam + "." + deel)) bron[deel] = waarde(naam + "." + deel);
    });
    if (Object.keys(bron).length) uit.bronnen = [bron];
    return uit;
  }

  function scanVan(antwoorden) {
    var oordelen = {};
    rubriek.dimensies.forEach(function (d) {
      d.criteria.forEach(function (c) {
        var naam = d.id + "." + c.id;
        if (!antwoorden.has(naam)) return;
        oordelen[d.id] = oordelen[d.id] || {};
        oordelen[d.id][c.id] = oordeel(naam, antwoorden.get(naam));
      });
    });
    return { datum: vandaag(), beoordelaar: { rol: "zelf" }, getoetst: false, oordelen: oordelen };
  }

  /* On a click on the link to the form; without storage the form starts empty, and that is said here. */
  WATWERKT.zelfrecord = function (antwoorden, event) {
    try {
      window.sessionStorage.setItem("watwerkt-overdracht", JSON.stringify({ versie: 1, record: { scans: [scanVan(antwoorden)] }, bronnen: [] }));
    } catch (error) {
      event.preventDefault();
      document.getElementById("recordmelding").textContent = "Deze browser kan uw antwoorden niet meenemen. Druk de uitkomst af en vul de niveaus in het formulier opnieuw in.";
    }
  };
})();
