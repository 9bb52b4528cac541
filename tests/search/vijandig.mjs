/* Asks hostile questions and reports what changed in the world around. Job: lunr, scripts, index, vragen. */
import { readFileSync } from "node:fs";
import vm from "node:vm";

const job = JSON.parse(readFileSync(0, "utf8"));
const page = vm.createContext({ console });
page.window = page.self = page;
for (const source of [...job.lunr, ...job.scripts]) vm.runInContext(source, page);
const world = () => vm.runInContext("JSON.stringify([Object.getOwnPropertyNames(Object.prototype), Object.keys(self)])", page);

const unready = page.WATWERKT.zoek("wijk");
page.WATWERKT.zoekindex = JSON.stringify(job.index);
page.WATWERKT.zoek("wijk");
const before = world();
const odd = vm.runInContext("[undefined, null, 7, {}, [], NaN, true, Symbol.iterator.description]", page);
const answers = [...job.vragen, ...odd].map((question) => {
  const { treffers, deels, bedoelde, ontbrekend } = page.WATWERKT.zoek(question);
  const marks = treffers.map((hit) => page.WATWERKT.markeer(String(question), hit).map((piece) => piece.tekst).join(""));
  return {
    aantal: treffers.length,
    scores: treffers.every((hit) => Number.isFinite(hit.score) && hit.dekking >= 0 && hit.dekking <= 1),
    heel: marks.every((text) => text === String(question)),
    waarom: treffers.every((hit) => hit.waarom.length && hit.waarom.every((reason) => reason.veld && reason.woord)),
    soorten: [typeof deels, bedoelde === null ? "string" : typeof bedoelde, Array.isArray(ontbrekend)],
  };
});
process.stdout.write(JSON.stringify({ klaar: before === world(), leeg: unready, answers }));
