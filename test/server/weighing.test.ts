// Weighing by criteria in the workspace: a set from a framework, weights that are edited, marks that add up in sight.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordsOf } from '../../server/db/records.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';
import { wordsOf as wordsIn } from './read-page.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
}, 60_000);
afterAll(() => app?.stop());

const path = '/team/ooo/weighing';
const wordsOf = ({ text }: Page) => wordsIn(text);
const hidden = (page: string, field: string) =>
  new RegExp(`name="${field}" value="([^"]*)"`).exec(page)?.[1] ?? '';
const criteria = async () => (await recordsOf(app.ctx.db.kysely, 'ooo')).weighing_criterion;

describe('LIB-21: deciding by feasibility, function, safety, ease, cost, new developments and law', () => {
  it('begins with the seven criteria a framework names', async () => {
    const page = await team.get(path);
    expect(page.text).toContain('(7 criteria, uit Bibliothecaris');
    const set = 'bibliothecaris:LIB-KT2.07';
    const csrf = hidden(page.text, 'csrf');
    expect((await team.post(`${path}/start`, { csrf, set: 'weg' })).status).toBe(404);
    expect((await team.post(`${path}/start`, { csrf, set })).status).toBe(303);
    expect((await criteria()).map(({ label }) => label.nl)).toEqual([
      'haalbaar',
      'functioneel',
      'veilig',
      'makkelijk in gebruik',
      'kostprijs',
      'nieuwe ontwikkelingen',
      'wetgeving',
    ]);
    // Once more adds none.
    await team.post(`${path}/start`, { csrf, set });
    expect(await criteria()).toHaveLength(7);
  });

  it('has weights the team edits, and says what is wrong with one', async () => {
    const form = await team.get(`${path}/criteria/c1`);
    const own = {
      csrf: hidden(form.text, 'csrf'),
      edition: hidden(form.text, 'edition'),
      code: 'c1',
      'label.nl': 'haalbaar',
    };
    expect((await team.post(`${path}/criteria/c1`, { ...own, weight: '101' })).status).toBe(422);
    expect((await team.post(`${path}/criteria/c1`, { ...own, weight: '30' })).status).toBe(303);
    expect((await criteria())[0]?.weight).toBe(30);
  });

  it('shows of each score its parts and what it lacks, for needs and for actions', async () => {
    const page = await team.get(path);
    const own = { csrf: hidden(page.text, 'csrf'), edition: hidden(page.text, 'edition'), of: 'need' };
    const sent = await team.post(path, { ...own, 'mark.N1.c1': '4', 'mark.N1.c5': '2', 'mark.N2.c1': '9' });
    expect(sent.status).toBe(303);
    const shown = wordsOf(await team.get(path));
    expect(shown).toContain('4 × 30 = 120');
    expect(shown).toContain('2 × 10 = 20');
    // 140 : 40.
    expect(shown).toMatch(/3,5\s*140 : 40 · plaats 1/);
    expect(shown).toContain(
      'zonder cijfer: functioneel, veilig, makkelijk in gebruik, nieuwe ontwikkelingen',
    );
    const actions = wordsOf(await team.get(`${path}?of=action`));
    expect(actions).toContain('Structuur brengen in de inhoud van het leerplatform');
    expect(actions).not.toContain('4 × 30');
  });

  it('never overwrites what a colleague kept: it answers 409 and names both', async () => {
    const page = await team.get(path);
    const own = { csrf: hidden(page.text, 'csrf'), edition: hidden(page.text, 'edition'), of: 'need' };
    const mine = { ...own, 'mark.N1.c1': '1' };
    expect((await team.post(path, { ...own, 'mark.N1.c1': '5' })).status).toBe(303);
    const stale = await team.post(path, mine);
    expect(stale.status).toBe(409);
    expect(wordsOf(stale)).toContain('haalbaar: collega 5, jij 1');
    const again = { ...mine, edition: hidden(stale.text, 'edition') };
    expect((await team.post(path, again)).status).toBe(303);
  });

  it('is for the team alone', async () => {
    expect((await app.visitor().get(path)).status).toBe(303);
  });
});
