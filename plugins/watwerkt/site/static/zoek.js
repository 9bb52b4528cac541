/* WATWERKT.zoek(tekst): finds practices, also by parts of compounds, related words and with slips of the pen.
   Classic script, after zoekwoorden.js and opzoeken.js. Does not touch the page. */
(function () {
  "use strict";

  var W = window.WATWERKT;
  var base = W.zoekwoorden;
  var wordsIn = base.wordsIn;
  var termOf = base.termOf;
  var isStopWord = base.isStopWord;
  var isKnown = base.isKnown;
  var lookUp = W.opzoeken.lookUp;
  var QUESTION_WORDS = W.opzoeken.QUESTION_WORDS;
  var MAX_CHARACTERS = 200;
  var UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g; // what comes along when a word is copied from a PDF
  var MAX_WORDS = 12;
  var MIN_COVERAGE = 0.45; // share of the weight of the question that a practice has to answer
  var MIN_COVERAGE_LONG = 0.3; // the same for whole sentences, which hold words beside their subject
  var MIN_FACTOR = 0.1; // what is left of the score of a practice that answers nearly nothing
  var LONG = 4; // words that make a sentence
  var MIN_PART = 4; // letters in a part of a compound that is marked

  /* ---- all words together ---- */

  // The words that a question is about; none while the index is still on its way.
  function contentWords(text) {
    var all = wordsIn(text).filter(function (w) { return !isStopWord(w.word); }).slice(0, MAX_WORDS);
    var content = all.filter(function (w) { return !QUESTION_WORDS.has(w.word); });
    var words = content.length ? content : all;
    words.forEach(function (w, i) { W.opzoeken.prepare(w, i === words.length - 1); });
    return base.waits() ? [] : joined(words);
  }

  // "instap economie" is one word when only "instapeconomie" is known.
  function joined(words) {
    return words.reduce(function (done, w) {
      var last = done[done.length - 1];
      var both = last && w.start === last.end + 1 ? last.word + w.word : "";
      if (both && !(isKnown(last.word) && isKnown(w.word)) && isKnown(both)) {
        done[done.length - 1] = { word: both, parts: [both], start: last.start, end: w.end };
      } else {
        done.push(w);
      }
      return done;
    }, []);
  }

  // A rare word says more about a question than a common one.
  function weight(count) {
    return Math.log(1 + base.size / (count + 0.5));
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
      plek: place,
      score: sum.score * Math.max(coverage, MIN_FACTOR),
      dekking: coverage,
      waarom: Array.from(reasons.values()),
      termen: new Set(reasons.keys())
    };
  }

  // The heaviest field that holds the term, and the word as the visitor knows it.
  function reason(term, part) {
    var field = Array.from(base.fields.keys()).find(function (name) { return name in part.found[term]; });
    return { veld: base.fields.get(field), woord: term === termOf(part.word) ? part.word : base.shownAs(term) };
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

  function answer(text) {
    var words = contentWords(text);
    var results = words.map(function (w, i) { return lookUp(w, i === words.length - 1); });
    var least = words.length < LONG ? MIN_COVERAGE : MIN_COVERAGE_LONG;
    var all = addUp(results);
    var hits = all.filter(function (hit) { return hit.dekking >= least; });
    var partly = !hits.length && all.length > 0;
    if (partly) hits = all;
    hits.sort(function (a, b) { return b.score - a.score || a.plek - b.plek; });
    return {
      treffers: hits,
      deels: partly,
      bedoelde: corrected(text, words, results),
      ontbrekend: words.filter(function (_, i) { return !isFound(results[i]); }).map(function (w) {
        return text.slice(w.start, w.end);
      })
    };
  }

  /* Promises {treffers, deels, bedoelde, ontbrekend}. treffers: the best first, each {plek (in the catalogue), score,
     dekking (0-1), waarom: [{veld, woord}], termen}. deels: no practice answers the question, these answer a part of it;
     say so. bedoelde: the question without slips, or null. ontbrekend: the words that no practice has. Refused when a part
     of the index cannot be fetched. */
  W.zoek = function (tekst) {
    var text = String(tekst === undefined || tekst === null ? "" : tekst).slice(0, MAX_CHARACTERS).normalize("NFKC").replace(UNSEEN, "").trim();
    return base.complete(function () { return answer(base.size ? text : ""); });
  };

  // Found by this word, or by the first or last part of a compound: "microkrediet" by "krediet".
  function raakt(term, termen) {
    return termen.has(term) || Array.from(termen).some(function (found) {
      return found.length >= MIN_PART && (term.startsWith(found) || term.endsWith(found));
    });
  }

  /* Divides a text into pieces {tekst, raak}: raak says that the piece is a word by which the hit was found. */
  W.markeer = function (tekst, treffer) {
    var pieces = [];
    var until = 0;
    wordsIn(tekst).forEach(function (w) {
      if (![w.word].concat(w.parts).some(function (part) { return raakt(termOf(part), treffer.termen); })) return;
      pieces.push({ tekst: tekst.slice(until, w.start), raak: false }, { tekst: tekst.slice(w.start, w.end), raak: true });
      until = w.end;
    });
    pieces.push({ tekst: tekst.slice(until), raak: false });
    return pieces.filter(function (piece) { return piece.tekst; });
  };
})();
