/* What the checks found: beside the questions that somebody has answered, and after "Controleer alles" in one list with
   links to the questions. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var el = WATWERKT.hulp.el;
  var lijsten = WATWERKT.formulierlijsten;
  var vragen = document.getElementById("vragen");
  var lijst = document.getElementById("foutlijst");
  var geraakt = new WeakSet();

  /* Text with `code` between back quotes as elements. */
  function opgemaakt(tekst) {
    return tekst.split("`").map(function (deel, plek) { return plek % 2 ? el("code", {}, deel) : deel; });
  }

  function bedieningVan(plek) {
    return plek.classList.contains("veld") ? lijsten.bediening(plek) : plek;
  }

  function fouten(bevindingen) {
    return bevindingen.filter(function (b) { return b.niveau === "fout"; });
  }

  function zichtbaar(bevinding) {
    var alles = !lijst.hidden;
    return bevinding.plek && (alles || geraakt.has(bevinding.plek)) && (bevinding.niveau !== "tip" || alles);
  }

  /* What was filled in counts as answered, with the groups around it. */
  function raakIngevuld() {
    vragen.querySelectorAll(".invoer").forEach(function (invoer) {
      if (!invoer.value) return;
      for (var e = invoer; e !== vragen; e = e.parentElement) geraakt.add(e);
    });
  }

  /* ---- Beside the questions ---- */

  function wis() {
    vragen.querySelectorAll(".veld__fout, .veld__let-op").forEach(function (p) { p.remove(); });
    vragen.querySelectorAll(".veld--fout").forEach(function (v) { v.classList.remove("veld--fout"); });
    vragen.querySelectorAll("[aria-invalid]").forEach(function (e) { e.removeAttribute("aria-invalid"); });
    vragen.querySelectorAll("[data-melding]").forEach(function (e) {
      var over = e.getAttribute("aria-describedby").split(" ").filter(function (x) { return x !== e.dataset.melding; }).join(" ");
      if (over) e.setAttribute("aria-describedby", over);
      else e.removeAttribute("aria-describedby");
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
      lijsten.beschrijf(doel, p.id);
    }
    if (fout && doel !== plek) {
      plek.classList.add("veld--fout");
      doel.setAttribute("aria-invalid", "true");
    }
    if (kop) kop.after(p);
    else plek.prepend(p);
  }

  /* ---- The list ---- */

  function open(plek) {
    for (var e = plek; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
  }

  /* To the question: its name and message at the top, and what has the focus in sight. */
  function ga(event, plek) {
    event.preventDefault();
    open(plek);
    var doel = bedieningVan(plek);
    if (!doel.matches("input, select, textarea")) doel.setAttribute("tabindex", "-1");
    plek.scrollIntoView({ block: "start" });
    doel.focus({ preventScroll: true });
    if (doel !== plek) doel.scrollIntoView({ block: "nearest" });
  }

  function punt(bevinding) {
    if (!bevinding.plek) return el("li", {}, ...opgemaakt(bevinding.boodschap));
    var link = el("a", { href: "#" + bedieningVan(bevinding.plek).id }, bevinding.boodschap.replace(/`/g, ""));
    link.addEventListener("click", function (event) { ga(event, bevinding.plek); });
    return el("li", {}, link);
  }

  function kop(bevindingen) {
    var aantal = fouten(bevindingen).length;
    if (aantal) return aantal === 1 ? "Er is 1 fout" : "Er zijn " + aantal + " fouten";
    return bevindingen.length ? "Geen fouten" : "Alles klopt";
  }

  function toonLijst(bevindingen) {
    var goed = !fouten(bevindingen).length;
    lijst.classList.toggle("foutlijst--goed", goed);
    document.getElementById("foutlijst-kop").textContent = kop(bevindingen);
    var delen = [el("p", {}, goed ? "Dit record kan zo naar de site. Waarschuwingen en tips houden niets tegen." : "Klik op een punt om ernaartoe te gaan. Wat u hebt getypt, blijft staan.")];
    [["fout", ""], ["waarschuwing", "Waarschuwingen"], ["tip", "Tips"]].forEach(function (soort) {
      var groep = bevindingen.filter(function (b) { return b.niveau === soort[0]; });
      if (!groep.length) return;
      if (soort[1]) delen.push(el("h3", {}, soort[1]));
      delen.push(el("ul", {}, ...groep.map(punt)));
    });
    document.getElementById("foutlijst-inhoud").replaceChildren(...delen);
  }

  function toon(bevindingen) {
    wis();
    bevindingen.filter(zichtbaar).reverse().forEach(toonBij);
    if (!lijst.hidden) toonLijst(bevindingen);
  }

  function toonAlles(aan) {
    lijst.hidden = !aan;
  }

  function naarLijst() {
    lijst.focus({ preventScroll: true });
    lijst.scrollIntoView();
  }

  WATWERKT.formuliermeldingen = {
    raak: function (plek) { geraakt.add(plek); },
    raakIngevuld: raakIngevuld,
    vergeet: function () { geraakt = new WeakSet(); },
    zichtbaar: zichtbaar,
    fouten: fouten,
    kop: kop,
    toon: toon,
    toonAlles: toonAlles,
    gecontroleerd: function () { return !lijst.hidden; },
    naarLijst: naarLijst
  };
})();
