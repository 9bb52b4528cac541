/*
 * Runs rangorde.js in Node: a line of JSON {praktijken: [[{score, laag, hoog}]], gewichten} in; a line with the weighted
 * sums of each practice (null without) and the places of those that have them out.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import vm from "node:vm";

const page = vm.createContext({});
page.window = page;
vm.runInContext(readFileSync(process.argv[2], "utf8"), page, { filename: process.argv[2] });
const { weeg, plaatsen } = page.WATWERKT.rangorde;

for await (const line of createInterface({ input: process.stdin })) {
  const { praktijken, gewichten } = JSON.parse(line);
  const sommen = praktijken.map(scores => weeg(scores, gewichten));
  process.stdout.write(`${JSON.stringify({ sommen, plaatsen: plaatsen(sommen.filter(Boolean)) })}\n`);
}
