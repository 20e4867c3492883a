// The explorer over HTTP: only the team sees it, an address gets an answer whatever is wrong in it, files say no more
// than the screen, and what is put in the report comes out for the report's reader.
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { savedViewsOf } from '../../server/db/saved-views.ts';
import { currentReport } from '../../server/operations/build-report.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { repeatAnswers, signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  // Four times the answers: with one hundred most cells of a cross are too small to show, and now those of one person are.
  await repeatAnswers(app, 3);
  team = app.visitor();
  await signInThroughSetUp(team);
});
afterAll(() => app?.stop());

const explore = (query: string, headers: Readonly<Record<string, string>> = {}) =>
  team.get(`/team/ooo/explore?${query}`, headers);
const titleOf = ({ text }: Page) => plain(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(text)?.[1] ?? '');
const tokenOf = ({ text }: Page) => /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';

/** Words without tags and entities. */
function plain(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The cells of the first picture's table on the page, row by row. */
function tableOf({ text }: Page): readonly (readonly string[])[] {
  const table = /class="table-scroll explore-table"[\s\S]*?<table>([\s\S]*?)<\/table>/.exec(text)?.[1] ?? '';
  return [...table.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => plain(cell)),
  );
}

/** The files the page gives along, as text. */
function fileOf({ text }: Page, kind: 'text/csv' | 'image/svg+xml'): string {
  const address = new RegExp(`href="data:${kind.replace('+', '\\+')};charset=utf-8,([^"]+)"`).exec(
    text.replaceAll('&#x27;', "'").replaceAll('&#x3D;', '='),
  )?.[1];
  return decodeURIComponent(address ?? '');
}

describe('who may look', () => {
  it('is the team: a stranger is asked to sign in, also for the part alone', async () => {
    for (const headers of [{}, { 'x-part': 'explored' }]) {
      const page = await app.visitor().get('/team/ooo/explore?question=C4', headers);
      expect(page.status).toBe(303);
      expect(page.location).toContain('/team/sign-in');
    }
  });

  it('gets 404 for a project or survey that is not there', async () => {
    expect((await team.get('/team/nergens/explore')).status).toBe(404);
    expect((await explore('survey=nergens')).status).toBe(404);
    expect((await explore('survey=nergens', { 'x-part': 'explored' })).status).toBe(404);
  });
});

describe('an address', () => {
  it('without anything shows the first question', async () => {
    const page = await explore('');
    expect(page.status).toBe(200);
    expect(titleOf(page)).not.toBe('');
  });

  it('brings the whole view back: what it chose is chosen in the form', async () => {
    const page = await explore('question=C4&by=A3&filter=province:Antwerpen&percent=answer&chart=shades');
    for (const chosen of [
      /value="C4" selected/,
      /value="A3" selected/,
      /value="province:Antwerpen" selected/,
      /name="percent" value="answer" checked/,
    ]) {
      expect(page.text).toMatch(chosen);
    }
  });

  it('with weights and a filter says that weighted figures are of everybody', async () => {
    const page = await explore('question=C4&filter=province:Antwerpen&weighting=register');
    expect(page.text).toContain('Gewogen cijfers tonen we enkel van iedereen samen');
  });

  it('that counts libraries offers percentages of each group alone', async () => {
    const page = await explore('question=C4&by=province&unit=libraries&percent=answer');
    expect(page.text).toMatch(/name="unit" value="libraries" checked/);
    expect(page.text).not.toContain('name="percent"');
  });

  it.each([
    'question=nergens',
    'question=C4&by=nergens',
    'question=C4&by=C4',
    'question=C4&filter=province:Atlantis',
    'question=C4&filter=zonder-dubbelpunt',
    'question=C4&filter=province:Antwerpen&filter=province:Limburg',
    'question=C4&unit=katten',
    'question=C4&weighting=%00',
    'question=C4&variable=__proto__',
  ])('with a mistake (%s) says so, and shows what it can', async (query) => {
    const page = await explore(query);
    expect(page.status).toBe(400);
    expect(page.text).toContain('Niet alles in dit adres kon getoond worden');
    expect(titleOf(page)).not.toBe('');
    if (query.startsWith('question=C4')) expect(page.text).toMatch(/value="C4" selected/);
  });

  it('with a picture or percentages nobody offers takes the fitting ones', async () => {
    const page = await explore('question=C4&by=A3&chart=taart&percent=honderd');
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/value="stacked" checked/);
    expect(page.text).toMatch(/name="percent" value="group" checked/);
  });

  it('gives a script the part that changes: the same figures, without the workspace around them', async () => {
    const query = 'question=C4&by=A3';
    const [whole, part] = [await explore(query), await explore(query, { 'x-part': 'explored' })];
    expect(part.text).not.toContain('class="masthead"');
    expect(tableOf(part)).toEqual(tableOf(whole));
    expect(titleOf(part)).toBe(titleOf(whole));
  });
});

describe('a picture', () => {
  it.each([
    ['question=C4', 'stacked', 'C4'],
    ['question=C4&chart=bars', 'bars', 'C4'],
    ['question=C4&chart=dots', 'dots', 'C4'],
    ['question=C4&by=A3', 'stacked', 'C4'],
    ['question=C4&by=A3&chart=means', 'dots', 'C4'],
    ['question=E2', 'bars', 'E2'],
    ['question=E1', 'dots', 'E1'],
  ])('of %s is made of %s and has its table, files and method', async (query, kind) => {
    const page = await explore(query);
    expect(page.text).toContain(`"nodenkaart":{"kind":"${kind}"`);
    expect(tableOf(page).length).toBeGreaterThan(3);
    expect(fileOf(page, 'image/svg+xml')).toMatch(/^<svg [\s\S]*<text [\s\S]*<\/svg>$/);
    expect(page.text).toContain('Hoe is dit berekend?');
    expect(page.text).toContain('analysis/');
  });

  it('of shades is a table with a number in each cell', async () => {
    const page = await explore('question=E2&by=province');
    expect(page.text).toMatch(/<td class="heat-frequency-\d">\d+%<\/td>/);
  });
});

describe('the table for a spreadsheet', () => {
  it.each([
    'question=C4',
    'question=C4&by=A3',
    'question=E2&by=A3&percent=answer',
    'question=E1&by=province',
  ])('of %s says no more than the screen', async (query) => {
    const page = await explore(query);
    const csv = fileOf(page, 'text/csv');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const rows = Papa.parse<string[]>(csv.slice(1), { newline: '\r\n', delimiter: ',' }).data;
    const onScreen = new Set(plain(page.text.slice(page.text.indexOf('id="explored"'))).match(/\d+/g));
    const first = rows.findIndex(([head]) => head === 'Antwoord');
    const numbers = rows.slice(first + 1).flatMap((row) => row.slice(1).join(' ').match(/\d+/g) ?? []);
    expect(numbers.length).toBeGreaterThan(5);
    expect(numbers.filter((number) => !onScreen.has(number))).toEqual([]);
  });

  it('is as empty as the screen where cells are hidden', async () => {
    const page = await explore('question=C4&by=A2');
    const dashes = tableOf(page)
      .flat()
      .filter((cell) => cell === '–').length;
    const csv = Papa.parse<string[]>(fileOf(page, 'text/csv').slice(1), { newline: '\r\n' }).data;
    const first = csv.findIndex(([head]) => head === 'Antwoord');
    const width = csv[first]?.length ?? 0;
    const shown = csv.slice(first + 1).filter((row) => row.length === width);
    const hiddenCounts = shown.flatMap((row) =>
      row.slice(1, -1).filter((cell, at) => at % 3 === 0 && cell === ''),
    );
    expect(dashes).toBeGreaterThan(0);
    expect(hiddenCounts.length).toBeGreaterThan(0);
    expect(hiddenCounts.length).toBeLessThanOrEqual(dashes);
  });

  it('hides what a small group would tell', async () => {
    const page = await explore('question=C4&by=A2&filter=province:Brussel');
    const cells = tableOf(page)
      .slice(1)
      .flatMap((row) => row.slice(1));
    expect(cells.filter((cell) => /\(\d+\)/.test(cell))).toEqual([]);
  });
});

describe('many comparisons and weights', () => {
  it('says how the comparisons were corrected, as the address asks', async () => {
    const shown = plain((await explore('question=E2&by=A5')).text);
    expect(shown).toMatch(/Er zijn \d+ vergelijkingen samen getoetst.* volgens Benjamini-Hochberg/);
    const strict = await explore('question=E2&by=A5&correction=holm');
    expect(plain(strict.text)).toMatch(/Er zijn \d+ vergelijkingen samen getoetst.* volgens Holm/);
    expect(strict.text).toContain('<code>holm</code>');
    expect(strict.text).not.toContain('<code>benjaminiHochberg</code>');
  });

  it('says how the weights fit the register, or from where nobody answered', async () => {
    const raked = plain((await explore('question=E2&weighting=register')).text);
    expect(raked).toMatch(/Na \d+ ronden passen de gewichten: elke groep ligt op minder dan 0,001 bib/);
    expect(raked).toMatch(/Hoe passen de gewichten bij het register\? .*Antwerpen/);
    const cells = plain((await explore('question=E2&weighting=cells')).text);
    expect(cells).toMatch(/Wegen kan niet: uit \S+ .*antwoordde geen enkele bib|telt elke bib even zwaar/);
  });
});

describe('the results pages', () => {
  it('are limited to two groups together, say so, and lead to the same view in the explorer', async () => {
    const { text } = await team.get(
      '/team/ooo/results?page=hulp&filter=province%3AAntwerpen&filter=A3%3Alt1',
    );
    expect(text).toContain('Enkel Provincie: Antwerpen · Hoe lang');
    expect(text).toMatch(
      /explore\?question&#x3D;C4&amp;filter&#x3D;province%3AAntwerpen&amp;filter&#x3D;A3%3Alt1/,
    );
  });

  it('take one group of each background, whatever stands in the address', async () => {
    const { text } = await team.get(
      '/team/ooo/results?page=hulp&filter=province%3AAntwerpen&filter=province%3ALimburg&filter=A3%3Anergens',
    );
    expect(text).toContain('Enkel Provincie: Antwerpen.');
  });
});

describe('a view in the report', () => {
  const put = async (view: string, title: string) => {
    const csrf = tokenOf(await explore('question=C4'));
    return team.post('/team/ooo/explore/saved', { csrf, view, title, note: 'Waarom dit telt' });
  };
  const saved = () => savedViewsOf(app.ctx.db.kysely, 'ooo');
  const change = async (id: string, wanted: string) =>
    team.post(`/team/ooo/report/saved/${id}`, {
      csrf: tokenOf(await team.get('/team/ooo/report')),
      do: wanted,
    });

  it('is kept with its words and address, and listed in the order it came', async () => {
    expect((await put('question=C4&by=A3', 'Eerste figuur')).location).toBe('/team/ooo/report#saved');
    await put('question=E2&chart=dots', '');
    await put('question=C4&by=A2&filter=province:Brussel', 'Te kleine groep');
    const page = await team.get('/team/ooo/report');
    expect(page.text).toContain('/team/ooo/explore?question&#x3D;C4&amp;by&#x3D;A3');
    expect((await saved()).map(({ title }) => title)).toEqual([
      'Eerste figuur',
      'Wat houdt je tegen om iets bij te leren?',
      'Te kleine groep',
    ]);
  });

  it('moves up and down, and not past the ends', async () => {
    const [first, second] = await saved();
    await change(second?.id ?? '', 'up');
    expect((await saved())[0]?.id).toBe(second?.id);
    await change(second?.id ?? '', 'up');
    expect((await saved())[0]?.id).toBe(second?.id);
    await change(second?.id ?? '', 'down');
    expect((await saved())[0]?.id).toBe(first?.id);
  });

  it('is drawn for the reader of the report, with picture, table, base and method', async () => {
    const page = await team.get('/team/ooo/report/preview');
    const own = page.text.slice(page.text.indexOf('id="saved"'));
    expect(own).toContain('Eerste figuur');
    expect(own).toContain('Waarom dit telt');
    expect(own).toContain('Elke persoon telt één keer.');
    expect(own).toMatch(/<svg class="plain-drawing"[\s\S]*<\/svg>/);
  });

  it('says so where its reader may not see it', async () => {
    const page = await team.get('/team/ooo/report/preview');
    const at = page.text.indexOf('Te kleine groep');
    expect(page.text.slice(at, at + 600)).toContain('Deze figuur mag hier niet getoond worden');
    const report = await currentReport(app.ctx, 'ooo');
    const hidden = report.saved?.find(({ title }) => title === 'Te kleine groep');
    const counts = hidden?.explored?.crosses?.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.map(({ count }) => count)),
    );
    expect((counts ?? []).filter((count) => count !== null)).toEqual([]);
  });

  it('is taken out again', async () => {
    for (const { id } of await saved()) await change(id, 'remove');
    expect(await saved()).toEqual([]);
  });

  it('needs the token of the session', async () => {
    const page = await team.post('/team/ooo/explore/saved', { csrf: 'mis', view: 'question=C4', title: 'x' });
    expect(page.status).toBe(403);
  });
});
