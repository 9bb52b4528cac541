/* The catalogue page: shows the choice of filter.js, with the cards of kaartlijst.js. Needs hulp.js, filter.js,
   uitvoer.js and zoek.js. State lives in the address. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var hulp = WATWERKT.hulp;
  var el = hulp.el;
  var filter = WATWERKT.filter;
  var facetten = filter.facetten;
  var TYPEN = 150;
  var DUBBELKLIK = 500;

  var vorm = document.getElementById("facetten");
  var veld = document.getElementById("zoek-lijst");
  var sorteer = document.getElementById("sorteer");
  var aantal = document.getElementById("aantal");
  var gekozen = document.getElementById("gekozen");
  var leeg = document.getElementById("leeg");
  var uitkomst = document.getElementById("uitkomst");
  var melding = document.getElementById("melding");
  var bedoelde = document.getElementById("bedoelde");
  var filterkop = document.querySelector("#filters > summary");
  var vakken = new Map(facetten.map(function (facet) { return [facet.id, new Map()]; }));
  var staat = filter.uitAdres();
  var laatste = null;
  var wacht = 0;
  var vraag = 0; // number of the latest question; an answer to an older one comes too late
  var weggehaald = -DUBBELKLIK;

  function neemVakken() {
    vorm.querySelectorAll("input[data-facet]").forEach(function (vak) {
      vakken.get(vak.dataset.facet).set(vak.value, { vak: vak, teller: vak.nextElementSibling.lastElementChild, aantal: null });
    });
  }

  function toonFacetten() {
    facetten.forEach(function (facet) {
      var keuze = staat.keuzes.get(facet.id);
      vakken.get(facet.id).forEach(function (keuzevak, id) {
        keuzevak.vak.checked = keuze.has(id);
        var aantal = laatste.aantallen.get(facet.id).get(id) || 0;
        if (keuzevak.aantal === aantal) return;
        keuzevak.aantal = aantal;
        keuzevak.teller.textContent = String(aantal);
      });
    });
  }

  function keuzelijst() {
    var uit = staat.q.trim() ? [{ facet: null, id: "q", tekst: "Zoekwoorden: " + staat.q.trim() }] : [];
    facetten.forEach(function (facet) {
      facet.ids.forEach(function (id) {
        if (staat.keuzes.get(facet.id).has(id)) uit.push({ facet: facet, id: id, tekst: facet.label + ": " + facet.labels.get(id) });
      });
    });
    return uit;
  }

  function haalWeg(keuze) {
    if (keuze.facet) staat.keuzes.get(keuze.facet.id).delete(keuze.id);
    else staat.q = "";
  }

  function toonChips() {
    var lijst = keuzelijst();
    gekozen.replaceChildren.apply(gekozen, lijst.map(function (keuze, plek) {
      var knop = el("button", { type: "button" }, keuze.tekst, el("span", { class: "verborgen" }, ", weghalen"));
      knop.addEventListener("click", function (event) {
        if (event.detail && event.timeStamp - weggehaald < DUBBELKLIK) return; // the next chip has come under the pointer
        weggehaald = event.timeStamp;
        haalWeg(keuze);
        werkBij(true);
        (gekozen.querySelectorAll("button")[Math.max(0, plek - 1)] || veld).focus();
      });
      return el("li", {}, knop);
    }));
    gekozen.hidden = !lijst.length;
    document.getElementById("gekozen-tekst").textContent = lijst.map(function (keuze) { return keuze.tekst; })
      .concat("Volgorde: " + sorteer.selectedOptions[0].textContent.toLowerCase()).join("; ");
    document.getElementById("wis").hidden = lijst.length < 2;
    filterkop.textContent = "Filters" + (lijst.length ? " (" + lijst.length + " gekozen)" : "");
  }

  function telling(n) {
    return n === 1 ? "1 praktijk" : n + " praktijken";
  }

  /* Which single choice, when let go, gives the most practices? */
  function advies() {
    var beste = "";
    laatste.zonder.forEach(function (n, id) {
      if (!beste || n > laatste.zonder.get(beste)) beste = id;
    });
    return beste;
  }

  function toonLeeg() {
    leeg.hidden = laatste.plekken.length > 0;
    document.getElementById("legenda").hidden = !leeg.hidden;
    if (!leeg.hidden) {
      var beste = advies();
      var delen = [el("h2", {}, "Niets gevonden")];
      var keuzes = keuzelijst();
      if (beste && keuzes.length > 1) {
        var facet = facetten.find(function (f) { return f.id === beste; });
        var naam = facet ? facet.label : "Zoekwoorden";
        var los = el("button", { type: "button", class: "knop knop--hoofd" }, "Laat “" + naam + "” los");
        los.addEventListener("click", function () {
          if (facet) staat.keuzes.get(facet.id).clear();
          else staat.q = "";
          werkBij(true);
          veld.focus();
        });
        delen.push(el("p", {}, "Zonder de keuze “" + naam + "” vindt u " + telling(laatste.zonder.get(beste)) + "."), el("p", {}, los));
      } else if (keuzes.length > 1) delen.push(el("p", {}, "Eén keuze loslaten is niet genoeg."));
      else delen.push(el("p", {}, "Probeer een ander of korter woord."));
      var wis = el("button", { type: "button", class: "knop" }, "Toon alle praktijken");
      wis.addEventListener("click", wisAlles);
      delen.push(el("p", {}, wis));
      leeg.replaceChildren.apply(leeg, delen);
    }
  }

  /* What the visitor must know about the words: only a part of the question was answered, or a slip. */
  function toonZoekuitleg(gevonden) {
    var delen = [];
    if (gevonden && gevonden.deels && gevonden.per.size) {
      var weg = gevonden.ontbrekend.length ? " Niets gevonden met “" + gevonden.ontbrekend.join("” en “") + "”." : "";
      delen.push("Geen praktijk past op de hele vraag." + weg + " Deze praktijken passen op een deel. ");
    }
    if (gevonden && gevonden.bedoelde) {
      var knop = el("button", { type: "button", class: "tekstknop" }, gevonden.bedoelde);
      knop.addEventListener("click", function () {
        staat.q = gevonden.bedoelde;
        werkBij(true);
        veld.focus();
      });
      delen.push("Bedoelde u ", knop, "?");
    }
    bedoelde.hidden = !delen.length;
    bedoelde.replaceChildren.apply(bedoelde, delen);
  }

  /* The choices at once, the list when the question is answered. */
  function toonAlles() {
    var deze = (vraag += 1);
    if (document.activeElement !== veld || veld.value.trim() !== staat.q.trim()) veld.value = staat.q;
    sorteer.value = filter.volgorde(staat);
    sorteer.querySelector('option[value="relevantie"]').disabled = !staat.q.trim();
    toonChips();
    melding.textContent = "";
    var opNaam = !staat.q.trim() && filter.volgorde(staat) === "naam";
    if (opNaam && (WATWERKT.kaartlijst.isVolledig() || !keuzelijst().length)) {
      toonUitkomst(null);
      return;
    }
    uitkomst.setAttribute("aria-busy", "true");
    Promise.all([
      filter.bereid(filter.volgorde(staat)),
      staat.q.trim() ? filter.zoekTekst(staat.q) : null,
      WATWERKT.kaartlijst.bereid()
    ]).then(function (klaar) {
      if (deze === vraag) toonUitkomst(klaar[1]);
    }, function () {
      if (deze !== vraag) return;
      toonUitkomst(null);
      toonStoring();
    });
  }

  function toonUitkomst(gevonden) {
    laatste = filter.filter(staat, gevonden);
    laatste.gevonden = gevonden;
    var n = laatste.plekken.length;
    aantal.textContent = n === filter.aantal ? "Alle " + telling(n) : n + " van " + telling(filter.aantal);
    toonZoekuitleg(gevonden);
    toonFacetten();
    var soort = filter.volgorde(staat);
    if (n === filter.aantal && soort === "naam" && !gevonden) WATWERKT.kaartlijst.toonIndeling();
    else WATWERKT.kaartlijst.toon(filter.groepen(laatste.plekken, soort, gevonden), gevonden);
    toonLeeg();
    uitkomst.removeAttribute("aria-busy");
    document.getElementById("uitvoer").hidden = n === 0;
  }

  function toonStoring() {
    var opnieuw = el("button", { type: "button", class: "tekstknop" }, "Probeer het opnieuw");
    opnieuw.addEventListener("click", function () {
      toonAlles();
      veld.focus();
    });
    bedoelde.hidden = false;
    bedoelde.replaceChildren("De gegevens voor deze vraag of volgorde zijn niet opgehaald. U ziet nu alle praktijken die bij uw filters passen. ", opnieuw, ".");
  }

  function werkBij(nieuw) {
    hulp.zetAdres(filter.naarZoekdeel(staat), nieuw);
    toonAlles();
  }

  function wisAlles() {
    var sort = staat.sort;
    window.clearTimeout(wacht);
    staat = filter.leegStaat();
    staat.sort = sort;
    werkBij(true);
    veld.focus();
  }

  /* ---- Take it along: link, CSV, JSON ---- */

  function kopieer() {
    var adres = window.location.href;
    hulp.kopieer(adres, function () { melding.textContent = "De link is gekopieerd."; }, function () {
      var invoer = el("input", { class: "invoer", readonly: true, "aria-label": "Link naar deze keuze", value: adres });
      melding.replaceChildren("Kopieer deze link: ", invoer);
      invoer.select();
    });
  }

  /* `maak` turns the places of the list into text; it needs the whole catalogue. */
  function bewaar(naam, soort, maak) {
    hulp.laad("assets/watwerkt/catalogus.js").then(function () {
      hulp.bewaarBestand(naam, soort, maak(opVolgorde()));
      melding.textContent = naam + " is gemaakt, met " + telling(laatste.plekken.length) + ".";
    }, function () {
      melding.textContent = naam + " is niet gemaakt: de gegevens zijn niet opgehaald. Probeer het opnieuw.";
    });
  }

  function opVolgorde() {
    return filter.groepen(laatste.plekken, filter.volgorde(staat), laatste.gevonden).flatMap(function (groep) { return groep.plekken; });
  }

  /* ---- Events ---- */

  /* What was typed counts from now on, also when the pause after typing is not over. */
  function neemTekst() {
    window.clearTimeout(wacht);
    staat.q = veld.value;
  }

  function verbind() {
    veld.addEventListener("input", function () {
      window.clearTimeout(wacht);
      wacht = window.setTimeout(function () {
        neemTekst();
        werkBij(false);
      }, TYPEN);
    });
    vorm.addEventListener("submit", function (event) {
      event.preventDefault();
      neemTekst();
      werkBij(true);
    });
    vorm.addEventListener("change", function (event) {
      var vak = event.target;
      if (!staat.keuzes.has(vak.dataset.facet)) return;
      neemTekst();
      staat.keuzes.get(vak.dataset.facet)[vak.checked ? "add" : "delete"](vak.value);
      werkBij(true);
    });
    sorteer.addEventListener("change", function () {
      neemTekst();
      staat.sort = sorteer.value;
      werkBij(true);
    });
    window.addEventListener("popstate", function () {
      window.clearTimeout(wacht);
      staat = filter.uitAdres();
      toonAlles();
    });
    document.getElementById("wis").addEventListener("click", wisAlles);
    document.getElementById("kopieer").addEventListener("click", kopieer);
    document.getElementById("csv").addEventListener("click", function () {
      bewaar("praktijken.csv", "text/csv;charset=utf-8", WATWERKT.uitvoer.csv);
    });
    document.getElementById("json").addEventListener("click", function () {
      bewaar("praktijken.json", "application/json", function (plekken) {
        return WATWERKT.uitvoer.json(plekken, filter.naarZoekdeel(staat));
      });
    });
  }

  if (window.matchMedia("(max-width: 57.99em)").matches) document.getElementById("filters").open = false;
  neemVakken();
  facetten.forEach(function (facet) {
    if (!staat.keuzes.get(facet.id).size) return;
    vorm.querySelector('input[data-facet="' + CSS.escape(facet.id) + '"]').closest("details").open = true;
  });
  verbind();
  toonAlles();
})();
