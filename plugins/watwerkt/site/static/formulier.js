/* The form in which a practice is written: takes in what is typed, keeps it, checks it and writes the files. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var velden = WATWERKT.formuliervelden;
  var lijsten = WATWERKT.formulierlijsten;
  var meldingen = WATWERKT.formuliermeldingen;
  var wissel = WATWERKT.formulierwissel;
  var keuzevak = WATWERKT.keuzevak;
  var regels = WATWERKT.formulier;
  var RUST = 250;
  var SLEUTEL = /^[a-z0-9]+(-[a-z0-9]+){0,11}$/;
  var BEKEND = new Set(regels.lijsten.bronnen.termen.map(function (term) { return term[0]; }));
  var vragen = document.getElementById("vragen");
  var eigen = document.getElementById("eigen");
  var titelkop = document.querySelector("h1");
  var kopregel = titelkop.textContent;
  var stand = WATWERKT.concept.maak({});
  var bevindingen = [];
  var eigenSleutel = "";
  var ongewijzigd = true;
  var anderTabblad = false;
  var wachten = 0;

  function id(naam) {
    return document.getElementById(naam);
  }

  function invoerVan(groep, naam) {
    return lijsten.bediening(groep.querySelector('[data-veld="' + naam + '"]'));
  }

  function tekst(waarde) {
    return typeof waarde === "string" ? waarde : "";
  }

  function vandaag() {
    var nu = new Date();
    return [nu.getFullYear(), nu.getMonth() + 1, nu.getDate()].map(function (deel) { return String(deel).padStart(2, "0"); }).join("-");
  }

  /* ---- Reading and checking ---- */

  keuzevak.eigen.bronnen = function () {
    return stand.bronnen.filter(function (b) { return SLEUTEL.test(tekst(b.id)); }).map(function (b) {
      return [b.id, tekst(b.kort) || tekst(b.title) || b.id, tekst(b.title) || "nieuwe bron"];
    });
  };

  function plekVan(plekken, pad) {
    var hier = pad;
    while (hier && !plekken.has(hier)) hier = hier.replace(/(?:^|\.|(?=\[))[^.[]*$|\[\d+\]$/, "");
    return plekken.get(hier) || null;
  }

  /* A key that somebody else has would take the place of that record. Told at once: most keys follow a title. */
  function bezet(sleutel, door, plek) {
    meldingen.raak(plek);
    return { code: "bezet", niveau: "fout", boodschap: "De sleutel `" + sleutel + "` bestaat al" + door[0] + ".", advies: door[1], plek: plek };
  }

  function dubbeleSleutels(plekken, bronplekken) {
    var uit = [];
    var gezien = new Set();
    var sleutel = stand.record.id;
    if (regels.sleutels.indexOf(sleutel) >= 0 && sleutel !== stand.van) {
      uit.push(bezet(sleutel, ["", "Is dit een andere praktijk? Kies een andere sleutel. Is het dezelfde? Kies dan ‘Verbeter dit record’ op de pagina van die praktijk."], plekken.get("id")));
    }
    stand.bronnen.forEach(function (bron, nummer) {
      var plek = plekVan(bronplekken, "[" + nummer + "].id");
      if (gezien.has(bron.id)) uit.push(bezet(bron.id, [" bij een andere nieuwe bron", "Geef elke bron een eigen sleutel."], plek));
      else if (BEKEND.has(bron.id) && !stand.teksten["bron/" + bron.id]) {
        uit.push(bezet(bron.id, ["", "Is het deze bron? Haal haar hier weg en kies haar uit de lijst. Is het een andere? Kies een andere sleutel."], plek));
      }
      if (bron.id) gezien.add(bron.id);
    });
    return uit;
  }

  function controleer() {
    var plekken = new Map();
    var bronplekken = new Map();
    stand.bronnen = velden.lees(eigen, bronplekken) || [];
    stand.record = velden.lees(vragen, plekken) || {};
    var eigenSleutels = new Set(stand.bronnen.map(function (b) { return b.id; }));
    var uit = WATWERKT.recordregels.controleer(stand.record, "Praktijk", eigenSleutels).map(function (b) {
      return Object.assign({ plek: plekVan(plekken, b.pad || b.mist) }, b);
    });
    stand.bronnen.forEach(function (bron, nummer) {
      WATWERKT.recordregels.controleer(bron, "Bron").forEach(function (b) {
        uit.push(Object.assign({}, b, { plek: plekVan(bronplekken, "[" + nummer + "]" + (b.pad ? "." + b.pad : "")) }));
      });
    });
    bevindingen = uit.concat(dubbeleSleutels(plekken, bronplekken)).sort(function (a, b) { return eerder(a.plek, b.plek); });
  }

  /* In the order of the page; what has no place of its own comes last. */
  function eerder(een, ander) {
    if (een === ander) return 0;
    if (!een || !ander) return een ? -1 : 1;
    return een.compareDocumentPosition(ander) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }

  /* ---- Showing ---- */

  function naamVan(record) {
    return SLEUTEL.test(tekst(record.id)) ? record.id : WATWERKT.sleutelVan(tekst(record.title || record.titel)) || "nieuw";
  }

  function bestand(map, record, soort, eerderetekst, bestaat) {
    var schrijf = WATWERKT.yamlbehoud || WATWERKT.yamltekst;
    return { pad: map + "/" + naamVan(record) + ".yml", tekst: schrijf(record, soort, regels, WATWERKT.rubriek, WATWERKT.yamlbehoud && eerderetekst), bestaat: bestaat };
  }

  function toonBestanden() {
    WATWERKT.inzenden.toon(stand.bronnen.map(function (bron) {
      return bestand("bronnen", bron, "Bron", stand.teksten["bron/" + bron.id], BEKEND.has(bron.id));
    }).concat(bestand("praktijken", stand.record, "Praktijk", stand.teksten.praktijk, Boolean(stand.van) && stand.record.id === stand.van)));
  }

  function toonTitel() {
    var verbetert = Boolean(stand.van) && stand.record.id === stand.van;
    titelkop.textContent = verbetert ? "Verbeter: " + tekst(stand.record.titel) : kopregel;
    invoerVan(vragen, "id").readOnly = verbetert && stand.van === wissel.herkomst();
  }

  function ververs() {
    controleer();
    toonTitel();
    meldingen.toon(bevindingen);
    WATWERKT.formulierzij.toon(stand.record, bevindingen);
    toonBestanden();
  }

  /* ---- A draft into the form, and the form as a draft ---- */

  function nieuw() {
    return WATWERKT.concept.maak({ record: { record_status: "concept", bijgewerkt: vandaag() } });
  }

  function zet(concept) {
    window.clearTimeout(wachten);
    wachten = 0;
    stand = Object.assign({}, concept); // the fields that choose a source know these too
    velden.vervang(vragen, concept.record);
    velden.vervang(eigen, concept.bronnen.length ? concept.bronnen : undefined);
    eigenSleutel = WATWERKT.sleutelVan(tekst(concept.record.titel));
    ongewijzigd = true;
    lijsten.onderdelen(eigen).forEach(function (bron) {
      bron.dataset.sleutel = invoerVan(bron, "id").value;
      bron.dataset.volgt = concept.teksten["bron/" + bron.dataset.sleutel] ? "" : WATWERKT.sleutelVan(invoerVan(bron, "title").value);
    });
    meldingen.vergeet();
    meldingen.raakIngevuld();
    ververs();
    if (Object.keys(concept.teksten).length && !WATWERKT.yamlbehoud) wissel.lezer().then(toonBestanden, toonBestanden);
  }

  function huidig() {
    if (wachten) nu();
    return WATWERKT.concept.maak(stand);
  }

  function bewaar() {
    var bewaard = wissel.plank.bewaar(stand);
    wissel.zegStil(bewaard ? "" : "Deze browser kan niets bewaren. Download het bestand voordat u de pagina sluit.");
    return bewaard;
  }

  /* ---- Typing ---- */

  function volgTitel(groep, titel, vorige) {
    var sleutel = invoerVan(groep, "id");
    if (sleutel.value !== vorige || (groep === vragen && sleutel.value && sleutel.value === stand.van)) return vorige;
    sleutel.value = WATWERKT.sleutelVan(titel);
    return sleutel.value;
  }

  /* What refers to a source of one's own goes along with its key and shows its present name. A key that another source has
     waits until it is free. */
  function volgBronnen() {
    var alle = lijsten.onderdelen(eigen);
    var nieuwe = new Map();
    alle.forEach(function (bron) {
      var was = bron.dataset.sleutel || "";
      var wordt = invoerVan(bron, "id").value;
      var vrij = SLEUTEL.test(wordt) && !BEKEND.has(wordt) && !alle.some(function (b) { return b !== bron && b.dataset.sleutel === wordt; });
      if (was === wordt || !vrij) return;
      bron.dataset.sleutel = wordt;
      if (was) nieuwe.set(was, wordt);
    });
    stand.bronnen = velden.lees(eigen) || [];
    vragen.querySelectorAll('[data-lijst="bronnen"] .invoer').forEach(function (invoer) {
      var sleutel = keuzevak.waarde(invoer);
      if (document.activeElement !== invoer && (nieuwe.has(sleutel) || stand.bronnen.some(function (b) { return b.id === sleutel; }))) keuzevak.zet(invoer, nieuwe.get(sleutel) || sleutel);
    });
  }

  function eersteWijziging() {
    if (ongewijzigd && stand.van) invoerVan(vragen, "bijgewerkt").value = vandaag();
    ongewijzigd = false;
  }

  function nu() {
    window.clearTimeout(wachten);
    wachten = 0;
    volgBronnen();
    ververs();
    if (!ongewijzigd) bewaar();
  }

  function opInvoer(event) {
    var veld = event.target.closest(".veld[data-veld]");
    if (!veld) return;
    eersteWijziging();
    lijsten.tel(veld);
    var bron = veld.closest("#eigen > .onderdelen > [data-onderdeel]");
    if (veld.dataset.veld === "title" && bron) bron.dataset.volgt = volgTitel(bron, event.target.value, bron.dataset.volgt || "");
    if (event.target.id === "f-titel") eigenSleutel = volgTitel(vragen, event.target.value, eigenSleutel);
    window.clearTimeout(wachten);
    wachten = window.setTimeout(nu, RUST);
  }

  /* Without what nobody sees; a tab would make a file that people cannot read. */
  function schoon(ruw, invoer) {
    var net = WATWERKT.schoon(ruw).replace(/\r\n?/g, "\n").replace(/^\t+/gm, function (tabs) { return "  ".repeat(tabs.length); }).replace(/\t+/g, " ").replace(/^ +$/gm, "");
    return invoer.tagName === "INPUT" ? net.replace(/\s*\n\s*/g, " ") : net;
  }

  /* As if it were typed, so that Ctrl+Z works. */
  function opPlakken(event) {
    var invoer = event.target;
    var bord = event.clipboardData;
    var geplakt = bord ? WATWERKT.plakken(bord.getData("text/plain"), bord.getData("text/html")) : "";
    if (geplakt && invoer.matches(".invoer") && document.execCommand("insertText", false, schoon(geplakt, invoer))) event.preventDefault();
  }

  /* Leaving a field is the moment to say what is wrong with it. */
  function opVerlaten(event) {
    var veld = event.target.closest(".veld[data-veld]");
    if (!veld) return;
    var invoer = lijsten.bediening(veld);
    if (event.type === "change" && invoer.tagName !== "SELECT") {
      var net = schoon(invoer.value, invoer).trim();
      if (net !== invoer.value) invoer.value = net;
    }
    meldingen.raak(veld);
    if (event.type !== "change") return;
    eersteWijziging();
    nu();
  }

  function opLijst(event) {
    eersteWijziging();
    var lijst = event.target.closest('[data-veld="scans"]');
    if (lijst && event.detail.wat === "toegevoegd" && event.target === lijst) {
      [["datum", vandaag()], ["rol", "zelf"], ["getoetst", "false"]].forEach(function (paar) { invoerVan(event.detail.onderdeel, paar[0]).value = paar[1]; });
    }
    nu();
  }

  function opControleer() {
    meldingen.toonAlles(true);
    nu();
    id("controlemelding").textContent = meldingen.kop(bevindingen) + ". De lijst staat boven het formulier.";
    meldingen.naarLijst();
  }

  function wieAnders(event) {
    if (event.key !== wissel.plank.sleutel || anderTabblad) return;
    anderTabblad = true;
    wissel.zeg("let-op", "Dit formulier staat ook in een ander tabblad open", "Wat u daar typt, komt in de plaats van wat hier bewaard wordt. Sluit een van de twee.");
  }

  lijsten.bereid(vragen);
  if (window.matchMedia("(max-width: 61.99rem)").matches) id("inhoudslijst").open = false;
  vragen.addEventListener("input", opInvoer);
  vragen.addEventListener("change", opVerlaten);
  vragen.addEventListener("focusout", opVerlaten);
  vragen.addEventListener("paste", opPlakken);
  vragen.addEventListener("lijstwijziging", opLijst);
  id("controleer").addEventListener("click", opControleer);
  id("print").addEventListener("click", function () { window.print(); });
  window.addEventListener("beforeprint", function () { WATWERKT.formulierzij.naarPapier(WATWERKT.concept.heeftInhoud(stand)); });
  window.addEventListener("afterprint", WATWERKT.formulierzij.vanPapier);
  window.addEventListener("storage", wieAnders);
  window.addEventListener("pagehide", function () { if (wachten) nu(); });
  wissel.begin({ huidig: huidig, zet: zet, bewaar: bewaar, nieuw: nieuw });
})();
