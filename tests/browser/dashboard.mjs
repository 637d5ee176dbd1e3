// Looks at a dashboard as its readers do, in a real browser:
//
//     node dashboard.mjs PAGE.html
//
// CHROMIUM names the browser; with SHOTS=DIR screenshots are kept there. Prints what is wrong, one line each, and ends with 1 when anything is.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const file = resolve(process.argv[2]);
let faults = 0;
const expect = (holds, text) => { if (!holds) { faults += 1; console.log(text); } };

try {
  const tool = join(dirname(require.resolve('html-validate/package.json')), 'bin/html-validate.mjs');
  execFileSync('node', [tool, '--config', join(here, '.htmlvalidate.json'), file], { stdio: 'pipe' });
} catch (error) {
  expect(false, `html-validate: ${String(error.stdout || error).slice(0, 6000)}`);
}

const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
for (const theme of ['light', 'dark']) for (const width of [1280, 400]) {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 1000 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  page.on('pageerror', error => expect(false, `script: ${error.message}`));
  page.on('request', request => expect(request.url().startsWith('file:'), `request: ${request.url()}`));
  await page.goto(pathToFileURL(file).href);
  await page.$$eval('details', all => all.slice(0, 50).forEach(one => { one.open = true; }));
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  for (const one of violations) expect(false, `axe ${theme} ${width} ${one.id} (${one.nodes.length}): ${one.nodes[0].html.slice(0, 200)} ${one.nodes[0].failureSummary}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `wider than a window of ${width}`);
  if (process.env.SHOTS) {
    mkdirSync(process.env.SHOTS, { recursive: true });
    await page.screenshot({ path: join(process.env.SHOTS, `dashboard-${theme}-${width}.png`) });
  }
  await page.close();
}

// Without scripts everything can be read; with them it is filtered, sorted and opened.
let page = await browser.newPage();
await page.setJavaScriptEnabled(false);
await page.goto(pathToFileURL(file).href);
const visible = (page, query) => page.$$eval(query, all => all.filter(one => one.checkVisibility()).length);
const n = await visible(page, 'details');
expect(n > 0 && await visible(page, '#tools') === 0, 'without scripts: all documents and no tools');
await page.click('details summary');
expect(await visible(page, 'details[open] .body') === 1, 'without scripts: a document opens');
await page.close();
page = await browser.newPage();
await page.goto(pathToFileURL(file).href);
expect(await visible(page, '#tools') === 1 && await visible(page, 'details') === n, 'with scripts: all documents and the tools');
const states = await page.$$eval('#state option', all => all.map(one => one.value).filter(Boolean));
for (const state of states) {
  await page.select('#state', state);
  const shown = await page.$$eval('.unit:not([hidden])', all => all.map(one => ('found' in one.dataset ? 'found ' : '') + one.dataset.state));
  expect(shown.every(one => one.split(' ').includes(state)), `only ${state}: ${shown}`);
}
await page.select('#state', '');
for (const sort of await page.$$eval('#sort option', all => all.map(one => one.value))) {
  await page.select('#sort', sort);
  const keys = await page.$$eval('details', (all, sort) => all.map(one => Number(one.dataset[sort])), sort);
  const sign = ['n', 'ratio'].includes(sort) ? 1 : -1;
  expect(keys.every((key, at) => at === 0 || sign * (key - keys[at - 1]) >= 0), `sorted by ${sort}: ${keys}`);
}
await page.type('#query', 'no such words anywhere');
await page.waitForFunction(() => !document.getElementById('none').hidden, { timeout: 5000 }).catch(() => expect(false, 'a search for nothing says so'));
await browser.close();
console.log(faults ? `${faults} faults` : 'the dashboard is as it should be');
process.exit(faults ? 1 : 0);
