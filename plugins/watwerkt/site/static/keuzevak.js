/* A field with type-ahead for long lists of terms (the combobox of the ARIA practices, list with manual selection).
   The text is the label that people read; the value is the key in the record. What is not in the list stays as typed, so
   that nothing is lost; the checks tell about it. */
(function () {
  "use strict";

  var WATWERKT = (window.WATWERKT = window.WATWERKT || {});
  var el = WATWERKT.hulp.el;
  var MEEST = 40;
  var teller = 0;
  var vakken = new WeakMap();
  /* Terms that are not in the lists of the site: sources that the visitor adds. */
  var eigen = { bronnen: function () { return []; } };

  function plat(tekst) {
    return tekst.normalize("NFD").replace(/[\u0300-\u036f’']/g, "").toLowerCase();
  }

  function termen(lijst) {
    return (eigen[lijst] ? eigen[lijst]() : []).concat(WATWERKT.formulier.lijsten[lijst].termen);
  }

  function labelVan(term, lijst) {
    return lijst === "bronnen" ? term[1] + " – " + term[2] : term[1];
  }

  /* Terms with every word of the question, those that begin with it first; in the order of the list. */
  function zoek(lijst, vraag) {
    var woorden = plat(vraag).split(/[\s,–-]+/).filter(Boolean);
    var alle = termen(lijst).map(function (term) { return { term: term, tekst: plat(term.join(" ").replace(/-/g, " ")), begin: plat(term[1]) }; });
    var raak = alle.filter(function (rij) { return woorden.every(function (woord) { return rij.tekst.indexOf(woord) >= 0; }); });
    var eerst = raak.filter(function (rij) { return rij.begin.indexOf(woorden[0] || "") === 0; });
    return eerst.concat(raak.filter(function (rij) { return eerst.indexOf(rij) < 0; })).slice(0, MEEST).map(function (rij) { return rij.term; });
  }

  /* The one term that a text names in full: by label, key or another word for it. */
  function precies(lijst, tekst) {
    var gezocht = plat(tekst.trim());
    if (!gezocht) return null;
    var alle = termen(lijst);
    function past(delen) {
      return alle.filter(function (term) { return delen(term).some(function (naam) { return plat(naam) === gezocht; }); });
    }
    var eerst = past(function (term) { return [term[0], term[1], labelVan(term, lijst)]; });
    var raak = eerst.length ? eerst : lijst === "bronnen" ? [] : past(function (term) { return term.slice(2); });
    return raak.length === 1 ? raak[0] : null;
  }

  function Vak(invoer, lijst) {
    var vak = this;
    teller += 1;
    this.invoer = invoer;
    this.lijst = lijst;
    this.bus = el("ul", { class: "keuzevak__lijst", role: "listbox", id: "keuzevak-" + teller, hidden: true, "aria-label": "Keuzes" });
    this.actief = -1;
    invoer.setAttribute("role", "combobox");
    invoer.setAttribute("aria-autocomplete", "list");
    invoer.setAttribute("aria-expanded", "false");
    invoer.setAttribute("aria-controls", this.bus.id);
    invoer.setAttribute("autocomplete", "off");
    invoer.addEventListener("input", function () { vak.open(invoer.value); });
    invoer.addEventListener("keydown", function (event) { vak.toets(event); });
    invoer.addEventListener("click", function () { if (vak.bus.hidden) vak.open(""); });
    invoer.addEventListener("blur", function () { vak.sluit(); });
    this.bus.addEventListener("pointerdown", function (event) { event.preventDefault(); });
    this.bus.addEventListener("click", function (event) {
      var optie = event.target.closest("[role=option]");
      if (optie) vak.kies(optie);
    });
  }

  Vak.prototype.open = function (vraag) {
    var vak = this;
    var gevonden = zoek(this.lijst, vraag);
    this.bus.replaceChildren.apply(this.bus, gevonden.map(function (term, plek) {
      return el("li", { role: "option", id: vak.bus.id + "-" + plek, class: "keuzevak__optie", "aria-selected": "false", "data-waarde": term[0] }, labelVan(term, vak.lijst));
    }));
    if (!gevonden.length) this.bus.append(el("li", { class: "keuzevak__niets", role: "option", "aria-disabled": "true", "aria-selected": "false" }, "Niets gevonden. Probeer een ander woord."));
    this.bus.hidden = false;
    this.invoer.setAttribute("aria-expanded", "true");
    this.wijs(-1);
  };

  Vak.prototype.sluit = function () {
    this.bus.hidden = true;
    this.invoer.setAttribute("aria-expanded", "false");
    this.wijs(-1);
  };

  Vak.prototype.wijs = function (plek) {
    var opties = this.bus.querySelectorAll("[data-waarde]");
    if (opties[this.actief]) opties[this.actief].setAttribute("aria-selected", "false");
    this.actief = plek;
    if (!opties[plek]) {
      this.invoer.removeAttribute("aria-activedescendant");
      return;
    }
    opties[plek].setAttribute("aria-selected", "true");
    this.invoer.setAttribute("aria-activedescendant", opties[plek].id);
    opties[plek].scrollIntoView({ block: "nearest" });
  };

  Vak.prototype.kies = function (optie) {
    zet(this.invoer, optie.dataset.waarde);
    this.sluit();
    this.invoer.dispatchEvent(new Event("change", { bubbles: true }));
  };

  Vak.prototype.stap = function (richting) {
    var aantal = this.bus.querySelectorAll("[data-waarde]").length;
    if (aantal) this.wijs((this.actief + richting + aantal + (this.actief < 0 && richting < 0 ? 1 : 0)) % aantal);
  };

  Vak.prototype.toets = function (event) {
    var dicht = this.bus.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (dicht) this.open(precies(this.lijst, this.invoer.value) ? "" : this.invoer.value);
      if (!event.altKey) this.stap(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!dicht && this.actief >= 0) this.kies(this.bus.querySelectorAll("[data-waarde]")[this.actief]);
    } else if (event.key === "Escape" && !dicht) {
      event.preventDefault();
      this.sluit();
    }
  };

  /* Turn a select or an input into the field; gives the input. */
  function maak(oud, lijst) {
    var invoer = oud;
    if (oud.tagName === "SELECT") {
      invoer = el("input", { class: oud.className, type: "text", id: oud.id });
      ["aria-describedby", "aria-required"].forEach(function (naam) {
        if (oud.hasAttribute(naam)) invoer.setAttribute(naam, oud.getAttribute(naam));
      });
      oud.replaceWith(invoer);
    }
    var vak = new Vak(invoer, lijst);
    var doos = el("div", { class: "keuzevak" });
    invoer.replaceWith(doos);
    doos.append(invoer, vak.bus);
    vakken.set(invoer, vak);
    return invoer;
  }

  /* The key that was chosen or loaded stays, as long as its text stays: `GM0518` does not become another name. */
  function waarde(invoer) {
    if (invoer.value && invoer.value === invoer.dataset.getoond) return invoer.dataset.sleutel;
    var term = precies(vakken.get(invoer).lijst, invoer.value);
    return term ? term[0] : invoer.value.trim();
  }

  function zet(invoer, sleutel) {
    var lijst = vakken.get(invoer).lijst;
    var term = termen(lijst).find(function (t) { return t[0] === sleutel; });
    invoer.value = term ? labelVan(term, lijst) : sleutel;
    invoer.dataset.getoond = invoer.value;
    invoer.dataset.sleutel = sleutel;
  }

  WATWERKT.keuzevak = { maak: maak, is: function (invoer) { return vakken.has(invoer); }, waarde: waarde, zet: zet, eigen: eigen };
})();
