/* The scorekaart: orders and filters the rows that the server wrote, under the visitor's own weights and minima.
   Needs catalogus.js (data), rangorde.js (mathematics) and hulp.js. State lives in the address. */
(function () {
  "use strict";

  var WATWERKT = window.WATWERKT;
  var tabel = document.getElementById("scorekaart");
  if (!tabel || !WATWERKT || !WATWERKT.catalogus || !WATWERKT.rangorde) return;

  var hulp = WATWERKT.hulp;
  var el = hulp.el;
  var dimensies = WATWERKT.catalogus.dimensies;
  var vorm = document.getElementById("wegen");
  var velden = { baathouder: document.getElementById("baathouder"), vraag: document.getElementById("vraag") };
  var sorteer = document.getElementById("sorteer");
  var uitslag = document.getElementById("uitslag");
  var leeg = document.getElementById("leeg");
  var gekozen = document.getElementById("gekozen-tekst");
  var ONBEKEND = "onbekend";
  var BEGIN = Number(vorm.querySelector("[data-gewicht]").defaultValue);
  var HOOGSTE = Number(vorm.querySelector("[data-gewicht]").max);

  /* ---- Rows, in the order of the names ---- */

  var regels = new Map();
  tabel.querySelectorAll("tbody tr[data-id]").forEach(function (tr) {
    regels.set(tr.dataset.id, tr);
  });
  var kostenrang = new Map();
  WATWERKT.catalogus.facetten.forEach(function (facet) {
    if (facet.id === "kosten") facet.waarden.forEach(function (w, plek) { kostenrang.set(w.id, plek); });
  });
  var rijen = WATWERKT.catalogus.praktijken.filter(function (p) { return regels.has(p.id); }).map(function (p, plek) {
    return { p: p, plek: plek, tr: regels.get(p.id), cel: null };
  });

  /* ---- Columns that can be ordered: the value of a row, null when unknown; `op` = low first to begin with ---- */

  var kolommen = new Map();
  kolommen.set("plaats", { label: "Plaats bij uw gewichten", op: true });
  kolommen.set("naam", { label: "Naam", op: true, waarde: function (rij) { return rij.plek; } });
  dimensies.forEach(function (d) {
    kolommen.set(d.id, {
      label: "Score: " + d.label.toLowerCase(), op: false,
      waarde: function (rij) { return rij.p.scores[d.id].score; },
      los: function (rij) { return rij.p.scores[d.id].voorlopig; }
    });
  });
  kolommen.set("dekking", {
    label: "Wat bekend is", op: false,
    waarde: function (rij) { return Number(rij.tr.querySelector("[data-dekking]").dataset.dekking); }
  });
  kolommen.set("bewijs", { label: "Bewijs", op: false, waarde: function (rij) { return rij.p.bewijs; } });
  kolommen.set("kosten", {
    label: "Kosten", op: true,
    waarde: function (rij) { return rij.p.kostenklasse === ONBEKEND ? null : kostenrang.get(rij.p.kostenklasse); }
  });

  /* ---- State and address ---- */

  function geheel(tekst, hoogste) {
    return /^\d{1,3}$/.test(tekst) && Number(tekst) <= hoogste ? Number(tekst) : null;
  }

  function kan(keuzelijst, waarde) {
    return Array.prototype.some.call(keuzelijst.options, function (optie) { return optie.value === waarde; });
  }

  function begin() {
    return {
      gewicht: new Map(dimensies.map(function (d) { return [d.id, BEGIN]; })),
      minimum: new Map(dimensies.map(function (d) { return [d.id, 0]; })),
      baathouder: "", vraag: "", sort: "plaats", op: true
    };
  }

  function uitAdres() {
    var zoek = new URLSearchParams(window.location.search);
    var staat = begin();
    dimensies.forEach(function (d) {
      var gewicht = geheel(zoek.get("gewicht-" + d.id) || "", HOOGSTE);
      var minimum = geheel(zoek.get("min-" + d.id) || "", 100);
      if (gewicht !== null) staat.gewicht.set(d.id, gewicht);
      if (minimum !== null) staat.minimum.set(d.id, minimum);
    });
    ["baathouder", "vraag"].forEach(function (naam) {
      if (kan(velden[naam], zoek.get(naam) || "")) staat[naam] = zoek.get(naam) || "";
    });
    if (kolommen.has(zoek.get("sort"))) staat.sort = zoek.get("sort");
    staat.op = kolommen.get(staat.sort).op;
    if (zoek.get("richting") === "om") staat.op = !staat.op;
    return staat;
  }

  function naarZoekdeel(staat) {
    var zoek = new URLSearchParams();
    dimensies.forEach(function (d) {
      if (staat.gewicht.get(d.id) !== BEGIN) zoek.set("gewicht-" + d.id, staat.gewicht.get(d.id));
    });
    dimensies.forEach(function (d) {
      if (staat.minimum.get(d.id)) zoek.set("min-" + d.id, staat.minimum.get(d.id));
    });
    if (staat.baathouder) zoek.set("baathouder", staat.baathouder);
    if (staat.vraag) zoek.set("vraag", staat.vraag);
    if (staat.sort !== "plaats") zoek.set("sort", staat.sort);
    if (staat.op !== kolommen.get(staat.sort).op) zoek.set("richting", "om");
    return zoek.toString();
  }

  /* ---- Which practices, in which group, at which place ---- */

  function past(rij, staat) {
    var soorten = rij.p.vraag.map(function (v) { return v.soort; });
    function heeft(lijst, keuze) {
      return !keuze || (lijst.length ? lijst.indexOf(keuze) >= 0 : keuze === ONBEKEND);
    }
    return heeft(rij.p.baathouders, staat.baathouder) && heeft(soorten, staat.vraag);
  }

  /* A provisional score that can still reach the minimum is no reason to leave a practice out. */
  function haalt(rij, staat) {
    return dimensies.every(function (d) {
      var s = rij.p.scores[d.id];
      return (s.score === null || s.voorlopig ? s.hoog : s.score) >= staat.minimum.get(d.id);
    });
  }

  function bereken(staat) {
    var gewichten = dimensies.map(function (d) { return staat.gewicht.get(d.id); });
    var telt = dimensies.filter(function (d) { return staat.gewicht.get(d.id) || staat.minimum.get(d.id); });
    var uit = { zeker: [], voorlopig: [], onbekend: [], onder: 0, plaats: new Map(), weegt: gewichten.some(Boolean), telt: telt.length > 0 };
    rijen.forEach(function (rij) {
      if (!past(rij, staat)) return;
      if (!haalt(rij, staat)) {
        uit.onder += 1;
        return;
      }
      var mist = telt.filter(function (d) { return rij.p.scores[d.id].score === null; });
      var los = telt.filter(function (d) { return rij.p.scores[d.id].voorlopig; });
      rij.redenen = (mist.length ? mist : los).map(function (d) { return d.kort; });
      uit[mist.length ? "onbekend" : los.length ? "voorlopig" : "zeker"].push(rij);
    });
    if (uit.weegt) {
      var sommen = uit.zeker.map(function (rij) {
        return WATWERKT.rangorde.weeg(dimensies.map(function (d) { return rij.p.scores[d.id]; }), gewichten);
      });
      WATWERKT.rangorde.plaatsen(sommen).forEach(function (plaats, i) {
        uit.plaats.set(uit.zeker[i], { van: plaats.van, tot: plaats.tot, som: sommen[i] });
      });
    }
    uit.aantal = uit.zeker.length + uit.voorlopig.length + uit.onbekend.length;
    return uit;
  }

  function opVolgorde(groep, staat, uit) {
    var kolom = kolommen.get(staat.sort);
    var richting = staat.op ? 1 : -1;
    function waarde(rij) {
      if (kolom.waarde) return kolom.waarde(rij);
      return uit.plaats.has(rij) ? -uit.plaats.get(rij).som.score : null;
    }
    function rang(rij) {
      return waarde(rij) === null ? 2 : kolom.los && kolom.los(rij) ? 1 : 0;
    }
    return groep.slice().sort(function (a, b) {
      return rang(a) - rang(b) || richting * ((waarde(a) || 0) - (waarde(b) || 0)) || a.plek - b.plek;
    });
  }

  /* ---- The page ---- */

  var staat = uitAdres();
  var groepen = new Map();

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
      var trs = opVolgorde(uit[naam], staat, uit).map(function (rij) {
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
    ander[naam] = naam === "minimum" ? begin().minimum : "";
    return ander;
  }

  function toonLeeg(uit) {
    leeg.hidden = uit.aantal > 0;
    if (uit.aantal) return;
    var beste = "";
    var meeste = 0;
    ["baathouder", "vraag", "minimum"].forEach(function (naam) {
      var n = bereken(los(naam)).aantal;
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

  function toon(uit) {
    toonTabel(uit);
    toonKoppen();
    toonUitslag(uit);
    toonLeeg(uit);
    gekozen.textContent = keuzetekst();
  }

  function toonAlles() {
    toonVelden();
    toon(bereken(staat));
  }

  function werkBij() {
    hulp.zetAdres(naarZoekdeel(staat), true);
    toonAlles();
  }

  function opnieuw() {
    staat = begin();
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
      var getal = veld.value === "" ? null : Math.round(Number(veld.value));
      if (getal !== null && getal >= 0) staat[soort].set(veld.dataset[soort], Math.min(getal, Number(veld.max)));
    } else if (velden[veld.id] === veld) staat[veld.id] = veld.value;
    else return false;
    return true;
  }

  function verbind() {
    vorm.addEventListener("input", function (event) {
      if (leesVeld(event.target)) toon(bereken(staat));
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
      staat = uitAdres();
      toonAlles();
    });
  }

  kolommen.forEach(function (kolom, naam) { sorteer.append(el("option", { value: naam }, kolom.label)); });
  neemTabel();
  vorm.hidden = false;
  verbind();
  toonAlles();
})();
