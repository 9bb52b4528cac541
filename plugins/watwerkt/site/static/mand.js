/* The tray: pick two to four practices on any page with cards, and compare them. Kept in localStorage; where that is
   closed, or on a stick, where a browser may give every file its own storage, the choice travels in the address. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var hulp = WATWERKT.hulp;
  var el = hulp.el;
  var KEY = "watwerkt-vergelijk";
  var MAXIMUM = 4;
  var ID = /^[a-z0-9]+(-[a-z0-9]+){0,11}$/;
  var gekozen = [];
  var meenemen = window.location.protocol === "file:";
  var namen = new Map();
  var bak = null;

  function geldig(ids) {
    return Array.from(new Set(ids)).filter(function (id) {
      return typeof id === "string" && id.length <= 80 && ID.test(id);
    });
  }

  function lees() {
    var adres = new URLSearchParams(window.location.search).get("p");
    if (adres) return geldig(adres.split(",")).slice(0, MAXIMUM);
    try {
      var bewaard = JSON.parse(window.localStorage.getItem(KEY) || "[]");
      if (!Array.isArray(bewaard)) return [];
      bewaard.forEach(function (x) {
        if (x && typeof x.titel === "string" && ID.test(x.id)) namen.set(x.id, x.titel.slice(0, 300));
      });
      return geldig(bewaard.map(function (x) { return x && x.id; })).slice(0, MAXIMUM);
    } catch (error) {
      return []; // storage is closed or holds something else: start empty
    }
  }

  function bewaar() {
    var waarde = gekozen.map(function (id) {
      return { id: id, titel: namen.get(id) || id };
    });
    try {
      window.localStorage.setItem(KEY, JSON.stringify(waarde));
    } catch (error) {
      meenemen = true;
    }
  }

  function vakken() {
    return document.querySelectorAll("input[data-vergelijk]");
  }

  function kies(id, aan) {
    var plek = gekozen.indexOf(id);
    if (aan && plek < 0) {
      if (gekozen.length >= MAXIMUM) return "U kunt vier praktijken vergelijken. Haal er eerst een weg.";
      gekozen.push(id);
    } else if (!aan && plek >= 0) gekozen.splice(plek, 1);
    bewaar();
    return (namen.get(id) || id) + (aan ? " gekozen" : " weggehaald") + ": " + gekozen.length + " van " + MAXIMUM + ".";
  }

  function zeg(tekst) {
    bak.status.textContent = tekst;
  }

  /* The choice from the address is taken over once; after that a reload must not bring it back. */
  function verbruik() {
    var zoek = new URLSearchParams(window.location.search);
    if (!zoek.has("p")) return;
    zoek.delete("p");
    hulp.zetAdres(zoek.toString(), false);
  }

  function vergelijkadres() {
    return hulp.adres("vergelijk/") + "?p=" + gekozen.join(",");
  }

  function regel(id) {
    var knop = el("button", { type: "button" }, namen.get(id) || id, el("span", { class: "verborgen" }, " weghalen"));
    knop.addEventListener("click", function () {
      zeg(kies(id, false));
      toon();
      (bak.lijst.querySelector("button") || bak.terug()).focus();
    });
    return el("li", {}, knop);
  }

  function toon() {
    vakken().forEach(function (vak) {
      vak.checked = gekozen.indexOf(vak.dataset.vergelijk) >= 0;
    });
    var leeg = gekozen.length === 0;
    bak.balk.hidden = leeg;
    bak.kop.textContent = "Vergelijken: " + gekozen.length + " gekozen";
    bak.lijst.replaceChildren.apply(bak.lijst, gekozen.map(regel));
    bak.naar.hidden = gekozen.length < 2;
    if (bak.naar.hidden) bak.naar.removeAttribute("href");
    else bak.naar.href = vergelijkadres();
    bak.nog.hidden = gekozen.length !== 1;
  }

  /* The tray lies over the page: what gets the focus must come to rest above it, also when the tray is unfolded. */
  function maakRuimte(gemeten) {
    var hoogte = gemeten[0].target.offsetHeight;
    document.documentElement.style.scrollPaddingBottom = hoogte ? hoogte + 8 + "px" : "";
  }

  function maak() {
    var kop = el("summary", {});
    var lijst = el("ul", { class: "gekozen", role: "list" });
    var naar = el("a", { class: "knop knop--hoofd" }, "Vergelijk");
    var nog = el("p", { class: "klein" }, "Kies er nog minstens één.");
    var leeg = el("button", { type: "button", class: "knop knop--stil" }, "Maak leeg");
    var status = el("p", { class: "verborgen", role: "status" });
    var melding = el("p", { class: "vergelijkbak__melding", hidden: true });
    var balk = el("section", { class: "vergelijkbak niet-afdrukken", "aria-label": "Gekozen om te vergelijken", hidden: true },
      el("details", { class: "vergelijkbak__keuze" }, kop, lijst), naar, nog, leeg, melding);
    leeg.addEventListener("click", function () {
      gekozen = [];
      bewaar();
      toon();
      zeg("Geen praktijken meer gekozen.");
      bak.terug().focus();
    });
    document.querySelector(".blad").after(balk, status);
    new ResizeObserver(maakRuimte).observe(balk);
    return {
      balk: balk, kop: kop, lijst: lijst, naar: naar, nog: nog, status: status, melding: melding,
      terug: function () { return vakken()[0] || document.getElementById("inhoud"); }
    };
  }

  function opKeuze(event) {
    var vak = event.target;
    if (!vak.matches || !vak.matches("input[data-vergelijk]")) return;
    var tekst = kies(vak.dataset.vergelijk, vak.checked);
    var geweigerd = vak.checked && gekozen.indexOf(vak.dataset.vergelijk) < 0;
    toon();
    bak.melding.hidden = !geweigerd;
    bak.melding.textContent = geweigerd ? tekst : "";
    zeg(tekst);
  }

  /* On a stick, or with storage closed: take the choice along in the links of this site. */
  function neemMee(event) {
    var link = event.target.closest && event.target.closest("a[href]");
    if (!link || !meenemen || link === bak.naar || link.hasAttribute("download")) return;
    if (link.protocol !== window.location.protocol || link.host !== window.location.host) return;
    if (link.getAttribute("href").charAt(0) === "#") return;
    var doel = new URL(link.href);
    if (gekozen.length) doel.searchParams.set("p", gekozen.join(","));
    else doel.searchParams.delete("p");
    link.href = doel.href.replace(/%2C/g, ",");
  }

  function noemVakken() {
    vakken().forEach(function (vak) {
      namen.set(vak.dataset.vergelijk, vak.dataset.titel);
    });
  }

  /* Names of the chosen ones, under the id that they have now; who is no longer there leaves the tray. */
  function noem(rijen) {
    var nu = new Map();
    rijen.forEach(function (rij) {
      namen.set(rij.id, rij.titel);
      rij.voorheen.concat(rij.id).forEach(function (id) { nu.set(id, rij.id); });
    });
    gekozen = geldig(gekozen.map(function (id) { return nu.get(id); }));
    bewaar();
    toon();
  }

  function opnieuw() {
    gekozen = lees();
    toon();
  }

  /* The page with the comparison has no tray, but begins with what is in it, and keeps in it what is chosen there. */
  WATWERKT.mand = {
    lees: lees,
    neem: function (rijen) {
      rijen.forEach(function (rij) { namen.set(rij.id, rij.titel); });
      gekozen = rijen.map(function (rij) { return rij.id; });
      bewaar();
    }
  };

  document.addEventListener("DOMContentLoaded", function () {
    if (!vakken().length && !document.getElementById("uitkomst")) return;
    gekozen = lees();
    var lijst = WATWERKT.kaartlijst; // on the page that lists every practice
    var weg = gekozen.filter(function (id) { return lijst && !lijst.maakVan(id); });
    noemVakken();
    verbruik();
    bak = maak();
    toon();
    bewaar();
    document.addEventListener("change", opKeuze);
    document.addEventListener("watwerkt:lijst", function () {
      noemVakken();
      toon();
    });
    document.addEventListener("click", neemMee, true);
    window.addEventListener("pageshow", function (event) { if (event.persisted) opnieuw(); });
    window.addEventListener("storage", function (event) { if (event.key === KEY) opnieuw(); }); // another tab
    if (WATWERKT.catalogus) noem(WATWERKT.catalogus.praktijken);
    else if (weg.length || gekozen.some(function (id) { return !namen.has(id); })) {
      hulp.laad("assets/watwerkt/catalogus.js").then(function () { noem(WATWERKT.catalogus.praktijken); }, toon);
    }
  });
})();
