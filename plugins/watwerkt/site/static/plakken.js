/* Text from a word processor as a record holds it: a blank line between paragraphs, a dash before an item. */
(function () {
  "use strict";

  var ONDERDEEL = /^\s*(- |\d{1,3}[.)]\s)/;

  /* Whether each line is a paragraph: of lines that were only broken, the HTML has fewer blocks. */
  function isAlineas(regels, html) {
    var blokken = new DOMParser().parseFromString(html, "text/html").querySelectorAll("p, li");
    var aantal = Array.from(blokken).filter(function (blok) { return blok.textContent.trim() && !blok.querySelector("p, li"); }).length;
    return aantal > 1 && aantal >= regels.length;
  }

  window.WATWERKT.plakken = function (tekst, html) {
    var net = tekst.replace(/\r\n?/g, "\n").replace(/^([ \t]*)(?:[•·▪◦‣\uf0b7\uf0a7]\s+|[o§]\t)/gm, "$1- ");
    var regels = net.split("\n").filter(function (regel) { return regel.trim(); });
    if (!isAlineas(regels, html)) return net;
    return regels.map(function (regel, plek) {
      return (plek && !(ONDERDEEL.test(regel) && ONDERDEEL.test(regels[plek - 1])) ? "\n" : "") + regel;
    }).join("\n");
  };
})();
