/* The result of the quick-scan as elements: conclusion, points, advice, practices to learn from, open questions.
   `scan`: {niveau(dimensie, criterium): 0-4 or null, reden(dimensie, criterium): text, vragen: number of questions}.
   Needs hulp.js, scoremodel.js, rubriek.js and catalogus.js. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var hulp = WATWERKT.hulp;
  var model = WATWERKT.scoremodel;
  var rubriek = WATWERKT.rubriek;
  var el = hulp.el;
  var DAARNA = 3;
  var labels = new Map(rubriek.dimensies.map(function (d) { return [d.id, d.label.toLowerCase()]; }));

  function niveautekst(n) {
    return n + " · " + rubriek.schaal[n];
  }

  function namen(ids) {
    return hulp.opsomming(ids.map(function (d) { return labels.get(d); }));
  }

  function conclusie(scan, scores) {
    var woord = rubriek.oordelen[model.oordeel(rubriek, scores)];
    var zinnen = [woord[0] + ". " + woord[1]];
    var sterk = model.sterkste(scores);
    var hiel = model.achilleshiel(scores);
    var onbekend = model.openVragen(rubriek, scan.niveau).length;
    if (sterk.length) zinnen.push("Het sterkst is " + namen(sterk) + ".");
    if (hiel.length) zinnen.push("De achilleshiel is " + namen(hiel) + ".");
    if (onbekend) zinnen.push("Op " + onbekend + " van de " + scan.vragen + " vragen is nog geen antwoord bekend.");
    return zinnen.join(" ");
  }

  /* The first criterium of these dimensions whose level is the highest (richting 1) or lowest (-1). */
  function uiterste(scan, ids, richting) {
    var beste = null;
    rubriek.dimensies.forEach(function (d) {
      if (ids.indexOf(d.id) < 0) return;
      d.criteria.forEach(function (c) {
        var n = scan.niveau(d.id, c.id);
        if (n !== null && (!beste || (n - beste.niveau) * richting > 0)) beste = { dimensie: d, criterium: c, niveau: n };
      });
    });
    return beste;
  }

  function punt(scan, titel, soort, ids, richting) {
    if (!ids.length) return null;
    var regel = uiterste(scan, ids, richting);
    var waarom = scan.reden(regel.dimensie.id, regel.criterium.id);
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
      el("p", {}, c.advies + (c.instrument ? " Instrument: " + c.instrument + (/[?!.]$/.test(c.instrument) ? "" : ".") : "")),
      el("p", {}, el("a", { class: "doorlink niet-afdrukken", href: hulp.adres("model/" + regel.dimensie.id + "/#" + c.id) }, "Bekijk het criterium"),
        " ", el("a", { class: "niet-afdrukken", href: "#v-" + regel.dimensie.id + "-" + c.id }, "Uw antwoord")));
  }

  function adviesdelen(scan) {
    var regels = model.adviezen(rubriek, scan.niveau);
    if (!regels.length) return [el("p", {}, "Er is nog geen advies: geen van uw antwoorden staat zo laag dat er een eerste stap bij hoort.")];
    var delen = [el("h4", {}, "Begin hier"), el("ol", { class: "stappen" })];
    regels.slice(0, DAARNA).forEach(function (regel) { delen[1].append(stap(regel)); });
    if (regels.length > DAARNA) {
      delen.push(el("h4", {}, "Daarna"), el("ol", { class: "stappen", start: DAARNA + 1 }));
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

  function opendelen(scan) {
    var open = model.openVragen(rubriek, scan.niveau);
    if (!open.length) return [el("p", {}, "U hebt bij elke vraag een niveau gekozen.")];
    var lijst = el("ul", {});
    open.forEach(function (regel) {
      lijst.append(el("li", {},
        el("a", { href: "#v-" + regel.dimensie.id + "-" + regel.criterium.id }, regel.criterium.label),
        " (" + labels.get(regel.dimensie.id) + "): " + regel.criterium.vraag));
    });
    return [el("p", {}, "Zoek dit uit. Een antwoord verandert het beeld."), lijst];
  }

  WATWERKT.zelfuitslag = function (scan, scores) {
    return {
      conclusie: [conclusie(scan, scores)],
      punten: [
        punt(scan, "Sterkste punt", "sterk", model.sterkste(scores), 1),
        punt(scan, "Achilleshiel", "hiel", model.achilleshiel(scores), -1)
      ].filter(Boolean),
      advies: adviesdelen(scan),
      voorbeelden: voorbeelddelen(scores),
      open: opendelen(scan)
    };
  };
})();
