/* What people paste from a word processor, as the text that a record holds: there each paragraph is one line and an item of
   a list begins with a dot, here a paragraph begins after a blank line and an item with a dash. Touches no page. */
(function () {
  "use strict";

  var WATWERKT = (window.WATWERKT = window.WATWERKT || {});
  var PUNT = /^(\s*)(?:[•·▪◦‣\uf0b7\uf0a7]\s+|[o§]\t)/;
  var ONDERDEEL = /^\s*(?:- |[0-9]{1,3}[.)]\s)/;

  function isVol(regel) {
    return regel.trim() !== "";
  }

  /* Whether each line is a paragraph: the same text as HTML says how many there are. A text with broken lines has fewer. */
  function isAlineas(regels, html) {
    var blokken = Array.from(new DOMParser().parseFromString(html, "text/html").querySelectorAll("p, li, h1, h2, h3, h4, h5, h6"));
    var vol = blokken.filter(function (blok) { return isVol(blok.textContent) && !blok.querySelector("p, li"); }).length;
    return vol > 1 && vol >= regels.filter(isVol).length;
  }

  /* `html`: the same text as the clipboard has it for programs that know markup, or "". */
  function plakken(tekst, html) {
    var regels = tekst.replace(/\r\n?/g, "\n").split("\n").map(function (regel) { return regel.replace(PUNT, "$1- "); });
    if (!html || !isAlineas(regels, html)) return regels.join("\n");
    return regels.filter(isVol).reduce(function (uit, regel, plek, alle) {
      if (!plek) return regel;
      return uit + (ONDERDEEL.test(regel) && ONDERDEEL.test(alle[plek - 1]) ? "\n" : "\n\n") + regel;
    }, "");
  }

  WATWERKT.plakken = plakken;
})();
