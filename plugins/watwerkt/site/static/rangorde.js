/* The mathematics of the scorekaart, and nothing else: no page, no address. Scores are numbers with four decimals at
   most and weights whole numbers, so that all sums are exact and equal practices are really equal. */
(function () {
  "use strict";

  var WATWERKT = (window.WATWERKT = window.WATWERKT || {});
  var FIJN = 10000;

  /* Weighted sums of score, laag and hoog; null when nothing weighs or a score that weighs is unknown.
     Divide a sum by `deler` for the weighted mean, 0-100. All practices under the same weights have the same deler. */
  function weeg(scores, gewichten) {
    var som = { score: 0, laag: 0, hoog: 0, deler: 0 };
    var bekend = true;
    scores.forEach(function (s, plek) {
      var gewicht = gewichten[plek];
      if (!gewicht) return;
      if (s.score === null) {
        bekend = false;
        return;
      }
      som.score += gewicht * Math.round(s.score * FIJN);
      som.laag += gewicht * Math.round(s.laag * FIJN);
      som.hoog += gewicht * Math.round(s.hoog * FIJN);
      som.deler += gewicht * FIJN;
    });
    return bekend && som.deler ? som : null;
  }

  /* First and last place that each interval may still take. Certainly better: who is at its lowest still above my
     highest. Not certainly worse: who can still reach my lowest, myself included. */
  function plaatsen(intervallen) {
    return intervallen.map(function (eigen) {
      var van = 1;
      var tot = 0;
      intervallen.forEach(function (ander) {
        if (ander.laag > eigen.hoog) van += 1;
        if (ander.hoog >= eigen.laag) tot += 1;
      });
      return { van: van, tot: tot };
    });
  }

  WATWERKT.rangorde = { weeg: weeg, plaatsen: plaatsen };
})();
