// Needs, signs, highlights and filters edited in the workspace, as a browser without JavaScript does it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProject as addProject, projectByCode } from '../../server/db/projects.ts';
import { insertResponses } from '../../server/db/responses.ts';
import { replaceSetupToken } from '../../server/db/setup-tokens.ts';
import { createSurvey } from '../../server/db/surveys.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { needsCatalogueSchema } from '../../surveys/needs-catalogue.ts';
import { reportTemplateSchema } from '../../surveys/report-template.ts';
import { packAnswers } from '../../surveys/response-document.ts';
import { codebook, questionnaire } from '../analysis/number-survey.ts';
import { type App, type Page, startApp, type Visitor } from '../set-up/start-app.ts';

const at = '2026-01-01T00:00:00Z';
const root = '/team/proef/needs/edit';
const published = { parent: null, order: 1 };
/** One sign no form can say: two questions in one selection. */
const mixed = { variables: ['role', 'fun'], except: [], codes: ['desk'] };

let app: App;
let team: Visitor;
beforeEach(async () => {
  app = await startApp();
  const db = app.ctx.db.kysely;
  const title = { nl: 'Proef' };
  const catalogue = needsCatalogueSchema.parse({
    format: 'nodenkaart/needs/1',
    needs: [
      {
        code: 'N1',
        published,
        label: { nl: 'Tijd', en: 'Time' },
        indicators: [
          {
            source: 'survey',
            label: { nl: 'vinden het leuk', en: 'like it' },
            share: { any: [{ variables: ['fun'], codes: ['4', '5'] }] },
          },
        ],
      },
      {
        code: 'N2',
        label: { nl: 'Geld' },
        indicators: [{ source: 'survey', label: { nl: 'x' }, share: { any: [mixed] } }],
      },
      { code: 'N3', parent: 'N1', label: { nl: 'Rust' } },
    ],
    background: ['role'],
    verbal: [{ from: 0, to: 100, label: { nl: 'alles' } }],
  });
  const reportTemplate = reportTemplateSchema.parse({
    format: 'nodenkaart/report/1',
    code: 'proef',
    project: title,
    title,
  });
  await addProject(db, { code: 'proef', title, catalogue, reportTemplate, demonstration: false }, at);
  await createSurvey(db, 'proef', 0, { ...questionnaire, code: 'proef' }, at);
  await insertResponses(
    db,
    'proef',
    Array.from({ length: 50 }, (_, index) => {
      const role = index < 25 ? 'desk' : 'lead';
      const answers = { role, fun: String(1 + (index % 5)), hours: String(index) };
      return {
        id: `r${index}`,
        version: 1,
        library: null,
        day: '2026-01-02',
        receiptHash: null,
        seed: null,
        document: packAnswers(codebook, answers, () => true),
        texts: {},
      };
    }),
  );
  await replaceSetupToken(db, hashToken('setup', 'eenmalig'), at);
  team = app.visitor();
  const csrf = valueIn(await team.get('/team/set-up/eenmalig'), 'csrf');
  await team.post('/team/set-up/eenmalig', {
    csrf,
    email: 'team@bib.example',
    password: 'vier woorden zijn genoeg',
  });
});
afterEach(() => app.stop());

function valueIn({ text }: Page, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
}

/** What a browser would send of the page's form for a need: every field as it is filled in now. */
function fieldsOf({ text }: Page): Record<string, string> {
  const form = /<form[^>]*data-redraw[\s\S]*?<\/form>/.exec(text)?.[0] ?? '';
  const fields: Record<string, string> = {};
  for (const [tag, attributes = ''] of form.matchAll(/<input([^>]*)>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (!name || (attributes.includes('type="checkbox"') && !/\schecked/.test(attributes))) continue;
    fields[name] = unescaped(/value="([^"]*)"/.exec(attributes)?.[1] ?? '');
  }
  for (const [, name = '', inside = ''] of form.matchAll(
    /<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    fields[name] = /<option value="([^"]*)" selected/.exec(inside)?.[1] ?? '';
  for (const [, name = '', words = ''] of form.matchAll(
    /<textarea[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g,
  ))
    fields[name] = unescaped(words);
  return fields;
}
function unescaped(words: string): string {
  return words
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

const catalogue = async () => {
  const project = await projectByCode(app.ctx.db.kysely, 'proef');
  if (!project) throw new TypeError('there is a project');
  return project.catalogue;
};
const need = async (code: string) => (await catalogue()).needs.find((each) => each.code === code);

/** Presses a button of a form with these changes to what stands in it. */
async function press(page: Page, address: string, action: string, change: Record<string, string> = {}) {
  const fields: Record<string, string> = { ...fieldsOf(page), ...change, action };
  return team.post(address, fields);
}
async function pressInList(action: string, change: Record<string, string> = {}) {
  const page = await team.get(root);
  return team.post(root, {
    csrf: valueIn(page, 'csrf'),
    edition: valueIn(page, 'edition'),
    action,
    ...change,
  });
}

describe('the words of a need', () => {
  it('stay when they change, with the day and whose the new ones are', async () => {
    const address = `${root}/need/N1`;
    const change = async (fields: Record<string, string>) =>
      expect((await press(await team.get(address), address, 'save', fields)).status).toBe(303);
    await change({ parent: '' });
    expect((await need('N1'))?.wordings).toBeUndefined();
    await change({ 'label.nl': 'Tijd om te leren', wordedBy: 'panel' });
    await change({ 'explanation.nl': 'Naast het werk.', wordedBy: 'iemand' });
    const today = expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/);
    const label = { nl: 'Tijd om te leren', en: 'Time' };
    expect((await need('N1'))?.wordings).toEqual([
      { by: 'team', label: { nl: 'Tijd', en: 'Time' } },
      { on: today, by: 'panel', label },
      { on: today, by: 'team', label, explanation: { nl: 'Naast het werk.' } },
    ]);
    const shown = (await team.get('/team/proef/needs/N1')).text;
    expect(shown).toContain('Hoe de woorden veranderden');
    expect(shown).toContain('samen met de klankbordgroep');
  });
});

describe('the list of needs', () => {
  it('adds a need with a code of its own and goes on to its form', async () => {
    const added = await pressInList('add-need', { 'label.nl': 'Sneller vinden', parent: 'N2' });
    expect([added.status, added.location]).toEqual([303, `${root}/need/N4`]);
    expect(await need('N4')).toMatchObject({ parent: 'N2', label: { nl: 'Sneller vinden' }, indicators: [] });
    expect((await team.get(`${root}/need/N4`)).text).toContain('Sneller vinden');
  });

  it('asks for words, and keeps what was typed', async () => {
    const refused = await pressInList('add-need', { 'label.nl': '  ', parent: 'N2' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Schrijf hier een paar woorden.');
    expect(refused.text).toContain('<option value="N2" selected>');
  });

  it('moves needs among those beside them, and everything else stays as it was', async () => {
    const before = await catalogue();
    await pressInList('down:N1');
    const after = await catalogue();
    expect(after.needs.map(({ code }) => code)).toEqual(['N2', 'N1', 'N3']);
    expect({ ...after, needs: [] }).toEqual({ ...before, needs: [] });
    expect(after.needs[1]).toEqual(before.needs[0]);
  });

  it('asks before it takes a need away, and leaves one that others hang on', async () => {
    const asked = await pressInList('remove:N2');
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('“Geld” verwijderen?');
    expect(await need('N2')).toBeDefined();
    await pressInList('remove-sure:N2');
    expect(await need('N2')).toBeUndefined();
    expect((await pressInList('remove-sure:N1')).text).toContain('er horen noden onder');
    expect(await need('N1')).toBeDefined();
  });

  it('changes nothing of a list somebody else changed meanwhile', async () => {
    const page = await team.get(root);
    await pressInList('down:N1');
    const stale = {
      csrf: valueIn(page, 'csrf'),
      edition: valueIn(page, 'edition'),
      action: 'remove-sure:N2',
    };
    const refused = await team.post(root, stale);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Iemand anders veranderde de lijst');
    expect(await need('N2')).toBeDefined();
  });

  it('says what does not fit the questionnaire', async () => {
    expect((await team.get(root)).text).not.toContain('er is geen vraag');
    const db = app.ctx.db.kysely;
    const lost = { ...(await catalogue()), recommend: { variable: 'weg' } };
    await db
      .updateTable('projects')
      .set({ catalogue: JSON.stringify(lost) })
      .where('code', '=', 'proef')
      .execute();
    expect((await team.get(root)).text).toContain('Aanbevelen: er is geen vraag “weg”.');
  });

  it('keeps which questions are filters', async () => {
    const page = await team.get(root);
    const edition = /id="filters"[\s\S]*?name="edition" value="([^"]*)"/.exec(page.text)?.[1] ?? '';
    const csrf = valueIn(page, 'csrf');
    const none = await team.post(root, { csrf, edition, action: 'background' });
    expect(none.status).toBe(303);
    expect((await catalogue()).background).toEqual([]);
    expect((await team.post(root, { csrf, edition, action: 'background' })).status).toBe(409);
  });
});

describe('the form of a need', () => {
  const address = `${root}/need/N1`;

  it('shows the sign with its answers by their words and its figure of now', async () => {
    const page = await team.get(address);
    expect(page.text).toContain('20 van de 50 (40%) vinden het leuk');
    expect(page.text).toContain('Hoe leuk?');
    expect(page.text).toMatch(/name="i\.0\.any\.0\.code\.4" value="on" checked/);
  });

  it('kept as it is changes nothing at all', async () => {
    const before = await catalogue();
    for (const code of ['N1', 'N2', 'N3']) {
      const own = `${root}/need/${code}`;
      const kept = await press(await team.get(own), own, 'save');
      expect([code, kept.status]).toEqual([code, 303]);
    }
    expect(await catalogue()).toEqual(before);
  });

  it('keeps new words, another answer and who is counted', async () => {
    const limited = await press(await team.get(address), address, 'add:i.0.where');
    expect(limited.status).toBe(422);
    const drawn = await press(limited, address, 'show', { 'i.0.where.0.set': 'role' });
    expect(drawn.text).toContain('desk');
    const change = { 'label.nl': 'Meer tijd', 'i.0.where.0.code.desk': 'on', 'i.0.any.0.code.3': 'on' };
    const kept = await press(drawn, address, 'save', change);
    expect([kept.status, kept.location]).toEqual([303, `${address}?saved`]);
    const saved = await need('N1');
    expect(saved).toMatchObject({ label: { nl: 'Meer tijd', en: 'Time' }, published });
    expect(saved?.indicators[0]).toEqual({
      source: 'survey',
      label: { nl: 'vinden het leuk', en: 'like it' },
      share: {
        any: [{ variables: ['fun'], except: [], codes: ['3', '4', '5'] }],
        where: [{ variables: ['role'], except: [], codes: ['desk'] }],
      },
    });
    expect((await team.follow(kept)).text).toContain('15 van de 25 (60%) vinden het leuk');
  });

  it('offers a sign about a number, by its bounds', async () => {
    const added = await press(await team.get(`${root}/need/N3`), `${root}/need/N3`, 'add-indicator', {
      newSource: 'survey',
    });
    const own = `${root}/need/N3`;
    const chosen = await press(added, own, 'show', { 'i.0.survey': 'proef' });
    const once = await press(chosen, own, 'add:i.0.any');
    const drawn = await press(once, own, 'show', { 'i.0.any.0.set': 'hours' });
    expect(drawn.text).toContain('Minstens');
    const wrong = await press(drawn, own, 'save', {
      'i.0.label.nl': 'werken lang',
      'i.0.any.0.atLeast': 'veel',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Schrijf een getal.');
    expect(wrong.text).toContain('value="veel"');
    const kept = await press(wrong, own, 'save', { 'i.0.any.0.atLeast': '30' });
    expect(kept.status).toBe(303);
    expect((await need('N3'))?.indicators[0]).toMatchObject({
      share: { any: [{ variables: ['hours'], atLeast: 30 }] },
    });
    expect((await team.get(own)).text).toContain('20 van de 50 (40%) werken lang');
  });

  it('takes the mean of a scale as a sign, read from its low end where that tells of the need', async () => {
    const drawn = await press(await team.get(address), address, 'show', { 'i.0.measure': 'mean' });
    expect(drawn.text).toContain('Lage antwoorden wijzen op de nood');
    const wrong = await press(drawn, address, 'save', { 'i.0.variable': '' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Kies een vraag met een schaal.');
    const kept = await press(wrong, address, 'save', { 'i.0.variable': 'fun', 'i.0.lowIsNeed': 'on' });
    expect(kept.status).toBe(303);
    expect((await need('N1'))?.indicators[0]).toEqual({
      source: 'survey',
      measure: 'mean',
      label: { nl: 'vinden het leuk', en: 'like it' },
      mean: { variable: 'fun', lowIsNeed: true, where: [] },
    });
    expect((await team.follow(kept)).text).toMatch(
      /gemiddeld, bij \d+ antwoorden: vinden het leuk|\d+ op 100/,
    );
    // What is kept is drawn again as it is, and kept again.
    const again = await press(await team.get(address), address, 'save');
    expect(again.status).toBe(303);
    expect((await need('N1'))?.indicators[0]).toMatchObject({ mean: { variable: 'fun', lowIsNeed: true } });
  });

  it('takes interviews and desk figures, and takes a sign away', async () => {
    const two = await press(await team.get(address), address, 'add-indicator', { newSource: 'desk_figures' });
    const change = { 'i.1.label.nl': 'meldingen gaan hierover', 'i.1.categories': 'wachttijd\nvragen' };
    await press(two, address, 'save', change);
    expect((await need('N1'))?.indicators[1]).toMatchObject({
      source: 'desk_figures',
      categories: ['wachttijd', 'vragen'],
    });
    const less = await press(await team.get(address), address, 'remove-indicator:0');
    await press(less, address, 'save');
    expect((await need('N1'))?.indicators.map(({ source }) => source)).toEqual(['desk_figures']);
  });

  it('tells at each field what is wrong, with everything typed', async () => {
    const page = await press(await team.get(address), address, 'add-indicator', { newSource: 'interview' });
    const wrong = await press(page, address, 'save', {
      'label.nl': '',
      'label.en': '',
      'explanation.nl': 'Omdat <b>',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('href="#label.nl"');
    expect(wrong.text).toContain('href="#i.1.label.nl"');
    expect(wrong.text).toContain('Omdat &lt;b&gt;');
    expect(await need('N1')).toMatchObject({ label: { nl: 'Tijd' } });
  });

  it('keeps a sign no form can say, and shows it', async () => {
    expect((await team.get(`${root}/need/N2`)).text).toContain('role, fun &#x3D; desk');
  });

  it('stands under a need at the top, never in a circle', async () => {
    const page = await team.get(address);
    const circle = await press(page, address, 'save', { parent: 'N2' });
    expect(circle.status).toBe(422);
    expect(circle.text).toContain('ze moet op zichzelf staan');
    const own = `${root}/need/N2`;
    expect((await press(await team.get(own), own, 'save', { parent: 'N1' })).status).toBe(303);
    expect((await need('N2'))?.parent).toBe('N1');
  });

  it('never overwrites what somebody else kept: it says so, and offers both', async () => {
    const [mine, theirs] = [await team.get(address), await team.get(address)];
    await press(theirs, address, 'save', { 'label.nl': 'Van hen' });
    const refused = await press(mine, address, 'save', { 'label.nl': 'Van mij' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Iemand anders bewaarde hier intussen iets');
    expect(refused.text).toContain('Van hen');
    expect(refused.text).toContain('value="Van mij"');
    expect((await need('N1'))?.label.nl).toBe('Van hen');
    expect((await press(refused, address, 'save')).status).toBe(303);
    expect((await need('N1'))?.label.nl).toBe('Van mij');
  });

  it('of two needs kept at once loses neither', async () => {
    const other = `${root}/need/N2`;
    const [one, two] = [await team.get(address), await team.get(other)];
    const kept = await Promise.all([
      press(one, address, 'save', { 'label.nl': 'Eerste' }),
      press(two, other, 'save', { 'label.nl': 'Tweede' }),
    ]);
    expect(kept.map(({ status }) => status)).toEqual([303, 303]);
    expect([(await need('N1'))?.label.nl, (await need('N2'))?.label.nl]).toEqual(['Eerste', 'Tweede']);
  });
});

it('a highlight is added, chosen and taken away', async () => {
  const added = await pressInList('add-highlight', { 'highlight.nl': 'staan aan de balie' });
  const address = `${root}/highlight/H1`;
  expect([added.status, added.location]).toEqual([303, address]);
  const drawn = await press(await team.get(address), address, 'show', { 'i.0.any.0.set': 'role' });
  const kept = await press(drawn, address, 'save', { 'i.0.any.0.code.desk': 'on' });
  expect(kept.status).toBe(303);
  expect((await catalogue()).highlights).toEqual([
    {
      code: 'H1',
      label: { nl: 'staan aan de balie' },
      share: { any: [{ variables: ['role'], except: [], codes: ['desk'] }], where: [] },
    },
  ]);
  expect((await team.get('/team/proef/results')).text).toContain('staan aan de balie');
  await pressInList('remove-highlight:H1');
  expect((await catalogue()).highlights).toEqual([]);
});

it('is for who is signed in, with a form of this session', async () => {
  expect((await app.visitor().get(root)).location).toContain('/team/sign-in');
  expect((await team.post(root, { action: 'down:N1' })).status).toBe(403);
});
