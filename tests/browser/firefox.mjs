/*
 * The journeys of a professional, a financier and a project leader in a stock Firefox. Reads a job from standard input:
 *   program   path of Firefox
 *   roots     {name: address of the site's root}
 * Writes a list of {journey, root, problems}.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";

const PATIENCE = 10_000;
const text = (page, selector) => page.$eval(selector, (element) => element.innerText);
const until = (page, condition, ...given) => page.waitForFunction(condition, { timeout: PATIENCE }, ...given);
const shown = async (page) => {
  await until(page, () => !document.querySelector("#uitkomst[aria-busy]"));
  return page.$$eval("#uitkomst [data-id]", (cards) => cards.map((card) => card.dataset.id));
};
const query = (page) => new URL(page.url()).searchParams;

/** Open a part of the page that is folded, and press a key on the control, as a visitor without a mouse. */
async function press(page, selector, key) {
  await page.$eval(selector, (element) => {
    for (let part = element.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  });
  await page.focus(selector);
  await page.keyboard.press(key);
}

const journeys = {
  async find(page, root) {
    await page.goto(`${root}/praktijken/index.html`);
    const all = await shown(page);
    await page.type("#zoek-lijst", "krediet");
    await until(page, () => location.search === "?q=krediet");
    const found = await shown(page);
    assert.ok(found.length > 0 && found.length < all.length, `${found.length} of ${all.length} found`);
    assert.ok((await page.$$("#uitkomst mark")).length > 0, "nothing is marked");
    const box = '#facetten input[data-facet="status"]';
    await press(page, box, " ");
    await until(page, () => location.search.includes("status="));
    const promised = await page.$eval(box, (one) => Number(one.parentNode.querySelector(".keuze__aantal").textContent));
    assert.equal((await shown(page)).length, promised);
    await page.goBack();
    await until(page, () => location.search === "?q=krediet");
    assert.deepEqual(await shown(page), found);
    await press(page, "#gekozen button", "Enter");
    await until(page, () => location.search === "");
    assert.deepEqual(await shown(page), all);
  },

  async compare(page, root) {
    await page.goto(`${root}/praktijken/index.html`);
    const [first, second] = await shown(page);
    await press(page, `[data-vergelijk="${first}"]`, " ");
    await press(page, `.kaart[data-id="${second}"] h3 a`, "Enter");
    await until(page, (id) => location.pathname.includes(`/praktijken/${id}/`), second);
    await page.waitForSelector(".vergelijkbak", { visible: true, timeout: PATIENCE });
    await press(page, `.paginakop [data-vergelijk="${second}"]`, " ");
    await press(page, ".vergelijkbak .knop--hoofd", "Enter");
    await page.waitForSelector("#naastelkaar table", { timeout: PATIENCE });
    assert.equal(query(page).get("p"), `${first},${second}`);
    assert.equal(await page.$eval("#naastelkaar table", (table) => table.tHead.rows[0].cells.length), 3);
    const rows = () => page.$$eval("#naastelkaar tbody tr", (all) => all.filter((row) => row.offsetHeight > 0).length);
    const before = await rows();
    await press(page, "#alleen-verschil", " ");
    const after = await rows();
    assert.ok(after > 0 && after < before, `${after} of ${before} rows differ`);
  },

  async weigh(page, root) {
    await page.goto(`${root}/scorekaart/index.html`);
    const order = () => page.$$eval("#scorekaart tbody tr[data-id]", (rows) => rows.map((row) => row.dataset.id));
    const before = await order();
    const weight = await page.$eval("[data-gewicht]", (field) => field.id);
    await page.$eval("[data-gewicht]", (field) => field.select());
    await page.type(`#${weight}`, "5");
    await page.keyboard.press("Tab");
    await until(page, (name) => location.search === `?${name}=5`, weight);
    await page.select("#sorteer", "naam");
    await until(page, () => location.search.includes("sort=naam"));
    const after = await order();
    assert.deepEqual([...after].sort(), [...before].sort());
    const outcome = await text(page, "#uitslag");
    assert.match(outcome, /Apart: \d+ voorlopig, \d+ onbekend/);
    await page.reload();
    assert.equal(await page.$eval("[data-gewicht]", (field) => field.value), "5");
    assert.equal(await text(page, "#uitslag"), outcome);
    assert.deepEqual(await order(), after);
  },

  async scan(page, root) {
    await page.goto(`${root}/quickscan/index.html`);
    const questions = await page.$$eval("fieldset[data-criterium]", (all) => all.map((one) => one.id));
    assert.ok(questions.length >= 20);
    for (const [place, id] of questions.entries()) {
      await page.focus(`#${id} input`);
      await page.keyboard.press("40?21"[place % 5]);
    }
    assert.match(await text(page, "#voortgang-tekst"), new RegExp(`^${questions.length} van ${questions.length}`));
    assert.match(await text(page, "#conclusie"), /^[^{}]{40,}$/);
    assert.ok((await page.$$("#advies li")).length > 0, "no advice");
    await page.click("#formulierlink");
    await page.waitForSelector("#laadmelding .melding--goed");
    await page.type("#f-titel", "Buurt & co");
    await page.waitForFunction(() => document.querySelector("#bestanden textarea").value.includes("buurt-co"));
    const record = await page.$eval("#bestanden textarea", (field) => field.value);
    assert.match(record, /^id: buurt-co$/m);
    assert.match(record, /niveau: onbekend/);
  },
};

const { program, roots } = JSON.parse(readFileSync(0, "utf8"));
const browser = await puppeteer.launch({ browser: "firefox", executablePath: program, headless: true });
const results = [];
for (const [root, address] of Object.entries(roots)) {
  for (const [journey, walk] of Object.entries(journeys)) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const problems = [];
    page.on("pageerror", (error) => problems.push(`error in a script: ${error.message}`));
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    try {
      await page.setViewport({ width: 1280, height: 800 });
      await walk(page, address);
    } catch (error) {
      problems.push(`${page.url()}: ${error.stack}`);
    }
    results.push({ journey, root, problems });
    await context.close();
  }
}
await browser.close();
process.stdout.write(JSON.stringify(results));
