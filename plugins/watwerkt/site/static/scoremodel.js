/* Scores, verdict and advice of the 4+1 model in the browser: the same definitions as watwerkt.scoring in Python, with
   which a test compares them. Pure functions: rubric and levels in, results out.
   `niveau(dimensie, criterium)` gives a level 0-4, or null when it is unknown. */
(function () {
  "use strict";

  var WATWERKT = (window.WATWERKT = window.WATWERKT || {});
  var HOOGSTE = 4;

  /* Whole numbers divided once, so that a score that should be on a threshold is on it. */
  function scoreDimensie(dimensie, niveau, minimaleDekking) {
    var totaal = 0;
    var bekend = 0;
    var punten = 0;
    var aantal = 0;
    dimensie.criteria.forEach(function (criterium) {
      var n = niveau(dimensie.id, criterium.id);
      totaal += criterium.heelGewicht;
      if (n === null) return;
      aantal += 1;
      bekend += criterium.heelGewicht;
      punten += criterium.heelGewicht * n;
    });
    var dekking = bekend / totaal;
    return {
      dimensie: dimensie.id,
      score: aantal ? (100 * punten) / (HOOGSTE * bekend) : null,
      laag: (100 * punten) / (HOOGSTE * totaal),
      hoog: (100 * (punten + HOOGSTE * (totaal - bekend))) / (HOOGSTE * totaal),
      dekking: dekking,
      bekend: aantal,
      totaal: dimensie.criteria.length,
      voorlopig: !aantal || dekking < minimaleDekking,
      plus: dimensie.plus
    };
  }

  function profiel(rubriek, niveau) {
    return rubriek.dimensies.map(function (dimensie) {
      return scoreDimensie(dimensie, niveau, rubriek.minimaleDekking);
    });
  }

  function zeker(score) {
    return score.score !== null && !score.voorlopig;
  }

  function kern(scores) {
    return scores.filter(function (score) { return !score.plus; });
  }

  /* Ids of the dimensions of the four whose score is `kies` of all; none when nothing stands out. */
  function uiterste(scores, kies) {
    var mee = kern(scores).filter(zeker);
    var waarden = mee.map(function (score) { return score.score; });
    if (new Set(waarden).size < 2) return [];
    var gezocht = kies.apply(null, waarden);
    return mee.filter(function (score) { return score.score === gezocht; }).map(function (score) { return score.dimensie; });
  }

  function sterkste(scores) {
    return uiterste(scores, Math.max);
  }

  function achilleshiel(scores) {
    return uiterste(scores, Math.min);
  }

  function oordeel(rubriek, scores) {
    var vier = kern(scores);
    var bijnaAlle = Math.max(vier.length - 1, 1);
    var beoordeeld = vier.filter(zeker);
    if (beoordeeld.length < bijnaAlle) return "onvoldoende_bekend";
    var sterk = beoordeeld.filter(function (score) { return score.score >= rubriek.drempel; }).length;
    if (sterk === vier.length) return "goede_praktijk";
    return sterk >= bijnaAlle ? "veelbelovend" : "in_ontwikkeling";
  }

  function criteria(rubriek, niveau) {
    return rubriek.dimensies.flatMap(function (dimensie) {
      return dimensie.criteria.map(function (criterium) {
        return { dimensie: dimensie, criterium: criterium, niveau: niveau(dimensie.id, criterium.id) };
      });
    });
  }

  /* Lowest level first, then highest weight, then the order of the rubric (sort is stable). */
  function adviezen(rubriek, niveau) {
    return criteria(rubriek, niveau)
      .filter(function (regel) { return regel.niveau !== null && regel.niveau <= rubriek.adviesgrens; })
      .sort(function (a, b) { return a.niveau - b.niveau || b.criterium.gewicht - a.criterium.gewicht; });
  }

  function openVragen(rubriek, niveau) {
    return criteria(rubriek, niveau).filter(function (regel) { return regel.niveau === null; });
  }

  /* Where this practice can learn: assessed dimensions below the threshold, lowest first; without those the
     achilleshiel, if there is one. */
  function zwak(rubriek, scores) {
    var onder = scores.filter(function (score) { return zeker(score) && score.score < rubriek.drempel; });
    if (onder.length) return onder.sort(function (a, b) { return a.score - b.score; });
    var hiel = achilleshiel(scores);
    return scores.filter(function (score) { return hiel.indexOf(score.dimensie) >= 0; });
  }

  /* The practices that are furthest in one dimension and further than `eigen`: the strong ones, or for want of those
     the best known ones, assessed before provisional. */
  function voorbeelden(praktijken, dimensie, eigen, drempel, aantal) {
    var verder = praktijken.filter(function (p) {
      var score = p.scores[dimensie];
      return score && score.score !== null && score.score > eigen;
    });
    var sterk = verder.filter(function (p) { return zeker(p.scores[dimensie]) && p.scores[dimensie].score >= drempel; });
    var keuze = (sterk.length ? sterk : verder).sort(function (a, b) {
      var een = a.scores[dimensie];
      var ander = b.scores[dimensie];
      return een.voorlopig - ander.voorlopig || ander.score - een.score || ander.dekking - een.dekking;
    });
    return { sterk: sterk.length > 0, praktijken: keuze.slice(0, aantal) };
  }

  WATWERKT.scoremodel = {
    scoreDimensie: scoreDimensie,
    profiel: profiel,
    sterkste: sterkste,
    achilleshiel: achilleshiel,
    oordeel: oordeel,
    adviezen: adviezen,
    openVragen: openVragen,
    zwak: zwak,
    voorbeelden: voorbeelden
  };
})();
