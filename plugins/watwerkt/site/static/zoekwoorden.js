/* The parts of the search index that a question needs, and the words of a text. Words become terms as in
   search/pipeline.py; the tests hold both against each other. Classic script, after lunr.js, lunr.stemmer.support.js,
   lunr.nl.js, hulp.js and zoekindex.js. */
(function () {
  "use strict";

  var W = (window.WATWERKT = window.WATWERKT || {});
  var base = W.zoekindex || null;
  var fields = new Map(base ? Object.entries(base.velden) : []);
  var irregular = new Map(base ? Object.entries(base.wisselvormen) : []);
  var parts = new Map(); // name of a part that has arrived -> what it holds
  var missing = new Set(); // names of parts that the current question could not do without
  var terms = new Map();

  /* ---- parts: as search/index.py divided the index; a question is asked again when what it missed has arrived ---- */

  // What a part holds, or null while it is not here; then `fetchMissing` brings it.
  function partOf(name) {
    var text = !parts.has(name) && W.zoekdelen ? W.zoekdelen[name] : null;
    if (text) {
      var data = JSON.parse(text);
      data.place = new Map(data.termen.map(function (term, place) { return [term, place]; }));
      parts.set(name, data);
      delete W.zoekdelen[name];
    }
    if (!parts.has(name)) missing.add(name);
    return parts.get(name) || null;
  }

  // Number of the part in which a term would stand: the last one that begins before it.
  function numberFor(term) {
    var low = 0;
    var high = base.begin.length;
    while (high - low > 1) {
      var middle = (low + high) >> 1;
      if (base.begin[middle] <= term) low = middle;
      else high = middle;
    }
    return low;
  }

  // What the index says of a term, or null: {row, word}. `row` holds a list per field: [field, step to the next document,
  // thousandths, step, thousandths, ...]; `word` is how visitors know the term.
  function entryOf(term) {
    var part = partOf(String(numberFor(term)));
    var place = part ? part.place.get(term) : undefined;
    return place === undefined ? null : { row: part.rijen[place], word: part.woorden[place] || term };
  }

  // Terms that begin with a prefix, from the first parts that hold them.
  function termsFrom(prefix, most) {
    var found = [];
    for (var n = numberFor(prefix), i = 0; n < base.begin.length && i < most; n++, i++) {
      if (i && !base.begin[n].startsWith(prefix)) break;
      var part = partOf(String(n));
      if (part) found = found.concat(part.termen.filter(function (term) { return term.startsWith(prefix); }));
    }
    return found;
  }

  // All terms, and the words that may have been meant. Only for a word that is not in the index as it stands.
  function dictionary() {
    return partOf("woorden") || { termen: [], woorden: [], place: new Map() };
  }

  // Whether something is missing, so that what is found from now on means nothing.
  function waits() {
    return missing.size > 0;
  }

  // Runs `attempt` until it misses nothing; gives a promise of what it returned, refused when a part cannot be had.
  function complete(attempt) {
    missing.clear();
    var result = attempt();
    if (!missing.size) return Promise.resolve(result);
    return Promise.all(Array.from(missing, function (name) {
      return W.hulp.laad("assets/watwerkt/zoek/" + name + ".js");
    })).then(function () { return complete(attempt); });
  }

  /* ---- lunr over the slice of the index that holds these terms ---- */

  // `boosts`: a Map from term to how heavily it counts. Gives what lunr gives: [{ref, score, matchData}].
  function search(boosts) {
    var known = Array.from(boosts.keys()).filter(entryOf).sort();
    var inverted = Object.create(null);
    var vectors = Object.create(null);
    known.forEach(function (term, number) {
      var posting = (inverted[term] = { _index: number });
      base.fields.forEach(function (field) { posting[field] = {}; });
      entryOf(term).row.forEach(function (row) {
        var field = base.fields[row[0]];
        for (var i = 1, document = -1; i < row.length; i += 2) {
          document += row[i];
          posting[field][document] = {};
          var ref = field + "/" + document;
          (vectors[ref] = vectors[ref] || []).push(number, row[i + 1] / 1000);
        }
      });
    });
    Object.keys(vectors).forEach(function (ref) { vectors[ref] = new lunr.Vector(vectors[ref]); });
    var index = new lunr.Index({
      invertedIndex: inverted, fieldVectors: vectors, tokenSet: lunr.TokenSet.fromArray(known), fields: base.fields,
      pipeline: new lunr.Pipeline()
    });
    return index.query(function (q) {
      known.forEach(function (term) { q.term(term, { usePipeline: false, boost: boosts.get(term) }); });
    });
  }

  /* ---- from text to words and terms ---- */

  // Words with their place; a word with hyphens is one word that has parts.
  function wordsIn(text) {
    return Array.from(text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu), function (match) {
      var plain = match[0].normalize("NFKC").toLowerCase().replace(/['’](?:s|er|ers|tje|tjes|en|je|jes)$/, "");
      var parts = plain.split(/['’-]/);
      return { word: parts.join(""), parts: parts, start: match.index, end: match.index + match[0].length };
    });
  }

  function withoutAccents(word) {
    return word.normalize("NFD").replace(/\p{M}/gu, "");
  }

  function termOf(word) {
    var term = terms.get(word) || irregular.get(word);
    if (term === undefined) {
      term = withoutAccents(lunr.nl.stemmer(new lunr.Token(word, {})).toString());
      term = term.replace(/v$/, "f").replace(/z$/, "s").replace(/([bcfglmnprs])\1$/, "$1");
      term = term.replace(/ies$/, "ie").replace(/(...)es$/, "$1");
      term = irregular.get(term) || term;
      terms.set(word, term);
    }
    return term;
  }

  function isStopWord(word) {
    return word.length < 2 || !lunr.nl.stopWordFilter(word);
  }

  function isKnown(word) {
    return entryOf(termOf(word)) !== null;
  }

  /* `size`: the number of practices, 0 without an index. Everything but the words of a text must run in `complete`. */
  W.zoekwoorden = {
    size: base ? base.aantal : 0, fields: fields, complete: complete, waits: waits, search: search, termsFrom: termsFrom, dictionary: dictionary,
    shownAs: function (term) { return entryOf(term).word; }, wordsIn: wordsIn, withoutAccents: withoutAccents, termOf: termOf, isStopWord: isStopWord, isKnown: isKnown
  };
})();
