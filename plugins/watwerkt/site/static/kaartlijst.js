/* The cards that the server wrote, in the order that is asked for. Of a long list the page holds the first lines only;
   the others are made of regels.js as soon as somebody filters, searches or orders. The first ones stand in the page; a browser with
   JavaScript reads the others as text inside noscript, which costs next to nothing, and makes them here: those that are
   shown first at once, the others when the visitor is not waiting. Needs hulp.js, filter.js and zoek.js. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var hulp = WATWERKT.hulp;
  var el = hulp.el;
  var lijst = WATWERKT.filter.lijst; // places in the order of the page, when that is not their own
  var METEEN = 12; // cards that are made and marked before the first paint
  var uitkomst = document.getElementById("uitkomst");
  var indeling = Array.from(uitkomst.childNodes);
  var lezer = new DOMParser();
  var kaarten = [];
  var thuis = []; // per card the list in which the server put it
  var gemarkeerd = new Set();
  var ingedeeld = true; // the list is as the server wrote it
  var wachtrij = []; // places of cards that are shown and not yet made or marked
  var bezig = 0;

  function vergelijkvak(id, titel) {
    return el("label", { class: "keuze vergelijkvak alleen-js" },
      el("input", { class: "keuze__vak", type: "checkbox", "data-vergelijk": id, "data-titel": titel }),
      el("span", { class: "keuze__tekst" }, "Vergelijk", el("span", { class: "verborgen" }, " " + titel)));
  }

  /* The same line as the server makes of a practice. */
  function regel(rij) {
    return el("li", { class: "regel", "data-id": rij[0] },
      el("a", { href: hulp.adres("praktijken/" + rij[0] + "/") }, rij[1]), " ",
      el("span", { class: "klein" }, rij[2]), " ", vergelijkvak(rij[0], rij[1]));
  }

  uitkomst.querySelectorAll("li[data-id]").forEach(function (kaart, nummer) {
    var plek = lijst.length ? lijst[nummer] : nummer;
    kaarten[plek] = kaart;
    thuis[plek] = kaart.parentNode;
  });

  function maak(kaart) {
    if (!kaart.classList.contains("kaart--later")) return;
    kaart.replaceChildren.apply(kaart, Array.from(lezer.parseFromString(kaart.textContent, "text/html").body.childNodes));
    kaart.classList.remove("kaart--later");
  }

  /* Make and mark what is shown, from the top; a new list breaks off what is left of the old one. */
  function werkAf(aantal, gevonden) {
    wachtrij.splice(0, aantal).forEach(function (plek) {
      maak(kaarten[plek]);
      if (gevonden || gemarkeerd.has(plek)) waarom(plek, gevonden ? gevonden.per.get(plek) : null);
    });
    document.dispatchEvent(new Event("watwerkt:lijst"));
    var deze = (bezig += 1);
    if (!wachtrij.length) return;
    window.requestAnimationFrame(function () { // not before what is made has been painted
      hulp.straks(function () { if (deze === bezig) werkAf(METEEN, gevonden); });
    });
  }

  /* Say what matched and mark it; the text of the card itself stays the same. */
  function waarom(plek, treffer) {
    var kaart = kaarten[plek];
    gemarkeerd[treffer ? "add" : "delete"](plek);
    var oud = kaart.querySelector(".kaart__waarom");
    if (oud) oud.remove();
    kaart.querySelectorAll(".kaart__titel a, .kaart__kern, .regel > a").forEach(function (deel) {
      var tekst = deel.textContent;
      var stukken = treffer ? WATWERKT.markeer(tekst, treffer) : [{ tekst: tekst, raak: false }];
      if (!stukken.some(function (stuk) { return stuk.raak; }) && !deel.querySelector("mark")) return;
      deel.replaceChildren.apply(deel, stukken.map(function (stuk) { return stuk.raak ? el("mark", {}, stuk.tekst) : stuk.tekst; }));
    });
    if (!treffer || !treffer.waarom.length) return;
    var tekst = treffer.waarom.slice(0, 3).map(function (r) { return "“" + r.woord + "” (" + r.veld + ")"; }).join(", ");
    (kaart.querySelector(".kaart__tekst") || kaart).append(el("p", { class: "kaart__waarom klein" }, "Gevonden: " + tekst));
  }

  /* All cards as the server arranged them. */
  function toonIndeling() {
    if (!ingedeeld) {
      thuis.forEach(function (ul, plek) { ul.append(kaarten[plek]); });
      uitkomst.replaceChildren.apply(uitkomst, indeling);
    }
    ingedeeld = true;
    wachtrij = Object.keys(thuis).map(Number);
    werkAf(METEEN, null);
  }

  var volledig = Object.keys(kaarten).length === WATWERKT.filter.aantal;

  /* Promises that `toon` can show every practice. */
  function bereid() {
    if (volledig) return Promise.resolve();
    return hulp.laad("assets/watwerkt/regels.js").then(function () {
      WATWERKT.regels.forEach(function (rij, plek) { kaarten[plek] = kaarten[plek] || regel(rij); });
      volledig = true;
    });
  }

  /* `groepen`: {titel, plekken} in order; `gevonden`: the answer to the words, or null. */
  function toon(groepen, gevonden) {
    ingedeeld = false;
    if (!volledig) { // the rest of the list has not come
      groepen = groepen.map(function (groep) {
        return { titel: groep.titel, plekken: groep.plekken.filter(function (plek) { return kaarten[plek]; }) };
      });
    }
    wachtrij = groepen.flatMap(function (groep) { return groep.plekken; });
    var delen = groepen.filter(function (groep) { return groep.plekken.length; }).map(function (groep) {
      var ul = el("ul", { class: thuis[0].className, role: "list" });
      ul.append.apply(ul, groep.plekken.map(function (plek) { return kaarten[plek]; }));
      var kop = el("h2", groep.titel ? {} : { class: "verborgen" }, groep.titel || "Gevonden praktijken");
      return el("section", { class: "sectie" }, kop, ul);
    });
    uitkomst.replaceChildren.apply(uitkomst, delen);
    werkAf(METEEN, gevonden);
  }

  /* Makes the card of a practice; says whether there is such a practice. */
  function maakVan(id) {
    var kaart = kaarten.find(function (een) { return een && een.dataset.id === id; });
    if (kaart) maak(kaart);
    return Boolean(kaart);
  }

  window.addEventListener("beforeprint", function () { kaarten.forEach(maak); });

  WATWERKT.kaartlijst = { bereid: bereid, isVolledig: function () { return volledig; }, toon: toon, toonIndeling: toonIndeling, maakVan: maakVan };
})();
