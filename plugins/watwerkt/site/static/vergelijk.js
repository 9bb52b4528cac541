/* Two to four practices side by side, chosen in the address: /vergelijk/?p=a,b,c. Needs catalogus.js, hulp.js and mand.js; the
   data of each practice is a script of its own, loaded when it is chosen. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var hulp = WATWERKT.hulp;
  var el = hulp.el;
  var MAXIMUM = 4;
  var bekend = new Map();
  var nu = new Map();
  var plek = document.getElementById("naastelkaar");
  var klaar = document.getElementById("kant-en-klaar");
  var status = el("p", { role: "status" });
  var keuze = el("div", { class: "niet-afdrukken" });
  var beeld = el("div", {});
  var titel = document.title;
  var alleen = false;
  var beurt = 0;

  WATWERKT.catalogus.praktijken.forEach(function (rij) {
    bekend.set(rij.id, rij);
    rij.voorheen.forEach(function (oud) { nu.set(oud, rij.id); });
  });

  /* ---- What is asked ---- */

  function uitAdres() {
    var gevraagd = (new URLSearchParams(window.location.search).get("p") || "").slice(0, 2000).split(",").map(function (id) { return id.trim(); }).filter(Boolean);
    var ids = [];
    var vreemd = [];
    gevraagd.forEach(function (vraag) {
      var id = bekend.has(vraag) ? vraag : nu.get(vraag);
      var lijst = id ? ids : vreemd;
      if (lijst.indexOf(id || vraag) < 0) lijst.push(id || vraag);
    });
    return { ids: ids.slice(0, MAXIMUM), over: ids.slice(MAXIMUM), vreemd: vreemd.slice(0, MAXIMUM) };
  }

  function zetAdres(ids, nieuw) {
    hulp.zetAdres(ids.length ? "p=" + ids.map(encodeURIComponent).join(",") : "", nieuw);
  }

  function ga(ids) {
    WATWERKT.mand.neem(ids.map(function (id) { return bekend.get(id); }));
    zetAdres(ids, true);
    toon();
  }

  function naam(id) {
    return bekend.get(id).titel;
  }

  /* ---- What differs ---- */

  function sleutel(rij) {
    return rij.regels.slice().sort().join("\n");
  }

  function apart(rijen) {
    var laagste = Math.min.apply(null, rijen.map(function (r) { return r.score.hoog; }));
    var hoogste = Math.max.apply(null, rijen.map(function (r) { return r.score.laag; }));
    return hoogste > laagste;
  }

  /* Returns "anders", "gelijk", "overlapt", "deels" (some unknown), "onbekend" (all unknown) or "los" (no comparison). */
  function verschil(rijen) {
    var vol = rijen.filter(function (r) { return r.regels.length; });
    if (!vol.length) return "onbekend";
    var sleutels = new Set(vol.map(sleutel));
    if (vol[0].soort === "balk" && vol.length > 1 && apart(vol)) return "anders";
    if (vol.length < rijen.length) return sleutels.size > 1 && vol[0].soort !== "tekst" && vol[0].soort !== "balk" ? "anders" : "deels";
    if (sleutels.size === 1) return "gelijk";
    if (vol[0].soort === "tekst") return "los";
    return vol[0].soort === "balk" ? "overlapt" : "anders";
  }

  var WOORDEN = new Map([
    ["anders", ["≠", "verschilt"]],
    ["gelijk", ["=", "gelijk"]],
    ["overlapt", ["≈", "niet zeker: de scores overlappen"]],
    ["deels", ["?", "deels onbekend"]],
    ["onbekend", ["?", "overal onbekend"]]
  ]);

  function teken(soort) {
    if (!WOORDEN.has(soort)) return null;
    var w = WOORDEN.get(soort);
    return el("span", { class: "verschil verschil--" + soort }, el("span", { class: "verschil__teken", "aria-hidden": "true" }, w[0]), w[1]);
  }

  /* ---- The tables ---- */

  function blokjes(niveau) {
    var rij = el("span", { class: "niveau__blokjes", "aria-hidden": "true" });
    for (var i = 0; i < 4; i++) rij.append(el("i", { class: "niveau__blok" + (niveau !== null && i < niveau ? " niveau__blok--vol" : "") }));
    return rij;
  }

  function reden(rij, praktijk) {
    var bronnen = rij.bronnen.map(function (b) { return el("li", {}, el("a", { class: "verwijzing", href: hulp.adres(b.url) }, b.tekst)); });
    return el("details", { class: "uitklap reden" },
      el("summary", {}, "Waarom", el("span", { class: "verborgen" }, " " + rij.label + " bij " + praktijk.titel)),
      el("div", { class: "uitklap__inhoud" }, el("p", {}, rij.reden), bronnen.length ? el("ul", { class: "klein" }, ...bronnen) : null));
  }

  function onbekend() {
    return el("span", { class: "onbekend" }, "Onbekend");
  }

  function inhoud(rij, praktijk) {
    if (rij.soort === "niveau") {
      var woord = rij.regels[0] || "Onbekend";
      var niveau = el("span", { class: "niveau" + (rij.niveau === null ? " niveau--onbekend" : "") }, blokjes(rij.niveau), " ", el("span", { class: "niveau__woord" }, woord));
      return [niveau, reden(rij, praktijk)];
    }
    if (rij.soort === "balk") return [hulp.balk(rij.score), el("p", {}, rij.regels.length ? el("strong", {}, rij.regels[0]) : onbekend()), el("p", { class: "klein" }, rij.extra)];
    if (!rij.regels.length) return [onbekend()];
    if (rij.regels.length === 1) return [el("p", {}, rij.regels[0])];
    return [el("ul", {}, ...rij.regels.map(function (r) { return el("li", {}, r); }))];
  }

  function tabelrij(rijen, praktijken) {
    var soort = verschil(rijen);
    var cellen = rijen.map(function (rij, i) {
      var klasse = soort === "anders" ? "cel--verschil" : null;
      return el("td", { role: "cell", class: klasse, "data-label": praktijken[i].titel }, el("div", {}, ...inhoud(rij, praktijken[i])));
    });
    return el("tr", { role: "row", "data-verschil": soort }, el("th", { role: "rowheader", scope: "row" }, rijen[0].label, teken(soort)), ...cellen);
  }

  function sectie(eerste, praktijken) {
    var kop = el("tr", { role: "row" }, el("th", { role: "columnheader", scope: "col" }, el("span", { class: "verborgen" }, "Onderdeel")), ...praktijken.map(function (p) {
      return el("th", { role: "columnheader", scope: "col" }, p.titel);
    }));
    var rijen = eerste.rijen.map(function (voorbeeld) {
      return tabelrij(praktijken.map(function (p) { return zoekRij(p, eerste.id, voorbeeld); }), praktijken);
    });
    return el("section", { class: "sectie" }, el("h2", { id: "v-" + eerste.id }, eerste.label),
      el("table", { class: "tabel", role: "table" }, el("caption", { class: "verborgen" }, eerste.label + " naast elkaar"),
        el("thead", { role: "rowgroup" }, kop), el("tbody", { role: "rowgroup" }, ...rijen)));
  }

  function verder(praktijken) {
    return el("p", { class: "niet-afdrukken" }, "Lees verder bij ", ...praktijken.flatMap(function (p, plek) {
      var rest = praktijken.length - 1 - plek;
      return [el("a", { href: hulp.adres(p.url) }, p.titel), rest > 1 ? ", " : rest ? " en " : "."];
    }));
  }

  function zoekRij(praktijk, sectieId, voorbeeld) {
    var s = praktijk.secties.find(function (x) { return x.id === sectieId; });
    var rij = s && s.rijen.find(function (x) { return x.id === voorbeeld.id; });
    return rij || { id: voorbeeld.id, label: voorbeeld.label, soort: "tekst", regels: [] };
  }

  /* ---- Choice above the tables ---- */

  function weg(ids, id) {
    var knop = el("button", { type: "button" }, naam(id), el("span", { class: "verborgen" }, " weghalen uit de vergelijking"));
    knop.addEventListener("click", function () {
      ga(ids.filter(function (x) { return x !== id; }));
      (keuze.querySelector(".gekozen button") || keuze.querySelector("select")).focus();
    });
    return el("li", {}, knop);
  }

  function toevoegen(ids) {
    var lijst = el("select", { class: "invoer", id: "erbij", autocomplete: "off" }, el("option", { value: "" }, "Kies een praktijk"));
    bekend.forEach(function (rij, id) {
      if (ids.indexOf(id) < 0) lijst.append(el("option", { value: id }, rij.titel));
    });
    var knop = el("button", { type: "button", class: "knop" }, "Zet erbij");
    knop.addEventListener("click", function () {
      if (!bekend.has(lijst.value)) {
        lijst.focus();
        return;
      }
      ga(ids.concat(lijst.value));
      (keuze.querySelector("select") || keuze.querySelector(".gekozen button")).focus();
    });
    return [el("div", { class: "veld" }, el("label", { class: "veld__label", for: "erbij" }, "Praktijk erbij"), lijst), knop];
  }

  function schakelaar() {
    var vak = el("input", { type: "checkbox", class: "keuze__vak", id: "alleen-verschil" });
    vak.checked = alleen;
    vak.addEventListener("change", function () {
      alleen = vak.checked;
      beeld.classList.toggle("alleen-verschil", alleen);
      status.textContent = alleen ? "U ziet alleen wat verschilt of deels onbekend is." : "U ziet alles.";
    });
    return el("label", { class: "keuze" }, vak, el("span", { class: "keuze__tekst" }, "Toon alleen verschillen"));
  }

  function redenknop() {
    var knop = el("button", { type: "button", class: "knop knop--stil" }, "Open alle redenen");
    knop.addEventListener("click", function () {
      var open = knop.textContent.charAt(0) === "O";
      beeld.querySelectorAll("details.reden").forEach(function (d) { d.open = open; });
      knop.textContent = open ? "Sluit alle redenen" : "Open alle redenen";
    });
    return knop;
  }

  function drukknop() {
    var knop = el("button", { type: "button", class: "knop knop--stil" }, "Druk af");
    knop.addEventListener("click", function () { window.print(); });
    return knop;
  }

  function toonKeuze(ids) {
    var delen = [];
    if (ids.length) delen.push(el("ul", { class: "gekozen", role: "list", "aria-label": "In de vergelijking" }, ...ids.map(function (id) { return weg(ids, id); })));
    var rij = el("div", { class: "naastelkaar__keuze" });
    if (ids.length < MAXIMUM) rij.append(...toevoegen(ids));
    rij.append(el("a", { class: "doorlink", href: hulp.adres("praktijken/") + (ids.length ? "?p=" + ids.join(",") : "") }, "Kies uit de lijst"));
    delen.push(rij);
    if (ids.length > 1) delen.push(el("div", { class: "naastelkaar__keuze" }, schakelaar(), redenknop(), drukknop()));
    keuze.replaceChildren(...delen);
  }

  function boodschap(vraag) {
    var delen = [];
    if (vraag.vreemd.length) delen.push((vraag.vreemd.length > 1 ? "Deze praktijken kennen" : "Deze praktijk kennen") + " wij niet (meer): " + vraag.vreemd.map(function (x) { return "“" + x.slice(0, 80) + "”"; }).join(", ") + ".");
    if (vraag.over.length) delen.push("U ziet de eerste vier. Weggelaten: " + vraag.over.map(naam).join(", ") + ".");
    if (!vraag.ids.length) delen.push("Kies twee tot vier praktijken.");
    if (vraag.ids.length === 1) delen.push("Kies er nog een om te vergelijken.");
    if (vraag.ids.length > 1) delen.push(vraag.ids.length + " praktijken naast elkaar.");
    return delen.join(" ");
  }

  function toon() {
    var vraag = uitAdres();
    var mijnBeurt = ++beurt;
    toonKeuze(vraag.ids);
    klaar.hidden = vraag.ids.length > 1;
    document.title = vraag.ids.length > 1 ? "Vergelijk " + vraag.ids.map(naam).join(", ") : titel;
    beeld.classList.toggle("alleen-verschil", alleen);
    if (vraag.ids.length < 2) {
      beeld.replaceChildren();
      status.textContent = boodschap(vraag);
      return;
    }
    status.textContent = "Bezig met laden…";
    Promise.all(vraag.ids.map(function (id) { return hulp.laad("assets/watwerkt/praktijk/" + id + ".js"); })).then(function () {
      if (mijnBeurt !== beurt) return;
      var praktijken = vraag.ids.map(function (id) { return WATWERKT.praktijken[id]; });
      beeld.replaceChildren(verder(praktijken), ...praktijken[0].secties.map(function (s) { return sectie(s, praktijken); }));
      status.textContent = boodschap(vraag);
    }).catch(function () {
      if (mijnBeurt !== beurt) return;
      beeld.replaceChildren();
      status.textContent = "De gegevens konden niet worden geladen. Probeer het opnieuw.";
    });
  }

  window.addEventListener("popstate", toon);
  plek.append(keuze, status, beeld);
  if (!window.location.search) zetAdres(WATWERKT.mand.lees(), false);
  toon();
})();
