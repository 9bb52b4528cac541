/* A file of the visitor as data: js-yaml reads it, with the types of our own reader and nothing more. What records never
   need is refused in words: anchors, tags, a second document, doubled keys, another encoding, a file that is too large.
   Gives {data} or {fout: sentence}; never throws, changes nothing. */
(function () {
  "use strict";

  var WATWERKT = (window.WATWERKT = window.WATWERKT || {});
  var MEEST = 256 * 1024;
  var CIJFERS = 15;

  function cijfers(tekst) {
    return tekst.replace(/[-.]/g, "").length;
  }

  function type(yaml, naam, past, maak) {
    return new yaml.Type("tag:watwerkt:" + naam, { kind: "scalar", resolve: past, construct: maak });
  }

  function past(vorm) {
    return function (tekst) { return tekst !== null && vorm.test(tekst); };
  }

  /* The unquoted words that are no text: the same as reading/scalars.py. */
  function schema(yaml) {
    var geheel = past(/^-?(?:0|[1-9][0-9]*)$/);
    var decimaal = past(/^-?(?:0|[1-9][0-9]*)\.[0-9]+$/);
    return new yaml.Schema({
      include: [yaml.FAILSAFE_SCHEMA],
      implicit: [
        type(yaml, "null", function (tekst) { return tekst === null || /^(?:~|null|Null|NULL|)$/.test(tekst); }, function () { return null; }),
        type(yaml, "bool", past(/^(?:true|True|TRUE|false|False|FALSE)$/), function (tekst) { return tekst[0] === "t" || tekst[0] === "T"; }),
        type(yaml, "int", function (tekst) { return geheel(tekst) && cijfers(tekst) <= CIJFERS; }, Number),
        type(yaml, "float", function (tekst) { return decimaal(tekst) && cijfers(tekst) <= CIJFERS; }, Number)
      ]
    });
  }

  function Weiger(zin) {
    this.zin = zin;
  }

  function weiger(zin, regel, teken) {
    throw new Weiger((regel ? "Regel " + regel + (teken ? ", teken " + teken : "") + ": " : "") + zin);
  }

  function bewaker(gebeurtenis, staat) {
    if (gebeurtenis !== "close") return;
    if (staat.anchor !== null && staat.anchor !== undefined) weiger("hier staat een anker (&) of een verwijzing (*) van YAML. Schrijf de tekst voluit.", staat.line + 1);
    if (staat.tag !== null && staat.tag !== undefined && staat.tag !== "?" && !/^tag:watwerkt:/.test(staat.tag)) weiger("hier staat een tag (!) van YAML. Haal haar weg of zet de tekst tussen aanhalingstekens.", staat.line + 1);
  }

  var TAB = "hier staat een tab. Vervang elke tab door twee spaties.";

  /* What js-yaml takes for indentation, or for a letter, and a record may not have: as reading/syntax.py. */
  function inspringing(tekst) {
    [["hardeInspringing", "\u00a0", "hier staat een harde spatie waar een gewone hoort. Haal de spatie weg en typ haar opnieuw."], ["tabInspringing", "\t", TAB]].forEach(function (soort) {
      var vorm = WATWERKT.formulier.patronen[soort[0]];
      var plek = tekst.search(new RegExp(vorm.bron, vorm.vlaggen));
      if (plek < 0) return;
      var boven = tekst.slice(0, tekst.indexOf(soort[1], plek)).split("\n");
      weiger(soort[2], boven.length, boven[boven.length - 1].length + 1);
    });
  }

  function uitleg(fout, tekst) {
    var lijn = fout.mark ? fout.mark.line : 0;
    var regels = tekst.split("\n");
    // js-yaml often stumbles on the line below the one with the tab
    var tab = fout.mark ? [lijn, lijn - 1].find(function (nr) { return /^ *\t/.test(regels[nr] || ""); }) : undefined;
    if (tab !== undefined) return "Regel " + (tab + 1) + ", teken " + (regels[tab].indexOf("\t") + 1) + ": " + TAB;
    var regel = fout.mark ? "Regel " + (lijn + 1) + ", teken " + (fout.mark.column + 1) + ": " : "";
    if (/duplicated mapping key/.test(fout.reason)) return regel + "dit veld staat er twee keer. Haal er een weg.";
    if (/single document/.test(fout.reason)) return "In het bestand staan meer documenten, gescheiden door ---. Bewaar elk record in een eigen bestand.";
    if (/\btabs?\b/.test(fout.reason)) return regel + TAB;
    if (/unidentified alias/.test(fout.reason)) return regel + "hier staat een verwijzing (*) van YAML. Zet de tekst tussen aanhalingstekens.";
    if (/non-printable/.test(fout.reason)) return "Er staat een besturingsteken in het bestand. Komt de tekst uit Word of een pdf? Plak haar dan zonder opmaak.";
    return regel + "dit is niet te lezen als YAML. Vaak staat er een dubbele punt in een tekst zonder aanhalingstekens, of klopt de inspringing niet.";
  }

  function decodeer(bytes) {
    if (bytes.byteLength > MEEST) weiger("Het bestand is groter dan 256 KiB; zo groot is geen enkel record. Is dit het goede bestand?");
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch (error) {
      return weiger("Het bestand is niet bewaard als UTF-8. Bewaar het opnieuw en kies bij ‘codering’ voor UTF-8. Een Word-bestand kan deze pagina niet openen: plak de tekst in de vakken.");
    }
  }

  function isRecord(data) {
    return data !== null && typeof data === "object" && !Array.isArray(data);
  }

  function lees(tekst) {
    if (tekst.length > MEEST) weiger("De tekst is langer dan 256 KiB; zo groot is geen enkel record.");
    if (/__proto__/.test(tekst)) weiger("In het bestand staat ‘__proto__’. Dat is geen veld van een record.");
    inspringing(tekst);
    var yaml = window.jsyaml;
    var data = yaml.load(tekst, { schema: schema(yaml), listener: bewaker });
    if (data === undefined || data === null) weiger("Het bestand is leeg: er staat geen enkel veld in.");
    if (!isRecord(data)) weiger("Dit bestand is geen record. Een record bestaat uit velden: een sleutel, een dubbele punt en een waarde.");
    return data;
  }

  /* `invoer` is text, or the bytes of a file. */
  function yamllezer(invoer) {
    var tekst = "";
    try {
      tekst = typeof invoer === "string" ? invoer : decodeer(invoer);
      return { data: lees(tekst) };
    } catch (error) {
      if (error instanceof Weiger) return { fout: error.zin };
      if (error instanceof RangeError) return { fout: "De opbouw van het bestand is te diep. Is dit een record?" };
      if (error.name === "YAMLException") return { fout: uitleg(error, tekst) };
      throw error;
    }
  }

  WATWERKT.yamllezer = yamllezer;
})();
