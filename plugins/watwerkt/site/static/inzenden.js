/* What the visitor takes away: the text of each file, to copy, to download, or to open as a prefilled new file on the
   forge that keeps the repository. Nothing is sent from here; the visitor sends. */
(function () {
  "use strict";

  var WATWERKT = (window.WATWERKT = window.WATWERKT || {});
  var hulp = WATWERKT.hulp;
  var el = hulp.el;
  var MEEST_ADRES = 7000;
  var doos = document.getElementById("formulier");
  var forge = { soort: doos.dataset.forge || "", naam: doos.dataset.forgeNaam || "", adres: doos.dataset.forgeAdres || "", tak: doos.dataset.forgeTak || "main", map: doos.dataset.map || "content" };
  var klembord = new Map();

  function uri(deel) {
    return encodeURIComponent(deel).replace(/%2F/g, "/");
  }

  /* Address of the page for a new or existing file on a forge. Pure. `vol`: the text goes along. */
  function forgeAdres(f, pad, tekst, bestaat) {
    var tak = uri(f.tak);
    if (bestaat) return { adres: f.adres + { github: "/edit/", gitlab: "/-/edit/", forgejo: "/_edit/" }[f.soort] + tak + "/" + uri(pad), vol: false };
    if (f.soort === "gitlab") return { adres: f.adres + "/-/new/" + tak + "?file_name=" + encodeURIComponent(pad), vol: false };
    var leeg = f.adres + (f.soort === "github" ? "/new/" : "/_new/") + tak + (f.soort === "github" ? "" : "/") + "?filename=" + encodeURIComponent(pad);
    var vol = leeg + "&value=" + encodeURIComponent(tekst);
    return vol.length <= MEEST_ADRES ? { adres: vol, vol: true } : { adres: leeg, vol: false };
  }

  /* ---- Copy and download ---- */

  function kopieer(vak, melding) {
    function zelf() {
      vak.select();
      melding.textContent = document.execCommand("copy") ? "Gekopieerd." : "De tekst is geselecteerd. Kopieer met Ctrl+C.";
    }
    hulp.kopieer(vak.value, function () { melding.textContent = "Gekopieerd."; }, zelf);
  }

  function download(naam, tekst, melding) {
    hulp.bewaarBestand(naam, "application/yaml", tekst);
    melding.textContent = "Het bestand staat klaar bij uw downloads.";
  }

  /* ---- One file ---- */

  function maakKaart(id) {
    var kaart = el("section", { class: "bestand", "aria-labelledby": id + "-kop" },
      el("h3", { class: "bestand__naam", id: id + "-kop" }),
      el("div", { class: "veld bestand__veld" },
        el("label", { class: "veld__label", for: id }, "Tekst van het bestand (YAML)"),
        el("textarea", { class: "invoer bestand__tekst", id: id, rows: "14", readonly: true, spellcheck: "false" })),
      el("div", { class: "acties" }),
      el("p", { role: "status", class: "bestand__melding" }));
    var vak = kaart.querySelector("textarea");
    var melding = kaart.querySelector(".bestand__melding");
    var acties = kaart.querySelector(".acties");
    var k = el("button", { type: "button", class: "knop" }, "Kopieer");
    var d = el("button", { type: "button", class: "knop" }, "Download");
    k.addEventListener("click", function () { kopieer(vak, melding); });
    d.addEventListener("click", function () { download(kaart.dataset.bestand, vak.value, melding); });
    acties.append(k, d);
    if (forge.soort) {
      var link = el("a", { class: "knop knop--hoofd bestand__forge", rel: "noopener", target: "_blank" });
      link.addEventListener("click", function () { if (link.dataset.kopieer) kopieer(vak, melding); });
      acties.prepend(link);
    }
    return kaart;
  }

  function vulKaart(kaart, bestand) {
    var pad = forge.map + "/" + bestand.pad;
    kaart.dataset.bestand = bestand.pad.split("/").pop();
    kaart.querySelector("h3").textContent = pad;
    var vak = kaart.querySelector("textarea");
    if (vak.value !== bestand.tekst) vak.value = bestand.tekst;
    var link = kaart.querySelector(".bestand__forge");
    if (!link) return false;
    var doel = forgeAdres(forge, pad, bestand.tekst, bestand.bestaat);
    link.href = doel.adres;
    link.dataset.kopieer = doel.vol ? "" : "ja";
    var wat = bestand.bestaat ? "het bestand" : "een nieuw bestand";
    var tekst = doel.vol ? "Open op " + forge.naam : "Kopieer en open " + wat + " op " + forge.naam;
    link.replaceChildren(tekst, el("span", { class: "verborgen" }, " (" + kaart.dataset.bestand + ", opent een nieuw tabblad)"));
    return doel.vol;
  }

  /* ---- The steps that follow ---- */

  var KNOPPEN = {
    github: ["Commit changes…", "Propose changes", "Create pull request"],
    gitlab: ["Commit changes", "Create merge request"],
    forgejo: ["Commit changes", "New pull request"]
  };

  function stappen(alleVol, aantal, bestaat) {
    if (!forge.adres) {
      return [
        "Deze kennisbank heeft nog geen eigen plek op internet waar u bestanden kunt insturen.",
        "Download " + (aantal > 1 ? "de bestanden" : "het bestand") + " en bewaar " + (aantal > 1 ? "ze" : "het") + " goed.",
        "Kent u iemand van de redactie? Geef het bestand aan die persoon. Anders: bewaar het tot er een adres op de pagina Meedoen staat. U kunt het hier altijd weer openen."
      ];
    }
    if (!forge.soort) {
      return [
        "Download " + (aantal > 1 ? "de bestanden" : "het bestand") + ".",
        "Open de bewaarplaats en maak een account als u er nog geen hebt.",
        "Zet elk bestand op de plek die erboven staat en vraag om opname (een pull request)."
      ];
    }
    var open = alleVol
      ? "Klik bij elk bestand op ‘Open op " + forge.naam + "’. De tekst staat er dan al in."
      : "Klik bij elk bestand op ‘Kopieer en open’. De tekst is dan gekopieerd en " + forge.naam + " gaat open" + (bestaat ? " bij dat bestand. Vervang daar alle tekst" : ". Klik daar in het grote lege vak") + ": Ctrl+A en dan Ctrl+V (op een Mac: Cmd).";
    var samen = "Elk bestand wordt een eigen voorstel. Begin met de bron. Tot die is opgenomen, klopt de praktijk nog niet volgens de controle.";
    return [
      "Maak een gratis account op " + forge.naam + " als u er nog geen hebt. De naam die u kiest, is zichtbaar voor iedereen.",
      open,
      "Kies op " + forge.naam + " na elkaar: " + hulp.opsomming(KNOPPEN[forge.soort].map(function (k) { return "‘" + k + "’"; })) + ". Zo vraagt u om opname."
    ].concat(aantal > 1 ? samen : [],
      "De controle van de site zegt al snel of er nog iets moet. Daarna kijken mensen het na. Streven: antwoord binnen tien werkdagen."
    );
  }

  /* `bestanden`: [{pad, tekst, bestaat}] below the content folder, in the order in which they go. */
  function toon(bestanden) {
    var plek = document.getElementById("bestanden");
    var gezien = new Set();
    var alleVol = true;
    bestanden.forEach(function (bestand, nummer) {
      var id = "bestand-" + nummer;
      gezien.add(id);
      if (!klembord.has(id)) klembord.set(id, maakKaart(id));
      if (!vulKaart(klembord.get(id), bestand)) alleVol = false;
      if (plek.children[nummer] !== klembord.get(id)) plek.append(klembord.get(id));
    });
    klembord.forEach(function (kaart, id) { if (!gezien.has(id)) kaart.remove(); });
    var regels = stappen(alleVol, bestanden.length, bestanden.some(function (b) { return b.bestaat; }));
    var oud = document.getElementById("stappen");
    if (oud.dataset.nu === regels.join()) return;
    oud.dataset.nu = regels.join();
    oud.replaceChildren(el("h3", {}, forge.adres ? "Zo stuurt u het in" : "Wat u met het bestand doet"), el("ol", {}, ...regels.map(function (r) { return el("li", {}, r); })));
    if (forge.adres && !forge.soort) oud.append(el("p", {}, el("a", { href: forge.adres, rel: "noopener" }, "Naar de bewaarplaats")));
  }

  WATWERKT.inzenden = { toon: toon, forgeAdres: forgeAdres };
})();
