/* The search index and the words of a text. Words become terms as in search/pipeline.py; the tests hold both against each
   other. Classic script, after lunr.js, lunr.stemmer.support.js, lunr.nl.js and zoekindex.js. */
(function () {
  "use strict";

  var W = (window.WATWERKT = window.WATWERKT || {});
  var state = null;

  // The serialised lunr index that search/index.py packed: term numbers in steps, scores in thousandths.
  function unpacked(data) {
    var none = Object.freeze({});
    var postings = data.termen.map(function (_, number) {
      var posting = { _index: number };
      data.fields.forEach(function (field) { posting[field] = none; });
      return posting;
    });
    var vectors = data.vectoren.map(function (row) {
      var field = data.fields[row[0]];
      var elements = [];
      for (var i = 2, number = -1; i < row.length; i += 2) {
        number += row[i];
        elements.push(number, row[i + 1] / 1000);
        if (postings[number][field] === none) postings[number][field] = {};
        postings[number][field][row[1]] = none;
      }
      return [field + "/" + row[1], elements];
    });
    return {
      version: data.version,
      fields: data.fields,
      pipeline: data.pipeline,
      fieldVectors: vectors,
      invertedIndex: data.termen.map(function (term, number) { return [term, postings[number]]; })
    };
  }

  function load() {
    var data = W.zoekindex;
    if (state || !data || !data.lunr) return state;
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
