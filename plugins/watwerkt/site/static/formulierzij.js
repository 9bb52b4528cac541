/* Beside the questions: how far it is and the 4+1 profile of the newest scan. And on paper: the answers as text. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var el = WATWERKT.hulp.el;
  var regels = WATWERKT.formulier;
  var rubriek = WATWERKT.rubriek;
  var model = WATWERKT.scoremodel;
  var lijsten = WATWERKT.formulierlijsten;
  var meldingen = WATWERKT.formuliermeldingen;
  var isGroep = WATWERKT.isGroep;
  var vragen = document.getElementById("vragen");

  function id(naam) {
    return document.getElementById(naam);
  }

  function aantal(getal, een, meer) {
    return getal ? getal + " " + (getal === 1 ? een : meer) : "";
  }

  /* The same number as the list of faults, once that is there; before that only what was answered. */
  function toonStand(bevindingen) {
    var nu = aantal(bevindingen.filter(function (b) { return b.niveau === "fout" && meldingen.zichtbaar(b); }).length, "antwoord klopt", "antwoorden kloppen");
    id("stand").replaceChildren(meldingen.gecontroleerd() ? el("a", { href: "#foutlijst" }, meldingen.kop(bevindingen)) : nu ? nu + " nog niet." : "");
  }

  function toonVoortgang(record, bevindingen) {
    var verplicht = regels.modellen.Praktijk.filter(function (v) { return v.graad === "verplicht"; });
    var klaar = verplicht.filter(function (v) { return record[v.naam] !== undefined; }).length;
    id("voortgang").value = klaar;
    id("voortgang-tekst").textContent = klaar + " van " + verplicht.length + " verplichte vragen";
    toonStand(bevindingen);
    document.querySelectorAll("[data-deel]").forEach(function (plek) {
      var deel = id(plek.dataset.deel);
      var fout = meldingen.fouten(bevindingen).filter(function (b) { return b.plek && deel.contains(b.plek) && meldingen.zichtbaar(b); }).length;
      var vol = Array.from(deel.querySelectorAll(".invoer")).filter(function (e) { return e.value; }).length;
      plek.textContent = aantal(fout, "fout", "fouten") || aantal(vol, "ingevuld", "ingevuld");
    });
    vragen.querySelectorAll("[data-beoordeeld]").forEach(function (plek) {
      var niveaus = Array.from(plek.closest("details").querySelectorAll('[data-soort="niveau"] .invoer'));
      plek.textContent = "(" + niveaus.filter(function (e) { return e.value; }).length + " van " + niveaus.length + ")";
    });
  }

  function nieuwsteScan(record) {
    return (Array.isArray(record.scans) ? record.scans : []).filter(isGroep).reduce(function (beste, scan) {
      return !beste || (typeof scan.datum === "string" && scan.datum > beste.datum) ? scan : beste;
    }, null);
  }

  function toonProfiel(record) {
    var scan = nieuwsteScan(record);
    function niveau(dimensie, criterium) {
      var oordeel = (((scan || {}).oordelen || {})[dimensie] || {})[criterium] || {};
      return Number.isInteger(oordeel.niveau) && oordeel.niveau >= 0 && oordeel.niveau <= 4 ? oordeel.niveau : null;
    }
    var scores = model.profiel(rubriek, niveau);
    id("oordeel").textContent = scan ? rubriek.oordelen[model.oordeel(rubriek, scores)][0] : "Nog geen scan";
    WATWERKT.strip.teken(document.querySelector(".formulier__zij .stripfiguur svg"), scores, rubriek.dimensies);
  }

  /* ---- On paper ---- */

  function opPapier(invoer) {
    return invoer.tagName === "SELECT" ? (invoer.value ? invoer.selectedOptions[0].textContent : "") : invoer.value;
  }

  function vanPapier() {
    vragen.querySelectorAll(".papier").forEach(function (p) { p.remove(); });
  }

  function naarPapier(ingevuld) {
    vanPapier();
    vragen.querySelectorAll(".veld[data-veld]").forEach(function (veld) {
      var tekst = opPapier(lijsten.bediening(veld));
      if (tekst) veld.append(el("p", { class: "papier alleen-afdrukken" }, tekst));
    });
    id("formulier").classList.toggle("formulier--ingevuld", ingevuld);
  }

  WATWERKT.formulierzij = {
    toon: function (record, bevindingen) {
      toonVoortgang(record, bevindingen);
      toonProfiel(record);
    },
    naarPapier: naarPapier,
    vanPapier: vanPapier
  };
})();
