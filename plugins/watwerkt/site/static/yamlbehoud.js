/* The text of a file that somebody opened, cut into its fields and items, so that what nobody changed keeps its lines:
   folding, quotes and comments. yamltekst.js asks for the pieces; what comes out is read back, and when it would not be
   the same record, all of it is written anew. Loaded with the reader, when there is a file. Pure. */
(function () {
  "use strict";

  var WATWERKT = (window.WATWERKT = window.WATWERKT || {});
  var NAAM = /^(?:"([^"\\]+)"|'([^']+)'|([^\s#"'&*!|>%@`{}[\],?:-][^:#]*?))\s*:(?=\s|$)/;
  var STREEP = /^-(?=\s|$)/;
  var gelezen = new Map();

  /* Pieces of a block of lines: each begins at the indent of the block and takes the remarks above it along. */
  function knip(regels) {
    var diep = -1;
    var streep = false;
    var los = [];
    var uit = [];
    regels.forEach(function (regel) {
      var kaal = regel.trimStart();
      var in_ = regel.length - kaal.length;
      var laatste = uit[uit.length - 1];
      if ((!kaal && (los.length || !laatste)) || (kaal[0] === "#" && (diep < 0 || in_ <= diep))) {
        los.push(regel);
        return;
      }
      if (diep < 0) {
        diep = in_;
        streep = STREEP.test(kaal);
      }
      if (kaal && in_ === diep && STREEP.test(kaal) === streep) {
        uit.push(new Stuk(los, regel, diep));
        los = [];
      } else if (laatste) laatste.regels = laatste.regels.concat(los.splice(0), regel);
    });
    if (uit.length) uit[uit.length - 1].regels = uit[uit.length - 1].regels.concat(los);
    return uit;
  }

  function Stuk(voor, regel, diep) {
    this.voor = voor;
    this.regels = [regel];
    this.diep = diep;
    this.waarde = undefined;
  }

  /* The remarks above a piece whose value was written anew. */
  Stuk.prototype.kop = function (naar) {
    return this.voor.filter(function (regel) { return regel.trim(); }).map(function (regel) { return regel.trim() + "\n" + " ".repeat(naar); }).join("");
  };

  /* The piece as it was, at another indent; the first line without its indent. */
  Stuk.prototype.tekst = function (naar) {
    var stap = naar - this.diep;
    return this.voor.concat(this.regels).map(function (regel) {
      if (!regel.trim() || !stap) return regel;
      return stap > 0 ? " ".repeat(stap) + regel : regel.replace(new RegExp("^ {0," + -stap + "}"), "");
    }).join("\n").trimStart();
  };

  /* The lines of the value: of an item without its dash, of a field those below its name. */
  Stuk.prototype.binnen = function () {
    var eerste = this.regels[0].slice(this.diep);
    if (STREEP.test(eerste)) return [" ".repeat(this.diep) + " " + eerste.slice(1)].concat(this.regels.slice(1));
    return /:\s*(?:#.*)?$/.test(eerste) ? this.regels.slice(1) : [];
  };

  Stuk.prototype.velden = function () {
    var waarde = this.waarde;
    var uit = new Map();
    if (waarde === null || typeof waarde !== "object") return uit;
    knip(this.binnen()).forEach(function (stuk) {
      var naam = NAAM.exec(stuk.regels[0].slice(stuk.diep));
      if (!naam) return;
      stuk.waarde = waarde[naam[1] || naam[2] || naam[3]];
      uit.set(naam[1] || naam[2] || naam[3], stuk);
    });
    return uit;
  };

  /* For each of the new items the piece of an item that was the same, or else of one that may have been this one. */
  Stuk.prototype.onderdelen = function (nieuw) {
    var waarden = this.waarde;
    var stukken = Array.isArray(waarden) ? knip(this.binnen()) : [];
    if (!stukken.length || stukken.length !== waarden.length) return [];
    stukken.forEach(function (stuk, plek) { stuk.waarde = waarden[plek]; });
    var uit = nieuw.map(function (deel) {
      var plek = stukken.findIndex(function (stuk) { return WATWERKT.gelijk(stuk.waarde, deel); });
      return plek < 0 ? null : stukken.splice(plek, 1)[0];
    });
    return uit.map(function (stuk) { return stuk || stukken.shift(); });
  };

  /* The lines of a folded text. */
  Stuk.prototype.vouw = function () {
    return /[:-] >-\s*$/.test(this.regels[0]) ? this.regels.slice(1).map(function (regel) { return regel.trim(); }).filter(Boolean) : [];
  };

  function heel(tekst) {
    if (!gelezen.has(tekst)) gelezen.set(tekst, WATWERKT.yamllezer(tekst).data);
    var data = gelezen.get(tekst);
    if (!data) return null;
    var regels = tekst.replace(/\r\n/g, "\n").trimEnd();
    var stuk = new Stuk([], ":", 0);
    stuk.hoofd = /^(?:[ \t]*(?:#.*)?\n)*/.exec(regels)[0];
    stuk.regels = stuk.regels.concat(regels.slice(stuk.hoofd.length).split("\n"));
    stuk.waarde = data;
    return stuk;
  }

  /* The text of a record, with the lines of the file that it came from where those still say the same. */
  function yamlbehoud(record, soort, regels, rubriek, oud) {
    var nieuw = WATWERKT.yamltekst(record, soort, regels, rubriek);
    var eerder = oud ? heel(oud) : null;
    if (!eerder) return nieuw;
    var tekst = WATWERKT.yamltekst(record, soort, regels, rubriek, eerder);
    var terug = WATWERKT.yamllezer(tekst);
    return terug.data && WATWERKT.gelijk(terug.data, record) ? tekst : nieuw;
  }

  WATWERKT.yamlbehoud = yamlbehoud;
})();
