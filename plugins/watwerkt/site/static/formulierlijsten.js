/* Makes the questions ready to type in: counters, fields with type-ahead, and lists, whose one item in the page becomes the
   pattern for the items that people add, move and take away. */
(function () {
  "use strict";

  var WATWERKT = (window.WATWERKT = window.WATWERKT || {});
  var el = WATWERKT.hulp.el;
  var keuzevak = WATWERKT.keuzevak;
  var KORT = 7;
  var sjablonen = new WeakMap();
  var verbeterd = new WeakSet();
  var weg = new WeakMap(); // what was taken away from a list, the last one last
  var teller = 0;

  function bus(lijst) {
    return lijst.querySelector(".onderdelen");
  }

  function onderdelen(lijst) {
    return Array.from(bus(lijst).children);
  }

  function bediening(veld) {
    return veld.querySelector(".invoer");
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
    hernummer(lijst, Math.max(bus(lijst).childElementCount - 2, 0));
    return kopie;
  }

  function knoppen(onderdeel) {
    var rij = Array.from(onderdeel.querySelectorAll(".onderdeel__knoppen")).find(function (r) { return r.closest("[data-onderdeel]") === onderdeel; });
    return Array.from(rij.children);
  }

  function hernummer(lijst, vanaf) {
    var alle = onderdelen(lijst);
    for (var plek = vanaf || 0; plek < alle.length; plek += 1) {
      var naam = lijst.dataset.enkel + " " + (plek + 1);
      var titel = alle[plek].querySelector(".onderdeel__vak > legend, :scope > .veld > label");
      if (titel) titel.textContent = naam[0].toUpperCase() + naam.slice(1);
      var k = knoppen(alle[plek]);
      k.forEach(function (b) { b.lastElementChild.textContent = " " + naam; });
      k[0].hidden = plek === 0;
      k[1].hidden = plek === alle.length - 1;
    }
  }

  function gewijzigd(lijst, wat, onderdeel) {
    lijst.dispatchEvent(new CustomEvent("lijstwijziging", { bubbles: true, detail: { wat: wat, onderdeel: onderdeel } }));
  }

  function zeg(lijst, tekst) {
    var plek = lijst.querySelector(":scope > .lijst__melding");
    plek.textContent = tekst;
    if (!(weg.get(lijst) || []).length) return;
    plek.append(" ", knop("Zet terug", lijst.dataset.enkel, function () { zetTerug(lijst); }));
    plek.lastChild.focus();
  }

  function voegToe(lijst) {
    var nieuw = maakOnderdeel(lijst);
    zeg(lijst, "");
    gewijzigd(lijst, "toegevoegd", nieuw);
    var eerste = nieuw.querySelector(".invoer");
    if (eerste) eerste.focus();
  }

  function verplaats(lijst, onderdeel, richting, geklikt) {
    var buur = richting < 0 ? onderdeel.previousElementSibling : onderdeel.nextElementSibling;
    if (!buur) return;
    buur[richting < 0 ? "before" : "after"](onderdeel);
    hernummer(lijst);
    zeg(lijst, "Nu op plaats " + (onderdelen(lijst).indexOf(onderdeel) + 1) + ".");
    var k = knoppen(onderdeel);
    (geklikt.hidden ? k[richting < 0 ? 1 : 0] : geklikt).focus();
    gewijzigd(lijst, "verplaatst", onderdeel);
  }

  function haalWeg(lijst, onderdeel) {
    weg.set(lijst, (weg.get(lijst) || []).concat({ onderdeel: onderdeel, plek: onderdelen(lijst).indexOf(onderdeel) }));
    onderdeel.remove();
    hernummer(lijst);
    zeg(lijst, "Weggehaald.");
    gewijzigd(lijst, "weggehaald", onderdeel);
  }

  function zetTerug(lijst) {
    var laatste = weg.get(lijst).pop();
    bus(lijst).insertBefore(laatste.onderdeel, onderdelen(lijst)[laatste.plek] || null);
    hernummer(lijst);
    (laatste.onderdeel.querySelector(".invoer") || laatste.onderdeel).focus();
    zeg(lijst, "Het staat er weer.");
    gewijzigd(lijst, "teruggezet", laatste.onderdeel);
  }

  function maakLeeg(lijst) {
    bus(lijst).replaceChildren();
    weg.delete(lijst);
    if (sjablonen.has(lijst)) zeg(lijst, "");
  }

  /* Whether every value can be an item of the list. */
  function past(lijst, waarden) {
    var sjabloon = sjablonen.get(lijst);
    if (!sjabloon.classList.contains("onderdeel--kort")) return waarden.every(WATWERKT.isGroep);
    return waarden.every(function (deel) { return typeof deel === "string" && (!/[\r\n]/.test(deel) || sjabloon.querySelector("textarea")); });
  }

  WATWERKT.formulierlijsten = {
    bediening: bediening, beschrijf: beschrijf, tel: tel, knop: knop, bereid: bereid, onderdelen: onderdelen, maak: maakOnderdeel, vulAan: vulAan,
    maakLeeg: maakLeeg, past: past
  };
})();
