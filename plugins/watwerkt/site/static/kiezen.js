/* The catalogue page: filters, orders and exports the cards that the server wrote; no card is made here.
   Needs catalogus.js (data) and hulp.js; uses WATWERKT.zoek for free text. State lives in the address. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var hulp = WATWERKT.hulp;
  var el = hulp.el;
  var rijen = WATWERKT.catalogus.praktijken;
  var dimensies = new Map(WATWERKT.catalogus.dimensies.map(function (d) { return [d.id, d]; }));
  var rijVan = new Map(rijen.map(function (rij, plek) { return [rij.id, plek]; }));
  var ONBEKEND = "onbekend";
  var TYPEN = 150;

  /* ---- What a row is ---- */

  function minima(score, keuzes) {
    if (score.score === null) return [ONBEKEND];
    if (score.voorlopig) return ["voorlopig"];
    return keuzes.filter(function (keuze) { return Number(keuze) <= score.score; });
  }

  function waardenVan(rij, facet) {
    if (facet.soort === "minimum") return minima(rij.scores[facet.veld], facet.ids);
    var waarde = rij[facet.veld];
    if (waarde === null || waarde.length === 0) return [ONBEKEND];
    return Array.isArray(waarde) ? waarde : [String(waarde)];
  }

  var facetten = WATWERKT.catalogus.facetten.map(function (f) {
    var facet = {
      id: f.id, veld: f.veld, soort: f.soort,
      label: f.soort === "minimum" ? "Score op " + f.label.toLowerCase() : f.label,
      ids: f.waarden.map(function (w) { return w.id; }),
      labels: new Map(f.waarden.map(function (w) { return [w.id, w.label]; })),
      vakken: new Map(), tellers: new Map()
    };
    facet.perRij = rijen.map(function (rij) {
      return waardenVan(rij, facet).filter(function (id) { return facet.labels.has(id); });
    });
    return facet;
  });

  /* ---- State and address ---- */

  function leegStaat() {
    return { q: "", sort: "", keuzes: new Map(facetten.map(function (f) { return [f.id, new Set()]; })) };
  }

  function uitAdres() {
    var zoek = new URLSearchParams(window.location.search);
    var staat = leegStaat();
    staat.q = (zoek.get("q") || "").slice(0, 200);
    var sort = zoek.get("sort") || "";
    staat.sort = sort === "naam" || sort === "nieuwste" || sort === "relevantie" || dimensies.has(sort) ? sort : "";
    facetten.forEach(function (facet) {
      zoek.getAll(facet.id).forEach(function (id) {
        if (facet.labels.has(id)) staat.keuzes.get(facet.id).add(id);
      });
    });
    return staat;
  }

  function naarZoekdeel(staat) {
    var zoek = new URLSearchParams();
    if (staat.q.trim()) zoek.set("q", staat.q.trim());
    facetten.forEach(function (facet) {
      facet.ids.forEach(function (id) {
        if (staat.keuzes.get(facet.id).has(id)) zoek.append(facet.id, id);
      });
    });
    if (staat.sort) zoek.set("sort", staat.sort);
    return zoek.toString();
  }

  function volgorde(staat) {
    if (staat.sort && (staat.sort !== "relevantie" || staat.q.trim())) return staat.sort;
    return staat.q.trim() ? "relevantie" : "naam";
  }

  /* ---- Filter: AND between facets, OR within ---- */

  function zoekTekst(q) {
    if (!q.trim()) return null;
    var uit = WATWERKT.zoek(q);
    if (!uit.treffers.length && !uit.ontbrekend.length) return null; // only small words, such as "de" or "een"
    var per = new Map();
    uit.treffers.forEach(function (t) {
      if (rijVan.has(t.id)) per.set(rijVan.get(t.id), t);
    });
    return { per: per, bedoelde: uit.bedoelde, deels: uit.deels, ontbrekend: uit.ontbrekend };
  }

  /* One pass: a row that only one choice keeps out counts for that facet (its other values) and for the advice. */
  function filter(staat, gevonden) {
    var actief = facetten.filter(function (f) { return staat.keuzes.get(f.id).size > 0; });
    var aantallen = new Map(facetten.map(function (f) { return [f.id, new Map()]; }));
    var zonder = new Map();
    var over = [];
    function tel(facet, plek) {
      var per = aantallen.get(facet.id);
      facet.perRij[plek].forEach(function (id) { per.set(id, (per.get(id) || 0) + 1); });
    }
    rijen.forEach(function (rij, plek) {
      var mist = actief.filter(function (f) {
        var keuze = staat.keuzes.get(f.id);
        return !f.perRij[plek].some(function (id) { return keuze.has(id); });
      });
      var tekstMist = gevonden !== null && !gevonden.per.has(plek);
      if (mist.length + (tekstMist ? 1 : 0) > 1) return;
      if (tekstMist) zonder.set("q", (zonder.get("q") || 0) + 1);
      else if (mist.length) {
        zonder.set(mist[0].id, (zonder.get(mist[0].id) || 0) + 1);
        tel(mist[0], plek);
      } else {
        over.push(plek);
        facetten.forEach(function (f) { tel(f, plek); });
      }
    });
    return { plekken: over, aantallen: aantallen, zonder: zonder };
  }

  /* ---- Order; rows are in name order already and sorting is stable ---- */

  function groepen(plekken, soort, gevonden) {
    var kopie = plekken.slice();
    if (soort === "relevantie" && gevonden) kopie.sort(function (a, b) { return gevonden.per.get(b).score - gevonden.per.get(a).score; });
    if (soort === "nieuwste") kopie.sort(function (a, b) { return rijen[b].bijgewerkt < rijen[a].bijgewerkt ? -1 : rijen[b].bijgewerkt > rijen[a].bijgewerkt ? 1 : 0; });
    if (!dimensies.has(soort)) return [{ titel: "", plekken: kopie }];
    function score(plek) { return rijen[plek].scores[soort]; }
    kopie.sort(function (a, b) { return (score(b).score || 0) - (score(a).score || 0); });
    return [
      { titel: "Voldoende beoordeeld", plekken: kopie.filter(function (p) { return score(p).score !== null && !score(p).voorlopig; }) },
      { titel: "Voorlopig: te weinig bekend", plekken: kopie.filter(function (p) { return score(p).score !== null && score(p).voorlopig; }) },
      { titel: "Onbekend", plekken: kopie.filter(function (p) { return score(p).score === null; }) }
    ].filter(function (g) { return g.plekken.length; });
  }

  /* ---- The page ---- */

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
  var kaarten = [];
  var lijstsoort = "";
  var staat = uitAdres();
  var laatste = null;

  function neemKaarten() {
    document.querySelectorAll("#lijst li[data-id]").forEach(function (kaart) {
      lijstsoort = kaart.parentNode.className;
      if (rijVan.has(kaart.dataset.id)) kaarten[rijVan.get(kaart.dataset.id)] = kaart;
    });
    document.getElementById("lijst").hidden = true;
    facetten.forEach(function (facet) {
      vorm.querySelectorAll('input[data-facet="' + CSS.escape(facet.id) + '"]').forEach(function (vak) {
        facet.vakken.set(vak.value, vak);
        facet.tellers.set(vak.value, vak.parentNode.querySelector(".keuze__aantal"));
      });
    });
  }

  function toonLijst(gevonden) {
    var delen = groepen(laatste.plekken, volgorde(staat), gevonden).map(function (groep) {
      var lijst = el("ul", { class: lijstsoort, role: "list" });
      groep.plekken.forEach(function (plek) {
        if (!kaarten[plek]) return;
        waarom(kaarten[plek], gevonden ? gevonden.per.get(plek) : null);
        lijst.append(kaarten[plek]);
      });
      return el("section", { class: "sectie" }, el("h2", groep.titel ? {} : { class: "verborgen" }, groep.titel || "Gevonden praktijken"), lijst);
    });
    uitkomst.replaceChildren.apply(uitkomst, laatste.plekken.length ? delen : []);
    document.dispatchEvent(new Event("watwerkt:lijst"));
  }

  /* Say what matched and mark it; the text of the card itself stays the same. */
  function waarom(kaart, treffer) {
    var oud = kaart.querySelector(".kaart__waarom");
    if (oud) oud.remove();
    kaart.querySelectorAll(".kaart__titel a, .kaart__kern, .regel > a").forEach(function (deel) {
      var tekst = deel.textContent;
      var stukken = treffer ? WATWERKT.markeer(tekst, treffer) : [{ tekst: tekst, raak: false }];
      if (!treffer && !deel.querySelector("mark")) return;
      deel.replaceChildren.apply(deel, stukken.map(function (stuk) { return stuk.raak ? el("mark", {}, stuk.tekst) : stuk.tekst; }));
    });
    if (!treffer || !treffer.waarom.length) return;
    var tekst = treffer.waarom.slice(0, 3).map(function (r) { return "“" + r.woord + "” in " + r.veld; }).join(", ");
    (kaart.querySelector(".kaart__tekst") || kaart).append(el("p", { class: "kaart__waarom klein" }, "Gevonden: " + tekst));
  }

  function toonFacetten() {
    facetten.forEach(function (facet) {
      var keuze = staat.keuzes.get(facet.id);
      facet.vakken.forEach(function (vak, id) {
        vak.checked = keuze.has(id);
        if (facet.tellers.get(id)) facet.tellers.get(id).textContent = String(laatste.aantallen.get(facet.id).get(id) || 0);
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
      knop.addEventListener("click", function () {
        haalWeg(keuze);
        werkBij(true);
        (gekozen.querySelectorAll("button")[Math.max(0, plek - 1)] || veld).focus();
      });
      return el("li", {}, knop);
    }));
    gekozen.hidden = !lijst.length;
    document.getElementById("gekozen-tekst").textContent = lijst.map(function (keuze) { return keuze.tekst; }).join("; ");
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

  function toonAlles() {
    var gevonden = zoekTekst(staat.q);
    laatste = filter(staat, gevonden);
    if (document.activeElement !== veld || veld.value.trim() !== staat.q.trim()) veld.value = staat.q;
    sorteer.value = volgorde(staat);
    sorteer.querySelector('option[value="relevantie"]').disabled = !staat.q.trim();
    var n = laatste.plekken.length;
    aantal.textContent = n === rijen.length ? "Alle " + telling(n) : n + " van " + telling(rijen.length);
    toonZoekuitleg(gevonden);
    toonFacetten();
    toonChips();
    toonLijst(gevonden);
    toonLeeg();
    document.getElementById("uitvoer").hidden = n === 0;
    melding.textContent = "";
  }

  function werkBij(nieuw) {
    hulp.zetAdres(naarZoekdeel(staat), nieuw);
    toonAlles();
  }

  function wisAlles() {
    var sort = staat.sort;
    staat = leegStaat();
    staat.sort = sort;
    werkBij(true);
    veld.focus();
  }

  /* ---- Take it along: link, CSV, JSON ---- */

  function kopieer() {
    var adres = window.location.href;
    var klaar = function () { melding.textContent = "De link is gekopieerd."; };
    var zelf = function () {
      var invoer = el("input", { class: "invoer", readonly: true, "aria-label": "Link naar deze keuze", value: adres });
      melding.replaceChildren("Kopieer deze link: ", invoer);
      invoer.select();
    };
    if (window.navigator.clipboard) window.navigator.clipboard.writeText(adres).then(klaar, zelf);
    else zelf();
  }

  function vast(rij) {
    var thuis = document.querySelector('link[rel="canonical"]');
    return thuis ? new URL("../" + rij.url, thuis.href).href : rij.url;
  }

  /* A spreadsheet must read a cell that starts like a formula as text. */
  function cel(waarde) {
    var tekst = waarde === null || waarde === undefined ? ONBEKEND : String(waarde);
    if (/^[=+\-@\t\r\n]/.test(tekst)) tekst = "'" + tekst;
    return '"' + tekst.replace(/"/g, '""') + '"';
  }

  function woorden(rij, facet, plek) {
    return facet.perRij[plek].map(function (id) { return facet.labels.get(id); }).join(", ");
  }

  function csv(plekken) {
    var lijst = facetten.filter(function (f) { return f.soort !== "minimum"; });
    var kop = ["id", "titel", "kern", "plaats"].concat(lijst.map(function (f) { return f.label; }));
    dimensies.forEach(function (d) { kop.push(d.label, d.label + " laag", d.label + " hoog", d.label + " voorlopig"); });
    kop.push("bijgewerkt", "adres");
    var regels = plekken.map(function (plek) {
      var rij = rijen[plek];
      var cellen = [rij.id, rij.titel, rij.kern, rij.plaats].concat(lijst.map(function (f) { return woorden(rij, f, plek); }));
      dimensies.forEach(function (d) {
        var s = rij.scores[d.id];
        cellen.push(s.score === null ? ONBEKEND : hulp.rond(s.score), hulp.rond(s.laag), hulp.rond(s.hoog), s.voorlopig ? "ja" : "nee");
      });
      return cellen.concat(rij.bijgewerkt, vast(rij));
    });
    return "\ufeff" + [kop].concat(regels).map(function (r) { return r.map(cel).join(";"); }).join("\r\n") + "\r\n";
  }

  function json(plekken) {
    var keuze = naarZoekdeel(staat);
    return JSON.stringify({ keuze: keuze, licentie: "CC BY 4.0", praktijken: plekken.map(function (p) { return Object.assign({}, rijen[p], { adres: vast(rijen[p]) }); }) }, null, 2) + "\n";
  }

  function bewaar(naam, soort, tekst) {
    var url = URL.createObjectURL(new Blob([tekst], { type: soort }));
    var link = el("a", { href: url, download: naam });
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(function () { URL.revokeObjectURL(url); }, 1000);
    melding.textContent = naam + " is gemaakt, met " + telling(laatste.plekken.length) + ".";
  }

  function opVolgorde() {
    return [].concat.apply([], groepen(laatste.plekken, volgorde(staat), zoekTekst(staat.q)).map(function (g) { return g.plekken; }));
  }

  /* ---- Events ---- */

  function verbind() {
    var wacht = 0;
    veld.addEventListener("input", function () {
      window.clearTimeout(wacht);
      wacht = window.setTimeout(function () {
        staat.q = veld.value;
        werkBij(false);
      }, TYPEN);
    });
    vorm.addEventListener("submit", function (event) {
      event.preventDefault();
      window.clearTimeout(wacht);
      staat.q = veld.value;
      werkBij(true);
    });
    vorm.addEventListener("change", function (event) {
      var vak = event.target;
      if (vak === sorteer) staat.sort = sorteer.value;
      else if (staat.keuzes.has(vak.dataset.facet)) staat.keuzes.get(vak.dataset.facet)[vak.checked ? "add" : "delete"](vak.value);
      else return;
      werkBij(true);
    });
    sorteer.addEventListener("change", function () {
      staat.sort = sorteer.value;
      werkBij(true);
    });
    window.addEventListener("popstate", function () {
      staat = uitAdres();
      toonAlles();
    });
    document.getElementById("wis").addEventListener("click", wisAlles);
    document.getElementById("kopieer").addEventListener("click", kopieer);
    document.getElementById("csv").addEventListener("click", function () { bewaar("praktijken.csv", "text/csv;charset=utf-8", csv(opVolgorde())); });
    document.getElementById("json").addEventListener("click", function () { bewaar("praktijken.json", "application/json", json(opVolgorde())); });
  }

  if (window.matchMedia("(max-width: 57.99em)").matches) document.getElementById("filters").open = false;
  neemKaarten();
  facetten.forEach(function (facet) {
    if (!staat.keuzes.get(facet.id).size) return;
    var vak = facet.vakken.values().next().value;
    if (vak && vak.closest("details")) vak.closest("details").open = true;
  });
  verbind();
  toonAlles();
})();
