/* The selection of the catalogue as a file: CSV for a spreadsheet and JSON, made from catalogus.js, which must be
   there when one is asked for. Pure: places in, text out. Needs hulp.js and filter.js. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var hulp = WATWERKT.hulp;
  var dimensies = WATWERKT.filter.dimensies;
  var ONBEKEND = "onbekend";

  /* The public address of a practice, also when the page was opened from a stick. */
  function vast(rij) {
    var thuis = document.querySelector('link[rel="canonical"]');
    return thuis ? new URL("../" + rij.url, thuis.href).href : rij.url;
  }

  /* A spreadsheet must read a cell that starts like a formula as text; the same signs as in exports/texts.py. */
  function cel(waarde) {
    var tekst = waarde === null || waarde === undefined ? ONBEKEND : String(waarde);
    if (/^(?:[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/.test(tekst)) tekst = "'" + tekst;
    return '"' + tekst.replace(/"/g, '""') + '"';
  }

  function woorden(facet, plek) {
    return facet.perRij[plek].map(function (id) { return facet.labels.get(id); }).join(", ");
  }

  function csv(plekken) {
    var lijst = WATWERKT.filter.facetten.filter(function (f) { return f.soort !== "minimum"; });
    var kop = ["id", "titel", "kern", "plaats"].concat(lijst.map(function (f) { return f.label; }));
    dimensies.forEach(function (d) { kop.push(d.label, d.label + " laag", d.label + " hoog", d.label + " voorlopig"); });
    kop.push("bijgewerkt", "adres");
    var regels = plekken.map(function (plek) {
      var rij = WATWERKT.catalogus.praktijken[plek];
      var cellen = [rij.id, rij.titel, rij.kern, rij.plaats].concat(lijst.map(function (f) { return woorden(f, plek); }));
      dimensies.forEach(function (d) {
        var s = rij.scores[d.id];
        cellen.push(s.score === null ? ONBEKEND : hulp.rond(s.score), hulp.rond(s.laag), hulp.rond(s.hoog), s.voorlopig ? "ja" : "nee");
      });
      return cellen.concat(rij.bijgewerkt, vast(rij));
    });
    return "\ufeff" + [kop].concat(regels).map(function (r) { return r.map(cel).join(";"); }).join("\r\n") + "\r\n";
  }

  /* `keuze`: the choices as in the address of the list. */
  function json(plekken, keuze) {
    var praktijken = plekken.map(function (plek) {
      var rij = WATWERKT.catalogus.praktijken[plek];
      return Object.assign({}, rij, { adres: vast(rij) });
    });
    return JSON.stringify({ keuze: keuze, licentie: "CC BY 4.0", praktijken: praktijken }, null, 2) + "\n";
  }

  WATWERKT.uitvoer = { csv: csv, json: json };
})();
