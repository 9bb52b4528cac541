/* The 4+1 strip of size `middel`, redrawn in the browser with the geometry and classes of charts/strip.py. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var hulp = WATWERKT.hulp;
  var svg = hulp.svg;
  var BAAN = 28;
  var HOOGTE = 68;
  var BOVEN = 5;
  var STAP = 5;

  function rond1(getal) {
    return Math.round(getal * 10) / 10;
  }

  function arcering(x, y, breed, hoog) {
    var d = "";
    for (var k = STAP - ((x + y) % STAP); k < breed + hoog; k += STAP) {
      var van = Math.max(0, k - hoog);
      var tot = Math.min(breed, k);
      if (tot - van > 0.5) d += "M" + rond1(x + van) + " " + rond1(y + k - van) + "L" + rond1(x + tot) + " " + rond1(y + k - tot);
    }
    return d;
  }

  function hoogteVan(score) {
    return BOVEN + HOOGTE - 1.5 - ((HOOGTE - 3) * score) / 100;
  }

  function kolom(s, midden) {
    var kader = { x: midden - BAAN / 2, y: BOVEN, width: BAAN, height: HOOGTE, rx: 3 };
    if (s.score === null) {
      return [
        svg("rect", Object.assign({ class: "strip__leeg" }, kader)),
        svg("g", { class: "strip__vraag", "text-anchor": "middle", "font-size": 20, "font-weight": 700 },
          svg("text", { x: midden, y: BOVEN + HOOGTE / 2 + 7.4 }, "?"))
      ];
    }
    var binnen = BAAN - 3;
    var x = midden - binnen / 2;
    var laag = hoogteVan(s.laag);
    var hoog = hoogteVan(s.hoog);
    var lijn = "M" + (midden - BAAN / 2 - 4) + " " + hoogteVan(s.score) + "h" + (BAAN + 8);
    return [
      s.hoog > s.laag ? svg("rect", { class: "strip__kan", x: x, y: hoog, width: binnen, height: laag - hoog }) : null,
      s.hoog > s.laag ? svg("path", { class: "strip__arcering", d: arcering(x, hoog, binnen, laag - hoog) }) : null,
      svg("rect", { class: "strip__zeker", x: x, y: laag, width: binnen, height: BOVEN + HOOGTE - 1.5 - laag }),
      svg("rect", Object.assign({ class: "strip__kader" }, kader)),
      svg("path", { class: "strip__rand", "stroke-width": 5, d: lijn }),
      svg("path", { class: "strip__score", "stroke-dasharray": s.voorlopig ? "4 2" : null, d: lijn })
    ];
  }

  function getal(s) {
    if (s.score === null) return "–";
    return s.voorlopig ? "(" + hulp.rond(s.score) + ")" : String(hulp.rond(s.score));
  }

  function kleineLetter(tekst) {
    var tweede = tekst.charAt(1);
    return tweede !== tweede.toLowerCase() ? tekst : tekst.charAt(0).toLowerCase() + tekst.slice(1);
  }

  function balktekst(s, dimensie) {
    var naam = (s.plus ? "plus " : "") + kleineLetter(dimensie.label) + ": ";
    if (s.score === null) return naam + "niet beoordeeld";
    var laag = hulp.rond(s.laag);
    var hoog = hulp.rond(s.hoog);
    return naam + hulp.rond(s.score) + " van 100" + (laag === hoog ? "" : ", tussen " + laag + " en " + hoog) + (s.voorlopig ? ", voorlopig" : "");
  }

  function zin(tekst) {
    return tekst.charAt(0).toUpperCase() + tekst.slice(1) + ".";
  }

  /* Redraw the columns in the drawing that the page came with, which has names, pluses and their places. */
  function tekenStrip(beeld, scores, dimensies) {
    var midden = Array.from(beeld.querySelectorAll(".strip__naam text"), function (t) { return Number(t.getAttribute("x")); });
    var kolommen = svg("g", { class: "strip__kolom" });
    scores.forEach(function (s, plek) {
      kolom(s, midden[plek]).forEach(function (deel) { if (deel) kolommen.append(deel); });
    });
    beeld.querySelectorAll(".strip__vraag, .strip__leeg, .strip__kolom").forEach(function (deel) { deel.remove(); });
    beeld.querySelectorAll(".strip__getal text").forEach(function (t, plek) { t.textContent = getal(scores[plek]); });
    beeld.querySelector("desc").after(kolommen);
    beeld.querySelector("desc").textContent = zin(scores.map(function (s, plek) { return balktekst(s, dimensies[plek]); }).join("; "));
  }

  WATWERKT.strip = { teken: tekenStrip, balktekst: balktekst, zin: zin };
})();
