/*
 * Runs the pure scripts of the form in Node: a line of JSON in, a line of JSON out.
 *   {schrijf: record, soort}       the text that yamltekst.js writes
 *   {lees: tekst}                  what yamllezer.js makes of a text
 *   {controleer: record, soort}    the findings of recordregels.js: [code, pad, boodschap, niveau]
 *   {advies: record}               what those findings advise: [code, advies]
 *   {tekst, opmaak}                the slips of tekstregels.js in one text: [code, piece, boodschap]
 *   {titel}                        the key for a title
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import vm from "node:vm";

const page = vm.createContext({ TextDecoder });
page.window = page;
for (const path of process.argv.slice(2)) vm.runInContext(readFileSync(path, "utf8"), page, { filename: path });
const { yamltekst, yamllezer, recordregels, tekstregels, sleutelVan, formulier, rubriek } = page.WATWERKT;

function answer(job) {
  if ("schrijf" in job) return yamltekst(job.schrijf, job.soort ?? "Praktijk", formulier, rubriek);
  if ("lees" in job) return yamllezer(job.lees);
  if ("controleer" in job) {
    const found = recordregels.controleer(job.controleer, job.soort ?? "Praktijk", new Set(job.eigen ?? []));
    return found.map(item => [item.code, item.pad, item.boodschap, item.niveau]);
  }
  if ("advies" in job) return recordregels.controleer(job.advies, "Praktijk", new Set()).map(item => [item.code, item.advies]);
  if ("tekst" in job) return tekstregels(job.tekst, job.opmaak).map(slip => [slip.code, slip.stuk, slip.boodschap]);
  return sleutelVan(job.titel);
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
}
