/* What comes in the place of what stands in the form: files, a record of the site, the answers of the quick-scan, an empty
   form. Whatever was there is kept, and can be put back until the visitor throws it away or something else is replaced.
   Wherever there is something to lose, the visitor chooses. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var hulp = WATWERKT.hulp;
  var el = hulp.el;
  var concepten = WATWERKT.concept;
  var meldingen = WATWERKT.formuliermeldingen;
  var regels = WATWERKT.formulier;
  var MEEST = 1024 * 1024;
  var f = null; // {huidig(), zet(concept), bewaar(), nieuw()} of formulier.js
  var gevraagd = new URLSearchParams(window.location.search).get("record") || "";
  var herkomst = Object.hasOwn(regels.oudeSleutels, gevraagd) ? regels.oudeSleutels[gevraagd] : regels.sleutels.indexOf(gevraagd) >= 0 ? gevraagd : "";
  var plank = concepten.plank("watwerkt-formulier" + (herkomst ? ":" + herkomst : ""));

  function id(naam) {
    return document.getElementById(naam);
  }

  /* `keuzes`: [[text of the button, what it does]]; a choice takes the message away. */
  function zeg(soort, titel, tekst, keuzes) {
    var doos = el("div", { class: "melding melding--" + soort }, el("p", { class: "melding__titel" }, titel), tekst ? el("p", {}, tekst) : null);
    if (keuzes) {
      doos.append(el("div", { class: "acties" }, ...keuzes.map(function (keuze) {
        var k = el("button", { type: "button", class: "knop" }, keuze[0]);
        k.addEventListener("click", function () {
          doos.remove();
          keuze[1]();
          if (document.activeElement === document.body) id("laadmelding").focus();
        });
        return k;
      })));
    }
    id("laadmelding").append(doos);
    if (keuzes) doos.scrollIntoView({ block: "nearest" });
  }

  function zegAlleen(soort, titel, tekst, keuzes) {
    id("laadmelding").replaceChildren();
    zeg(soort, titel, tekst, keuzes);
  }

  function zegStil(tekst) {
    id("bewaarmelding").textContent = tekst;
  }

  /* ---- The one before ---- */

  function toonVorige() {
    var vorige = plank.vorige();
    id("vorige").hidden = !vorige;
    if (vorige) id("vorige-tekst").textContent = "Wat er eerst stond, is bewaard: " + concepten.naam(vorige) + ".";
  }

  /* Put a draft into the fields. One that the form cannot show changes nothing. */
  function zet(concept) {
    var oud = f.huidig();
    try {
      f.zet(concept);
    } catch (error) {
      f.zet(oud);
      throw error;
    }
    return oud;
  }

  function zelfde(een, ander) {
    return WATWERKT.gelijk(een.record, ander.record) && WATWERKT.gelijk(een.bronnen, ander.bronnen);
  }

  /* The same, and keep the one that was there. */
  function wissel(concept) {
    var oud = zet(concept);
    if (concepten.heeftInhoud(oud) && !zelfde(oud, concept)) plank.onthoud(oud);
    toonVorige();
  }

  function zetTerug() {
    var oud = zet(plank.vorige());
    plank.onthoud(concepten.heeftInhoud(oud) ? oud : null);
    toonVorige();
    id("laadmelding").replaceChildren();
    (id("vorige").hidden ? id("wis") : id("terug")).focus();
    if (f.bewaar()) zegStil("Uw tekst staat er weer." + (id("vorige").hidden ? "" : " Wat er net stond, kunt u ook terugzetten."));
  }

  function gooiWeg() {
    plank.onthoud(null);
    toonVorige();
    id("wis").focus();
    zegStil("De vorige tekst is weggegooid.");
  }

  function wis() {
    if (herkomst) {
      naarSite("Het record staat er weer zoals op de site");
      return;
    }
    meldingen.toonAlles(false);
    wissel(f.nieuw());
    plank.wis();
    id("laadmelding").replaceChildren();
    zegStil("Het formulier is leeg." + (id("vorige").hidden ? "" : " Toch niet? Kies ‘Zet terug’. Deelt u deze computer? Kies ‘Gooi weg’."));
  }

  /* ---- Files ---- */

  function lezer() {
    return Promise.all(["js-yaml", "yamllezer", "yamlbehoud"].map(function (naam) { return hulp.laad("assets/watwerkt/" + naam + ".js"); }));
  }

  function lees(bestand) {
    if (bestand.size > MEEST) return Promise.resolve({ naam: bestand.name, fout: "Het bestand is te groot voor een record." });
    return bestand.arrayBuffer().then(function (bytes) {
      var uit = WATWERKT.yamllezer(bytes);
      return { naam: bestand.name, data: uit.data, fout: uit.fout, tekst: uit.fout ? "" : new TextDecoder().decode(bytes) };
    });
  }

  function namen(bestanden) {
    return hulp.opsomming(bestanden.map(function (b) { return "‘" + b.name + "’"; }));
  }

  function neemBestanden(bestanden, gelezen) {
    var uit = concepten.metBestanden(f.huidig(), gelezen, regels);
    id("laadmelding").replaceChildren();
    uit.fouten.forEach(function (fout) { zeg("fout", "‘" + fout.naam + "’ kan niet worden geopend", fout.zin + " Er is niets veranderd in het formulier."); });
    if (uit.fouten.length) return;
    if (uit.vervangt) wissel(uit.concept);
    else zet(uit.concept);
    f.bewaar();
    zeg("goed", namen(bestanden) + (bestanden.length > 1 ? " staan" : " staat") + " in het formulier", "Wat u niet verandert, blijft zoals het in het bestand staat. Lege velden gaan niet mee." +
      (uit.mist.length ? " Open ook " + (uit.mist.length > 1 ? "de bestanden van uw eigen bronnen " : "het bestand van uw eigen bron ") + hulp.opsomming(uit.mist) + "." : ""));
  }

  function opBestand() {
    var bestanden = Array.from(id("bestand").files);
    id("bestand").value = "";
    if (!bestanden.length) return;
    lezer().then(function () { return Promise.all(bestanden.map(lees)); }).then(function (gelezen) {
      neemBestanden(bestanden, gelezen);
    }).catch(function () {
      zegAlleen("fout", namen(bestanden) + " kan niet worden geopend", "Het lezen mislukte, of het past niet in dit formulier. Er is niets veranderd in het formulier.");
    });
  }

  /* ---- A record of the site ---- */

  function vanSite() {
    return lezer().then(function () { return hulp.laad("assets/watwerkt/record/" + herkomst + ".js"); }).then(function () {
      var uit = WATWERKT.yamllezer(WATWERKT.record);
      if (uit.fout) throw new Error(uit.fout);
      return concepten.maak({ record: uit.data, teksten: { praktijk: WATWERKT.record }, van: herkomst, basis: WATWERKT.record });
    });
  }

  function geenRecord() {
    zeg("fout", "Dit record is er niet", "Er staat geen record ‘" + gevraagd.slice(0, 80) + "’ op de site, of de verbinding viel weg. U kunt hier wel een nieuwe praktijk beschrijven.");
  }

  function naarSite(titel) {
    vanSite().then(function (site) {
      meldingen.toonAlles(false);
      wissel(site);
      plank.wis();
      zegAlleen("goed", titel);
    }).catch(geenRecord);
  }

  /* The draft is older than the record: nobody but the visitor can say which to go on with. */
  function kiesVersie(site) {
    zeg("let-op", "Het record op de site is veranderd sinds u hier begon", "U ziet uw eigen versie. Gaat u daarmee verder, dan vervalt wat er op de site is veranderd.", [
      ["Ga verder met mijn versie", function () {
        f.zet(concepten.maak(Object.assign(f.huidig(), { basis: site.basis, teksten: Object.assign(f.huidig().teksten, site.teksten) })));
        f.bewaar();
      }],
      ["Neem het record van de site", function () { naarSite("Het record van de site staat in het formulier"); }]
    ]);
  }

  function beginBijRecord(bewaard) {
    vanSite().then(function (site) {
      id("wis").textContent = "Wis mijn wijzigingen";
      if (bewaard && bewaard.basis !== site.basis) kiesVersie(site);
      else if (!bewaard) {
        wissel(site);
        zeg("goed", "Het record staat in het formulier", "Verbeter wat u wilt. Wat u niet verandert, blijft zoals het is.");
      }
    }).catch(function () {
      herkomst = "";
      geenRecord();
    });
  }

  /* ---- Answers of the quick-scan ---- */

  function wisAdres() {
    try {
      window.history.replaceState(null, "", window.location.pathname);
    } catch (error) {
      window.location.hash = ""; // from a stick some browsers allow no more
    }
  }

  function neemScans(record, scans) {
    wissel(concepten.maak({ record: Object.assign({}, record, { scans: scans }) }));
    f.bewaar();
    zegAlleen("goed", "Uw quick-scan staat in het formulier", "Vul de rest aan. Bij elk niveau zijn een reden en een bron nodig.");
    wisAdres();
  }

  function opQuickscan(scans) {
    var nu = f.huidig();
    var keuzes = [["Begin nieuw met deze scan", function () { neemScans(f.nieuw().record, scans); }], ["Laat de scan weg", wisAdres]];
    if (!concepten.heeftInhoud(nu)) {
      neemScans(nu.record, scans);
      return;
    }
    zeg("let-op", "Uw quick-scan staat klaar", "Maar hier staat al een concept van u: " + concepten.naam(nu) + ". Wat wilt u?", [
      ["Zet de scan in dit concept", function () {
        var concept = f.huidig();
        var al = Array.isArray(concept.record.scans) ? concept.record.scans : [];
        wissel(Object.assign({}, concept, { record: Object.assign({}, concept.record, { scans: al.concat(scans) }) }));
        f.bewaar();
        zegAlleen("goed", "Uw quick-scan staat in uw concept");
        wisAdres();
      }]
    ].concat(keuzes));
  }

  /* ---- Begin ---- */

  function zegBeschadigd() {
    var tekst = plank.beschadigd();
    if (!tekst) return;
    zeg("let-op", "Een concept in deze browser is beschadigd", "Het formulier kan het niet lezen. Het is apart gezet. U kunt het downloaden en eruit halen wat u nog nodig hebt.", [
      ["Download en gooi weg", function () {
        hulp.bewaarBestand("beschadigd-concept.txt", "text/plain", tekst);
        plank.gooiWeg();
      }],
      ["Gooi weg", plank.gooiWeg]
    ]);
  }

  function zetBewaard() {
    var bewaard = plank.lees();
    try {
      f.zet(bewaard || f.nieuw());
      return bewaard;
    } catch (error) {
      plank.zetApart();
      f.zet(f.nieuw());
      return null;
    }
  }

  function begin(formulier) {
    f = formulier;
    id("bestand").addEventListener("change", opBestand);
    id("wis").addEventListener("click", wis);
    id("terug").addEventListener("click", zetTerug);
    id("weg").addEventListener("click", gooiWeg);
    var bewaard = zetBewaard();
    var quickscan = /^#quickscan=(.*)$/.exec(window.location.hash);
    var scans = quickscan && !herkomst ? concepten.scansUit(quickscan[1]) : null;
    toonVorige();
    zegBeschadigd();
    if (gevraagd && !herkomst) geenRecord();
    if (scans) {
      opQuickscan(scans);
      return;
    }
    if (quickscan) zeg("fout", "De antwoorden van de quick-scan zijn niet te lezen", "Ze staan nog bij de quick-scan. Probeer het daar opnieuw.");
    if (bewaard) zeg("info", "U was hier eerder", "Wat u toen typte, staat er nog.");
    if (herkomst) beginBijRecord(bewaard);
  }

  WATWERKT.formulierwissel = {
    begin: begin,
    zeg: zeg,
    zegStil: zegStil,
    plank: plank,
    lezer: lezer,
    herkomst: function () { return herkomst; }
  };
})();
