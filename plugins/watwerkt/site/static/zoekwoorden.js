/* The search index and the words of a text. Words become terms as in search/pipeline.py; the tests hold both against each
   other. Classic script, after lunr.js, lunr.stemmer.support.js, lunr.nl.js and zoekindex.js. */
(function () {
  "use strict";

  var W = (window.WATWERKT = window.WATWERKT || {});
  var state = null;

  /* ---- the index that search/index.py packed: term numbers in steps, scores in thousandths ---- */

  // Calls `visit(term number, score)` for everything in a row of the vectors.
  function everyScore(row, visit) {
    for (var i = 2, number = -1; i < row.length; i += 2) {
      number += row[i];
      visit(number, row[i + 1]);
    }
  }

  // What lunr asks of a term: an object per field with the documents that hold it. Made when asked, as most never are.
  function makePostings(data) {
    var terms = data.termen.length;
    var starts = new Uint32Array(data.fields.length * terms + 1);
    data.vectoren.forEach(function (row) {
      everyScore(row, function (number) { starts[row[0] * terms + number + 1] += 1; });
    });
    for (var i = 1; i < starts.length; i++) starts[i] += starts[i - 1];
    var free = starts.slice();
    var documents = new Uint32Array(starts[starts.length - 1]);
    data.vectoren.forEach(function (row) {
      everyScore(row, function (number) { documents[free[row[0] * terms + number]++] = row[1]; });
    });
    function Posting(number) {
      this._index = number;
    }
    data.fields.forEach(function (field, place) {
      Object.defineProperty(Posting.prototype, field, {
        get: function () {
          var found = {};
          var slot = place * terms + this._index;
          for (var i = starts[slot]; i < starts[slot + 1]; i++) found[documents[i]] = {};
          return found;
        }
      });
    });
    return data.termen.map(function (term, number) { return [term, new Posting(number)]; });
  }

  function unpacked(data) {
    var vectors = data.vectoren.map(function (row) {
      var elements = [];
      everyScore(row, function (number, score) { elements.push(number, score / 1000); });
      return [data.fields[row[0]] + "/" + row[1], elements];
    });
    return {
      version: data.version,
      fields: data.fields,
      pipeline: data.pipeline,
      fieldVectors: vectors,
      invertedIndex: makePostings(data)
    };
  }

  // The index arrives as text, which costs nothing until the first question.
  function load() {
    var data = state || !W.zoekindex ? null : JSON.parse(W.zoekindex);
    if (!data || !data.lunr) return state;
    state = {
      ids: data.ids,
      fields: new Map(Object.entries(data.velden)),
      words: data.woorden,
      irregular: new Map(Object.entries(data.wisselvormen)),
      index: lunr.Index.load(unpacked(data.lunr)),
      terms: new Map()
    };
    return state;
  }

  /* ---- from text to words and terms ---- */

  // Words with their place; a word with hyphens is one word that has parts.
  function wordsIn(text) {
    return Array.from(text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu), function (match) {
      var plain = match[0].toLowerCase().replace(/['’](?:s|er|ers|tje|tjes|en|je|jes)$/, "");
      var parts = plain.split(/['’-]/);
      return { word: parts.join(""), parts: parts, start: match.index, end: match.index + match[0].length };
    });
  }

  function withoutAccents(word) {
    return word.normalize("NFD").replace(/\p{M}/gu, "");
  }

  function termOf(word) {
    var term = state.terms.get(word);
    if (term === undefined) {
      term = withoutAccents(lunr.nl.stemmer(new lunr.Token(word, {})).toString());
      term = term.replace(/v$/, "f").replace(/z$/, "s").replace(/([bcfglmnprs])\1$/, "$1");
      term = term.replace(/ies$/, "ie").replace(/(...)es$/, "$1");
      term = state.irregular.get(term) || term;
      state.terms.set(word, term);
    }
    return term;
  }

  function isStopWord(word) {
    return word.length < 2 || !lunr.nl.stopWordFilter(word);
  }

  function isKnown(word) {
    return termOf(word) in state.index.invertedIndex;
  }

  /* load() gives {ids, fields, words, irregular, index, terms} or null without an index; the rest needs it loaded. */
  W.zoekwoorden = {
    load: load, wordsIn: wordsIn, withoutAccents: withoutAccents, termOf: termOf, isStopWord: isStopWord, isKnown: isKnown
  };
})();
