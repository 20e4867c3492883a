// The editor over HTTP, as it works without scripts: a form of each place, errands, undo, a colleague at the same time,
// a preview our own pages may frame, trying out without storing, and translating.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSurvey } from '../../server/db/surveys.ts';
import { editDefinition, openDefinition } from '../../server/operations/definition-editing.ts';
import { type Question, type Questionnaire, questionsOf } from '../../surveys/questionnaire.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';
import { sample } from '../surveys/sample-questionnaire.ts';

let app: App;
let visitor: Visitor;
let position = 10;

beforeAll(async () => {
  app = await startDemonstration();
  visitor = app.visitor();
  await signInThroughSetUp(visitor);
});
afterAll(() => app?.stop());

/** A draft of its own for one test. */
async function survey(code: string): Promise<string> {
  position += 1;
  const at = '2024-03-01T12:00:00.000Z';
  await createSurvey(app.ctx.db.kysely, 'ooo', position, { ...sample, code }, at, 'draft');
  return code;
}

const now = async (code: string): Promise<Questionnaire> =>
  (await openDefinition(app.ctx, code)).questionnaire;
async function question(survey: string, code: string): Promise<Question | undefined> {
  return questionsOf(await now(survey)).find((each) => each.code === code);
}
const edit = (code: string, query = '') => `/team/ooo/edit?survey=${code}${query}`;

/** The fields of the form in the middle as a browser would send them. */
function fieldsIn({ text }: Page, form = 'place-form'): Record<string, string> {
  const [, own = ''] = new RegExp(`<form[^>]*id="${form}"[\\s\\S]*?>([\\s\\S]*?)</form>`).exec(text) ?? [];
  const fields: Record<string, string> = {};
  const unescaped = (words: string) =>
    words
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&#x3D;', '=')
      .replaceAll('&amp;', '&');
  for (const [tag] of own.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1] ?? '';
    if (/type="(checkbox|radio)"/.test(tag) && !/ checked/.test(tag)) continue;
    fields[name] = unescaped(/value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  for (const [, name = '', words = ''] of own.matchAll(
    /<textarea[^>]*name="([^"]*)"[^>]*>\n?([\s\S]*?)<\/textarea>/g,
  ))
    fields[name] = unescaped(words);
  for (const [, name = '', options = ''] of own.matchAll(
    /<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    fields[name] = unescaped(
      /<option value="([^"]*)" selected/.exec(options)?.[1] ??
        /<option value="([^"]*)"/.exec(options)?.[1] ??
        '',
    );
  return fields;
}

async function change(address: string, changes: Record<string, string>, action = 'save'): Promise<Page> {
  const page = await visitor.get(address);
  expect(page.status).toBe(200);
  return visitor.post(address, { ...fieldsIn(page), ...changes, do: action });
}

async function csrf(): Promise<string> {
  return fieldsIn(await visitor.get('/team/ooo/edit')).csrf ?? '';
}

describe('a form', () => {
  it('that is sent as it was changes nothing, for every question, page, list and scale', async () => {
    const code = await survey('gelijk');
    const before = await now(code);
    const places = [
      '',
      ...before.pages.flatMap((page) => [
        `&page=${page.code}`,
        ...page.questions.map((each) => `&question=${each.code}`),
      ]),
      ...Object.keys(before.lists).map((list) => `&list=${list}`),
      ...Object.keys(before.scales).map((scale) => `&scale=${scale}`),
    ];
    for (const place of places) expect((await change(edit(code, place), {})).status, place).toBe(303);
    expect(await now(code)).toEqual(before);
    expect((await openDefinition(app.ctx, code)).revision).toBe(0);
  });

  it('saves what was changed and comes back to the same place', async () => {
    const code = await survey('bewaren');
    const [first] = questionsOf(sample).filter(({ type }) => type === 'single');
    const page = await change(edit(code, `&question=${first?.code}`), {
      'label.nl': 'Wat doe je <b>vooral</b>?',
      required: 'soft',
    });
    expect(page.status).toBe(303);
    expect(page.location).toContain(`question=${first?.code}`);
    expect(await question(code, first?.code ?? '')).toMatchObject({
      label: { nl: 'Wat doe je <b>vooral</b>?' },
      required: 'soft',
    });
    expect((await visitor.follow(page)).text).not.toContain('<b>vooral</b>');
  });

  it('with a mistake keeps everything typed and says at the field what is wrong', async () => {
    const code = await survey('fout');
    const [first] = questionsOf(sample).filter(({ type }) => type === 'multiple');
    const page = await change(edit(code, `&question=${first?.code}`), {
      'label.nl': '',
      'help.nl': 'Dit typte ik.',
      max: 'twee',
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Dit typte ik.');
    expect(page.text).toContain('value="twee"');
    expect(page.text).toMatch(/id="f-max-problem">Hier hoort een getal/);
    expect(page.text).toMatch(/href="#f-label.nl">Schrijf hier iets/);
    expect(await question(code, first?.code ?? '')).toEqual(first);
  });

  it('a colleague was faster with is not saved, says so, and is saved when asked for', async () => {
    const code = await survey('collega');
    const [first, second] = questionsOf(sample).filter(({ type }) => type === 'single' || type === 'text');
    const address = edit(code, `&question=${first?.code}`);
    const mine = fieldsIn(await visitor.get(address));
    await change(address, { 'label.nl': 'Van de collega' });
    const late = await visitor.post(address, { ...mine, 'label.nl': 'Van mij' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Van mij');
    expect(await question(code, first?.code ?? '')).toMatchObject({ label: { nl: 'Van de collega' } });
    const again = await visitor.post(address, { ...fieldsIn(late), take: '1' });
    expect(again.status).toBe(303);
    expect(await question(code, first?.code ?? '')).toMatchObject({ label: { nl: 'Van mij' } });
    // Another question that nobody else touched is saved all the same.
    const other = edit(code, `&question=${second?.code}`);
    const open = fieldsIn(await visitor.get(other));
    await change(address, { 'label.nl': 'Nog eens' });
    expect((await visitor.post(other, { ...open, 'label.nl': 'Ook van mij' })).status).toBe(303);
  });
});

describe('what stands beside a form', () => {
  it('adds a question of every kind, and one of each can be shown and sent as it is', async () => {
    const code = await survey('soorten');
    const { pages } = await now(code);
    const page = pages.at(-1)?.code ?? '';
    const gallery = await visitor.get(edit(code, `&add=${page}`));
    const kinds = [...gallery.text.matchAll(/value="add:question:(\w+)"/g)].map(([, kind = '']) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['single', 'grid', 'points', 'date', 'section']));
    for (const kind of kinds) {
      const added = await visitor.post(edit(code), { csrf: await csrf(), page, do: `add:question:${kind}` });
      expect(added.status, kind).toBe(303);
      expect(
        (await visitor.post(added.location ?? '', { ...fieldsIn(await visitor.get(added.location ?? '')) }))
          .status,
        kind,
      ).toBe(303);
    }
    const types = (await now(code)).pages.at(-1)?.questions.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(kinds));
  });

  it('moves a question up and down, over the edge of a page, and says where it is', async () => {
    const code = await survey('orde');
    const [first, second] = sample.pages;
    const moved = first?.questions.at(-1)?.code ?? '';
    const down = await visitor.post(edit(code), { csrf: await csrf(), do: `down:question:${moved}` });
    expect((await now(code)).pages[1]?.questions[0]?.code).toBe(moved);
    expect((await visitor.follow(down)).text).toContain(
      `${moved} staat nu op plaats 1 van ${(second?.questions.length ?? 0) + 1}.`,
    );
    await visitor.post(edit(code), { csrf: await csrf(), do: `up:question:${moved}` });
    expect(await now(code)).toEqual({ ...sample, code });
  });

  it('takes back what was done, and does it again', async () => {
    const code = await survey('terug');
    const address = edit(code, `&page=${sample.pages[0]?.code}`);
    await change(address, { 'title.nl': 'Anders' });
    await visitor.post(address, { csrf: await csrf(), do: 'undo' });
    expect((await now(code)).pages[0]?.title.nl).toBe(sample.pages[0]?.title.nl);
    await visitor.post(address, { csrf: await csrf(), do: 'redo' });
    expect((await now(code)).pages[0]?.title.nl).toBe('Anders');
  });

  it('fills a new scale with answers many use', async () => {
    const code = await survey('schaal');
    const added = await visitor.post(edit(code), { csrf: await csrf(), do: 'add:scale' });
    const address = added.location ?? '';
    expect((await visitor.get(address)).text).toContain('Begin met een bekende schaal');
    await visitor.post(address, { csrf: await csrf(), do: 'preset:scale:frequency' });
    const name = new URL(address, app.address).searchParams.get('scale') ?? '';
    const { options, look } = (await now(code)).scales[name] ?? { options: [] };
    expect(look).toBe('frequency');
    expect(options.map(({ label, value, missing }) => [label.nl, label.en, value ?? missing])).toEqual([
      ['Nooit', 'Never', 1],
      ['Zelden', 'Seldom', 2],
      ['Soms', 'Sometimes', 3],
      ['Vaak', 'Often', 4],
      ['Altijd', 'Always', 5],
      ['Weet ik niet', 'I do not know', 'dontKnow'],
    ]);
  });

  it('does not take away what is still read elsewhere, and says where', async () => {
    const read = 'role';
    const code = await survey('gelezen');
    const page = await visitor.post(edit(code, `&question=${read}`), {
      csrf: await csrf(),
      do: 'remove:here',
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Dat kan niet');
    expect(await question(code, read)).toBeDefined();
  });

  it('changes nothing without the token of the session', async () => {
    const code = await survey('vreemd');
    expect((await visitor.post(edit(code), { do: 'add:page' })).status).toBe(403);
    expect(await now(code)).toEqual({ ...sample, code });
  });
});

describe('the outline and the check', () => {
  it('say words without the braces that stand for somebody’s answer', async () => {
    const code = await survey('haken');
    const [, page] = (await now(code)).pages;
    const first = page?.questions[0];
    if (!first) throw new Error('there is a question on the second page');
    const label = { nl: 'Je wil {role|iets} leren. Wat nog?', en: 'You want {role|something}. What else?' };
    const { revision } = await openDefinition(app.ctx, code);
    const question = { ...first, label };
    await editDefinition(app.ctx, code, revision, { kind: 'replaceQuestion', code: first.code, question });
    for (const path of [edit(code, `&page=${page.code}`), `/team/ooo/questionnaire?survey=${code}`]) {
      const { text } = await visitor.get(path);
      expect(text).toContain('Je wil iets leren. Wat nog?');
      expect(text).not.toContain('{role|iets}');
    }
  });

  it('send who reads about the whole questionnaire to its front, and to no field that is not there', async () => {
    const code = await survey('lang');
    const { revision, questionnaire } = await openDefinition(app.ctx, code);
    const long = questionsOf(questionnaire).find(({ type }) => type === 'text') as Question;
    const [page] = questionnaire.pages.slice(-1);
    const pages = questionnaire.pages.map((each) =>
      each.code === page?.code
        ? {
            ...each,
            questions: [
              ...each.questions,
              ...Array.from({ length: 30 }, (_, n) => ({ ...long, code: `lang${n}` })),
            ],
          }
        : each,
    );
    const longer = { ...questionnaire, pages };
    await editDefinition(app.ctx, code, revision, { kind: 'replaceAll', questionnaire: longer });
    const { text } = await visitor.get(edit(code, '&view=check'));
    expect(text).toMatch(/<a data-soft href="\/team\/ooo\/edit\?survey(=|&#x3D;)lang">[\s\S]*?duurt/);
    expect(text).not.toMatch(/#f-"|focus(=|&#x3D;)f-(#|"|&)/);
  });
});

describe('the check of a questionnaire', () => {
  it('says that all is well where there is nothing to mend, with the way back to the questions', async () => {
    const code = await survey('heel');
    const { text } = await visitor.get(edit(code, '&view=check'));
    expect(text).toMatch(
      /id="check-title"[\s\S]*Alles is in orde\. Je kan openstellen\.[\s\S]*Terug naar de vragen/,
    );
  });
});

describe('the preview', () => {
  it('shows every question of a page to our own pages alone, and stores nothing', async () => {
    const page = sample.pages.at(-1);
    const code = await survey('kijken');
    const preview = await visitor.get(`/team/ooo/preview?survey=${code}&page=${page?.code}`);
    expect(preview.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(preview.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    for (const { label } of page?.questions ?? []) expect(preview.text).toContain(label.nl);
    const elsewhere = await visitor.get(edit(code));
    expect(elsewhere.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('is for who is signed in', async () => {
    expect((await app.visitor().get('/team/ooo/preview?survey=ooo')).status).toBe(303);
  });
});

describe('trying out', () => {
  it('walks to the end with the answers in the form, lists what would be kept, and keeps nothing', async () => {
    const before = await app.ctx.db.kysely.selectFrom('drafts').selectAll().execute();
    const start = await visitor.get('/team/ooo/try?survey=ooo');
    expect(start.text).toContain('niets wordt bewaard');
    const action = (page: Page) =>
      (/<form[^>]*id="form"[^>]*action="([^"]*)"/.exec(page.text)?.[1] ?? '')
        .replaceAll('&#x3D;', '=')
        .replaceAll('&amp;', '&');
    let page = await visitor.post(action(start), fieldsIn(start, 'form'));
    const empty = await visitor.post(action(page), fieldsIn(page, 'form'));
    expect(empty.status).toBe(422);
    page = await visitor.post(action(page), { ...fieldsIn(page, 'form'), consent: 'yes', A3: 'y1_4' });
    for (let step = 0; step < 6 && action(page) !== ''; step += 1) {
      expect(page.status).toBe(200);
      const more = action(page).includes('page=hulp')
        ? { 'C1.leerplatform': '1', 'C1.servicedesk': '1' }
        : {};
      page = await visitor.post(action(page), { ...fieldsIn(page, 'form'), ...more });
    }
    expect(page.text).toContain('Dit zou bewaard zijn');
    expect(page.text).toMatch(/<code>A3<\/code><\/th><td>[^<]*<\/td><td>1 tot 5 jaar/);
    expect(await app.ctx.db.kysely.selectFrom('drafts').selectAll().execute()).toEqual(before);
  });
});

describe('translating', () => {
  it('shows the texts side by side, counts what is missing and saves together', async () => {
    const code = await survey('vertalen');
    const address = `/team/ooo/translate?survey=${code}&to=fr`;
    const page = await visitor.get(address);
    expect(page.text).toContain('Frans');
    const fields = fieldsIn(page, 'translate');
    const saved = await visitor.post(address, {
      ...fields,
      't:title': 'Aidez-nous',
      't:pages[0].title': 'Vous',
    });
    expect(saved.status).toBe(303);
    const after = await now(code);
    expect(after.languages).toEqual([...sample.languages, 'fr']);
    expect(after.title).toEqual({ ...sample.title, fr: 'Aidez-nous' });
    expect((await visitor.post(address, { ...fields, 't:title': 'Trop tard' })).status).toBe(409);
    expect((await now(code)).title.fr).toBe('Aidez-nous');
  });
});
