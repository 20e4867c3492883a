// What each page of a questionnaire weighs for respondents and how soon something is seen, on a phone and on a desktop:
// the median of cold loads in Chromium with a slowed-down processor, on the machine the server runs on too. And how much
// scrolling the grid of services takes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../set-up/find-browser.ts';
import { galleryForms, galleryRegister } from './gallery-forms.ts';
import { answerOnPhone, headsInView } from './grid-scroll.ts';
import { desktop, freshContext, loadCold, type PageLoad, phone, type Screen, slowdown } from './page-load.ts';
import { startRealServer } from './real-server.ts';
import { demonstrationForms, type PageForm, send } from './respondent.ts';

const loads = 7;

/** The surveys that are measured; `grid` is the page with the services and codes that ask both scales. */
const surveys = [
  { code: 'ooo', forms: demonstrationForms()[0] ?? [], grid: 'diensten', codes: ['3', '2'] },
  { code: 'galerij', forms: galleryForms, grid: 'diensten', codes: ['3', '2'] },
] as const;
type Measured = (typeof surveys)[number];

interface Row {
  readonly page: string;
  readonly screen: Screen;
  readonly load: PageLoad;
}

/** @param before the folder of another state of the product to measure beside this one; it may lack the gallery. */
export async function benchPages(before: string | null): Promise<void> {
  const browser = await launchBrowser();
  try {
    const now = await measure(browser, null);
    const then = before === null ? null : await measure(browser, before);
    console.log(`median of ${loads} cold loads, processor ${slowdown}x slower`);
    console.log(
      head.map((name, index) => (index === 0 ? name.padEnd(24) : name.padStart(10))).join(''),
      then ? '  before: kB  paint ms' : '',
    );
    for (const row of now.rows) console.log(line(row), then ? beforeOf(row, then.rows) : '');
    for (const said of now.grids) console.log(said);
    for (const said of then?.grids ?? []) console.log(`before: ${said}`);
  } finally {
    await browser.close();
  }
}

const head = ['page', 'width', 'requests', 'html kB', 'assets kB', 'paint ms'];

function line({ page, screen, load }: Row): string {
  const cells = [screen.width, load.requests, kilo(load.html), kilo(load.assets), load.firstPaint.toFixed(0)];
  return page.padEnd(24) + cells.map((cell) => String(cell).padStart(10)).join('');
}

function beforeOf({ page, screen }: Row, rows: readonly Row[]): string {
  const same = rows.find((row) => row.page === page && row.screen.width === screen.width);
  if (!same) return '  -';
  const { html, assets, firstPaint } = same.load;
  return `  ${kilo(html + assets).padStart(10)}${firstPaint.toFixed(0).padStart(10)}`;
}

function kilo(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}

async function measure(browser: Browser, folder: string | null) {
  const server = await startRealServer(folder === null ? {} : { folder });
  const rows: Row[] = [];
  const grids: string[] = [];
  try {
    if (folder === null) addGallery(server.dataDir);
    for (const survey of surveys) {
      if (folder !== null && survey.code === 'galerij') continue;
      await walk(browser, server.base, survey, rows, grids);
    }
  } finally {
    await server.stop();
    server.remove();
  }
  return { rows, grids };
}

function addGallery(dataDir: string): void {
  const run = (...args: readonly string[]) =>
    execFileSync(process.execPath, ['server/cli.ts', ...args], {
      env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  run('create', 'galerij', '--from', 'surveys/templates/gallery');
  const register = join(mkdtempSync(join(tmpdir(), 'nodenkaart-bench-')), 'register.csv');
  writeFileSync(register, galleryRegister);
  run('import-register', 'galerij', register, '--date', '2026-01-01');
}

/** Walks a survey and measures every page on the way, the welcome page first. */
async function walk(
  browser: Browser,
  base: URL,
  survey: Measured,
  rows: Row[],
  grids: string[],
): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const home = `/s/${survey.code}`;
  await measurePage(browser, base, home, null, `${survey.code} welcome`, rows);
  const started = await send(base, agent, `${home}/start`, { body: '' });
  const cookie = started.cookie ?? '';
  let path = started.location ?? '';
  while (path.includes('/page/')) {
    const code = path.split('/page/')[1]?.split(/[?#]/)[0] ?? '';
    await measurePage(browser, base, path, cookie, `${survey.code} ${code}`, rows);
    if (code === survey.grid) grids.push(await gridWords(browser, base, survey, path, cookie));
    path = (await answer(base, agent, survey.forms, path, code, cookie)) ?? '';
  }
  agent.destroy();
}

async function answer(
  base: URL,
  agent: Agent,
  forms: readonly PageForm[],
  path: string,
  code: string,
  cookie: string,
): Promise<string | null> {
  const body = forms.find(({ page }) => page === code)?.body ?? '';
  const posted = await send(base, agent, path, { cookie, body });
  if (posted.status !== 303) throw new Error(`${path} was answered with ${posted.status}`);
  return posted.location;
}

async function measurePage(
  browser: Browser,
  base: URL,
  path: string,
  cookie: string | null,
  page: string,
  rows: Row[],
): Promise<void> {
  for (const screen of [phone, desktop]) {
    const measured: PageLoad[] = [];
    for (let turn = 0; turn < loads; turn += 1) {
      const context = await freshContext(browser, screen, base, cookie);
      measured.push(await loadCold(context, new URL(path, base).href));
      await context.close();
    }
    const sorted = [...measured].sort((one, other) => one.firstPaint - other.firstPaint);
    const [middle, last] = [sorted[Math.floor(loads / 2)], measured.at(-1)];
    if (middle && last) rows.push({ page, screen, load: { ...last, firstPaint: middle.firstPaint } });
  }
}

async function gridWords(
  browser: Browser,
  base: URL,
  survey: Measured,
  path: string,
  cookie: string,
): Promise<string> {
  const address = new URL(path, base).href;
  const grid = await answerOnPhone(browser, base, cookie, address, survey.codes);
  const heads = await headsInView(browser, base, cookie, address);
  return [
    `${survey.code}: grid of ${grid.rows} rows at 390 px: page ${grid.before} px high, at most ${grid.most},`,
    `${grid.after} when answered; ${grid.taps} taps, ${Math.round(grid.scrolled)} px scrolled,`,
    `smallest target ${Math.floor(grid.smallestTarget)} px; column heads in view at 1280: ${heads ? 'yes' : 'no'}`,
  ].join(' ');
}
