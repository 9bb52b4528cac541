/* The answers of the quick-scan as the text of a record (YAML). Pure: data in, text and list of what is missing out.
   Every value is a double-quoted string as JSON writes it, which YAML reads the same; text is cleaned first of what
   records may not hold. A level without reason and source is no assessment, so it becomes a comment. */
(function () {
  "use strict";

  var WATWERKT = (window.WATWERKT = window.WATWERKT || {});
  var SLEUTEL = /^[a-z0-9]+(-[a-z0-9]+){0,11}$/;
  /* Signs that nobody sees, or that turn the reading direction; the reader of records refuses them. */
  var ONZICHTBAAR = new RegExp(
    "[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164" +
      "\\ufdd0-\\ufdef\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\uffff\\ue000-\\uf8ff\\ud800-\\udfff" +
      "\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{10ffff}]", "gu");

  /* One line of text without control signs. */
  function schoon(tekst) {
    return String(tekst).replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ").replace(ONZICHTBAAR, "").normalize("NFC").replace(/ +/g, " ").trim();
  }

  function citaat(tekst) {
    return JSON.stringify(tekst);
  }

  function naam(id) {
    return /^(?!(?:null|true|false)$)[a-z][\w-]*$/i.test(id) ? id : citaat(id);
  }

  /* A key for a title: `Buurt & co 2.0` becomes `buurt-co-2-0`. */
  function sleutelVan(titel) {
    var delen = schoon(titel).normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().match(/[a-z0-9]+/g) || [];
    return delen.slice(0, 12).join("-").slice(0, 80).replace(/-$/, "");
  }

  function lengte(tekst) {
    return Array.from(tekst).length;
  }

  function velden(gegevens) {
    return [
      ["titel", "titel", 1, 300],
      ["kern", "in één zin", 20, 220],
      ["samenvatting", "samenvatting", 20, 600],
      ["soort", "soort", 1, 80],
      ["themas", "thema", 1, 80, gegevens.thema],
      ["doelgroepen", "doelgroep", 1, 80, gegevens.doelgroep],
      ["status", "status", 1, 80]
    ];
  }

  function kopregels(gegevens, ontbreekt) {
    var regels = [];
    if (SLEUTEL.test(gegevens.id) && gegevens.id.length <= 80) regels.push("id: " + citaat(gegevens.id));
    else {
      ontbreekt.push("sleutel");
      regels.push("# id: vul in");
    }
    velden(gegevens).forEach(function (veld) {
      var lijst = veld.length > 4;
      var tekst = schoon(lijst ? veld[4] : gegevens[veld[0]]);
      if (lengte(tekst) < veld[2] || lengte(tekst) > veld[3]) {
        ontbreekt.push(veld[1]);
        regels.push("# " + veld[0] + ": vul in");
      } else if (lijst) regels.push(veld[0] + ":", "  - " + citaat(tekst));
      else regels.push(veld[0] + ": " + citaat(tekst));
    });
    return regels.concat(['record_status: "concept"', "bijgewerkt: " + citaat(gegevens.datum)]);
  }

  function metReden(antwoord, bronnen) {
    return Boolean(schoon(antwoord.reden) && schoon(antwoord.plaats) && bronnen.has(schoon(antwoord.bron)));
  }

  /* Lines of one answer at its indent; without reason and source they are all comments. */
  function antwoordregels(antwoord, bronnen) {
    var reden = schoon(antwoord.reden);
    var begin = "        ";
    if (antwoord.niveau !== "onbekend" && !metReden(antwoord, bronnen)) {
      var regels = [begin + "# " + antwoord.id + ", niveau " + antwoord.niveau + ": vul onderbouwing en bron in"];
      if (reden) regels.push(begin + "#   onderbouwing: " + citaat(reden));
      if (schoon(antwoord.bron)) regels.push(begin + "#   bron: " + citaat(schoon(antwoord.bron)) + ", plaats: " + citaat(schoon(antwoord.plaats)));
      return regels;
    }
    var uit = [begin + naam(antwoord.id) + ":", begin + "  niveau: " + antwoord.niveau];
    if (reden) uit.push(begin + "  onderbouwing: " + citaat(reden));
    if (!metReden(antwoord, bronnen)) return uit;
    return uit.concat([
      begin + "  bronnen:",
      begin + "    - bron: " + citaat(schoon(antwoord.bron)),
      begin + "      plaats: " + citaat(schoon(antwoord.plaats))
    ]);
  }

  function dimensieregels(dimensie, bronnen) {
    var gegeven = dimensie.antwoorden.filter(function (antwoord) { return antwoord.niveau !== null; });
    if (!gegeven.length) return [];
    var telt = gegeven.some(function (antwoord) { return antwoord.niveau === "onbekend" || metReden(antwoord, bronnen); });
    var kop = (telt ? "      " : "      # ") + naam(dimensie.id) + ":";
    return [kop].concat(gegeven.flatMap(function (antwoord) { return antwoordregels(antwoord, bronnen); }));
  }

  function scanregels(gegevens, bronnen, ontbreekt) {
    var organisatie = schoon(gegevens.organisatie);
    var basis = schoon(gegevens.basis);
    if (!organisatie) ontbreekt.push("organisatie");
    if (!basis) ontbreekt.push("waarop u oordeelt");
    var oordelen = gegevens.dimensies.flatMap(function (dimensie) { return dimensieregels(dimensie, bronnen); });
    var leeg = oordelen.every(function (regel) { return /^ *#/.test(regel); });
    return [
      "scans:",
      "  - datum: " + citaat(gegevens.datum),
      "    beoordelaar:",
      '      rol: "zelf"',
      organisatie ? "      organisatie: " + citaat(organisatie) : "      # organisatie: vul in",
      basis ? "    basis: " + citaat(basis) : "    # basis: vul in",
      leeg ? "    oordelen: {}" : "    oordelen:"
    ].concat(oordelen);
  }

  /* `bronnen` is the set of keys of the bibliography. Gives {tekst, ontbreekt: names of required fields}. */
  function recordtekst(gegevens, bronnen) {
    var ontbreekt = [];
    var regels = ["# yaml-language-server: $schema=../../schemas/praktijk.schema.json"].concat(
      kopregels(gegevens, ontbreekt), scanregels(gegevens, bronnen, ontbreekt));
    return { tekst: regels.join("\n") + "\n", ontbreekt: ontbreekt };
  }

  WATWERKT.recordtekst = recordtekst;
  WATWERKT.sleutelVan = sleutelVan;
})();
