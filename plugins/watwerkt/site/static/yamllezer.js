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

  function weiger(zin, plek) {
    throw new Weiger((plek ? "Regel " + plek + ": " : "") + zin);
  }

  function bewaker(gebeurtenis, staat) {
    if (gebeurtenis !== "close") return;
    if (staat.anchor !== null && staat.anchor !== undefined) weiger("hier staat een anker (&) of een verwijzing (*) van YAML. Schrijf de tekst voluit.", staat.line + 1);
    if (staat.tag !== null && staat.tag !== undefined && staat.tag !== "?" && !/^tag:watwerkt:/.test(staat.tag)) weiger("hier staat een tag (!) van YAML. Haal haar weg of zet de tekst tussen aanhalingstekens.", staat.line + 1);
  }

  function uitleg(fout) {
    var regel = fout.mark ? "Regel " + (fout.mark.line + 1) + ", teken " + (fout.mark.column + 1) + ": " : "";
    if (/duplicated mapping key/.test(fout.reason)) return regel + "dit veld staat er twee keer. Haal er een weg.";
    if (/single document/.test(fout.reason)) return "In het bestand staan meer documenten, gescheiden door ---. Bewaar elk record in een eigen bestand.";
    if (/\btabs?\b/.test(fout.reason)) return regel + "hier staat een tab. Vervang elke tab door twee spaties.";
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

  function lees(invoer) {
    var tekst = typeof invoer === "string" ? invoer : decodeer(invoer);
    if (tekst.length > MEEST) weiger("De tekst is langer dan 256 KiB; zo groot is geen enkel record.");
    if (/__proto__/.test(tekst)) weiger("In het bestand staat ‘__proto__’. Dat is geen veld van een record.");
    var yaml = window.jsyaml;
    var data = yaml.load(tekst, { schema: schema(yaml), listener: bewaker });
    if (data === undefined || data === null) weiger("Het bestand is leeg: er staat geen enkel veld in.");
    if (!isRecord(data)) weiger("Dit bestand is geen record. Een record bestaat uit velden: een sleutel, een dubbele punt en een waarde.");
    return data;
  }

  /* `invoer` is text, or the bytes of a file. */
  function yamllezer(invoer) {
    try {
      return { data: lees(invoer) };
    } catch (error) {
      if (error instanceof Weiger) return { fout: error.zin };
      if (error instanceof RangeError) return { fout: "De opbouw van het bestand is te diep. Is dit een record?" };
      if (error.name === "YAMLException") return { fout: uitleg(error) };
      throw error;
    }
  }

  WATWERKT.yamllezer = yamllezer;
})();
