/*
 * Runs search engines in Node on one set of questions. Reads a job as JSON from standard input:
 *   vragen    questions
 *   lunr      sources of lunr.js, lunr.stemmer.support.js and lunr.nl.js, as they are published
 *   zoek      {wijzer, delen, ids, scripts}: the search index in its parts, the ids of the practices, and the sources
 *             of our own search
 *   gedeeld   the same with the index in small parts
 *   kaal      {velden: [[name, boost]], documenten}: lunr.js with lunr.nl and nothing else
 *   material  {worker, documenten}: the search worker of Material for MkDocs, with its Dutch defaults
 * Writes per engine, question by question, the ids of the practices in order.
 */
import { readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import vm from "node:vm";

/** A browser-like world with the scripts loaded in it, as script elements would. */
function world(scripts, globals = {}) {
  const context = vm.createContext({ console, ...globals });
  context.window = context.self = context;
  for (const source of scripts) vm.runInContext(source, context);
  return context;
}

/** Our search; parts of the index arrive when the scripts ask for them, as script elements bring them. */
async function ours({ wijzer, delen, ids, scripts }, lunr, questions) {
  const WATWERKT = { zoekindex: wijzer, zoekdelen: {} };
  const page = world([...lunr, ...scripts], { WATWERKT });
  WATWERKT.hulp = {
    laad: async (path) => {
      const name = basename(path, ".js");
      WATWERKT.zoekdelen[name] = JSON.stringify(delen[name]);
    },
  };
  const answers = [];
  for (const question of questions) {
    const { treffers, deels, bedoelde, ontbrekend } = await page.WATWERKT.zoek(question);
    answers.push({ ids: treffers.map((hit) => ids[hit.plek]), deels, bedoelde, ontbrekend });
  }
  return answers;
}

function plain({ velden, documenten }, lunr, questions) {
  const page = world(lunr);
  const index = page.lunr(function () {
    this.use(page.lunr.nl);
    for (const [name, boost] of velden) this.field(name, { boost });
    for (const document of documenten) this.add(document);
  });
  return questions.map((question) => {
    // signs mean something to lunr's query language; without them it does not throw
    const words = question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return { ids: index.search(words.join(" ")).map((hit) => hit.ref) };
  });
}

async function material({ worker, documenten }, questions) {
  const listeners = [];
  const replies = [];
  const page = world([], {
    addEventListener: (_, listener) => listeners.push(listener),
    postMessage: (reply) => replies.push(reply),
    importScripts: (...paths) => {
      for (const path of paths) vm.runInContext(readFileSync(resolve(dirname(worker), path), "utf8"), page);
    },
  });
  vm.runInContext(readFileSync(worker, "utf8"), page, { filename: worker });
  const ask = async (message) => {
    await Promise.all(listeners.map((listener) => listener({ data: message })));
    return replies.pop();
  };
  const fields = { title: { boost: 1e3 }, text: { boost: 1 }, tags: { boost: 1e6 } };
  const config = { lang: ["nl"], separator: "[\\s\\-]+", pipeline: ["stopWordFilter"], fields };
  const docs = documenten.map(({ id, titel, tekst }) => ({ location: `${id}/`, title: titel, text: tekst }));
  await ask({ type: 0, data: { config, docs, options: { suggest: false } } });
  const answers = [];
  for (const question of questions) {
    const reply = await ask({ type: 2, data: question });
    answers.push({ ids: reply.data.items.map((group) => group[0].location.slice(0, -1)) });
  }
  return answers;
}

const job = JSON.parse(readFileSync(0, "utf8"));
const result = {};
if (job.zoek) result.zoek = await ours(job.zoek, job.lunr, job.vragen);
if (job.gedeeld) result.gedeeld = await ours(job.gedeeld, job.lunr, job.vragen);
if (job.kaal) result.kaal = plain(job.kaal, job.lunr, job.vragen);
if (job.material) result.material = await material(job.material, job.vragen);
process.stdout.write(JSON.stringify(result));
