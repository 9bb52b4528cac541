/*
 * Runs scripts of the site that touch no page in Node: a line of JSON in, a line of JSON out.
 *   {rubriek, niveaus: [[dimensie, criterium, niveau]]}        what scoremodel.js makes of these levels
 *   {voorbeelden: [praktijken, dimensie, eigen, drempel, n]}   the practices to learn from
 *   {praktijken: [[{score, laag, hoog}]], gewichten}           the weighted sums of rangorde.js (null without), and places
 *   {schrijf: record, soort, oud}  the text that yamltekst.js writes; with `oud`, what yamlbehoud.js makes of that file
 *   {lees: tekst}                  what yamllezer.js makes of a text
 *   {controleer: record, soort}    the findings of recordregels.js: [code, pad, boodschap, niveau]
 *   {advies: record}               what those findings advise: [code, advies]
 *   {tekst, opmaak}                the slips of tekstregels.js in one text: [code, piece, boodschap]
 *   {titel}                        the key for a title
 *   {concept: tekst}, {scans}      the draft or the scans that concept.js finds in a text
 *   {open: bestanden, nu}          what concept.js makes of opened files: [{naam, tekst}]
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import vm from "node:vm";

const page = vm.createContext({ TextDecoder });
page.window = page;
for (const path of process.argv.slice(2)) vm.runInContext(readFileSync(path, "utf8"), page, { filename: path });
const W = page.WATWERKT;

function scored({ rubriek, niveaus }) {
  const table = new Map(niveaus.map(([dimensie, criterium, niveau]) => [`${dimensie}/${criterium}`, niveau]));
  const level = (dimensie, criterium) => table.get(`${dimensie}/${criterium}`) ?? null;
  const scores = W.scoremodel.profiel(rubriek, level);
  const place = regel => [regel.dimensie.id, regel.criterium.id];
  return {
    scores: scores.map(({ plus, ...score }) => score),
    oordeel: W.scoremodel.oordeel(rubriek, scores),
    sterkste: W.scoremodel.sterkste(scores),
    achilleshiel: W.scoremodel.achilleshiel(scores),
    zwak: W.scoremodel.zwak(rubriek, scores).map(score => score.dimensie),
    adviezen: W.scoremodel.adviezen(rubriek, level).map(regel => [...place(regel), regel.niveau]),
    open: W.scoremodel.openVragen(rubriek, level).map(place),
  };
}

function ranked({ praktijken, gewichten }) {
  const sommen = praktijken.map(scores => W.rangorde.weeg(scores, gewichten));
  return { sommen, plaatsen: W.rangorde.plaatsen(sommen.filter(Boolean)) };
}

function written({ schrijf, soort, oud }) {
  const write = oud === undefined ? W.yamltekst : W.yamlbehoud;
  return write(schrijf, soort ?? "Praktijk", W.formulier, W.rubriek, oud);
}

function checked({ controleer, soort, eigen }) {
  const found = W.recordregels.controleer(controleer, soort ?? "Praktijk", new Set(eigen ?? []));
  return found.map(item => [item.code, item.pad, item.boodschap, item.niveau]);
}

function opened({ open, nu }) {
  const files = open.map(({ naam, tekst }) => ({ naam, tekst, ...W.yamllezer(tekst) }));
  return W.concept.metBestanden(W.concept.maak(nu ?? {}), files, W.formulier);
}

const JOBS = {
  rubriek: scored,
  voorbeelden: job => W.scoremodel.voorbeelden(...job.voorbeelden),
  praktijken: ranked,
  schrijf: written,
  lees: job => W.yamllezer(job.lees),
  controleer: checked,
  advies: job => W.recordregels.controleer(job.advies, "Praktijk", new Set()).map(item => [item.code, item.advies]),
  tekst: job => W.tekstregels(job.tekst, job.opmaak).map(slip => [slip.code, slip.stuk, slip.boodschap]),
  titel: job => W.sleutelVan(job.titel),
  concept: job => W.concept.uitTekst(job.concept),
  scans: job => W.concept.scansUit(job.scans),
  open: opened,
};

for await (const line of createInterface({ input: process.stdin })) {
  const job = JSON.parse(line);
  const name = Object.keys(JOBS).find(key => key in job);
  process.stdout.write(`${JSON.stringify(JOBS[name](job))}\n`);
}
