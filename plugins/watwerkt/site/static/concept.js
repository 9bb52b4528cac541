/* A draft of the form: {record, bronnen, teksten, van, basis}. `bronnen` are the visitor's own sources; `teksten` the texts
   of the files that were opened, by name ("praktijk", "bron/<id>"); `van` is the record of the site that it improves;
   `basis` the text that this record had on the site. Knows what a draft looks like, keeps drafts in the browser, and puts
   files into one. Touches no page. */
(function () {
  "use strict";

  var WATWERKT = (window.WATWERKT = window.WATWERKT || {});
  var isGroep = WATWERKT.isGroep;

  function isTekst(waarde) {
    return typeof waarde === "string";
  }

  function maak(delen) {
    return Object.assign({ record: {}, bronnen: [], teksten: {}, van: "", basis: "" }, delen);
  }

  /* The draft in a stored text, or null when it is none. */
  function uitTekst(tekst) {
    try {
      var data = JSON.parse(tekst);
      if (!isGroep(data) || tekst.indexOf('"__proto__"') >= 0) return null;
      var uit = maak(data);
      var past = isGroep(uit.record) && Array.isArray(uit.bronnen) && uit.bronnen.every(isGroep) && isGroep(uit.teksten) &&
        Object.values(uit.teksten).every(isTekst) && isTekst(uit.van) && isTekst(uit.basis);
      return past ? uit : null;
    } catch (error) {
      return null; // no JSON, so not written by us
    }
  }

  /* The scans that the quick-scan put behind the # of the address, or null. */
  function scansUit(tekst) {
    try {
      var concept = uitTekst('{"record":' + decodeURIComponent(tekst) + "}");
      var scans = concept ? concept.record.scans : null;
      return Array.isArray(scans) && scans.length && scans.every(isGroep) ? scans : null;
    } catch (error) {
      return null; // a % that means nothing
    }
  }

  /* Whether somebody would miss it: more than the status and date that every new draft has. */
  function heeftInhoud(concept) {
    return concept.bronnen.length > 0 || Object.keys(concept.record).some(function (naam) { return naam !== "record_status" && naam !== "bijgewerkt"; });
  }

  function naam(concept) {
    var titel = concept.record.titel;
    return isTekst(titel) && titel ? "‘" + titel.slice(0, 80) + "’" : "zonder titel";
  }

  /* Keys of all sources that a record refers to. A `bron` elsewhere is who pays. */
  function verwijst(waarde, uit) {
    var gevonden = uit || new Set();
    if (waarde === null || typeof waarde !== "object") return gevonden;
    if (Array.isArray(waarde.bronnen)) waarde.bronnen.filter(isGroep).forEach(function (deel) { if (isTekst(deel.bron)) gevonden.add(deel.bron); });
    Object.values(waarde).forEach(function (deel) { verwijst(deel, gevonden); });
    return gevonden;
  }

  /* ---- Keeping ---- */

  /* The place of one draft in the browser, of the one that was replaced last, and of one that could not be read. Where the
     browser keeps nothing, the replaced one lasts as long as the page. */
  function plank(sleutel) {
    var los = new Map();

    function haal(plek) {
      try {
        return window.localStorage.getItem(plek);
      } catch (error) {
        return null; // storage is closed
      }
    }

    function leg(plek, tekst) {
      try {
        if (tekst === null) window.localStorage.removeItem(plek);
        else window.localStorage.setItem(plek, tekst);
        return true;
      } catch (error) {
        return false; // full or closed
      }
    }

    function zetApart(plek) {
      los.set("beschadigd", haal(plek));
      if (leg(sleutel + "#beschadigd", haal(plek))) leg(plek, null);
      return null;
    }

    function lees(plek) {
      var tekst = haal(plek);
      return tekst === null ? null : uitTekst(tekst) || zetApart(plek);
    }

    return {
      sleutel: sleutel,
      lees: function () { return lees(sleutel); },
      bewaar: function (concept) { return leg(sleutel, JSON.stringify(concept)); },
      wis: function () { leg(sleutel, null); },
      zetApart: function () { zetApart(sleutel); },
      vorige: function () { return los.get("vorige") || lees(sleutel + "#vorige"); },
      onthoud: function (concept) {
        if (concept) los.set("vorige", concept);
        else los.delete("vorige");
        leg(sleutel + "#vorige", concept && JSON.stringify(concept));
      },
      beschadigd: function () { return los.get("beschadigd") || haal(sleutel + "#beschadigd"); },
      gooiWeg: function () {
        los.delete("beschadigd");
        leg(sleutel + "#beschadigd", null);
      }
    };
  }

  /* ---- Files ---- */

  /* What kind of record this is by its fields; a practice unless it clearly is something else. */
  function soortVan(data, verzamelingen) {
    function aantal(wat) {
      return verzamelingen[wat].filter(function (veld) { return Object.hasOwn(data, veld); }).length;
    }
    return Object.keys(verzamelingen).reduce(function (beste, wat) { return aantal(wat) > aantal(beste) ? wat : beste; }, "praktijk");
  }

  /* {fouten: [{naam, zin}]}, or {praktijken, bronnen} of files that can stand together. */
  function sorteer(bestanden, verzamelingen) {
    var uit = { praktijk: [], bron: [], fouten: [] };
    bestanden.forEach(function (bestand) {
      var soort = bestand.fout ? "" : soortVan(bestand.data, verzamelingen);
      var zelfde = uit.bron.find(function (b) { return soort === "bron" && b.data.id === bestand.data.id; });
      var fout = bestand.fout;
      if (soort === "praktijk" && uit.praktijk.length) fout = "Er kan één praktijk tegelijk open, en ‘" + uit.praktijk[0].naam + "’ is er ook een.";
      else if (zelfde) fout = "Deze bron heeft dezelfde sleutel als ‘" + zelfde.naam + "’.";
      else if (soort && !uit[soort]) fout = "Dit lijkt een " + soort + ". Dit formulier is voor praktijken en hun bronnen.";
      if (fout) uit.fouten.push({ naam: bestand.naam, zin: fout });
      else uit[soort].push(bestand);
    });
    return uit;
  }

  /* Sources that the record refers to and that neither the site nor the draft has. */
  function onbekend(concept, regels) {
    var bekend = new Set(concept.bronnen.map(function (b) { return b.id; }).concat(regels.lijsten.bronnen.termen.map(function (t) { return t[0]; })));
    return Array.from(verwijst(concept.record)).filter(function (sleutel) { return !bekend.has(sleutel); });
  }

  /* `bestanden`: [{naam, tekst, data or fout}]. Gives {fouten}, or {concept, vervangt: whether something went for it, mist}.
     Own sources stay, but for those that only the replaced practice refers to. */
  function metBestanden(nu, bestanden, regels) {
    var soorten = sorteer(bestanden, regels.verzamelingen);
    if (soorten.fouten.length) return soorten;
    var praktijk = soorten.praktijk[0];
    var uit = maak(nu);
    var vervangt = false;
    uit.teksten = Object.assign({}, nu.teksten);
    if (praktijk) {
      var was = verwijst(nu.record);
      var wordt = verwijst(praktijk.data);
      vervangt = true;
      uit.record = praktijk.data;
      uit.teksten.praktijk = praktijk.tekst;
      uit.van = regels.sleutels.indexOf(praktijk.data.id) >= 0 ? praktijk.data.id : "";
      uit.bronnen = nu.bronnen.filter(function (b) { return wordt.has(b.id) || !was.has(b.id); });
    }
    soorten.bron.forEach(function (bron) {
      var plek = uit.bronnen.findIndex(function (b) { return b.id === bron.data.id; });
      vervangt = vervangt || (plek >= 0 && !WATWERKT.gelijk(uit.bronnen[plek], bron.data));
      uit.bronnen = uit.bronnen.slice();
      uit.bronnen.splice(plek < 0 ? uit.bronnen.length : plek, plek < 0 ? 0 : 1, bron.data);
      uit.teksten["bron/" + bron.data.id] = bron.tekst;
    });
    return { concept: uit, vervangt: vervangt, mist: praktijk ? onbekend(uit, regels) : [], fouten: [] };
  }

  WATWERKT.concept = { maak: maak, uitTekst: uitTekst, scansUit: scansUit, heeftInhoud: heeftInhoud, naam: naam, plank: plank, metBestanden: metBestanden };
})();
