/* Shared by the scripts of the catalogue, the tray and the comparison: elements without HTML text, scores in words,
   the interval bar, and loading a data file from our own folder. Everything hangs under window.WATWERKT. */
(function () {
  "use strict";

  var WATWERKT = (window.WATWERKT = window.WATWERKT || {});
  var SVG = "http://www.w3.org/2000/svg";
  var root = new URL("../../", document.currentScript.src);

  /* Address of a path from the site root, without the host, so that paper does not show it; from a stick a whole address,
     in which a folder needs its index.html. */
  function adres(pad) {
    var url = new URL(pad, root);
    if (url.protocol === "file:" && url.pathname.slice(-1) === "/") url.pathname += "index.html";
    return url.protocol === "file:" ? url.href : url.pathname + url.search + url.hash;
  }

  /* el("p", {class: "klein"}, "tekst", element, …): text is always a text node, never HTML. */
  function vul(element, kenmerken, inhoud) {
    Object.keys(kenmerken || {}).forEach(function (naam) {
      var waarde = kenmerken[naam];
      if (waarde === true) element.setAttribute(naam, "");
      else if (waarde !== false && waarde !== null && waarde !== undefined) element.setAttribute(naam, waarde);
    });
    inhoud.forEach(function (deel) {
      if (deel !== null && deel !== undefined) element.append(deel);
    });
    return element;
  }

  function el(naam, kenmerken) {
    return vul(document.createElement(naam), kenmerken, Array.prototype.slice.call(arguments, 2));
  }

  function svg(naam, kenmerken) {
    return vul(document.createElementNS(SVG, naam), kenmerken, Array.prototype.slice.call(arguments, 2));
  }

  /* "a, b en c". */
  function opsomming(delen) {
    return delen.length < 2 ? delen.join("") : delen.slice(0, -1).join(", ") + " en " + delen[delen.length - 1];
  }

  /* Halves go to the even number, as in the pages that Python wrote. */
  function rond(getal) {
    var heel = Math.floor(getal);
    var rest = getal - heel;
    if (Math.abs(rest - 0.5) < 1e-9) return heel % 2 ? heel + 1 : heel;
    return Math.round(getal);
  }

  function scoretekst(s) {
    if (s.score === null) return "onbekend";
    var laag = rond(s.laag);
    var hoog = rond(s.hoog);
    return rond(s.score) + (laag === hoog ? "" : " (tussen " + laag + " en " + hoog + ")") + (s.voorlopig ? ", voorlopig" : "");
  }

  /* Solid: certain; hatched: still possible; line: the score; dashed with a question mark: not assessed. */
  function balk(s) {
    var B = 120;
    var H = 18;
    function x(score) {
      return 2 + ((B - 4) * Math.min(Math.max(score, 0), 100)) / 100;
    }
    var beeld = svg("svg", { class: "strip balk", viewBox: "0 0 " + B + " " + H, width: B, height: H, "aria-hidden": "true", focusable: "false" });
    if (s.score === null) {
      beeld.append(
        svg("rect", { class: "strip__leeg", x: 2, y: 2, width: B - 4, height: H - 4, rx: 3 }),
        svg("text", { class: "strip__vraag", x: B / 2, y: 14, "text-anchor": "middle", "font-size": 13 }, "?")
      );
      return beeld;
    }
    var van = x(s.laag);
    var tot = x(s.hoog);
    var lijnen = "";
    for (var p = van; p < tot - 1; p += 5) lijnen += "M" + p + " 15L" + Math.min(p + 12, tot) + " " + (15 - Math.min(12, tot - p));
    beeld.append(svg("rect", { class: "strip__kan", x: van, y: 3, width: tot - van, height: 12 }));
    if (lijnen) beeld.append(svg("path", { class: "strip__arcering", d: lijnen }));
    beeld.append(
      svg("rect", { class: "strip__zeker", x: 2, y: 3, width: van - 2, height: 12 }),
      svg("rect", { class: "strip__kader", x: 2, y: 2, width: B - 4, height: H - 4, rx: 3 }),
      svg("path", { class: "strip__rand", "stroke-width": 5, d: "M" + x(s.score) + " 0V" + H }),
      svg("path", { class: "strip__score", "stroke-dasharray": s.voorlopig ? "4 2" : null, d: "M" + x(s.score) + " 0V" + H })
    );
    return beeld;
  }

  /* Load a classic script once; the policy allows our own folder, and it works from a stick. */
  var geladen = new Map();
  function laad(pad) {
    if (!geladen.has(pad)) {
      geladen.set(
        pad,
        new Promise(function (klaar, mislukt) {
          var script = el("script", { src: adres(pad) });
          script.addEventListener("load", klaar);
          script.addEventListener("error", function () {
            geladen.delete(pad);
            script.remove();
            mislukt(new Error(pad));
          });
          document.head.append(script);
        })
      );
    }
    return geladen.get(pad);
  }

  /* Change the address without a visit; a browser that forbids it on a stick keeps the page working. */
  function zetAdres(zoekdeel, nieuw) {
    var doel = window.location.pathname + (zoekdeel ? "?" + zoekdeel : "");
    if (doel === window.location.pathname + window.location.search) return;
    try {
      window.history[nieuw ? "pushState" : "replaceState"](null, "", doel);
    } catch (error) {
      return; // not shareable here, still usable
    }
  }

  /* Copy a text, or do `zelf` when the browser does not let us. */
  function kopieer(tekst, klaar, zelf) {
    if (window.navigator.clipboard) window.navigator.clipboard.writeText(tekst).then(klaar, zelf);
    else zelf();
  }

  /* Hand a text to the visitor as a download. */
  function bewaarBestand(naam, soort, tekst) {
    var url = URL.createObjectURL(new Blob([tekst], { type: soort }));
    var link = el("a", { href: url, download: naam });
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(function () { URL.revokeObjectURL(url); }, 10000);
  }

  /* When the visitor is not waiting for anything. */
  function straks(werk) {
    if (window.requestIdleCallback) window.requestIdleCallback(werk);
    else window.setTimeout(werk, 200);
  }

  WATWERKT.hulp = {
    adres: adres, el: el, svg: svg, opsomming: opsomming, rond: rond, scoretekst: scoretekst, balk: balk, laad: laad, zetAdres: zetAdres,
    kopieer: kopieer, bewaarBestand: bewaarBestand, straks: straks
  };
})();
