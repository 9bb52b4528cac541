/* "Maak er een record van": the fields for a record on the page of the quick-scan, its text, copy and download.
   Needs hulp.js, recordtekst.js, rubriek.js and catalogus.js. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var hulp = WATWERKT.hulp;
  var bronnen = new Set(Array.from(id("bronsleutels").options, function (optie) { return optie.value; }));
  var sleutels = new Set(WATWERKT.catalogus.praktijken.map(function (p) { return p.id; }));
  var eigenSleutel = "";

  function id(naam) {
    return document.getElementById(naam);
  }

  function waarde(naam) {
    return document.getElementsByName(naam)[0].value;
  }

  function vandaag() {
    var nu = new Date();
    return [nu.getFullYear(), nu.getMonth() + 1, nu.getDate()].map(function (deel) { return String(deel).padStart(2, "0"); }).join("-");
  }

  function gegevens(antwoorden) {
    var uit = { datum: vandaag() };
    ["titel", "id", "kern", "samenvatting", "soort", "status", "thema", "doelgroep", "organisatie", "basis"].forEach(function (naam) {
      uit[naam] = id("r-" + naam).value.trim();
    });
    uit.dimensies = WATWERKT.rubriek.dimensies.map(function (d) {
      return {
        id: d.id,
        antwoorden: d.criteria.map(function (c) {
          var naam = d.id + "." + c.id;
          var niveau = antwoorden.has(naam) ? antwoorden.get(naam) : null;
          return { id: c.id, niveau: niveau, reden: waarde(naam + ".reden"), bron: waarde(naam + ".bron"), plaats: waarde(naam + ".plaats") };
        })
      };
    });
    return uit;
  }

  /* `antwoorden`: a Map from "dimensie.criterium" to "0" … "4" or "onbekend". */
  function toon(antwoorden) {
    var uit = WATWERKT.recordtekst(gegevens(antwoorden), bronnen);
    id("yaml").value = uit.tekst;
    var tekst = uit.ontbreekt.length ? "Nog nodig voor een geldig record: " + hulp.opsomming(uit.ontbreekt) + "." : "Alle verplichte velden zijn ingevuld.";
    if (sleutels.has(id("r-id").value.trim())) tekst += " Let op: deze sleutel bestaat al in de kennisbank.";
    id("ontbreekt").textContent = tekst;
  }

  /* The key follows the title until the visitor makes a key of their own; `begin` after the fields were filled. */
  function volgTitel() {
    var sleutel = id("r-id");
    if (sleutel.value !== eigenSleutel) return;
    sleutel.value = eigenSleutel = WATWERKT.sleutelVan(id("r-titel").value);
  }

  function begin() {
    eigenSleutel = WATWERKT.sleutelVan(id("r-titel").value);
  }

  id("kopieer").addEventListener("click", function () {
    var klaar = function () { id("recordmelding").textContent = "Gekopieerd."; };
    hulp.kopieer(id("yaml").value, klaar, function () {
      id("yaml").select();
      if (document.execCommand("copy")) klaar();
      else id("recordmelding").textContent = "De tekst is geselecteerd. Kopieer met Ctrl+C.";
    });
  });
  id("download").addEventListener("click", function () {
    hulp.bewaarBestand((WATWERKT.sleutelVan(id("r-id").value) || "quickscan") + ".yml", "application/yaml", id("yaml").value);
    id("recordmelding").textContent = "Het bestand staat klaar bij uw downloads.";
  });

  WATWERKT.zelfrecord = { toon: toon, volgTitel: volgTitel, begin: begin };
})();
