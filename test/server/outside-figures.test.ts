// Figures of another system over HTTP as it works without scripts: a file is given, its columns and words are said to stand
// for something, what is left out is named, and only what was shown is stored.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { librariesOf } from '../../server/db/libraries.ts';
import { recordsOf } from '../../server/db/records.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';
import { wordsOf } from './read-page.ts';

let app: App;
let team: Visitor;
const path = '/team/ooo/outside';

beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
});
afterAll(() => app?.stop());

const records = () => recordsOf(app.ctx.db.kysely, 'ooo');
const tokenOf = ({ text }: Page) => /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
const words = ({ text }: Page) => wordsOf(text);

/** Sends the form, as a browser sends one with a file in it. */
async function send(fields: Readonly<Record<string, string>>, file = new File([], '')): Promise<Page> {
  const form = new FormData();
  form.set('csrf', tokenOf(await team.get(path)));
  form.set('file', file);
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return team.post(path, form);
}

/** Every field of the form that was shown, as a browser would send it back. */
function shownFields({ text }: Page): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  const form = /<form method="post" enctype[\s\S]*?<\/form>/.exec(text)?.[0] ?? '';
  // Line ends are the browser's own, which words have none of.
  const plain = (value: string) => value.split('\n').map(wordsOf).join('\n');
  for (const [, tag = ''] of form.matchAll(/<input ([^>]*)>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    const value = /value="([^"]*)"/.exec(tag)?.[1] ?? '';
    if (name && (!tag.includes('type="radio"') || tag.includes(' checked'))) fields[name] = plain(value);
  }
  for (const [, name = '', options = ''] of form.matchAll(
    /<select [^>]*name="([^"]*)">([\s\S]*?)<\/select>/g,
  )) {
    fields[name] = /value="([^"]*)" selected/.exec(options)?.[1] ?? '';
  }
  const csv = /<textarea[^>]*>\n([\s\S]*?)<\/textarea>/.exec(form)?.[1] ?? '';
  return { ...fields, csv: plain(csv) };
}

const tickets = [
  'Periode;Categorie;Dienst;Aantal;Behandeltijd',
  '2025;Instelling in Wise;WISE;1.214;11,5',
  '2025;Vraag over de site;Websites;156;9',
  '2025;Iets nieuws;;40;',
  '2025;Leeg;;;2',
].join('\n');

describe('tickets of a desk (OOO-57)', () => {
  it('asks for what is missing, with everything typed kept', async () => {
    const page = await send({ title: '', kind: '', csv: tickets, go: 'check' });
    expect(page.status).toBe(422);
    expect(words(page)).toContain('Geef het bestand een naam.');
    expect(words(page)).toContain('Kies wat erin staat.');
    expect(page.text).toContain('1.214');
  });

  it('takes columns and words by their name alone, and names everything it could not match', async () => {
    const page = await send(
      { title: 'Servicedesk 2025', kind: 'desk', go: 'check' },
      new File([tickets], 'desk.csv'),
    );
    const told = words(page);
    expect(page.status).toBe(422);
    expect(shownFields(page)).toMatchObject({
      'column.0': 'period',
      'column.1': 'category',
      'column.2': 'service',
      'column.3': 'count',
      'column.4': 'hours',
      'category.0': 'instelling_wise',
      'category.1': '',
      'service.0': 'wise',
    });
    expect(told).toContain('2 nieuwe categorieën: Vraag over de site, Iets nieuws');
    expect(told).toContain('woorden horen nog bij geen dienst: Websites, Iets nieuws');
    expect(told).toContain('1 lege cel telt niet mee, ook niet als nul');
    expect(told).not.toContain('Leeg, 2025');
    expect((await records()).outside_figures).toHaveLength(1);
  });

  it('stores what was shown as desk figures that needs are scored from, and shows them beside the service', async () => {
    const before = (await analyseProject(app.ctx, 'ooo', { reader: 'team' })).needs;
    const first = await send({ title: 'Servicedesk 2025', kind: 'desk', csv: tickets, go: 'check' });
    const chosen = { ...shownFields(first), 'category.1': 'website', 'service.1': 'bibliotheekwebsites' };
    const second = await send({ ...chosen, go: 'save' });
    // What was chosen differs from what was shown: it is shown first.
    expect(second.status).toBe(422);
    const stored = await send({ ...shownFields(second), go: 'save' });
    expect(stored.status).toBe(303);
    const { desk_figure, outside_figures } = await records();
    expect(outside_figures.at(-1)).toMatchObject({ code: 'servicedesk-2025', kind: 'desk', rows: [] });
    expect(desk_figure.filter(({ set }) => set === 'servicedesk-2025')).toMatchObject([
      {
        category: 'instelling_wise',
        tickets: 1214,
        hours: 11.5,
        service: 'wise',
        label: { nl: 'Instelling in Wise' },
      },
      { category: 'website', tickets: 156, hours: 9, service: 'bibliotheekwebsites' },
      { category: 'iets-nieuws', tickets: 40, hours: null },
    ]);
    const page = await team.get(path);
    expect(words(page)).toContain('Instelling in Wise, 2025: 1.214 vragen, mediaan 11,5 uur');
    expect(words(await team.get('/team/ooo/results/services'))).toContain(
      'Instelling in Wise, 2025: 1.214 vragen',
    );
    const after = (await analyseProject(app.ctx, 'ooo', { reader: 'team' })).needs;
    const score = (needs: typeof after) => needs.map((need) => need.score);
    expect(score(after)).not.toEqual(score(before));
  });

  it('warns of questions that may count double, replaces a set of the same name, and takes it out again', async () => {
    const other = await send({ title: 'Nog eens', kind: 'desk', csv: tickets, go: 'check' });
    expect(words(other)).toContain('Die vragen kunnen dubbel tellen');
    const again = await send({
      title: 'Servicedesk 2025',
      kind: 'desk',
      csv: 'periode,categorie,aantal\n2025,Wise,7',
      go: 'check',
    });
    expect(words(again)).toContain('Dit komt in de plaats van “Servicedesk 2025”');
    expect((await send({ ...shownFields(again), go: 'save' })).status).toBe(303);
    const own = async () => (await records()).desk_figure.filter(({ set }) => set === 'servicedesk-2025');
    expect(await own()).toMatchObject([{ tickets: 7 }]);
    const csrf = tokenOf(await team.get(path));
    expect((await team.post(`${path}/servicedesk-2025/remove`, { csrf })).status).toBe(303);
    expect(await own()).toEqual([]);
    expect((await records()).outside_figures).toHaveLength(1);
    expect((await team.post(`${path}/servicedesk-2025/remove`, { csrf })).status).toBe(404);
  });
});

describe('loans and visits beside the survey (LIB-17)', () => {
  it('keeps several counts per library and period, leaves out libraries it does not know and says which', async () => {
    const [one, two] = await librariesOf(app.ctx.db.kysely, 'ooo');
    const csv = [
      'Bib,Jaar,Uitleningen,Bezoeken',
      `${one?.code},2024,1200,300`,
      `"${two?.name}",2024,800,`,
      'Onbekende bib,2024,5,5',
    ].join('\n');
    const page = await send({ title: 'Gebruik', kind: 'use', csv, go: 'check' });
    expect(words(page)).toContain(
      '1 bib staat niet in het register: Onbekende bib. 2 cijfers worden niet bewaard.',
    );
    const wrong = await send({ ...shownFields(page), 'library.0': 'geen bib', go: 'check' });
    expect(words(wrong)).toContain('“geen bib” staat niet in het register.');
    expect((await send({ ...shownFields(page), go: 'save' })).status).toBe(303);
    const set = (await records()).outside_figures.at(-1);
    expect(set?.rows).toEqual([
      { measure: 'Uitleningen', period: '2024', library: one?.code, count: 1200 },
      { measure: 'Bezoeken', period: '2024', library: one?.code, count: 300 },
      { measure: 'Uitleningen', period: '2024', library: two?.code, count: 800 },
    ]);
    const shown = words(await team.get(path));
    expect(shown).toContain('Uitleningen 2024 2.000 2 van de 304');
    expect(shown).toContain('Bezoeken 2024 300 1 van de 304');
  });

  it('says every mistake at its line and stores nothing', async () => {
    const csv = 'jaar,uitleningen\n2024,veel\n2025,-3\n,4';
    const page = words(await send({ title: 'Fout', kind: 'use', csv, go: 'save' }));
    expect(page).toContain('Regel 2, kolom “uitleningen”');
    expect(page).toContain('“veel” is geen aantal');
    expect(page).toContain('“-3” is geen aantal');
    expect(page).toContain('Regel 4, kolom “jaar”');
    expect((await records()).outside_figures.map(({ code }) => code)).toEqual([
      'gebruik-digitale-collecties',
      'gebruik',
    ]);
  });

  it('refuses who is not signed in', async () => {
    const form = new FormData();
    form.set('csv', tickets);
    expect((await app.visitor().post(path, form)).status).not.toBe(303);
    expect((await app.visitor().get(path)).location).toContain('/team/sign-in');
  });
});
