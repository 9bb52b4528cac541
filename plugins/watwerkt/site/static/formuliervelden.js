/* The questions on the page as data, and data into the questions. The markup says what each field is (data-veld,
   data-soort); a list has one item in the page, which becomes the pattern for the others. What does not fit any field
   stays with its group, is shown, and goes along in the result: nothing is lost. */
(function () {
  "use strict";

  var WATWERKT = (window.WATWERKT = window.WATWERKT || {});
  var el = WATWERKT.hulp.el;
  var keuzevak = WATWERKT.keuzevak;
  var GRENS = "[data-veld], [data-onderdeel], [data-apart], #vragen";
  var KORT = 7;
  var sjablonen = new WeakMap();
  var rest = new WeakMap();
  var verbeterd = new WeakSet();
  var teller = 0;

  function pad(stappen) {
    return stappen.map(function (stap, plek) { return typeof stap === "number" ? "[" + stap + "]" : (plek ? "." : "") + stap; }).join("");
  }

  function kinderen(groep) {
    return Array.from(groep.querySelectorAll("[data-veld]")).filter(function (kind) { return kind.parentElement.closest(GRENS) === groep; });
  }

  function bus(lijst) {
    return lijst.querySelector(".onderdelen");
  }

  function onderdelen(lijst) {
    return Array.from(bus(lijst).children);
  }

  function bediening(veld) {
    return veld.querySelector(".invoer");
  }

  function isGroep(waarde) {
    return waarde !== null && typeof waarde === "object" && !Array.isArray(waarde);
  }

  /* ---- Making the page ready ---- */

  function hernoem(kopie) {
    teller += 1;
    ["id", "for", "aria-describedby", "aria-labelledby"].forEach(function (kenmerk) {
      kopie.querySelectorAll("[" + kenmerk + "]").forEach(function (e) { e.setAttribute(kenmerk, e.getAttribute(kenmerk) + "-" + teller); });
    });
  }

  function beschrijf(e, id) {
    var al = (e.getAttribute("aria-describedby") || "").split(" ").filter(Boolean);
    if (al.indexOf(id) < 0) e.setAttribute("aria-describedby", al.concat(id).join(" "));
  }

  function tel(veld) {
    var plek = veld.querySelector(".veld__teller");
    if (!plek) return;
    var over = Number(veld.dataset.most) - Array.from(bediening(veld).value).length;
    plek.textContent = over < 0 ? -over + " tekens te veel" : "Nog " + over + " tekens";
    plek.classList.toggle("veld__teller--over", over < 0);
  }

  function verbeter(veld) {
    if (verbeterd.has(veld)) return;
    verbeterd.add(veld);
    var invoer = bediening(veld);
    if (veld.dataset.lijst && (invoer.tagName !== "SELECT" || invoer.options.length > KORT + 1)) keuzevak.maak(invoer, veld.dataset.lijst);
    if (invoer.tagName === "TEXTAREA" && veld.dataset.most) {
      veld.append(el("p", { class: "veld__teller", id: invoer.id + "-teller" }));
      beschrijf(invoer, invoer.id + "-teller");
      tel(veld);
    }
  }

  function knop(tekst, bij, doe, soort) {
    var k = el("button", { type: "button", class: soort || "tekstknop" }, tekst, el("span", { class: "verborgen" }, bij ? " " + bij : ""));
    k.addEventListener("click", doe);
    return k;
  }

  function bereid(deel) {
    deel.querySelectorAll('[data-soort="lijst"]').forEach(function (lijst) {
      if (!deel.contains(lijst) || sjablonen.has(lijst)) return; // it went away with the pattern of the list around it
      var sjabloon = bus(lijst).firstElementChild;
      sjabloon.remove();
      sjablonen.set(lijst, sjabloon);
      lijst.append(el("p", { class: "lijst__voet niet-afdrukken" }, knop("Voeg " + lijst.dataset.enkel + " toe", "", function () { voegToe(lijst); }, "knop knop--klein")));
      lijst.append(el("p", { class: "lijst__melding niet-afdrukken", role: "status" }));
      vulAan(lijst);
    });
    deel.querySelectorAll(".veld[data-veld]").forEach(verbeter);
  }

  /* A list that must not be empty shows its first item at once. */
  function vulAan(lijst) {
    if (lijst.dataset.begin && !onderdelen(lijst).length) maakOnderdeel(lijst);
  }

  /* ---- Lists ---- */

  function maakOnderdeel(lijst) {
    var kopie = sjablonen.get(lijst).cloneNode(true);
    hernoem(kopie);
    var groot = !kopie.classList.contains("onderdeel--kort");
    var vak = groot ? el("fieldset", { class: "onderdeel__vak" }, el("legend", { class: "onderdeel__titel" })) : kopie;
    if (groot) {
      vak.append.apply(vak, Array.from(kopie.childNodes));
      kopie.append(vak);
    }
    bus(lijst).append(kopie);
    bereid(kopie);
    vak.append(el("div", { class: "onderdeel__knoppen niet-afdrukken" },
      knop("Omhoog", "", function (event) { verplaats(lijst, kopie, -1, event.currentTarget); }),
      knop("Omlaag", "", function (event) { verplaats(lijst, kopie, 1, event.currentTarget); }),
      knop("Haal weg", "", function () { haalWeg(lijst, kopie); })));
    hernummer(lijst);
    return kopie;
  }

  function knoppen(onderdeel) {
    var rij = Array.from(onderdeel.querySelectorAll(".onderdeel__knoppen")).find(function (r) { return r.closest("[data-onderdeel]") === onderdeel; });
    return Array.from(rij.children);
  }

  function hernummer(lijst) {
    var alle = onderdelen(lijst);
    alle.forEach(function (onderdeel, plek) {
      var naam = lijst.dataset.enkel + " " + (plek + 1);
      var titel = onderdeel.querySelector(".onderdeel__vak > legend, :scope > .veld > label");
      if (titel) titel.textContent = naam[0].toUpperCase() + naam.slice(1);
      var k = knoppen(onderdeel);
      k.forEach(function (b) { b.lastElementChild.textContent = " " + naam; });
      k[0].hidden = plek === 0;
      k[1].hidden = plek === alle.length - 1;
    });
  }

  function gewijzigd(lijst, wat, onderdeel) {
    lijst.dispatchEvent(new CustomEvent("lijstwijziging", { bubbles: true, detail: { wat: wat, onderdeel: onderdeel } }));
  }

  function zeg(lijst, delen) {
    var plek = lijst.querySelector(":scope > .lijst__melding");
    plek.replaceChildren.apply(plek, delen);
  }

  function voegToe(lijst) {
    var nieuw = maakOnderdeel(lijst);
    zeg(lijst, []);
    gewijzigd(lijst, "toegevoegd", nieuw);
    var eerste = nieuw.querySelector(".invoer");
    if (eerste) eerste.focus();
  }

  function verplaats(lijst, onderdeel, richting, geklikt) {
    var buur = richting < 0 ? onderdeel.previousElementSibling : onderdeel.nextElementSibling;
    if (!buur) return;
    if (richting < 0) buur.before(onderdeel);
    else buur.after(onderdeel);
    hernummer(lijst);
    zeg(lijst, ["Nu op plaats " + (onderdelen(lijst).indexOf(onderdeel) + 1) + "."]);
    var k = knoppen(onderdeel);
    (geklikt.hidden ? k[richting < 0 ? 1 : 0] : geklikt).focus();
    gewijzigd(lijst, "verplaatst", onderdeel);
  }

  function haalWeg(lijst, onderdeel) {
    var plek = onderdelen(lijst).indexOf(onderdeel);
    onderdeel.remove();
    hernummer(lijst);
    var terug = knop("Zet terug", lijst.dataset.enkel, function () {
      var nu = onderdelen(lijst)[plek];
      if (nu) nu.before(onderdeel);
      else bus(lijst).append(onderdeel);
      hernummer(lijst);
      zeg(lijst, ["Het staat er weer."]);
      gewijzigd(lijst, "toegevoegd terug", onderdeel);
      (onderdeel.querySelector(".invoer") || onderdeel).focus();
    });
    zeg(lijst, ["Weggehaald. ", terug]);
    terug.focus();
    gewijzigd(lijst, "weggehaald", onderdeel);
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
    onderdelen(lijst).forEach(function (onderdeel) {
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
    Object.assign(uit, rest.get(groep));
    if (kaart && Object.keys(uit).length) uit[kaart] = {};
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
      case "lijst": return Array.isArray(waarde) && waarde.every(function (deel) {
        return sjablonen.get(veld).classList.contains("onderdeel--kort") ? typeof deel === "string" && !/[\r\n]/.test(deel) || (typeof deel === "string" && sjablonen.get(veld).querySelector("textarea")) : isGroep(deel);
      });
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
    tel(veld);
  }

  function toonRest(groep) {
    var oud = Array.from(groep.children).find(function (kind) { return kind.hasAttribute("data-rest"); });
    if (oud) oud.remove();
    var over = rest.get(groep);
    if (!over || !Object.keys(over).length) return;
    var doos = el("div", { class: "melding melding--let-op", "data-rest": true },
      el("p", { class: "melding__titel" }, "Dit past niet in het formulier"),
      el("p", {}, "Het gaat mee in het bestand zoals het is. Hoort het er niet? Haal het dan weg."));
    Object.keys(over).forEach(function (naam) {
      doos.append(el("pre", { tabindex: "0" }, naam + ":\n" + WATWERKT.yamldeel(over[naam])),
        knop("Haal weg", naam, function () {
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
        var nieuw = maakOnderdeel(deel);
        var enkel = nieuw.querySelector(':scope > [data-veld=""]');
        if (enkel) vulEnkel(enkel, item);
        else vulGroep(nieuw, item);
      });
    } else if (soort === "groep" || soort === "kaart") vulGroep(deel, waarde);
    else vulEnkel(deel, waarde);
  }

  function maakLeeg(deel) {
    deel.querySelectorAll('[data-soort="lijst"]').forEach(function (lijst) {
      if (!deel.contains(lijst)) return;
      bus(lijst).replaceChildren();
      if (sjablonen.has(lijst)) zeg(lijst, []);
    });
    if (deel.dataset.soort === "lijst") bus(deel).replaceChildren();
    deel.querySelectorAll(".veld[data-veld]").forEach(function (veld) {
      bediening(veld).value = "";
      tel(veld);
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
    (deel.dataset.soort === "lijst" ? [deel] : Array.from(deel.querySelectorAll('[data-soort="lijst"]'))).forEach(vulAan);
  }

  WATWERKT.formuliervelden = {
    bereid: bereid,
    lees: function (deel, plekken) { return lees(deel, [], plekken || new Map()); },
    vervang: vervang,
    bediening: bediening,
    beschrijf: beschrijf,
    tel: tel
  };
})();
