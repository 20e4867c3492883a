// The board of workshops: tallies of what was found, what is needed, ideas by use and effort; what nobody counted stays blank.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordsOf } from '../../server/db/records.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
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
  const csrf = /name="csrf" value="([^"]+)"/.exec((await team.get(path)).text)?.[1] ?? '';
  return team.post(path, { csrf, ...fields });
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

  it('is not there without a guide, nor for who is not signed in', async () => {
    expect((await team.get('/team/ooo/workshops')).status).toBe(404);
    expect((await team.get('/team/ooo/workshops/new')).status).toBe(404);
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
    });
    expect(refused.status).toBe(422);
    for (const field of ['title', 'day', 'people', 'statement.1.holds', 'idea.1.use']) {
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
    const csrf = /name="csrf" value="([^"]+)"/.exec((await team.get(path)).text)?.[1] ?? '';
    expect((await team.post(`${path}/remove`, { csrf })).status).toBe(303);
    expect((await stored()).some(({ code }) => code === made?.code)).toBe(false);
    expect((await team.get(path)).status).toBe(404);
  });
});
