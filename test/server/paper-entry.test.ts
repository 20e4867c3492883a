// Forms on paper over HTTP: printed without answers, typed in by the team, checked, typed twice, and stored once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countResponses, responsesSince } from '../../server/db/responses.ts';
import { replaceSetupToken } from '../../server/db/setup-tokens.ts';
import { textsOf } from '../../server/db/texts.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { closeSurvey } from '../../server/operations/close-survey.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import { unpackAnswers } from '../../surveys/response-document.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp } from '../set-up/start-demonstration.ts';
import { sample } from '../surveys/sample-questionnaire.ts';
import { startWithSample } from './sample-survey.ts';

let app: App;
let team: Visitor;
beforeEach(async () => {
  app = await startWithSample();
  team = app.visitor();
  await replaceSetupToken(app.ctx.db.kysely, hashToken('setup', 'eenmalig'), '2024-01-01T00:00:00Z');
  await signInThroughSetUp(team);
});
afterEach(() => app.stop());

const entry = '/team/proef/entry?survey=proef';
const count = () => countResponses(app.ctx.db.kysely, 'proef');
const stored = () => responsesSince(app.ctx.db.kysely, 'proef', 0, 10);
/** The hidden and ticked fields of a page, as a browser would send them again. */
function fieldsIn({ text }: Page): Record<string, string> {
  const inputs = [...text.matchAll(/<input ([^>]*)>/g)].map(([, attributes = '']) => attributes);
  const of = (attributes: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
  return Object.fromEntries(
    inputs
      .filter((each) => !/type="checkbox"/.test(each) || / checked/.test(each))
      .map((each) => [of(each, 'name') ?? '', of(each, 'value') ?? '']),
  );
}
const typed = {
  consent: '1',
  'v:library': 'Bib Eikstad',
  'v:role': '1',
  'v:use.till': '3',
  'v:well.till': '2',
  'v:learn': '1 2',
  'v:words': 'hallo',
};
async function send(page: Page, fields: Readonly<Record<string, string>>, go = 'save'): Promise<Page> {
  return team.post(entry, { ...fieldsIn(page), ...fields, go });
}

describe('the form on paper', () => {
  it('has every question, hidden ones with their condition, and no answer of anybody', async () => {
    const visitor = app.visitor();
    await visitor.post('/s/proef/start');
    await visitor.post('/s/proef/page/you', { consent: 'yes', role: 'lead' });
    const { status, text } = await visitor.get('/s/proef/paper');
    expect(status).toBe(200);
    expect(text).toContain('Formulier nr.');
    expect(text).toContain('Hoe leert je ploeg?');
    expect(text).toContain('Enkel als je bij vraag 2 “Leiding” koos.');
    expect(text).toContain('Enkel als je bij vraag 4 “Niets” aankruiste.');
    expect(text).toContain('Kruis er hoogstens 2 aan.');
    expect(text).not.toMatch(/checked|<input/);
    expect((await visitor.get('/s/proef/paper?lang=en')).text).toContain(
      'Only if you chose “Lead” at question 2.',
    );
  });
});

describe('typing in', () => {
  it('stores a response with the codes behind the numbers, and gives an empty form again', async () => {
    const empty = await team.get(entry);
    expect(empty.status).toBe(200);
    expect(empty.text).toContain('id="sheet" name="sheet" value=""');
    const sent = await send(empty, { ...typed, sheet: '12', day: '2024-02-27' });
    expect(sent.status).toBe(303);
    const [response] = await stored();
    expect(response).toMatchObject({ library: 'bib-2', day: '2024-02-27', version: 1 });
    const answers = unpackAnswers(codebookOf(sample), response?.document ?? new Uint8Array());
    expect(answers).toMatchObject({ role: 'desk', 'use.till': '2', 'well.till': '1', 'learn.b': '1' });
    expect(await textsOf(app.ctx.db.kysely, 'proef', 'words')).toMatchObject([{ words: 'hallo' }]);
    const next = await team.follow(sent);
    expect(next.text).toContain('Formulier 12 ingevoerd.');
    expect(next.text).toContain('id="sheet" name="sheet" value="13"');
    expect(next.text).toContain('name="day" value="2024-02-27"');
    expect(fieldsIn(next)['v:role']).toBe('');
  });

  it('keeps everything typed when a number is not on the paper, and stores nothing', async () => {
    const wrong = await send(await team.get(entry), { ...typed, 'v:role': '7', 'v:learn': '1 2 3' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('2 velden kloppen nog niet');
    expect(wrong.text).toContain('“7” staat bij deze vraag niet op het papier.');
    expect(wrong.text).toContain('href="#v:role"');
    expect(fieldsIn(wrong)).toMatchObject({ 'v:role': '7', 'v:words': 'hallo', consent: '1' });
    expect(await count()).toBe(0);
    expect((await send(wrong, { 'v:role': '1', 'v:learn': '1' })).status).toBe(303);
    expect(await count()).toBe(1);
  });

  it('needs the cross at the consent, and a day that has been', async () => {
    const { consent: _, ...without } = typed;
    const wrong = await send(await team.get(entry), { ...without, day: '2024-03-02' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Zonder kruisje bij de toestemming bewaren we dit formulier niet.');
    expect(wrong.text).toContain('of hij moet nog komen');
    expect(await count()).toBe(0);
  });

  it('lets go what is not asked, and says of which questions', async () => {
    const sent = await send(await team.get(entry), { ...typed, 'v:team': 'Samen', 'v:why': '1' });
    const next = await team.follow(sent);
    expect(next.text).toContain('niet gesteld worden: 5, 6.');
    expect(await textsOf(app.ctx.db.kysely, 'proef', 'team')).toEqual([]);
  });

  it('only checks when Enter sends it without the button', async () => {
    const checked = await send(await team.get(entry), typed, 'check');
    expect(checked.status).toBe(422);
    expect(checked.text).toContain('Er is nog niets bewaard.');
    expect(await count()).toBe(0);
  });

  it('counts a form that is sent twice once', async () => {
    const empty = await team.get(entry);
    await send(empty, typed);
    const again = await team.follow(await send(empty, typed));
    expect(again.text).toContain('Dit formulier was al bewaard.');
    expect(await count()).toBe(1);
  });
});

describe('typing a form twice', () => {
  it('stores after the second time when both are the same', async () => {
    const second = await send(await team.get(entry), { ...typed, twice: '1', sheet: '5' });
    expect(second.status).toBe(422);
    expect(second.text).toContain('Tik formulier 5 nu een tweede keer in.');
    expect(await count()).toBe(0);
    const hidden = fieldsIn(second);
    expect(hidden).toMatchObject({ 'v:role': '', 'first:role': '1', second: '1' });
    const sent = await send(second, { ...typed, 'v:learn': '2 1' });
    expect(sent.status).toBe(303);
    expect(await count()).toBe(1);
    expect((await team.follow(sent)).text).toMatch(/name="twice" value="1" checked/);
  });

  it('shows every difference before storing; what stands there then counts', async () => {
    const second = await send(await team.get(entry), { ...typed, twice: '1' });
    const differs = await send(second, { ...typed, 'v:role': '2', 'v:words': '' });
    expect(differs.status).toBe(422);
    expect(differs.text).toContain('2 velden verschillen van de eerste keer');
    expect(differs.text).toContain('De eerste keer: 1');
    expect(differs.text).toContain('De eerste keer: hallo');
    expect(await count()).toBe(0);
    expect((await send(differs, { 'v:words': 'hallo' })).status).toBe(303);
    const [response] = await stored();
    expect(unpackAnswers(codebookOf(sample), response?.document ?? new Uint8Array()).role).toBe('lead');
  });
});

describe('who may type in', () => {
  it('is the team alone, with the token of the form', async () => {
    const stranger = app.visitor();
    expect((await stranger.get(entry)).location).toContain('/team/sign-in');
    expect((await team.post(entry, { ...typed, go: 'save', csrf: 'verzonnen' })).status).toBe(403);
    expect(await count()).toBe(0);
  });

  it('is nobody once the survey has closed, and the links are gone', async () => {
    const open = await team.get(entry);
    for (const page of ['fieldwork', 'questionnaire'])
      expect((await team.get(`/team/proef/${page}`)).text).toContain(
        'href="/team/proef/entry?survey&#x3D;proef"',
      );
    await app.ctx.writes.run((db) => closeSurvey(db, 'proef', '2024-03-02T00:00:00Z'));
    expect((await team.get(entry)).status).toBe(410);
    expect((await send(open, typed)).status).toBe(410);
    expect((await app.visitor().get('/s/proef/paper')).status).toBe(410);
    for (const page of ['fieldwork', 'questionnaire'])
      expect((await team.get(`/team/proef/${page}`)).text).not.toContain('/entry');
    expect(await count()).toBe(0);
  });
});
