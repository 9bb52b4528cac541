/* The quick-scan of one's own project: reads the answers from the page, computes with scoremodel.js, draws the profile and
   puts the result of zelfuitslag.js in its place; zelfrecord.js takes the answers along to the form. Nothing leaves the browser; answers
   are kept in localStorage only when asked. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var hulp = WATWERKT.hulp;
  var model = WATWERKT.scoremodel;
  var rubriek = WATWERKT.rubriek;
  var strip = WATWERKT.strip;
  var KEY = "watwerkt-quickscan";
  var RUST = 1500;
  var scan = document.getElementById("zelfscan");
  var vragen = document.getElementById("vragen");
  var blokken = Array.from(vragen.querySelectorAll("fieldset[data-criterium]"));
  var antwoorden = new Map();

  function id(naam) {
    return document.getElementById(naam);
  }

  function veld(naam) {
    return document.getElementsByName(naam)[0];
  }

  /* ---- Answers ---- */

  function leesAntwoorden() {
    antwoorden = new Map();
    blokken.forEach(function (blok) {
      var gekozen = blok.querySelector("input:checked");
      if (gekozen) antwoorden.set(gekozen.name, gekozen.value);
    });
  }

  function niveau(dimensie, criterium) {
    var antwoord = antwoorden.get(dimensie + "." + criterium);
    return antwoord === undefined || antwoord === "onbekend" ? null : Number(antwoord);
  }

  function reden(dimensie, criterium) {
    return veld(dimensie + "." + criterium + ".reden").value.trim();
  }

  /* ---- Result ---- */

  function toonStand(scores) {
    var aantal = antwoorden.size;
    var tekst = aantal + " van " + blokken.length + " beantwoord";
    id("voortgang").value = aantal;
    id("voortgang-tekst").textContent = tekst;
    id("stand-oordeel").textContent = aantal ? rubriek.oordelen[model.oordeel(rubriek, scores)][0] : "Nog niet ingevuld";
    scan.classList.toggle("zelfscan--ingevuld", aantal > 0);
    scores.forEach(function (s) {
      var plek = vragen.querySelector('[data-tussenstand="' + s.dimensie + '"]');
      plek.textContent = "Score: " + hulp.scoretekst(s) + ". " + s.bekend + " van " + s.totaal + " bekend.";
    });
    blokken.forEach(function (blok) {
      var waarom = reden(blok.dataset.dimensie, blok.dataset.criterium);
      blok.querySelector(".vraag__papier").textContent = waarom || !aantal ? "Waarom? " + waarom : "";
    });
    strip.teken(scan.querySelector(".zelfscan__stand .stripfiguur svg"), scores, rubriek.dimensies);
  }

  function toonUitkomst(scores) {
    var leeg = antwoorden.size === 0;
    id("nog-leeg").hidden = !leeg;
    id("uitslag").hidden = id("record").hidden = leeg;
    if (leeg) return;
    var delen = WATWERKT.zelfuitslag({ niveau: niveau, reden: reden, vragen: blokken.length }, scores);
    Object.keys(delen).forEach(function (plek) {
      id(plek).replaceChildren.apply(id(plek), delen[plek]);
    });
  }

  /* A screen reader hears the new score once, when the answers have been still for a moment. */
  var wachten = 0;
  function meld(dimensie) {
    window.clearTimeout(wachten);
    wachten = window.setTimeout(function () {
      var plek = rubriek.dimensies.findIndex(function (d) { return d.id === dimensie; });
      var s = model.scoreDimensie(rubriek.dimensies[plek], niveau, rubriek.minimaleDekking);
      id("stand-melding").textContent = strip.zin(strip.balktekst(s, rubriek.dimensies[plek])) + " " + antwoorden.size + " van " + blokken.length + " beantwoord.";
    }, RUST);
  }

  /* ---- Keeping, clearing ---- */

  function benoemd() {
    return Array.from(scan.querySelectorAll("input[name], textarea[name], select[name]"));
  }

  function lees() {
    return benoemd().filter(function (e) { return e.type === "radio" ? e.checked : e.value; }).map(function (e) { return [e.name, e.value]; });
  }

  function vul(paren) {
    var waarden = new Map(paren);
    benoemd().forEach(function (e) {
      var waarde = waarden.has(e.name) ? waarden.get(e.name) : "";
      if (e.type === "radio") e.checked = e.value === waarde;
      else e.value = e.maxLength > 0 ? waarde.slice(0, e.maxLength) : waarde;
    });
    ververs();
  }

  function bewaar() {
    if (!id("bewaar").checked) return;
    try {
      window.localStorage.setItem(KEY, JSON.stringify({ rubriek: rubriek.versie, velden: lees() }));
    } catch (error) {
      id("bewaar").checked = false;
      id("bewaarmelding").textContent = "Deze browser kan niets bewaren.";
    }
  }

  function vergeet() {
    try {
      window.localStorage.removeItem(KEY);
    } catch (error) {
      return; // storage is closed, so nothing is kept either
    }
  }

  function bewaarde() {
    try {
      var data = JSON.parse(window.localStorage.getItem(KEY));
      if (!data || !Array.isArray(data.velden)) return null;
      return data.velden.filter(function (paar) {
        return Array.isArray(paar) && typeof paar[0] === "string" && typeof paar[1] === "string";
      });
    } catch (error) {
      return null; // closed storage, or something that we did not write
    }
  }

  function ververs() {
    leesAntwoorden();
    var scores = model.profiel(rubriek, niveau);
    toonStand(scores);
    toonUitkomst(scores);
    WATWERKT.zelfrecord.onthoud(antwoorden);
  }

  /* ---- Wiring ---- */

  var gewist = [];

  function wis() {
    gewist = lees();
    vul([]);
    id("bewaar").checked = false;
    vergeet();
    id("terug").hidden = false;
    id("bewaarmelding").textContent = "Alle antwoorden zijn gewist.";
  }

  function zetTerug() {
    vul(gewist);
    id("terug").hidden = true;
    id("wis").focus();
    id("bewaarmelding").textContent = "Uw antwoorden staan er weer.";
  }

  function opBewaar() {
    id("bewaarmelding").textContent = id("bewaar").checked ? "Uw antwoorden blijven in deze browser." : "Er wordt niets meer bewaard.";
    if (id("bewaar").checked) bewaar();
    else vergeet();
  }

  /* 0 to 4, or ?, choose directly while a radio button has the focus. */
  function opToets(event) {
    if (event.target.type !== "radio" || event.ctrlKey || event.altKey || event.metaKey || !/^[0-4?]$/.test(event.key)) return;
    var waarde = event.key === "?" ? "onbekend" : event.key;
    var keuze = event.target.closest("fieldset").querySelector('input[value="' + waarde + '"]');
    event.preventDefault();
    keuze.focus();
    keuze.click();
  }

  function opInvoer(event) {
    id("terug").hidden = true;
    ververs();
    bewaar();
    if (event.target.type === "radio") meld(event.target.closest("fieldset").dataset.dimensie);
  }

  vragen.addEventListener("input", opInvoer);
  vragen.addEventListener("keydown", opToets);
  id("bewaar").addEventListener("change", opBewaar);
  id("wis").addEventListener("click", wis);
  id("terug").addEventListener("click", zetTerug);
  id("print").addEventListener("click", function () { window.print(); });

  // when somebody reloads or comes back, the browser itself has put the answers back before this page is shown
  var eerder = bewaarde();
  id("bewaar").checked = Boolean(eerder);
  if (eerder) vul(eerder);
  window.addEventListener("pageshow", ververs);
})();
