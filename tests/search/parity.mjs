/*
 * Builds with lunr.js what Python built, and holds both against each other. Reads a job from standard input:
 *   lunr, scripts, wijzer, delen   as in scripts/zoekmachines.mjs
 *   velden                [[name, boost]]
 *   documenten            words per field, in order of their numbers
 *   woorden               words to stem
 *   wisselvormen          stems with another singular, and words with a stem of their own
 */
import { readFileSync } from "node:fs";
import vm from "node:vm";

const job = JSON.parse(readFileSync(0, "utf8"));
const delen = Object.fromEntries(Object.entries(job.delen).map(([name, part]) => [name, JSON.stringify(part)]));
const page = vm.createContext({ console, WATWERKT: { zoekindex: job.wijzer, zoekdelen: delen } });
page.window = page.self = page;
for (const source of [...job.lunr, ...job.scripts]) vm.runInContext(source, page);
const { lunr } = page;

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
const asTerm = (token) =>
  singular.has(token.toString()) ? token.update((word) => singular.get(word)) : fold(lunr.nl.stemmer(token));
lunr.Pipeline.registerFunction(asTerm, "asTerm");

const builder = new lunr.Builder();
builder.pipeline.add(lunr.nl.stopWordFilter, asTerm);
builder.searchPipeline.add(lunr.nl.stemmer);
for (const [name, boost] of job.velden) builder.field(name, { boost });
job.documenten.forEach((fields, number) => builder.add({ id: number, ...fields }));
const rebuilt = builder.build();

const asPairs = (results) => results.map(({ ref, score }) => [Number(ref), score]);
const hits = (...terms) => asPairs(rebuilt.query((q) => terms.forEach(([term, options]) => q.term(term, options))));
const { complete, dictionary, search, termsFrom } = page.WATWERKT.zoekwoorden;
const published = (...boosts) => complete(() => asPairs(search(new Map(boosts))));
const exact = (boost) => ({ usePipeline: false, boost });
const terms = Object.keys(rebuilt.invertedIndex);
const together = [];
for (const term of terms.filter((_, place) => place % 50 === 0)) {
  const start = term.slice(0, 3);
  const wildcard = { ...exact(1), wildcard: lunr.Query.wildcard.TRAILING };
  const longer = await complete(() => termsFrom(start, Infinity));
  const boosts = new Map(longer.map((other) => [other, 1]));
  boosts.set(term, (boosts.get(term) ?? 0) + 10);
  together.push([start, hits([term, exact(10)], [start, wildcard]), await published(...boosts)]);
}
const found = [];
for (const term of terms) found.push([term, hits([term, exact(1)]), await published([term, 1])]);
process.stdout.write(
  JSON.stringify({
    versie: lunr.version,
    stammen: job.woorden.map((word) => lunr.nl.stemmer(new lunr.Token(word, {})).toString()),
    stopwoorden: job.woorden.filter((word) => !lunr.nl.stopWordFilter(word)),
    index: rebuilt.toJSON(),
    gepubliceerd: Object.entries(job.delen).flatMap(([name, part]) => (name === "woorden" ? [] : part.termen)),
    woordenlijst: (await complete(dictionary)).termen,
    treffers: found,
    samen: together,
  }),
);
