/* The scorekaart: orders and filters the rows that the server wrote, under the visitor's own weights and minima.
   Needs catalogus.js (data), wegen.js (what is shown) and hulp.js. State lives in the address. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var tabel = document.getElementById("scorekaart");
  if (!tabel || !WATWERKT || !WATWERKT.catalogus || !WATWERKT.wegen) return;

  var hulp = WATWERKT.hulp;
  var el = hulp.el;
  var wegen = WATWERKT.wegen;
  var kolommen = wegen.kolommen;
  var dimensies = WATWERKT.catalogus.dimensies;
  var vorm = document.getElementById("wegen");
  var velden = { baathouder: document.getElementById("baathouder"), vraag: document.getElementById("vraag") };
  var sorteer = document.getElementById("sorteer");
  var uitslag = document.getElementById("uitslag");
  var leeg = document.getElementById("leeg");
  var gekozen = document.getElementById("gekozen-tekst");
  var ONBEKEND = "onbekend";
  var gewichtveld = vorm.querySelector("[data-gewicht]");
  var grenzen = {
    begin: Number(gewichtveld.defaultValue), hoogste: Number(gewichtveld.max),
    baathouder: waardenVan(velden.baathouder), vraag: waardenVan(velden.vraag)
  };

  function waardenVan(keuzelijst) {
    return new Set(Array.from(keuzelijst.options, function (optie) { return optie.value; }));
  }

  var regels = new Map();
  tabel.querySelectorAll("tbody tr[data-id]").forEach(function (tr) {
    regels.set(tr.dataset.id, tr);
  });
  var rijen = WATWERKT.catalogus.praktijken.filter(function (p) { return regels.has(p.id); }).map(function (p, plek) {
    var tr = regels.get(p.id);
    return { p: p, plek: plek, tr: tr, cel: null, dekking: Number(tr.querySelector("[data-dekking]").dataset.dekking) };
  });
  var staat = wegen.uitAdres(grenzen);
  var groepen = new Map();
  var getoond = null; // the address of what the table shows

  function plaatscel(rij, uit) {
    var plaats = uit.plaats.get(rij);
    if (!plaats) {
      if (!rij.redenen.length) return [el("p", {}, "geen gewicht")];
      var geen = uit.onbekend.indexOf(rij) >= 0;
      var redenen = rij.redenen.map(function (naam) { return el("li", {}, naam); });
      return [
        el("p", {}, el("span", { class: "onbekend" }, geen ? ONBEKEND : "voorlopig")),
        el("p", { class: "klein" }, geen ? "niet beoordeeld:" : "te weinig bekend:"),
        vul(el("ul", { class: "klein", role: "list" }), redenen)
      ];
    }
    var s = { voorlopig: false };
    ["score", "laag", "hoog"].forEach(function (naam) { s[naam] = plaats.som[naam] / plaats.som.deler; });
    var bereik = plaats.van === plaats.tot ? String(plaats.van) : plaats.van + " tot " + plaats.tot;
    return [
      el("p", {}, "plaats ", el("strong", {}, bereik), " van " + uit.zeker.length),
      hulp.balk(s),
      el("p", { class: "klein" }, "samen " + hulp.scoretekst(s))
    ];
  }

  function vul(element, delen) {
    element.append.apply(element, delen);
    return element;
  }

  function titels(uit) {
    if (uit.weegt) {
      return {
        zeker: "In de volgorde",
        voorlopig: "Voorlopig: telt niet mee in de volgorde",
        onbekend: "Onbekend: telt niet mee in de volgorde"
      };
    }
    return { zeker: uit.telt ? "Haalt uw minimum" : "Zonder gewichten", voorlopig: "Voorlopig: haalt het misschien", onbekend: "Onbekend: haalt het misschien" };
  }

  function toonTabel(uit) {
    var namen = titels(uit);
    var breedte = tabel.tHead.rows[0].cells.length;
    groepen.forEach(function (tbody, naam) {
      var kop = el("th", { role: "rowheader", scope: "rowgroup", colspan: breedte }, el("span", {}, namen[naam] + " (" + uit[naam].length + ")"));
      var trs = wegen.opVolgorde(uit[naam], staat, uit).map(function (rij) {
        rij.cel.replaceChildren.apply(rij.cel, plaatscel(rij, uit));
        return rij.tr;
      });
      tbody.replaceChildren.apply(tbody, [el("tr", { role: "row", class: "scorekaart__groep" }, kop)].concat(trs));
      tbody.hidden = trs.length === 0;
    });
    tabel.parentNode.hidden = uit.aantal === 0;
  }

  function toonKoppen() {
    tabel.querySelectorAll("thead th[data-kolom]").forEach(function (th) {
      var actief = th.dataset.kolom === staat.sort;
      if (actief) th.setAttribute("aria-sort", staat.op ? "ascending" : "descending");
      else th.removeAttribute("aria-sort");
    });
    sorteer.value = staat.sort;
  }

  function toonVelden() {
    vorm.querySelectorAll("[data-gewicht]").forEach(function (veld) { veld.value = staat.gewicht.get(veld.dataset.gewicht); });
    vorm.querySelectorAll("[data-minimum]").forEach(function (veld) { veld.value = staat.minimum.get(veld.dataset.minimum); });
    velden.baathouder.value = staat.baathouder;
    velden.vraag.value = staat.vraag;
  }

  function telling(n) {
    return n === 1 ? "1 praktijk" : n + " praktijken";
  }

  function zekerheid(uit) {
    var vast = 0;
    uit.plaats.forEach(function (plaats) { if (plaats.van === plaats.tot) vast += 1; });
    if (uit.zeker.length < 2) return "";
    if (vast === uit.zeker.length) return "Elke plaats is zeker.";
    return vast ? "Zeker van hun plaats: " + vast + " van " + uit.zeker.length + "." : "Geen enkele plaats is zeker.";
  }

  function toonUitslag(uit) {
    var zinnen = [uit.aantal === rijen.length ? "Alle " + telling(rijen.length) + "." : uit.aantal + " van " + telling(rijen.length) + "."];
    if (!uit.weegt) zinnen.push("Alle gewichten zijn 0: er is geen volgorde.");
    else if (uit.aantal) zinnen.push("In de volgorde: " + uit.zeker.length + ". Apart: " + uit.voorlopig.length + " voorlopig, " + uit.onbekend.length + " onbekend.", zekerheid(uit));
    if (uit.weegt && uit.aantal && !uit.zeker.length) zinnen.push("Bij elke praktijk is ergens te weinig bekend.");
    if (uit.onder) zinnen.push("Haalt een minimum niet: " + uit.onder + ".");
    uitslag.replaceChildren.apply(uitslag, zinnen.filter(Boolean).map(function (zin) { return el("p", {}, zin); }));
  }

  function keuzetekst() {
    var delen = dimensies.map(function (d) {
      var minimum = staat.minimum.get(d.id);
      return d.label.toLowerCase() + " " + staat.gewicht.get(d.id) + (minimum ? " (minimum " + minimum + ")" : "");
    });
    var tekst = "Gewichten: " + delen.join(", ") + ".";
    Object.keys(velden).forEach(function (naam) {
      if (staat[naam]) tekst += " " + veldnaam(naam) + " " + velden[naam].selectedOptions[0].textContent + ".";
    });
    return tekst + " Volgorde: " + kolommen.get(staat.sort).label.toLowerCase() + ".";
  }

  function veldnaam(naam) {
    return vorm.querySelector('label[for="' + naam + '"]').textContent;
  }

  /* Which single choice, when let go, brings back the most? */
  function los(naam) {
    var ander = Object.assign({}, staat);
    ander[naam] = naam === "minimum" ? wegen.begin(grenzen).minimum : "";
    return ander;
  }

  function toonLeeg(uit) {
    leeg.hidden = uit.aantal > 0;
    document.getElementById("legenda").hidden = !leeg.hidden;
    if (uit.aantal) return;
    var beste = "";
    var meeste = 0;
    ["baathouder", "vraag", "minimum"].forEach(function (naam) {
      var n = wegen.bereken(rijen, los(naam)).aantal;
      if (n > meeste) {
        beste = naam;
        meeste = n;
      }
    });
    var delen = [el("h2", {}, "Geen enkele praktijk past")];
    if (beste) {
      var naam = beste === "minimum" ? "Minimum" : veldnaam(beste);
      delen.push(
        el("p", {}, "Zonder de keuze “" + naam + "” ziet u " + telling(meeste) + "."),
        el("p", {}, knop("Laat “" + naam + "” los", function () {
          staat = los(beste);
          werkBij();
          (velden[beste] || vorm.querySelector("[data-minimum]")).focus();
        }, "knop knop--hoofd"))
      );
    } else delen.push(el("p", {}, "Eén keuze loslaten is niet genoeg."));
    delen.push(el("p", {}, knop("Begin opnieuw", opnieuw, "knop")));
    leeg.replaceChildren.apply(leeg, delen);
  }

  function knop(tekst, actie, klasse) {
    var element = el("button", { type: "button", class: klasse }, tekst);
    element.addEventListener("click", actie);
    return element;
  }

  /* Not again what is there already: leaving a field on the way to a link must not move that link from under the click. */
  function toon() {
    var nu = wegen.naarZoekdeel(staat, grenzen);
    if (nu === getoond) return;
    getoond = nu;
    var uit = wegen.bereken(rijen, staat);
    toonTabel(uit);
    toonKoppen();
    toonUitslag(uit);
    toonLeeg(uit);
    gekozen.textContent = keuzetekst();
  }

  function toonAlles() {
    toonVelden();
    toon();
  }

  function werkBij() {
    hulp.zetAdres(wegen.naarZoekdeel(staat, grenzen), true);
    toonAlles();
  }

  function opnieuw() {
    staat = wegen.begin(grenzen);
    werkBij();
    vorm.querySelector("[data-gewicht]").focus();
  }

  function kiesKolom(naam) {
    staat.op = staat.sort === naam ? !staat.op : kolommen.get(naam).op;
    staat.sort = naam;
    werkBij();
  }

  /* ---- Add to the server's table: a column, buttons in the heads, three groups ---- */

  function neemTabel() {
    var kop = tabel.tHead.rows[0];
    kop.cells[0].after(el("th", { role: "columnheader", scope: "col", "data-kolom": "plaats" }, el("span", { class: "scorekaart__kop" }, "Plaats")));
    Array.prototype.forEach.call(kop.cells, function (th) {
      if (!kolommen.has(th.dataset.kolom)) return;
      var tekst = th.firstElementChild;
      tekst.classList.add("scorekaart__kop--knop");
      th.append(knop(tekst.textContent, function () { kiesKolom(th.dataset.kolom); }, "sorteerknop"));
    });
    rijen.forEach(function (rij) {
      rij.cel = el("div", { class: "scorekaart__rang" });
      rij.tr.cells[0].after(el("td", { role: "cell", "data-label": "Plaats bij uw gewichten" }, rij.cel));
    });
    var tbodies = ["zeker", "voorlopig", "onbekend"].map(function (naam) {
      groepen.set(naam, el("tbody", { role: "rowgroup" }));
      return groepen.get(naam);
    });
    tabel.tBodies[0].remove();
    tabel.append.apply(tabel, tbodies);
  }

  function leesVeld(veld) {
    var soort = veld.dataset.gewicht ? "gewicht" : veld.dataset.minimum ? "minimum" : "";
    if (soort) {
      var leeg = soort === "minimum" && !veld.validity.badInput ? 0 : null; // no minimum; a weight stays what it was
      var getal = veld.value === "" ? leeg : Math.round(Number(veld.value));
      if (getal !== null && getal >= 0) staat[soort].set(veld.dataset[soort], Math.min(getal, Number(veld.max)));
    } else if (velden[veld.id] === veld) staat[veld.id] = veld.value;
    else return false;
    return true;
  }

  function verbind() {
    vorm.addEventListener("input", function (event) {
      if (leesVeld(event.target)) toon();
    });
    vorm.addEventListener("change", function (event) {
      if (event.target === sorteer) {
        staat.sort = sorteer.value;
        staat.op = kolommen.get(staat.sort).op;
      } else if (!leesVeld(event.target)) return;
      werkBij();
    });
    document.getElementById("draai").addEventListener("click", function () { kiesKolom(staat.sort); });
    document.getElementById("opnieuw").addEventListener("click", opnieuw);
    window.addEventListener("popstate", function () {
      staat = wegen.uitAdres(grenzen);
      toonAlles();
    });
  }

  kolommen.forEach(function (kolom, naam) { sorteer.append(el("option", { value: naam }, kolom.label)); });
  neemTabel();
  vorm.hidden = false;
  verbind();
  toonAlles();
})();
