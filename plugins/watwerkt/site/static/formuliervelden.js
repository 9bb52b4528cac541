/* The questions on the page as data, and data into the questions. The markup says what each field is (data-veld,
   data-soort). What does not fit any field stays with its group, is shown, and goes along in the result: nothing is lost. */
(function () {
  "use strict";

  var WATWERKT = (window.WATWERKT = window.WATWERKT || {});
  var el = WATWERKT.hulp.el;
  var keuzevak = WATWERKT.keuzevak;
  var isGroep = WATWERKT.isGroep;
  var lijsten = WATWERKT.formulierlijsten;
  var bediening = lijsten.bediening;
  var GRENS = "[data-veld], [data-onderdeel], [data-apart], #vragen";
  var rest = new WeakMap();

  function pad(stappen) {
    return stappen.map(function (stap, plek) { return typeof stap === "number" ? "[" + stap + "]" : (plek ? "." : "") + stap; }).join("");
  }

  function kinderen(groep) {
    return Array.from(groep.querySelectorAll("[data-veld]")).filter(function (kind) { return kind.parentElement.closest(GRENS) === groep; });
  }

  /* ---- Reading ---- */

  function leesGetal(tekst, heel) {
    var kaal = tekst.trim().replace(/^(-?[0-9]+),([0-9]+)$/, "$1.$2");
    var vorm = heel ? /^-?(?:0|[1-9][0-9]*)$/ : /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;
    if (vorm.test(kaal) && kaal.replace(/[-.]/g, "").length <= 15) return Number(kaal);
    return kaal || undefined;
  }

  function leesEnkel(veld) {
    var invoer = bediening(veld);
    var tekst = keuzevak.is(invoer) ? keuzevak.waarde(invoer) : invoer.value;
    if (tekst === "") return undefined;
    switch (veld.dataset.soort) {
      case "geheel": return leesGetal(tekst, true);
      case "getal": return leesGetal(tekst, false);
      case "moment": return /^[1-9][0-9]{3}$/.test(tekst) ? Number(tekst) : tekst;
      case "niveau": return /^-?[0-9.]+$/.test(tekst) ? Number(tekst) : tekst;
      case "janee": return tekst === "true";
      default: return tekst;
    }
  }

  function leesLijst(lijst, stappen, plekken) {
    var uit = [];
    lijsten.onderdelen(lijst).forEach(function (onderdeel) {
      var hier = stappen.concat(uit.length);
      var enkel = onderdeel.querySelector(':scope > [data-veld=""]');
      var waarde = enkel ? leesEnkel(enkel) : leesGroep(onderdeel, hier, plekken);
      if (waarde === undefined) return;
      plekken.set(pad(hier), enkel || onderdeel.querySelector(".onderdeel__vak") || onderdeel);
      uit.push(waarde);
    });
    return uit.length ? uit : undefined;
  }

  function leesGroep(groep, stappen, plekken) {
    var uit = {};
    var kaart = null;
    kinderen(groep).forEach(function (kind) {
      var naam = kind.dataset.veld;
      var hier = stappen.concat(naam);
      plekken.set(pad(hier), kind);
      var waarde = lees(kind, hier, plekken);
      if (waarde !== undefined) uit[naam] = waarde;
      else if (naam === "oordelen") kaart = naam;
    });
    uit = Object.assign({}, uit, rest.get(groep), uit); // what was typed wins, each in its place
    if (kaart && Object.keys(uit).length && !Object.hasOwn(uit, kaart)) uit[kaart] = {};
    return Object.keys(uit).length ? uit : undefined;
  }

  /* The value of a field or group; nothing when nobody filled it in. `plekken` gets the element of every key path. */
  function lees(deel, stappen, plekken) {
    var soort = deel.dataset.soort;
    if (soort === "lijst") return leesLijst(deel, stappen, plekken);
    if (soort === "groep" || soort === "kaart") return leesGroep(deel, stappen, plekken);
    return leesEnkel(deel);
  }

  /* ---- Filling ---- */

  function past(veld, waarde) {
    switch (veld.dataset.soort) {
      case "lijst": return Array.isArray(waarde) && lijsten.past(veld, waarde);
      case "groep":
      case "kaart": return isGroep(waarde);
      case "janee": return typeof waarde === "boolean";
      case "geheel":
      case "getal":
      case "niveau": return typeof waarde === "number" || (typeof waarde === "string" && !/[\r\n]/.test(waarde));
      case "keuze": return typeof waarde === "string";
      default: return (typeof waarde === "number" || typeof waarde === "string") && (bediening(veld).tagName === "TEXTAREA" || !/[\r\n]/.test(waarde));
    }
  }

  /* Number as text without exponent, so that it reads back. */
  function alsTekst(waarde) {
    return typeof waarde === "number" ? WATWERKT.yamldeel(waarde) : String(waarde);
  }

  function vulEnkel(veld, waarde) {
    var invoer = bediening(veld);
    var tekst = alsTekst(waarde);
    if (keuzevak.is(invoer)) keuzevak.zet(invoer, tekst);
    else {
      if (invoer.tagName === "SELECT" && !Array.from(invoer.options).some(function (o) { return o.value === tekst; })) {
        invoer.append(el("option", { value: tekst }, tekst + " (staat niet in de lijst)"));
      }
      invoer.value = tekst;
    }
    lijsten.tel(veld);
  }

  function toonRest(groep) {
    var oud = Array.from(groep.children).find(function (kind) { return kind.hasAttribute("data-rest"); });
    if (oud) oud.remove();
    var over = rest.get(groep);
    if (!over || !Object.keys(over).length) return;
    var doos = el("div", { class: "melding melding--let-op", "data-rest": true },
      el("p", { class: "melding__titel" }, "Dit past niet in het formulier"),
      el("p", {}, "Het gaat mee in het bestand zoals het is, tenzij u het veld zelf invult. Hoort het er niet? Haal het dan weg."));
    Object.keys(over).forEach(function (naam) {
      doos.append(el("pre", { tabindex: "0" }, naam + ":\n" + WATWERKT.yamldeel(over[naam])),
        lijsten.knop("Haal weg", naam, function () {
          delete over[naam];
          toonRest(groep);
          groep.dispatchEvent(new CustomEvent("lijstwijziging", { bubbles: true, detail: { wat: "weggehaald", onderdeel: groep } }));
        }));
    });
    groep.append(doos);
    for (var e = doos.parentElement; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
  }

  function vulGroep(groep, record) {
    var over = {};
    var namen = new Map(kinderen(groep).map(function (kind) { return [kind.dataset.veld, kind]; }));
    Object.keys(record).forEach(function (naam) {
      var kind = namen.get(naam);
      if (kind && past(kind, record[naam])) vul(kind, record[naam]);
      else if (record[naam] !== null) over[naam] = record[naam];
    });
    rest.set(groep, over);
    toonRest(groep);
  }

  function vul(deel, waarde) {
    var soort = deel.dataset.soort;
    if (soort === "lijst") {
      waarde.forEach(function (item) {
        var nieuw = lijsten.maak(deel);
        var enkel = nieuw.querySelector(':scope > [data-veld=""]');
        if (enkel) vulEnkel(enkel, item);
        else vulGroep(nieuw, item);
      });
    } else if (soort === "groep" || soort === "kaart") vulGroep(deel, waarde);
    else vulEnkel(deel, waarde);
  }

  function maakLeeg(deel) {
    deel.querySelectorAll('[data-soort="lijst"]').forEach(function (lijst) {
      if (deel.contains(lijst)) lijsten.maakLeeg(lijst);
    });
    if (deel.dataset.soort === "lijst") lijsten.maakLeeg(deel);
    deel.querySelectorAll(".veld[data-veld]").forEach(function (veld) {
      bediening(veld).value = "";
      lijsten.tel(veld);
    });
    deel.querySelectorAll("[data-rest]").forEach(function (doos) { doos.remove(); });
    kinderenMetRest(deel).forEach(function (groep) { rest.delete(groep); });
  }

  function kinderenMetRest(deel) {
    return [deel].concat(Array.from(deel.querySelectorAll('[data-soort="groep"], [data-soort="kaart"], [data-onderdeel]')));
  }

  /* Put a record (or, in a list, its items) in the place of what stands there. */
  function vervang(deel, waarde) {
    maakLeeg(deel);
    if (waarde !== undefined) vul(deel, waarde);
    (deel.dataset.soort === "lijst" ? [deel] : Array.from(deel.querySelectorAll('[data-soort="lijst"]'))).forEach(lijsten.vulAan);
  }

  WATWERKT.formuliervelden = {
    lees: function (deel, plekken) { return lees(deel, [], plekken || new Map()); },
    vervang: vervang
  };
})();
