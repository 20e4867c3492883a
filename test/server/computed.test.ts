// Every figure on screen says which function made it and where its method was published: a walk over all pages that
// lead from each other finds the pages with figures, and none of them may lack its panel.
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { membersOf, setMemberToken } from '../../server/db/panels.ts';
import { insertResponses } from '../../server/db/responses.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { addSecondWave } from '../set-up/second-wave.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import {
  copiesOfFirstAnswer,
  signInThroughSetUp,
  startDemonstration,
} from '../set-up/start-demonstration.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  await addSecondWave(app);
  team = app.visitor();
  await signInThroughSetUp(team);
});
afterAll(() => app?.stop());

const panel = 'class="computed"';
const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));
const figuresIn = (html: string) => html.split(/<figure class="chart/).slice(1);

/** Whether a page shows what was counted or worked out: a chart, a column of numbers, a score, a percentage, a place, or so many of so many. */
function hasFigures(html: string): boolean {
  const shown = main(html).replaceAll(/<(form|script|style)[\s\S]*?<\/\1>/g, '');
  return (
    /<figure class="chart|class="numeric|class="score|class="matrix|class="talk-place|class="final-place/.test(
      shown,
    ) || /\d\s?%|\d van de \d/.test(shown)
  );
}

/** Pages whose figures are nobody's statistics. */
const noStatistics = [
  // What was planned and held, what others measured, and the amounts the team wrote down, added up.
  /^\/team\/ooo\/(plan|studies|actions)/,
  // What the register file holds, and what it changes.
  /^\/team\/ooo\/register/,
  // The report that is told here has its own panel.
  /^\/team\/ooo\/report$/,
  // The slides of that same report: its page, where Escape leads, has the panel.
  /^\/team\/ooo\/report\/present(\?|$)/,
  // Figures of the published report, whose own panel a page of a library leads to: held below.
  /^\/team\/ooo\/libraries\//,
  // How many answers were coded so far.
  /^\/team\/ooo\/coding/,
  // How many handed in so far.
  /^\/team\/ooo\/panel(\?round=2|\/rounds\/2\/close)$/,
  // What was declared and how it was before: no answers in it.
  /^\/team\/ooo\/(surveys|questionnaire|versions|needs\/edit)/,
];

/** Every page of the project that a link leads to, one address per path and shown way. */
async function walk(): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  const waiting = ['/team/ooo'];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (pages.has(path)) continue;
    const page = await team.get(path);
    if (page.location && page.status === 303) {
      waiting.push(page.location);
      pages.set(path, '');
      continue;
    }
    pages.set(path, page.status === 200 ? page.text : '');
    for (const [, address = ''] of page.text.matchAll(/href="(\/team\/ooo[^"]*)"/g)) {
      const link = address.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&').replace(/#.*/, '');
      // Views of the explorer, limited figures, the editor and each single answer are looked at below or by their own tests.
      if (!/\/coding\/q\/\w+\/|\/explore\?|filter=|lang=|\/editor/.test(link)) waiting.push(link);
    }
  }
  return pages;
}

/** What the panels of a page name that is not there: a function that its file does not export, a method without words or source. */
async function untrue(html: string): Promise<readonly string[]> {
  const panels = [...html.matchAll(/<details class="computed">([\s\S]*?)<\/details>/g)];
  const wrong = panels.length === html.split(panel).length - 1 ? [] : ['a panel that cannot be read'];
  for (const [, one = ''] of panels) {
    const [, ...lines] = one.split('<li>');
    if (lines.length === 0) wrong.push(`a panel without methods: ${one.slice(0, 120)}`);
    for (const line of lines) {
      const [, called = '', file = ''] = /<code>([^<]+)<\/code>[\s\S]*<code>([^<]+)<\/code>/.exec(line) ?? [];
      if (!(await exported(file, called)) || !/<p>[^<]{20}/.test(line) || !/: [^<]{4}/.test(line))
        wrong.push(line);
    }
  }
  return wrong;
}

const modules = new Map<string, Promise<Record<string, unknown>>>();

async function exported(file: string, called: string): Promise<boolean> {
  if (!file.startsWith('analysis/')) return false;
  const module = modules.get(file) ?? import(fileURLToPath(new URL(`../../${file}`, import.meta.url)));
  modules.set(file, module);
  return typeof (await module)[called] === 'function';
}

describe('how it was computed', () => {
  it('is told on every page with figures that a link of the workspace leads to', {
    timeout: 300_000,
  }, async () => {
    const pages = await walk();
    const shown = [...pages].filter(
      ([path, html]) => hasFigures(html) && !noStatistics.some((one) => one.test(path)),
    );
    const paths = shown.map(([path]) => path);
    for (const page of [
      'results',
      'results/services',
      'skills',
      'waves',
      'fieldwork',
      'needs',
      'order',
      'evidence',
      'records',
      'panel',
      'panel/rounds/1/talk',
      'panel/rounds/1/final',
    ])
      expect(paths).toContain(`/team/ooo/${page}`);
    expect(paths.filter((path) => /needs\/N\d[a-d]?$/.test(path)).length).toBe(11);
    expect(shown.filter(([, html]) => !html.includes(panel)).map(([path]) => path)).toEqual([]);
    for (const [path, html] of shown) expect(await untrue(html), path).toEqual([]);
    for (const [path, html] of pages)
      if (/\/libraries\/bib-/.test(path)) expect(html, path).toMatch(/href="\/r\/ooo\/\d+#method"/);
  });

  it.each([
    '/team/ooo/results',
    '/team/ooo/results?page=hulp',
    '/team/ooo/results?page=leren',
    '/team/ooo/results?page=diensten',
    '/team/ooo/results/services',
    '/team/ooo/results/services?view=heat',
    '/team/ooo/results/services?view=quadrant',
    '/team/ooo/results/remarks',
    '/team/ooo/fieldwork',
    '/team/ooo/needs',
    '/team/ooo/needs?order=panel',
    '/team/ooo/needs/N1',
    '/team/ooo/needs/N3',
    '/team/ooo/order',
    '/team/ooo/evidence',
    '/team/ooo/skills',
    '/team/ooo/waves',
    '/team/ooo/panel',
    '/team/ooo/report/preview',
    '/team/ooo/explore?question=C4&by=A3',
    '/team/ooo/explore?question=E2&by=province&weighting=register',
  ])('stands below every picture and table of %s', async (path) => {
    const { text, status } = await team.get(path);
    expect(status).toBe(200);
    const shown = main(text);
    expect(shown).toMatch(/class="computed"[\s\S]*<code>analysis\//);
    if (path.endsWith('preview')) return;
    for (const figure of figuresIn(shown)) {
      expect(figure.slice(0, figure.indexOf('</figure>'))).toMatch(/class="computed"[\s\S]*<code>analysis\//);
    }
    const tables = shown.replaceAll(/<figure class="chart[\s\S]*?<\/figure>/g, '').lastIndexOf('<table');
    const rest = shown.replaceAll(/<figure class="chart[\s\S]*?<\/figure>/g, '');
    if (tables >= 0) expect(rest.lastIndexOf(panel)).toBeGreaterThan(tables);
  });

  it('is told for every view of the explorer that its own links and choices lead to', {
    timeout: 120_000,
  }, async () => {
    const first = (await team.get('/team/ooo/explore')).text;
    const choices = (name: string) => {
      const select = new RegExp(`<select[^>]*name="${name}"[\\s\\S]*?</select>`).exec(first)?.[0] ?? '';
      return [...select.matchAll(/<option value="([^"]+)"/g)].map(([, value = '']) => value);
    };
    const questions = choices('question');
    expect(questions.length).toBeGreaterThan(15);
    const views = questions.flatMap((question) => [
      `question=${question}`,
      `question=${question}&by=province&weighting=register`,
      `question=${question}&by=A3&filter=sizeClass:S`,
      `question=${question}&by=sizeClass&unit=libraries`,
    ]);
    for (const view of views) {
      const { text } = await team.get(`/team/ooo/explore?${view}`, { 'x-part': 'explored' });
      if (/<figure class="chart|class="explore-weighting/.test(text)) expect(text, view).toContain(panel);
      expect(await untrue(text), view).toEqual([]);
    }
  });

  it('is told to members beside the evidence on their cards', async () => {
    const [member] = await membersOf(app.ctx.db.kysely, 'ooo');
    const token = 'een-lid-van-de-klankbordgroep';
    await setMemberToken(app.ctx.db.kysely, 'ooo', member?.code ?? '', hashToken('panel', token));
    for (const page of ['', '/rounds/1']) {
      const { text } = await app.visitor().get(`/p/${token}${page}`);
      expect(text).toContain(panel);
      expect(await untrue(text)).toEqual([]);
    }
  });

  it('stands below the gap of two questions and below weights in the explorer', async () => {
    const weighted = main((await team.get('/team/ooo/explore?question=E2&weighting=register')).text);
    expect(weighted.slice(weighted.indexOf('explore-weighting'))).toMatch(
      /class="computed"[\s\S]*<code>rake</,
    );
    const gap = main((await team.get('/team/ooo/explore?question=B1&variable=B1.wise&gap=B1.e_boeken')).text);
    expect(gap.slice(gap.indexOf('Dezelfde mensen'))).toMatch(
      /class="computed"[\s\S]*<code>pairedDifference</,
    );
  });

  it('is told to who answered, beside the sector', async () => {
    const [copy] = await copiesOfFirstAnswer(app, 1);
    const receipt = '7KQ42MHR';
    if (!copy) throw new Error('the demonstration has no answers');
    const own = { ...copy, receiptHash: hashToken('receipt', receipt) };
    await app.ctx.writes.run((db) => insertResponses(db, 'ooo', [own]));
    const visitor = app.visitor();
    visitor.cookies.set('receipt_ooo', receipt);
    const { text } = await visitor.get('/s/ooo/summary');
    expect(text).toContain('Hoe is dit berekend?');
    expect(text).toContain('<code>analysis/question-results.ts</code>');
  });

  it('is kept with a published report, which goes on saying it', async () => {
    const { text } = await app.visitor().get('/r/ooo');
    const told = text.slice(text.indexOf('id="method"'));
    expect(told).toMatch(/class="computed"[\s\S]*<code>scoreNeed<[\s\S]*<code>borda</);
    const [, ...functions] = told.split('computed-where');
    for (const line of functions) {
      const [called = '', file = ''] = [...line.matchAll(/<code>([^<]+)<\/code>/g)].map(
        ([, code = '']) => code,
      );
      const module: Record<string, unknown> = await import(
        fileURLToPath(new URL(`../../${file}`, import.meta.url))
      );
      expect(typeof module[called]).toBe('function');
      expect(line).toMatch(/Gepubliceerd in: [^<]{4}/);
    }
  });
});
