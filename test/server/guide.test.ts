// The guide of group talks: shown in a project whose template has one, with the interviewer's form and the cards made of a talk.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectByCode } from '../../server/db/projects.ts';
import { recordsOf } from '../../server/db/records.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { carriedBy } from './carried.ts';
import { wordsOf } from './figures-told.ts';
import { guided as name, startGuidedProject } from './guided-project.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  ({ app, team } = await startGuidedProject());
}, 60_000);
afterAll(() => app?.stop());

const root = () => `/team/${name}/guide`;
const interviews = async () => (await recordsOf(app.ctx.db.kysely, name)).interview;
const csrfOf = async (path: string) =>
  /name="csrf" value="([^"]+)"/.exec((await team.get(path)).text)?.[1] ?? '';

const sound = {
  day: '2024-10-20',
  participant: 'vier medewerkers, kleine bib',
  mode: 'telephone',
  people: '',
  selection: 'Zij openen zonder balie.',
  consentNotes: '1',
};
async function send(fields: Readonly<Record<string, string>>, path = `${root()}/talks/new`) {
  return team.post(path, { ...(await carriedBy(team, path)), ...fields });
}

describe('the guide', () => {
  it('stands in the workspace with its blocks, minutes and prompts, and the talks that were held', async () => {
    const { guide } = (await projectByCode(app.ctx.db.kysely, name)) ?? {};
    expect(guide?.blocks.length).toBe(8);
    const page = wordsOf(await team.get(root()));
    for (const { title, prompts } of guide?.blocks ?? []) {
      for (const words of [title, ...prompts]) expect(page).toContain(words.nl);
    }
    expect(page).toContain('90 minuten ter plaatse');
    expect(page).toContain('30 minuten aan de telefoon');
    expect(page).toContain('3 gesprekken, 3 tot 4 bedoeld');
    expect((await team.get(`/team/${name}/records`)).text).toContain(`href="${root()}"`);
  });

  it('is not there in a project whose template has none, nor for who is not signed in', async () => {
    const csrf = await csrfOf('/team/new');
    const without = { csrf, 'title-nl': 'Zonder', 'language-nl': '1', code: 'zonder', start: 'empty' };
    expect((await team.post('/team/new', without)).status).toBe(303);
    expect((await team.get('/team/zonder/guide')).status).toBe(404);
    expect((await team.get('/team/zonder/guide/talks/new')).status).toBe(404);
    expect((await team.get('/team/zonder/records')).text).not.toContain('/team/zonder/guide');
    expect((await app.visitor().get(root())).location).toContain('/team/sign-in');
  });

  it('goes along with a project made from the template', async () => {
    const made = await team.post('/team/new', {
      csrf: await csrfOf('/team/new'),
      'title-nl': 'Proef',
      'language-nl': '1',
      code: 'proef',
      start: `template:${name}`,
    });
    expect(made.status).toBe(303);
    expect((await team.get('/team/proef/guide')).status).toBe(200);
  });
});

it('NYR-02 the published report tells both lists, what managers can do and what staff want to learn', async () => {
  const project = await projectByCode(app.ctx.db.kysely, name);
  const { recommendation } = await recordsOf(app.ctx.db.kysely, name);
  const report = wordsOf(await app.visitor().get(`/r/${project?.reportTemplate.code}`));
  const lists = (project?.catalogue.needs ?? []).filter(({ parent }) => parent === null);
  expect(lists).toHaveLength(2);
  for (const { label } of lists) expect(report).toContain(label.nl);
  for (const { text } of recommendation) expect(report).toContain(text.nl);
  // What was said in talks stays with the team.
  for (const { excerpts } of await interviews()) {
    for (const { text } of excerpts) expect(report).not.toContain(text.nl);
  }
});

describe('the form of a talk', () => {
  it('keeps nothing without a reason for the choice and a yes to notes, and gives back what was typed', async () => {
    const before = await interviews();
    const refused = await send({
      ...sound,
      selection: ' ',
      consentNotes: '',
      people: '0',
      'excerpt.1.text': 'Blijft <b>staan</b>',
    });
    expect(refused.status).toBe(422);
    expect(wordsOf(refused)).toContain('Zeg waarom je deze bib koos.');
    expect(wordsOf(refused)).toContain('Zonder ja op notities bewaren we niets van het gesprek.');
    expect(wordsOf(refused)).toContain('Kies wie deelnam.');
    expect(refused.text).toContain('href="#people"');
    expect(refused.text).toContain('Blijft &lt;b&gt;staan&lt;/b&gt;');
    expect(refused.text).toContain('value="vier medewerkers, kleine bib"');
    expect(await interviews()).toEqual(before);
  });

  it('keeps notes per block and what was said with its need, as an interview that counts for the need', async () => {
    const { guide, catalogue } = (await projectByCode(app.ctx.db.kysely, name)) ?? {};
    const [first, second] = guide?.blocks ?? [];
    const [need, other] = (catalogue?.needs ?? []).map(({ code }) => code);
    const kept = await send({
      ...sound,
      participants: guide?.participants[0]?.code ?? '',
      [`note.${second?.code}`]: 'Minder aan de balie.',
      'excerpt.1.text': 'Dat herkennen we hier ook.',
      'excerpt.1.need': need ?? '',
      'excerpt.1.direction': 'supports',
      'excerpt.1.block': second?.code ?? '',
      'excerpt.1.role': 'medewerker onthaal',
      'excerpt.3.text': 'Dat speelt bij ons niet.',
      'excerpt.3.need': other ?? '',
      'excerpt.3.direction': 'contradicts',
    });
    expect([kept.status, kept.location]).toEqual([303, `${root()}#talks`]);
    const talk = (await interviews()).at(-1);
    expect(talk?.needs).toEqual({ [need ?? '']: 'recognised', [other ?? '']: 'notRecognised' });
    // Nobody counted the people: that is not none.
    expect(talk?.talk).toMatchObject({ people: null, consent: { notes: true, audio: false, name: false } });
    expect(talk?.talk?.notes).toEqual([{ block: second?.code, text: { nl: 'Minder aan de balie.' } }]);
    expect(talk?.excerpts.map(({ block }) => block)).toEqual([second?.code, undefined]);
    expect(first).toBeDefined();
    const page = wordsOf(await team.get(`/team/${name}/needs/${need}`));
    expect(page).toContain('Dat herkennen we hier ook.');
    expect(wordsOf(await team.get(`/team/${name}/records`))).toContain('4 van de 4 herkennen ze');
  });

  it('makes a card of everything that was said', async () => {
    const talk = (await interviews()).at(-1);
    const cards = await team.get(`${root()}/talks/${talk?.code}/cards`);
    expect(cards.text.match(/<blockquote>/g)?.length).toBe(2);
    expect(wordsOf(cards)).toContain('2 kaarten: vier medewerkers, kleine bib, 20 oktober 2024');
    expect(wordsOf(cards)).toContain('medewerker onthaal');
  });

  it('changes a talk and erases it, with what it said of the needs', async () => {
    const talk = (await interviews()).at(-1);
    const path = `${root()}/talks/${talk?.code}`;
    const participants = talk?.talk?.participants ?? '';
    expect((await send({ ...sound, participants, people: '4' }, path)).status).toBe(303);
    const changed = (await interviews()).at(-1);
    expect([changed?.talk?.people, changed?.needs, changed?.excerpts]).toEqual([4, {}, []]);
    const csrf = await csrfOf(path);
    expect((await team.post(`${root()}/talks/geen%20code`, { csrf, ...sound })).status).toBe(404);
    expect((await team.post(`${path}/remove`, { csrf })).status).toBe(303);
    expect((await interviews()).length).toBe(3);
  });

  it('is overwritten by no colleague who saves second: both texts stand side by side, and nothing is lost', async () => {
    const [talk] = await interviews();
    const path = `${root()}/talks/${talk?.code}`;
    const { participants = '', mode = '' } = talk?.talk ?? {};
    const whole = { ...sound, participants, mode };
    const [mine, theirs] = [await carriedBy(team, path), await carriedBy(team, path)];
    expect((await team.post(path, { ...theirs, ...whole, followUp: 'Bel terug' })).status).toBe(303);
    const second = await team.post(path, { ...mine, ...whole, followUp: 'Schrijf <b>terug</b>' });
    expect(second.status).toBe(409);
    expect(wordsOf(second)).toContain('Een collega bewaarde dit intussen');
    expect(second.text).toContain('<td>Bel terug</td><td>Schrijf &lt;b&gt;terug&lt;/b&gt;</td>');
    expect(second.text).not.toContain('<th scope="row">Dag</th>');
    expect((await interviews())[0]?.talk?.followUp).toMatchObject({ nl: 'Bel terug' });
    // Pressing once more is choosing one's own.
    const edition = /name="edition" value="([^"]+)"/.exec(second.text)?.[1] ?? '';
    const again = await team.post(path, { ...mine, ...whole, edition, followUp: 'Schrijf terug' });
    expect(again.status).toBe(303);
    expect((await interviews())[0]?.talk?.followUp).toMatchObject({ nl: 'Schrijf terug' });
  });

  it('that a colleague erased meanwhile is not lost to who was still writing', async () => {
    await send({ ...sound, participants: (await interviews())[0]?.talk?.participants ?? '' });
    const made = (await interviews()).at(-1);
    const path = `${root()}/talks/${made?.code}`;
    const mine = await carriedBy(team, path);
    await team.post(`${path}/remove`, { csrf: mine.csrf });
    const whole = { ...sound, participants: made?.talk?.participants ?? '', followUp: 'Nog te vragen' };
    const late = await team.post(path, { ...mine, ...whole });
    expect(late.status).toBe(409);
    expect(wordsOf(late)).toContain('Een collega wiste dit intussen');
    expect(late.text).toContain('Nog te vragen');
    expect((await interviews()).some(({ code }) => code === made?.code)).toBe(false);
    const edition = /name="edition" value="([^"]+)"/.exec(late.text)?.[1] ?? '';
    expect((await team.post(path, { ...mine, ...whole, edition })).status).toBe(303);
    expect((await interviews()).at(-1)?.code).toBe(made?.code);
    await team.post(`${path}/remove`, { csrf: mine.csrf });
  });
});
