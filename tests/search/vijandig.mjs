/* Asks hostile questions and reports what changed in the world around. Job: lunr, scripts, wijzer, delen, vragen. */
import { readFileSync } from "node:fs";
import vm from "node:vm";

const job = JSON.parse(readFileSync(0, "utf8"));
function world(WATWERKT) {
  const page = vm.createContext({ console, WATWERKT });
  page.window = page.self = page;
  for (const source of [...job.lunr, ...job.scripts]) vm.runInContext(source, page);
  return page;
}
const delen = Object.fromEntries(Object.entries(job.delen).map(([name, part]) => [name, JSON.stringify(part)]));
const unready = await world({}).WATWERKT.zoek("wijk");
const page = world({ zoekindex: job.wijzer, zoekdelen: delen });
const state = () => vm.runInContext("JSON.stringify([Object.getOwnPropertyNames(Object.prototype), Object.keys(self)])", page);

await page.WATWERKT.zoek("wijk");
const before = state();
const odd = vm.runInContext("[undefined, null, 7, {}, [], NaN, true, Symbol.iterator.description]", page);
const answers = [];
for (const question of [...job.vragen, ...odd]) {
  const { treffers, deels, bedoelde, ontbrekend } = await page.WATWERKT.zoek(question);
  const marks = treffers.map((hit) => page.WATWERKT.markeer(String(question), hit).map((piece) => piece.tekst).join(""));
  answers.push({
    aantal: treffers.length,
    scores: treffers.every((hit) => Number.isFinite(hit.score) && hit.dekking >= 0 && hit.dekking <= 1),
    heel: marks.every((text) => text === String(question)),
    waarom: treffers.every((hit) => hit.waarom.length && hit.waarom.every((reason) => reason.veld && reason.woord)),
    soorten: [typeof deels, bedoelde === null ? "string" : typeof bedoelde, Array.isArray(ontbrekend)],
  });
}
process.stdout.write(JSON.stringify({ klaar: before === state(), leeg: unready, answers }));
