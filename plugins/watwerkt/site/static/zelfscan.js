/* The quick-scan of one's own project: reads the answers from the page, computes with scoremodel.js, draws the profile
   and writes the result. Nothing leaves the browser; answers are kept in localStorage only when asked. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var hulp = WATWERKT.hulp;
  var model = WATWERKT.scoremodel;
  var rubriek = WATWERKT.rubriek;
  var el = hulp.el;
  var strip = WATWERKT.strip;
  var KEY = "watwerkt-quickscan";
  var RUST = 1500;
  var DAARNA = 3;
  var scan = document.getElementById("zelfscan");
  var vragen = document.getElementById("vragen");
  var blokken = Array.from(vragen.querySelectorAll("fieldset[data-criterium]"));
  var labels = new Map(rubriek.dimensies.map(function (d) { return [d.id, d.label.toLowerCase()]; }));
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

  function niveautekst(n) {
    return n + " · " + rubriek.schaal[n];
  }

  function opsomming(delen) {
    return delen.length < 2 ? delen.join("") : delen.slice(0, -1).join(", ") + " en " + delen[delen.length - 1];
  }

  function namen(ids) {
    return opsomming(ids.map(function (d) { return labels.get(d); }));
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

  function conclusie(scores) {
    var woord = rubriek.oordelen[model.oordeel(rubriek, scores)];
    var zinnen = [woord[0] + ". " + woord[1]];
    var sterk = model.sterkste(scores);
    var hiel = model.achilleshiel(scores);
    var onbekend = model.openVragen(rubriek, niveau).length;
    if (sterk.length) zinnen.push("Het sterkst is " + namen(sterk) + ".");
    if (hiel.length) zinnen.push("De achilleshiel is " + namen(hiel) + ".");
    if (onbekend) zinnen.push("Op " + onbekend + " van de " + blokken.length + " vragen is nog geen antwoord bekend.");
    return zinnen.join(" ");
  }

  /* The first criterium of these dimensions whose level is the highest (richting 1) or lowest (-1). */
  function uiterste(ids, richting) {
    var beste = null;
    rubriek.dimensies.forEach(function (d) {
      if (ids.indexOf(d.id) < 0) return;
      d.criteria.forEach(function (c) {
        var n = niveau(d.id, c.id);
        if (n !== null && (!beste || (n - beste.niveau) * richting > 0)) beste = { dimensie: d, criterium: c, niveau: n };
      });
    });
    return beste;
  }

  function punt(titel, soort, ids, richting) {
    if (!ids.length) return null;
    var regel = uiterste(ids, richting);
    var waarom = reden(regel.dimensie.id, regel.criterium.id);
    var stap = richting < 0 && regel.niveau <= rubriek.adviesgrens;
    return el("section", { class: "punt punt--" + soort },
      el("h3", { class: "punt__titel" }, titel + ": " + namen(ids)),
      el("p", {}, regel.criterium.label + ": " + niveautekst(regel.niveau) + "." + (waarom ? " " + waarom : "")),
      stap ? el("p", { class: "punt__stap" }, el("strong", {}, "Eerste stap:"), " " + regel.criterium.advies) : null);
  }

  function stap(regel) {
    var c = regel.criterium;
    return el("li", { class: "stap" },
      el("p", { class: "stap__label" }, regel.dimensie.label + ", " + niveautekst(regel.niveau)),
      el("h5", { class: "stap__titel" }, c.label),
      el("p", {}, c.advies + (c.instrument ? " Instrument: " + c.instrument + "." : "")),
      el("p", {}, el("a", { class: "doorlink niet-afdrukken", href: hulp.adres("model/" + regel.dimensie.id + "/#" + c.id) }, "Bekijk het criterium"),
        " ", el("a", { class: "niet-afdrukken", href: "#v-" + regel.dimensie.id + "-" + c.id }, "Uw antwoord")));
  }

  function adviesdelen() {
    var regels = model.adviezen(rubriek, niveau);
    if (!regels.length) return [el("p", {}, "Er is nog geen advies: geen van uw antwoorden staat zo laag dat er een eerste stap bij hoort.")];
    var delen = [el("h4", {}, "Begin hier"), el("ol", { class: "stappen" })];
    regels.slice(0, DAARNA).forEach(function (regel) { delen[1].append(stap(regel)); });
    if (regels.length > DAARNA) {
      delen.push(el("h4", {}, "Daarna"), el("ol", { class: "stappen" }));
      regels.slice(DAARNA).forEach(function (regel) { delen[3].append(stap(regel)); });
    }
    return delen;
  }

  function kaart(p, dimensie) {
    return el("li", { class: "kaart" },
      el("div", { class: "kaart__tekst" },
        el("p", { class: "kaart__plaats" }, p.plaats),
        el("h5", { class: "kaart__titel" }, el("a", { href: hulp.adres(p.url) }, p.titel)),
        el("p", { class: "kaart__kern" }, p.kern)),
      el("div", { class: "kaart__profiel" },
        hulp.balk(p.scores[dimensie]),
        el("p", { class: "kaart__feit" }, "Score: " + hulp.scoretekst(p.scores[dimensie]))));
  }

  function voorbeelddelen(scores) {
    var zwak = model.zwak(rubriek, scores);
    if (!zwak.length) return [el("p", {}, "Beantwoord meer vragen. Dan ziet u hier praktijken die sterk zijn waar uw project dat niet is.")];
    return zwak.flatMap(function (s) {
      var gevonden = model.voorbeelden(WATWERKT.catalogus.praktijken, s.dimensie, s.score, rubriek.drempel, 3);
      var kop = el("h4", {}, "Uw " + labels.get(s.dimensie) + ": " + hulp.scoretekst(s));
      if (!gevonden.praktijken.length) return [kop, el("p", {}, "In de kennisbank staat nog geen praktijk die hier verder is.")];
      var lijst = el("ul", { class: "kaarten kaarten--lijst", role: "list" });
      gevonden.praktijken.forEach(function (p) { lijst.append(kaart(p, s.dimensie)); });
      var uitleg = gevonden.sterk ? "Deze praktijken zijn hier sterk:" : "Geen praktijk is hier al sterk. Deze zijn het verst:";
      return [kop, el("p", {}, uitleg), lijst];
    });
  }

  function opendelen() {
    var open = model.openVragen(rubriek, niveau);
    if (!open.length) return [el("p", {}, "U hebt bij elke vraag een niveau gekozen.")];
    var lijst = el("ul", {});
    open.forEach(function (regel) {
      lijst.append(el("li", {},
        el("a", { href: "#v-" + regel.dimensie.id + "-" + regel.criterium.id }, regel.criterium.label),
        " (" + labels.get(regel.dimensie.id) + "): " + regel.criterium.vraag));
    });
    return [el("p", {}, "Zoek dit uit. Een antwoord verandert het beeld."), lijst];
  }

  function vervang(plek, delen) {
    plek.replaceChildren.apply(plek, delen.filter(Boolean));
  }

  function toonUitkomst(scores) {
    var leeg = antwoorden.size === 0;
    id("nog-leeg").hidden = !leeg;
    id("uitslag").hidden = id("record").hidden = leeg;
    if (leeg) return;
    id("conclusie").textContent = conclusie(scores);
    vervang(id("punten"), [
      punt("Sterkste punt", "sterk", model.sterkste(scores), 1),
      punt("Achilleshiel", "hiel", model.achilleshiel(scores), -1)
    ]);
    vervang(id("advies"), adviesdelen());
    vervang(id("voorbeelden"), voorbeelddelen(scores));
    vervang(id("open"), opendelen());
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
  }

  /* ---- On to the form ---- */

  function vandaag() {
    var nu = new Date();
    return [nu.getFullYear(), nu.getMonth() + 1, nu.getDate()].map(function (deel) { return String(deel).padStart(2, "0"); }).join("-");
  }

  function oordeel(naam) {
    var gegeven = antwoorden.get(naam);
    var uit = { niveau: gegeven === "onbekend" ? gegeven : Number(gegeven) };
    var bron = {};
    if (veld(naam + ".reden").value.trim()) uit.onderbouwing = veld(naam + ".reden").value.trim();
    ["bron", "plaats"].forEach(function (deel) {
      if (veld(naam + "." + deel).value.trim()) bron[deel] = veld(naam + "." + deel).value.trim();
    });
    if (Object.keys(bron).length) uit.bronnen = [bron];
    return uit;
  }

  /* The answers as a scan of a record. */
  function scanVan() {
    var oordelen = {};
    rubriek.dimensies.forEach(function (d) {
      d.criteria.forEach(function (c) {
        var naam = d.id + "." + c.id;
        if (!antwoorden.has(naam)) return;
        oordelen[d.id] = oordelen[d.id] || {};
        oordelen[d.id][c.id] = oordeel(naam);
      });
    });
    return { datum: vandaag(), beoordelaar: { rol: "zelf" }, getoetst: false, oordelen: oordelen };
  }

  /* The form takes the answers over within this tab; without storage it starts empty, and says so here. */
  function naarFormulier(event) {
    try {
      window.sessionStorage.setItem("watwerkt-overdracht", JSON.stringify({ versie: 1, record: { scans: [scanVan()] }, bronnen: [] }));
    } catch (error) {
      event.preventDefault();
      id("recordmelding").textContent = "Deze browser kan uw antwoorden niet meenemen. Druk de uitkomst af en vul de niveaus in het formulier opnieuw in.";
    }
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
  id("formulierlink").addEventListener("click", naarFormulier);

  // without answers that were asked to be kept, also those go that a browser puts back after a reload
  var eerder = bewaarde();
  id("bewaar").checked = Boolean(eerder);
  vul(eerder || []);
})();
