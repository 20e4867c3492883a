// The board of workshops: tallies of what was found, what is needed, ideas by use and effort; what nobody counted stays blank.
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

const root = () => `/team/${name}/workshops`;
const stored = async () => (await recordsOf(app.ctx.db.kysely, name)).workshop;
async function send(fields: Readonly<Record<string, string>>, path = `${root()}/new`) {
  return team.post(path, { ...(await carriedBy(team, path)), ...fields });
}

describe('the board of workshops', () => {
  it('NYR-25 shows how many said that a finding holds, needs nuance or misses something', async () => {
    const page = wordsOf(await team.get(root()));
    expect(page).toMatch(/Tijd remt meer dan alle andere dingen\. 12 2 0/);
    expect(page).toContain('14 mensen');
  });

  it('NYR-26 leaves blank what nobody counted, on the board and in the form', async () => {
    const page = wordsOf(await team.get(root()));
    expect(page).toContain('aantal deelnemers niet bekend');
    expect(page).toContain(
      'Een school die taken deelt met de bib werkt al samen · aantal deelnemers niet bekend',
    );
    expect(page).toMatch(/In kleine bibs is iedereen aanspreekpunt\. – – –/);
    const uncounted = (await stored()).find(({ people }) => people === null);
    const form = await team.get(`${root()}/${uncounted?.code}`);
    expect(form.text).toMatch(/name="people"[^>]*value=""/);
    expect(form.text).toMatch(/name="statement\.1\.holds"[^>]*value=""/);
  });

  it('NYR-27 and NYR-28 keep in how many half days it ran, what is needed, and ideas by use and effort', async () => {
    const page = wordsOf(await team.get(root()));
    expect(page).toContain('2 halve dagen');
    expect(page).toContain('Eén blad met afspraken per bib.');
    expect(page).toMatch(/Veel nut, weinig werk Gesprekskaarten voor het teamoverleg nut 5, werk 2/);
    expect(page).toMatch(/Veel nut, veel werk Een korte film over ontvangen/);
    expect(page).toMatch(/Nog niet gescoord Een cursus van twee dagen nut –, werk –/);
  });

  it('NYR-26 tells of every party that was invited where it comes from, and how many where that is known', async () => {
    const page = wordsOf(await team.get(root()));
    expect(page).toContain('De drie bibs van de gesprekken nam deel aan een gesprek · 9 mensen');
    expect(page).toContain(
      'Bibs die niet aan een gesprek deelnamen nieuw in het project · aantal deelnemers niet bekend',
    );
    expect(page).toContain('Een museum met veel vrijwilligers uit een verwant vak · 2 mensen');
    const [first] = await stored();
    const form = await team.get(`${root()}/${first?.code}`);
    // Blank is not known; 0 would be nobody.
    expect(form.text).toMatch(/name="invited\.3\.people"[^>]*value=""/);
  });

  it('NYR-28 has an agenda of four blocks, and tells what each gave', async () => {
    const { guide } = (await projectByCode(app.ctx.db.kysely, name)) ?? {};
    expect(guide?.workshop?.agenda).toHaveLength(4);
    expect(
      (await stored()).find(({ outputs }) => outputs.length > 0)?.outputs.map(({ block }) => block),
    ).toEqual(guide?.workshop?.agenda.map(({ code }) => code));
    const page = wordsOf(await team.get(root()));
    expect(page).toContain('Meer weten De bib wordt een plek waar mensen elkaar ontmoeten');
    // A block without an output tells what it is for.
    expect(page).toContain('Meer weten Begin met een kort verhaal van iemand die er veel van weet');
  });

  it('NYR-29 has three boards: tasks and functions, what one must be able to do, and products', async () => {
    const page = wordsOf(await team.get(root()));
    expect(page).toMatch(
      /Taken en functies .*Ontvangen en de weg wijzen.* Wat je moet kunnen .*Doorvragen kunnen we minder goed.* Producten die helpen/,
    );
  });

  it('is not there without a guide, nor for who is not signed in', async () => {
    const without = { 'title-nl': 'Zonder', 'language-nl': '1', code: 'zonder', start: 'empty' };
    const made = await team.post('/team/new', { ...(await carriedBy(team, '/team/new')), ...without });
    expect(made.status).toBe(303);
    expect((await team.get('/team/zonder/workshops')).status).toBe(404);
    expect((await team.get('/team/zonder/workshops/new')).status).toBe(404);
    expect((await app.visitor().get(root())).location).toContain('/team/sign-in');
  });
});

describe('the form of a workshop', () => {
  it('begins with the findings of the project', async () => {
    const { finding } = await recordsOf(app.ctx.db.kysely, name);
    const form = wordsOf(await team.get(`${root()}/new`));
    for (const { text } of finding) expect(form).toContain(text.nl);
  });

  it('says at the field what is wrong and gives back what was typed', async () => {
    const before = await stored();
    const refused = await send({
      day: '2024-13-01',
      people: 'veel',
      'statement.1.text': 'Dit <i>klopt</i>',
      'statement.1.holds': '-1',
      'idea.1.text': 'Een kaart',
      'idea.1.use': '6',
      'invited.1.party': 'Een school',
      'invited.1.people': 'tien',
    });
    expect(refused.status).toBe(422);
    for (const field of [
      'title',
      'day',
      'people',
      'statement.1.holds',
      'idea.1.use',
      'invited.1.from',
      'invited.1.people',
    ]) {
      expect(refused.text).toContain(`href="#${field}"`);
      expect(refused.text).toContain(`id="${field}-error"`);
    }
    expect(refused.text).toContain('Dit &lt;i&gt;klopt&lt;/i&gt;');
    expect(await stored()).toEqual(before);
  });

  it('keeps a workshop, changes it and erases it', async () => {
    const sound = { title: 'Werkdag west', day: '2024-12-03', parts: '2', people: '' };
    const kept = await send({ ...sound, 'statement.2.text': 'Het klopt.', 'statement.2.holds': '0' });
    const made = (await stored()).at(-1);
    expect([kept.status, kept.location]).toEqual([303, `${root()}#${made?.code}`]);
    expect(made).toMatchObject({ people: null, parts: 2, ideas: [] });
    // Counted and none is another thing than not counted.
    expect(made?.statements).toEqual([{ text: { nl: 'Het klopt.' }, holds: 0, nuance: null, missing: null }]);
    const path = `${root()}/${made?.code}`;
    expect((await send({ ...sound, people: '21' }, path)).status).toBe(303);
    expect((await stored()).at(-1)).toMatchObject({ people: 21, statements: [] });
    const { csrf } = await carriedBy(team, path);
    expect((await team.post(`${path}/remove`, { csrf })).status).toBe(303);
    expect((await stored()).some(({ code }) => code === made?.code)).toBe(false);
    expect((await team.get(path)).status).toBe(404);
  });

  it('NYR-26, NYR-28 and NYR-29 keeps who was invited, what a block gave and on which board a statement stands', async () => {
    const { guide } = (await projectByCode(app.ctx.db.kysely, name)) ?? {};
    const [block, board] = [guide?.workshop?.agenda[0]?.code ?? '', guide?.workshop?.boards[1]?.code ?? ''];
    const kept = await send({
      title: 'Werkdag oost',
      day: '2024-12-04',
      parts: '1',
      'invited.1.party': 'Een museum',
      'invited.1.from': 'related',
      'invited.2.party': 'Niemand gekomen',
      'invited.2.from': 'new',
      'invited.2.people': '0',
      [`output.${block}`]: 'We weten meer.',
      'statement.1.text': 'Luisteren is het begin.',
      'statement.1.board': board,
    });
    expect(kept.status).toBe(303);
    const made = (await stored()).at(-1);
    expect(made).toMatchObject({
      invited: [
        { party: { nl: 'Een museum' }, from: 'related', people: null },
        { from: 'new', people: 0 },
      ],
      outputs: [{ block, text: { nl: 'We weten meer.' } }],
      statements: [{ board }],
    });
  });

  it('keeps the words of the other language where they were left as they are', async () => {
    const [first] = await stored();
    const path = `${root()}/${first?.code}`;
    const text = first?.statements[0]?.text.nl ?? '';
    const sound = { title: first?.title.nl ?? '', day: first?.date.sort ?? '', parts: '2' };
    const sent = await team.post(path, {
      ...(await carriedBy(team, path)),
      ...sound,
      'statement.1.text': text,
    });
    expect(sent.status).toBe(303);
    const after = (await stored())[0];
    expect(after?.title).toEqual(first?.title);
    expect(after?.statements[0]?.text).toEqual(first?.statements[0]?.text);
  });

  it('is overwritten by no colleague who saves second: both texts stand side by side, and nothing is lost', async () => {
    const made = (await stored()).at(-1);
    const path = `${root()}/${made?.code}`;
    const sound = { title: 'Werkdag oost', day: '2024-12-04', parts: '1' };
    const [mine, theirs] = [await carriedBy(team, path), await carriedBy(team, path)];
    expect((await team.post(path, { ...theirs, ...sound, people: '12' })).status).toBe(303);
    const second = await team.post(path, { ...mine, ...sound, people: '15', 'idea.1.text': 'Een kaart' });
    expect(second.status).toBe(409);
    expect(second.text).toContain('<td>12</td><td>15</td>');
    expect(second.text).toContain('<td>leeg</td><td>Een kaart</td>');
    expect((await stored()).at(-1)).toMatchObject({ people: 12, ideas: [] });
    const edition = /name="edition" value="([^"]+)"/.exec(second.text)?.[1] ?? '';
    const again = await team.post(path, {
      ...mine,
      ...sound,
      edition,
      people: '15',
      'idea.1.text': 'Een kaart',
    });
    expect(again.status).toBe(303);
    expect((await stored()).at(-1)).toMatchObject({ people: 15, ideas: [{ text: { nl: 'Een kaart' } }] });
  });
});
