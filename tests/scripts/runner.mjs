/*
 * Runs the pure scripts of the quick-scan in Node: a line of JSON in, a line of JSON out.
 *   {rubriek, niveaus: [[dimensie, criterium, niveau]]}        what scoremodel.js makes of these levels
 *   {voorbeelden: [praktijken, dimensie, eigen, drempel, n]}   the practices to learn from
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import vm from "node:vm";

const page = vm.createContext({});
page.window = page;
for (const path of process.argv.slice(2)) vm.runInContext(readFileSync(path, "utf8"), page, { filename: path });
const { scoremodel } = page.WATWERKT;

function scored({ rubriek, niveaus }) {
  const table = new Map(niveaus.map(([dimensie, criterium, niveau]) => [`${dimensie}/${criterium}`, niveau]));
  const level = (dimensie, criterium) => table.get(`${dimensie}/${criterium}`) ?? null;
  const scores = scoremodel.profiel(rubriek, level);
  const place = regel => [regel.dimensie.id, regel.criterium.id];
  return {
    scores: scores.map(({ plus, ...score }) => score),
    oordeel: scoremodel.oordeel(rubriek, scores),
    sterkste: scoremodel.sterkste(scores),
    achilleshiel: scoremodel.achilleshiel(scores),
    zwak: scoremodel.zwak(rubriek, scores).map(score => score.dimensie),
    adviezen: scoremodel.adviezen(rubriek, level).map(regel => [...place(regel), regel.niveau]),
    open: scoremodel.openVragen(rubriek, level).map(place),
  };
}

function answer(job) {
  if (job.rubriek) return scored(job);
  return scoremodel.voorbeelden(...job.voorbeelden);
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
}
