/* The form in which a practice is written: keeps what is typed, checks it, shows the profile and writes the files. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var hulp = WATWERKT.hulp;
  var el = hulp.el;
  var velden = WATWERKT.formuliervelden;
  var regels = WATWERKT.formulier;
  var rubriek = WATWERKT.rubriek;
  var model = WATWERKT.scoremodel;
  var RUST = 250;
  var SLEUTEL = /^[a-z0-9]+(-[a-z0-9]+){0,11}$/;
  var vragen = document.getElementById("vragen");
  var eigen = document.getElementById("eigen");
  var herkomst = gevraagd("record");
  var KEY = "watwerkt-formulier" + (herkomst ? ":" + herkomst : "");
  var aangeraakt = new WeakSet();
  var alles = false;
  var vorige = null;
  var ongewijzigd = true;
  var stand = { record: {}, bronnen: [], bevindingen: [] };

  function id(naam) {
    return document.getElementById(naam);
  }

  function gevraagd(naam) {
    var waarde = new URLSearchParams(window.location.search).get(naam) || "";
    return SLEUTEL.test(waarde) ? waarde : "";
  }

  function vandaag() {
    var nu = new Date();
    return [nu.getFullYear(), nu.getMonth() + 1, nu.getDate()].map(function (deel) { return String(deel).padStart(2, "0"); }).join("-");
  }

  /* Text with `code` between back quotes as elements. */
  function opgemaakt(tekst) {
    return tekst.split("`").map(function (deel, plek) { return plek % 2 ? el("code", {}, deel) : deel; });
  }

  /* ---- Reading and checking ---- */

  function lees() {
    var plekken = new Map();
    var bronplekken = new Map();
    var bronnen = velden.lees(eigen, bronplekken) || [];
    stand = { record: velden.lees(vragen, plekken) || {}, bronnen: bronnen, plekken: plekken, bronplekken: bronplekken };
    return stand;
  }

  function eigenSleutels() {
    return new Set(stand.bronnen.map(function (b) { return b.id; }));
  }

  WATWERKT.keuzevak.eigen.bronnen = function () {
    return stand.bronnen.filter(function (b) { return SLEUTEL.test(b.id || ""); }).map(function (b) {
      return [b.id, String(b.kort || b.title || b.id), String(b.title || "nieuwe bron")];
    });
  };

  function plekVan(plekken, pad) {
    var hier = pad;
    while (hier && !plekken.has(hier)) hier = hier.replace(/(?:^|\.|(?=\[))[^.[]*$|\[\d+\]$/, "");
    return plekken.get(hier) || null;
  }

  function controleer() {
    var nu = lees();
    var uit = WATWERKT.recordregels.controleer(nu.record, "Praktijk", eigenSleutels()).map(function (b) {
      return Object.assign({ plek: plekVan(nu.plekken, b.pad || b.mist) }, b);
    });
    nu.bronnen.forEach(function (bron, nummer) {
      WATWERKT.recordregels.controleer(bron, "Bron").forEach(function (b) {
        var pad = "[" + nummer + "]" + (b.pad ? "." + b.pad : "");
        uit.push(Object.assign({}, b, { plek: plekVan(nu.bronplekken, pad), pad: pad }));
      });
    });
    stand.bevindingen = uit.sort(function (a, b) { return eerder(a.plek, b.plek); });
  }

  /* In the order of the page; what has no place of its own comes last. */
  function eerder(een, ander) {
    if (een === ander) return 0;
    if (!een || !ander) return een ? -1 : 1;
    return een.compareDocumentPosition(ander) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }

  function bezet() {
    var sleutel = stand.record.id;
    return Boolean(sleutel) && sleutel !== herkomst && regels.sleutels.indexOf(sleutel) >= 0;
  }

  /* ---- Showing findings ---- */

  function bedieningVan(plek) {
    return plek.classList.contains("veld") ? velden.bediening(plek) : plek;
  }

  function laatZien(bevinding) {
    return bevinding.plek && (alles || aangeraakt.has(bevinding.plek)) && (bevinding.niveau !== "tip" || alles);
  }

  function wisMeldingen() {
    vragen.querySelectorAll(".veld__fout, .veld__let-op").forEach(function (p) { p.remove(); });
    vragen.querySelectorAll(".veld--fout").forEach(function (v) { v.classList.remove("veld--fout"); });
    vragen.querySelectorAll("[aria-invalid]").forEach(function (e) { e.removeAttribute("aria-invalid"); });
    vragen.querySelectorAll("[data-melding]").forEach(function (e) {
      e.setAttribute("aria-describedby", e.getAttribute("aria-describedby").split(" ").filter(function (x) { return x !== e.dataset.melding; }).join(" "));
      if (!e.getAttribute("aria-describedby")) e.removeAttribute("aria-describedby");
      delete e.dataset.melding;
    });
  }

  function toonBij(bevinding) {
    var plek = bevinding.plek;
    var doel = bedieningVan(plek);
    var fout = bevinding.niveau === "fout";
    var kop = plek.querySelector(":scope > label, :scope > legend, :scope > summary");
    var p = el("p", { class: fout ? "veld__fout" : "veld__let-op" }, el("span", { class: "verborgen" }, fout ? "Fout: " : "Let op: "), ...opgemaakt(bevinding.boodschap + " " + bevinding.advies));
    if (doel.id && !doel.dataset.melding) {
      p.id = doel.id + "-melding";
      doel.dataset.melding = p.id;
      velden.beschrijf(doel, p.id);
    }
    if (fout && doel !== plek) {
      plek.classList.add("veld--fout");
      doel.setAttribute("aria-invalid", "true");
    }
    if (kop) kop.after(p);
    else plek.prepend(p);
  }

  function open(plek) {
    for (var e = plek.parentElement; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
    if (plek.tagName === "DETAILS") plek.open = true;
  }

  function ga(event, plek) {
    event.preventDefault();
    open(plek);
    var doel = bedieningVan(plek);
    if (!doel.matches("input, select, textarea")) doel.setAttribute("tabindex", "-1");
    doel.focus();
    doel.scrollIntoView({ block: "center" });
  }

  function punt(bevinding) {
    if (!bevinding.plek) return el("li", {}, ...opgemaakt(bevinding.boodschap));
    var doel = bedieningVan(bevinding.plek);
    var link = el("a", { href: "#" + doel.id }, bevinding.boodschap.replace(/`/g, ""));
    link.addEventListener("click", function (event) { ga(event, bevinding.plek); });
    return el("li", {}, link);
  }

  function kopVan(fouten, overig) {
    if (fouten) return fouten === 1 ? "Er is 1 fout" : "Er zijn " + fouten + " fouten";
    return overig ? "Geen fouten" : "Alles klopt";
  }

  function toonLijst() {
    var groepen = [["fout", "Fouten"], ["waarschuwing", "Waarschuwingen"], ["tip", "Tips"]].map(function (soort) {
      return { titel: soort[1], lijst: stand.bevindingen.filter(function (b) { return b.niveau === soort[0]; }) };
    });
    var fouten = groepen[0].lijst.length;
    id("foutlijst-kop").textContent = kopVan(fouten, groepen[1].lijst.length + groepen[2].lijst.length);
    id("foutlijst").classList.toggle("foutlijst--goed", !fouten);
    var delen = [fouten ? el("p", {}, "Klik op een punt om ernaartoe te gaan. Wat u hebt getypt, blijft staan.") : el("p", {}, "Dit record kan zo naar de site. Waarschuwingen en tips houden niets tegen.")];
    groepen.forEach(function (groep, plek) {
      if (!groep.lijst.length) return;
      if (plek) delen.push(el("h3", {}, groep.titel));
      delen.push(el("ul", {}, ...groep.lijst.map(punt)));
    });
    id("foutlijst-inhoud").replaceChildren.apply(id("foutlijst-inhoud"), delen);
  }

  function toonMeldingen() {
    wisMeldingen();
    stand.bevindingen.filter(laatZien).reverse().forEach(toonBij);
    id("foutlijst").hidden = !alles;
    if (alles) toonLijst();
  }

  /* ---- Progress, profile, files ---- */

  function toonVoortgang() {
    var verplicht = regels.modellen.Praktijk.filter(function (v) { return v.graad === "verplicht"; });
    var klaar = verplicht.filter(function (v) { return stand.record[v.naam] !== undefined; }).length;
    id("voortgang").value = klaar;
    id("voortgang-tekst").textContent = klaar + " van " + verplicht.length + " verplichte vragen";
    var fouten = stand.bevindingen.filter(function (b) { return b.niveau === "fout" && b.code !== "WW202"; }).length;
    id("stand").textContent = bezet() ? "De sleutel ‘" + stand.record.id + "’ bestaat al. Kies een andere, of verbeter dat record." : fouten ? fouten + (fouten === 1 ? " antwoord klopt nog niet." : " antwoorden kloppen nog niet.") : "";
    document.querySelectorAll("[data-deel]").forEach(function (plek) {
      var deel = id(plek.dataset.deel);
      var fout = stand.bevindingen.filter(function (b) { return b.niveau === "fout" && b.plek && deel.contains(b.plek) && laatZien(b); }).length;
      var vol = Array.from(deel.querySelectorAll(".invoer")).filter(function (e) { return e.value; }).length;
      plek.textContent = fout ? fout + (fout === 1 ? " fout" : " fouten") : vol ? vol + " ingevuld" : "";
    });
    vragen.querySelectorAll("[data-beoordeeld]").forEach(function (plek) {
      var alleNiveaus = Array.from(plek.closest("details").querySelectorAll('[data-soort="niveau"] .invoer'));
      plek.textContent = "(" + alleNiveaus.filter(function (e) { return e.value; }).length + " van " + alleNiveaus.length + ")";
    });
  }

  function nieuwsteScan() {
    return (Array.isArray(stand.record.scans) ? stand.record.scans : []).filter(function (s) { return s && typeof s === "object"; }).reduce(function (beste, scan) {
      return !beste || String(scan.datum) > String(beste.datum) ? scan : beste;
    }, null);
  }

  function toonProfiel() {
    var scan = nieuwsteScan();
    function niveau(dimensie, criterium) {
      var oordeel = (((scan || {}).oordelen || {})[dimensie] || {})[criterium] || {};
      return Number.isInteger(oordeel.niveau) && oordeel.niveau >= 0 && oordeel.niveau <= 4 ? oordeel.niveau : null;
    }
    var scores = model.profiel(rubriek, niveau);
    id("oordeel").textContent = scan ? rubriek.oordelen[model.oordeel(rubriek, scores)][0] : "Nog geen scan";
    WATWERKT.strip.teken(document.querySelector(".formulier__zij .stripfiguur svg"), scores, rubriek.dimensies);
  }

  function naamVan(record) {
    return SLEUTEL.test(record.id || "") ? record.id : WATWERKT.sleutelVan(record.title || record.titel || "") || "nieuw";
  }

  function toonBestanden() {
    var bestanden = stand.bronnen.map(function (bron) {
      return { pad: "bronnen/" + naamVan(bron) + ".yml", tekst: WATWERKT.yamltekst(bron, "Bron", regels, rubriek), bestaat: false };
    });
    bestanden.push({ pad: "praktijken/" + naamVan(stand.record) + ".yml", tekst: WATWERKT.yamltekst(stand.record, "Praktijk", regels, rubriek), bestaat: Boolean(herkomst) && stand.record.id === herkomst });
    WATWERKT.inzenden.toon(bestanden);
  }

  function toonTitel() {
    var titel = herkomst && stand.record.titel ? "Verbeter: " + stand.record.titel : "";
    if (titel) document.querySelector("h1").textContent = titel;
    velden.bediening(vragen.querySelector('[data-veld="id"]')).readOnly = Boolean(titel) && stand.record.id === herkomst;
  }

  function ververs() {
    controleer();
    toonTitel();
    toonMeldingen();
    toonVoortgang();
    toonProfiel();
    toonBestanden();
  }

  /* ---- Keeping ---- */

  function bewaar() {
    try {
      window.localStorage.setItem(KEY, JSON.stringify({ versie: 1, record: stand.record, bronnen: stand.bronnen }));
      id("bewaarmelding").textContent = "";
    } catch (error) {
      id("bewaarmelding").textContent = "Deze browser kan niets bewaren. Download het bestand voordat u de pagina sluit.";
    }
  }

  function vergeet() {
    try {
      window.localStorage.removeItem(KEY);
    } catch (error) {
      return; // storage is closed, so nothing is kept either
    }
  }

  function isGroep(waarde) {
    return waarde !== null && typeof waarde === "object" && !Array.isArray(waarde);
  }

  function uitOpslag() {
    try {
      var data = JSON.parse(window.localStorage.getItem(KEY));
      return isGroep(data) && isGroep(data.record) && Array.isArray(data.bronnen) && data.bronnen.every(isGroep) ? data : null;
    } catch (error) {
      return null; // closed storage, or something that we did not write
    }
  }

  /* ---- Filling, clearing, loading ---- */

  var eigenSleutel = "";

  function zet(inhoud) {
    stand.bronnen = inhoud.bronnen; // the fields that choose a source know these too
    velden.vervang(vragen, inhoud.record);
    velden.vervang(eigen, inhoud.bronnen.length ? inhoud.bronnen : undefined);
    eigenSleutel = WATWERKT.sleutelVan(inhoud.record.titel || "");
    aangeraakt = new WeakSet();
    ververs();
  }

  function beginstand() {
    return { record: { record_status: "concept", bijgewerkt: vandaag() }, bronnen: [] };
  }

  function onthoud() {
    if (wachten) nu();
    vorige = { record: stand.record, bronnen: stand.bronnen };
    id("terug").hidden = false;
  }

  function wis() {
    onthoud();
    alles = false;
    ongewijzigd = true;
    zet(beginstand());
    vergeet();
    id("laadmelding").replaceChildren();
    id("bewaarmelding").textContent = "Alles is gewist, ook wat deze browser bewaarde." + (herkomst ? " Laad de pagina opnieuw voor het record van de site." : "");
  }

  function zetTerug() {
    zet(vorige);
    bewaar();
    id("terug").hidden = true;
    id("wis").focus();
    id("bewaarmelding").textContent = "Uw tekst staat er weer.";
  }

  function zegLaden(soort, titel, tekst) {
    id("laadmelding").replaceChildren(el("div", { class: "melding melding--" + soort }, el("p", { class: "melding__titel" }, titel), tekst ? el("p", {}, tekst) : null));
  }

  function neemOver(record, titel, tekst) {
    if (Object.keys(stand.record).length > 2) onthoud();
    zet({ record: record, bronnen: [] });
    bewaar();
    zegLaden("goed", titel, tekst);
  }

  /* What kind of record this is by its fields, when that is clearly no practice. */
  function anderSoort(data) {
    var past = Object.keys(regels.verzamelingen).map(function (wat) {
      return { wat: wat, aantal: regels.verzamelingen[wat].filter(function (naam) { return Object.hasOwn(data, naam); }).length };
    });
    var praktijk = past.find(function (rij) { return rij.wat === "praktijk"; });
    var beste = past.reduce(function (a, b) { return b.aantal > a.aantal ? b : a; }, praktijk);
    return beste === praktijk ? "" : beste.wat;
  }

  /* Text or bytes of a file into the form; a file that cannot be read changes nothing. */
  function laad(invoer, naam) {
    return hulp.laad("assets/watwerkt/js-yaml.js").then(function () {
      var uit = WATWERKT.yamllezer(invoer);
      var ander = uit.fout ? "" : anderSoort(uit.data);
      if (ander) uit = { fout: "Dit lijkt een " + ander + ". Dit formulier is voor praktijken." };
      if (uit.fout) zegLaden("fout", "‘" + naam + "’ kan niet worden geopend", uit.fout + " Er is niets veranderd in het formulier.");
      else neemOver(uit.data, "‘" + naam + "’ staat in het formulier", "Opmerkingen in het bestand (regels met #) en lege velden gaan niet mee; al het andere wel.");
      return !uit.fout;
    });
  }

  function opBestand() {
    var bestand = id("bestand").files[0];
    id("bestand").value = "";
    if (!bestand) return;
    if (bestand.size > 1024 * 1024) {
      zegLaden("fout", "‘" + bestand.name + "’ kan niet worden geopend", "Het bestand is te groot voor een record. Er is niets veranderd in het formulier.");
      return;
    }
    bestand.arrayBuffer().then(function (bytes) { return laad(bytes, bestand.name); }).catch(function () {
      zegLaden("fout", "‘" + bestand.name + "’ kan niet worden gelezen", "Probeer het opnieuw. Er is niets veranderd in het formulier.");
    });
  }

  function laadRecord() {
    hulp.laad("assets/watwerkt/record/" + herkomst + ".js").then(function () { return laad(WATWERKT.record, herkomst); }).catch(function () {
      zegLaden("fout", "Dit record is er niet", "Er staat geen record ‘" + herkomst + "’ in de kennisbank. U kunt hier wel een nieuwe praktijk beschrijven.");
    });
  }

  /* ---- Typing ---- */

  function volgTitel(veld, bron) {
    var groep = bron ? veld.closest("[data-onderdeel]") : vragen;
    var sleutel = velden.bediening(groep.querySelector('[data-veld="id"]'));
    var oud = bron ? sleutel.dataset.volgt || "" : eigenSleutel;
    if (sleutel.value !== oud || (!bron && herkomst)) return;
    sleutel.value = WATWERKT.sleutelVan(velden.bediening(veld).value);
    if (bron) sleutel.dataset.volgt = sleutel.value;
    else eigenSleutel = sleutel.value;
  }

  function eersteWijziging() {
    if (!ongewijzigd) return;
    ongewijzigd = false;
    if (!herkomst) return;
    var dag = velden.bediening(vragen.querySelector('[data-veld="bijgewerkt"]'));
    dag.value = vandaag();
  }

  var wachten = 0;
  function straks() {
    window.clearTimeout(wachten);
    wachten = window.setTimeout(nu, RUST);
  }

  function nu() {
    window.clearTimeout(wachten);
    wachten = 0;
    ververs();
    bewaar();
  }

  function opInvoer(event) {
    var veld = event.target.closest(".veld[data-veld]");
    if (!veld) return;
    eersteWijziging();
    id("terug").hidden = true;
    velden.tel(veld);
    if (veld.dataset.veld === "titel" && veld.parentElement.closest("[data-veld], #vragen") === vragen) volgTitel(veld, false);
    if (veld.dataset.veld === "title" && eigen.contains(veld)) volgTitel(veld, true);
    straks();
  }

  /* Leaving a field is the moment to say what is wrong with it. */
  function opVerlaten(event) {
    var veld = event.target.closest(".veld[data-veld]");
    if (!veld) return;
    var invoer = velden.bediening(veld);
    if (event.type === "change" && invoer.tagName !== "SELECT") {
      var net = WATWERKT.schoon(invoer.value);
      if (invoer.tagName === "INPUT") net = net.trim();
      if (net !== invoer.value) invoer.value = net;
    }
    aangeraakt.add(veld);
    if (event.type === "change") nu();
  }

  function opLijst(event) {
    eersteWijziging();
    var lijst = event.target.closest('[data-veld="scans"]');
    if (lijst && event.detail.wat === "toegevoegd" && event.target === lijst) {
      [["datum", vandaag()], ["rol", "zelf"], ["getoetst", "false"]].forEach(function (paar) {
        velden.bediening(event.detail.onderdeel.querySelector('[data-veld="' + paar[0] + '"]')).value = paar[1];
      });
    }
    nu();
  }

  function opControleer() {
    alles = true;
    ververs();
    bewaar();
    var fouten = stand.bevindingen.filter(function (b) { return b.niveau === "fout"; }).length;
    id("controlemelding").textContent = kopVan(fouten, 1) + ". De lijst staat boven het formulier.";
    id("foutlijst").focus();
    id("foutlijst").scrollIntoView();
  }

  function wieAnders(event) {
    if (event.key !== KEY) return;
    zegLaden("let-op", "Dit formulier staat ook in een ander tabblad open", "Wat u daar typt, komt in de plaats van wat hier bewaard wordt. Sluit een van de twee.");
  }

  /* ---- On paper ---- */

  function waardeOpPapier(invoer) {
    return invoer.tagName === "SELECT" ? (invoer.value ? invoer.selectedOptions[0].textContent : "") : invoer.value;
  }

  function naarPapier() {
    vanPapier();
    vragen.querySelectorAll(".veld[data-veld]").forEach(function (veld) {
      var tekst = waardeOpPapier(velden.bediening(veld));
      if (tekst) veld.append(el("p", { class: "papier alleen-afdrukken" }, tekst));
    });
    id("formulier").classList.toggle("formulier--ingevuld", Object.keys(stand.record).length > 2);
  }

  function vanPapier() {
    vragen.querySelectorAll(".papier").forEach(function (p) { p.remove(); });
  }

  function bindAlles() {
    vragen.addEventListener("input", opInvoer);
    vragen.addEventListener("change", opVerlaten);
    vragen.addEventListener("focusout", opVerlaten);
    vragen.addEventListener("lijstwijziging", opLijst);
    id("bestand").addEventListener("change", opBestand);
    id("wis").addEventListener("click", wis);
    id("terug").addEventListener("click", zetTerug);
    id("controleer").addEventListener("click", opControleer);
    id("print").addEventListener("click", function () { window.print(); });
    window.addEventListener("beforeprint", naarPapier);
    window.addEventListener("afterprint", vanPapier);
    window.addEventListener("storage", wieAnders);
    window.addEventListener("pagehide", function () { if (wachten) nu(); });
  }

  /* Answers of the quick-scan, which stand behind the # of the address; they go from there at once. */
  function uitQuickscan() {
    var deel = /^#quickscan=(.*)$/.exec(window.location.hash);
    if (!deel) return null;
    try {
      window.history.replaceState(null, "", window.location.pathname);
      var record = JSON.parse(decodeURIComponent(deel[1]));
      return isGroep(record) && Array.isArray(record.scans) ? { scans: record.scans } : null;
    } catch (error) {
      return null; // something that the quick-scan did not write
    }
  }

  function begin() {
    velden.bereid(vragen);
    if (window.matchMedia("(max-width: 61.99rem)").matches) id("inhoudslijst").open = false;
    bindAlles();
    var bewaard = uitOpslag();
    var overdracht = herkomst ? null : uitQuickscan();
    zet(bewaard || beginstand());
    if (overdracht) {
      neemOver(Object.assign(beginstand().record, overdracht), "Uw quick-scan staat in het formulier", "Vul de rest aan. Bij elk niveau zijn een reden en een bron nodig.");
    } else if (bewaard) zegLaden("info", "U was hier eerder", "Wat u toen typte, staat er nog. Opnieuw beginnen? Kies ‘Wis alles’.");
    else if (herkomst) laadRecord();
  }

  begin();
})();
