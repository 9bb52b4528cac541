/*
 * Builds with lunr.js what Python built, and holds both against each other. Reads a job from standard input:
 *   lunr, scripts, index   as in scripts/zoekmachines.mjs
 *   velden                [[name, boost]]
 *   documenten            words per field, in order of their numbers
 *   woorden               words to stem
 *   wisselvormen          stems with another singular
 */
import { readFileSync } from "node:fs";
import vm from "node:vm";

const job = JSON.parse(readFileSync(0, "utf8"));
const page = vm.createContext({ console, WATWERKT: { zoekindex: JSON.stringify(job.index) } });
page.window = page.self = page;
for (const source of [...job.lunr, ...job.scripts]) vm.runInContext(source, page);
const { lunr } = page;

let published;
const load = lunr.Index.load;
lunr.Index.load = (serialised) => (published = load(serialised));
page.WATWERKT.zoek("begin");

const singular = new Map(Object.entries(job.wisselvormen));
const fold = (token) =>
  token.update((stem) => {
    let term = stem.normalize("NFD").replace(/\p{Diacritic}/gu, "");
    if (term.endsWith("v")) term = `${term.slice(0, -1)}f`;
    else if (term.endsWith("z")) term = `${term.slice(0, -1)}s`;
    if ("bcfglmnprs".includes(term.at(-1)) && term.at(-1) === term.at(-2)) term = term.slice(0, -1);
    if (term.endsWith("ies")) term = term.slice(0, -1);
    else if (term.endsWith("es") && term.length > 4) term = term.slice(0, -2);
    return singular.get(term) ?? term;
  });
lunr.Pipeline.registerFunction(fold, "fold");

const builder = new lunr.Builder();
builder.pipeline.add(lunr.nl.stopWordFilter, lunr.nl.stemmer, fold);
builder.searchPipeline.add(lunr.nl.stemmer);
for (const [name, boost] of job.velden) builder.field(name, { boost });
job.documenten.forEach((fields, number) => builder.add({ id: number, ...fields }));
const rebuilt = builder.build();

const hits = (index, term) =>
  index.query((q) => q.term(term, { usePipeline: false })).map(({ ref, score }) => [Number(ref), score]);
const terms = Object.keys(rebuilt.invertedIndex);
process.stdout.write(
  JSON.stringify({
    versie: lunr.version,
    stammen: job.woorden.map((word) => lunr.nl.stemmer(new lunr.Token(word, {})).toString()),
    stopwoorden: job.woorden.filter((word) => !lunr.nl.stopWordFilter(word)),
    index: rebuilt.toJSON(),
    gepubliceerd: published.toJSON().invertedIndex.map(([term]) => term),
    treffers: terms.map((term) => [term, hits(rebuilt, term), hits(published, term)]),
  }),
);
