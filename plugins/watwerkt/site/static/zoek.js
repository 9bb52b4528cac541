/* WATWERKT.zoek(tekst): finds practices, also by parts of compounds, related words and with slips of the pen.

   Classic script, after lunr.js, lunr.stemmer.support.js, lunr.nl.js and zoekindex.js. Does not touch the page.
   Words become terms as in search/pipeline.py; the tests hold both against each other. */
(function () {
  "use strict";

  var W = (window.WATWERKT = window.WATWERKT || {});
  var MAX_CHARACTERS = 200;
  var MAX_WORDS = 12;
  var MIN_PART = 4; // letters in a part of a compound
  var MIN_SLIP = 4; // letters in a word that we propose another word for
  var MIN_SLIPS = 9; // letters in a word in which we see two slips
  var MIN_DISTANCE = 6; // letters in a word that lunr may find with one letter changed
  var MIN_PREFIX = 3; // letters from which the last word counts as the beginning of a word, too
  var MIN_COVERAGE = 0.45; // share of the weight of the question that a practice has to answer
  var MIN_COVERAGE_LONG = 0.3; // the same for whole sentences, which hold words beside their subject
  var MIN_FACTOR = 0.1; // what is left of the score of a practice that answers nearly nothing
  var LONG = 4; // words that make a sentence
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
      terms: new Map(),
      shown: null
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

  /* ---- looking up one word: {word, hits}, hits a Map from place in ids to {score, found} ---- */

  function query(word, factor, fill) {
    var hits = new Map();
    state.index.query(fill).forEach(function (result) {
      hits.set(Number(result.ref), { score: result.score * factor, found: result.matchData.metadata });
    });
    return { word: word, hits: hits };
  }

  function exactly(word, prefix) {
    return query(word, 1, function (q) {
      q.term(termOf(word), { usePipeline: false, boost: 10 });
      if (prefix) q.term(prefix, { usePipeline: false, boost: 1, wildcard: lunr.Query.wildcard.TRAILING });
    });
  }

  function beginning(prefix) {
    return query(prefix, PREFIX_FACTOR, function (q) {
      q.term(prefix, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
    });
  }

  function inside(word) {
    return query(word, INSIDE_FACTOR, function (q) {
      q.term(termOf(word), { usePipeline: false, wildcard: lunr.Query.wildcard.LEADING });
      q.term(withoutAccents(word), { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
    });
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
    state.words.forEach(function (candidate) {
      if (Math.abs(candidate.length - word.length) > limit) return;
      if (QUESTION_WORDS.has(candidate) || !isKnown(candidate)) return;
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
    var result = query(better || word, SLIP_FACTOR, function (q) {
      if (better) q.term(termOf(better), { usePipeline: false, boost: 10 });
      if (word.length >= MIN_DISTANCE) q.term(termOf(word), { usePipeline: false, boost: 1, editDistance: 1 });
    });
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
    var pieces = (w.parts.length > 1 ? w.parts : split(w.word)).filter(hasMeaning);
    var ways = [
      function () { return prefix ? beginning(prefix) : null; },
      function () { return pieces.length ? together(w.word, pieces, pieces.length) : null; },
      function () { return w.word.length >= MIN_INSIDE ? inside(w.word) : null; },
      function () { return nearly(w.word); },
      function () { return Object.assign(together(w.word, pieces, 1), { partly: true }); }
    ];
    for (var way of ways) {
      var result = way();
      if (result && result.hits.size) return result;
    }
    return { word: w.word, hits: new Map() };
  }

  /* ---- all words together ---- */

  function contentWords(text) {
    var all = joined(wordsIn(text)).filter(function (w) { return !isStopWord(w.word); }).slice(0, MAX_WORDS);
    var content = all.filter(function (w) { return !QUESTION_WORDS.has(w.word); });
    return content.length ? content : all;
  }

  // "instap economie" is one word when only "instapeconomie" is known.
  function joined(words) {
    return words.reduce(function (done, w) {
      var last = done[done.length - 1];
      var both = last ? last.word + w.word : "";
      if (last && isKnown(both) && !(isKnown(last.word) && isKnown(w.word))) {
        done[done.length - 1] = { word: both, parts: [both], start: last.start, end: w.end };
      } else {
        done.push(w);
      }
      return done;
    }, []);
  }

  // A rare word says more about a question than a common one.
  function weight(count) {
    return Math.log(1 + state.ids.length / (count + 0.5));
  }

  function isFound(result) {
    return result.hits.size > 0 && !result.partly;
  }

  function addUp(results) {
    var practices = new Map();
    var total = 0;
    results.forEach(function (result) {
      var share = weight(isFound(result) ? result.hits.size : 0);
      total += share;
      result.hits.forEach(function (hit, place) {
        var sum = practices.get(place) || { score: 0, weight: 0, parts: [] };
        sum.score += hit.score;
        if (!result.partly) sum.weight += share;
        sum.parts.push({ word: result.word, found: hit.found });
        practices.set(place, sum);
      });
    });
    return Array.from(practices, function (pair) { return asHit(pair[0], pair[1], pair[1].weight / total); });
  }

  function asHit(place, sum, coverage) {
    var reasons = new Map();
    sum.parts.forEach(function (part) {
      Object.keys(part.found).forEach(function (term) {
        if (!reasons.has(term)) reasons.set(term, reason(term, part));
      });
    });
    return {
      id: state.ids[place],
      score: sum.score * Math.max(coverage, MIN_FACTOR),
      dekking: coverage,
      waarom: Array.from(reasons.values()),
      termen: new Set(reasons.keys())
    };
  }

  // The heaviest field that holds the term, and the word as the visitor knows it.
  function reason(term, part) {
    var field = state.index.fields.find(function (name) { return name in part.found[term]; });
    return { veld: state.fields.get(field), woord: term === termOf(part.word) ? part.word : shownAs(term) };
  }

  function shownAs(term) {
    if (!state.shown) {
      state.shown = new Map();
      state.words.forEach(function (word) {
        if (!state.shown.has(termOf(word))) state.shown.set(termOf(word), word);
      });
    }
    return state.shown.get(term) || term;
  }

  function corrected(text, words, results) {
    var pieces = [];
    var until = 0;
    words.forEach(function (w, i) {
      if (!results[i].meant) return;
      pieces.push(text.slice(until, w.start), results[i].meant);
      until = w.end;
    });
    return pieces.length ? pieces.join("") + text.slice(until) : null;
  }

  /* Returns {treffers, deels, bedoelde, ontbrekend}. treffers: the best first, each {id, score, dekking (0-1), waarom:
     [{veld, woord}], termen}. deels: no practice answers the question, these answer a part of it; say so. bedoelde: the
     question without slips, or null. ontbrekend: the words that no practice has. */
  W.zoek = function (tekst) {
    var text = String(tekst === undefined || tekst === null ? "" : tekst).slice(0, MAX_CHARACTERS).normalize("NFC").trim();
    var words = load() ? contentWords(text) : [];
    var results = words.map(function (w, i) { return lookUp(w, i === words.length - 1); });
    var least = words.length < LONG ? MIN_COVERAGE : MIN_COVERAGE_LONG;
    var all = addUp(results);
    var hits = all.filter(function (hit) { return hit.dekking >= least; });
    var partly = !hits.length && all.length > 0;
    if (partly) hits = all;
    hits.sort(function (a, b) { return b.score - a.score || (a.id < b.id ? -1 : 1); });
    return {
      treffers: hits,
      deels: partly,
      bedoelde: corrected(text, words, results),
      ontbrekend: words.filter(function (_, i) { return !isFound(results[i]); }).map(function (w) {
        return text.slice(w.start, w.end);
      })
    };
  };

  /* Divides a text into pieces {tekst, raak}: raak says that the piece is a word by which the hit was found. */
  W.markeer = function (tekst, treffer) {
    var pieces = [];
    var until = 0;
    (load() ? wordsIn(tekst) : []).forEach(function (w) {
      if (![w.word].concat(w.parts).some(function (part) { return treffer.termen.has(termOf(part)); })) return;
      pieces.push({ tekst: tekst.slice(until, w.start), raak: false }, { tekst: tekst.slice(w.start, w.end), raak: true });
      until = w.end;
    });
    pieces.push({ tekst: tekst.slice(until), raak: false });
    return pieces.filter(function (piece) { return piece.tekst; });
  };
})();
