/* Looks up one word of a question in the index: as it is, as a beginning, in parts, inside longer words, or with slips of
   the pen. Classic script, after zoekwoorden.js. */
(function () {
  "use strict";

  var W = window.WATWERKT;
  var base = W.zoekwoorden;
  var termOf = base.termOf;
  var isStopWord = base.isStopWord;
  var isKnown = base.isKnown;
  var withoutAccents = base.withoutAccents;
  var MIN_PART = 4; // letters in a part of a compound
  var MIN_SLIP = 4; // letters in a word that we propose another word for
  var MIN_SLIPS = 9; // letters in a word in which we see two slips
  var MIN_DISTANCE = 6; // letters in a word that lunr may find with one letter changed
  var MIN_PREFIX = 3; // letters from which the last word counts as the beginning of a word, too
  var MAX_PARTS = 3; // parts of the index in which we look for longer words; few letters would ask for all of them
  var MAX_INSIDE = 25; // longer words in which we look for one
  var MIN_INSIDE = 5; // letters in a word that may be found at the beginning or end of a longer one
  var PREFIX_FACTOR = 0.8;
  var INSIDE_FACTOR = 0.6;
  var SLIP_FACTOR = 0.6;
  var EMPTY_HEADS = new Set(["beleid", "problematiek", "programma", "traject", "trajecten"]); // "schuldenproblematiek"
  var LINKS = ["", "s", "en", "e"];
  // Words that people put a question with; they do not say what it is about.
  var QUESTION_WORDS = new Set(
    ("aanpak aanpakken bestaan bestaat doe doet gaat goed goede graag hebben hebt helpen helpt hoeveel houd houden " +
      "krijg krijgen krijgt lukt maak maakt mensen mogelijk nodig project projecten staat vind vinden voorbeeld " +
      "voorbeelden waar waarom wanneer welk welke werken werkt wij willen zijn zoek zoeken zoekt").split(" ")
  );

  /* ---- looking up one word: {word, hits}, hits a Map from place in ids to {score, found} ---- */

  // `boosts`: pairs of a term and how heavily it counts; a term that stands there twice counts for both.
  function query(word, factor, boosts) {
    var sum = new Map();
    boosts.forEach(function (pair) { sum.set(pair[0], (sum.get(pair[0]) || 0) + pair[1]); });
    var hits = new Map();
    base.search(sum).forEach(function (result) {
      hits.set(Number(result.ref), { score: result.score * factor, found: result.matchData.metadata });
    });
    return { word: word, hits: hits };
  }

  function each(terms, boost) {
    return terms.map(function (term) { return [term, boost]; });
  }

  function exactly(word, prefix) {
    var longer = prefix ? base.termsFrom(prefix, MAX_PARTS) : [];
    return query(word, 1, [[termOf(word), 10]].concat(each(longer, 1)));
  }

  function beginning(prefix) {
    return query(prefix, PREFIX_FACTOR, each(base.termsFrom(prefix, MAX_PARTS), 1));
  }

  // Terms that end with the term of a word or begin with its letters; the shortest are most like it.
  function inside(word) {
    var tail = termOf(word);
    var head = withoutAccents(word);
    var terms = base.dictionary().termen.filter(function (term) { return term.endsWith(tail) || term.startsWith(head); });
    terms.sort(function (a, b) { return a.length - b.length; });
    return query(word, INSIDE_FACTOR, each(terms.slice(0, MAX_INSIDE), 1));
  }

  // Practices that have at least so many of the parts.
  function together(word, parts, least) {
    var hits = new Map();
    parts.forEach(function (part) {
      exactly(part, "").hits.forEach(function (hit, place) {
        var sum = hits.get(place) || { score: 0, found: Object.create(null), parts: 0 };
        hits.set(place, {
          score: sum.score + hit.score / parts.length,
          found: Object.assign(sum.found, hit.found),
          parts: sum.parts + 1
        });
      });
    });
    return { word: word, hits: new Map(Array.from(hits).filter(function (pair) { return pair[1].parts >= least; })) };
  }

  // Splits a word that nobody wrote into two words that do occur.
  function split(word) {
    var known = base.dictionary().place;
    function isKnown(part) {
      return known.has(termOf(part));
    }
    for (var cut = MIN_PART; cut <= word.length - MIN_PART; cut++) {
      var tail = word.slice(cut);
      if (isStopWord(tail) || !isKnown(tail)) continue;
      for (var link of LINKS) {
        var head = word.slice(0, cut - link.length);
        var fits = word.slice(0, cut).endsWith(link) && head.length >= MIN_PART;
        if (fits && !isStopWord(head) && isKnown(head)) return [head, tail];
      }
    }
    return [];
  }

  // Letters put in, left out, changed or swapped between two words; more than the limit is not counted.
  function distance(one, other, limit) {
    var before = [];
    var row = Array.from({ length: other.length + 1 }, function (_, i) { return i; });
    for (var i = 1; i <= one.length; i++) {
      var next = [i];
      var least = i;
      for (var j = 1; j <= other.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
        least = Math.min(least, next[j]);
      }
      if (least > limit) return limit + 1;
      before = row;
      row = next;
    }
    return row[other.length];
  }

  // The word most like it; at the same distance one with the same first letter, then the first of the alphabet.
  function meant(word) {
    if (word.length < MIN_SLIP) return "";
    var limit = word.length < MIN_SLIPS ? 1 : 2;
    var best = "";
    var least = limit + 1;
    base.dictionary().woorden.forEach(function (candidate) {
      if (Math.abs(candidate.length - word.length) > limit || QUESTION_WORDS.has(candidate)) return;
      var slips = distance(word, candidate, limit) + (candidate[0] === word[0] ? 0 : 0.5);
      if (slips < least) {
        least = slips;
        best = candidate;
      }
    });
    return best;
  }

  function nearly(word) {
    var better = meant(word);
    if (!better && word.length < MIN_DISTANCE) return { word: word, hits: new Map() };
    var term = termOf(word);
    var near = word.length < MIN_DISTANCE ? [] : base.dictionary().termen.filter(function (other) {
      return Math.abs(other.length - term.length) < 2 && distance(term, other, 1) < 2;
    });
    var result = query(better || word, SLIP_FACTOR, (better ? [[termOf(better), 10]] : []).concat(each(near, 1)));
    result.meant = better;
    return result;
  }

  function hasMeaning(part) {
    return !isStopWord(part) && !EMPTY_HEADS.has(part) && !QUESTION_WORDS.has(part);
  }

  // The first way that finds something; ``partly`` when only a piece of the word is found.
  function lookUp(w, isLast) {
    var prefix = isLast && w.word.length >= MIN_PREFIX ? withoutAccents(w.word) : "";
    if (isKnown(w.word)) return exactly(w.word, prefix);
    var begun = prefix ? beginning(prefix) : null;
    if (begun && (begun.hits.size || base.waits())) return begun;
    var pieces = (w.parts.length > 1 ? w.parts : split(w.word)).filter(hasMeaning);
    var ways = [
      function () { return pieces.length ? together(w.word, pieces, pieces.length) : null; },
      function () { return w.word.length >= MIN_INSIDE ? inside(w.word) : null; },
      function () { return nearly(w.word); },
      function () { return Object.assign(together(w.word, pieces, 1), { partly: true }); }
    ];
    for (var way of ways) {
      var result = way();
      if (result && (result.hits.size || base.waits())) return result;
    }
    return { word: w.word, hits: new Map() };
  }

  // Asks for the parts that a word is most likely in, so that they come together.
  function prepare(w, isLast) {
    isKnown(w.word);
    if (isLast && w.word.length >= MIN_PREFIX) base.termsFrom(withoutAccents(w.word), MAX_PARTS);
  }

  W.opzoeken = { lookUp: lookUp, prepare: prepare, QUESTION_WORDS: QUESTION_WORDS };
})();
