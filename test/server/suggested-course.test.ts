// A course for who began without library education: with its owners among the materials, suggested beside the results, and to
// the person who answered so.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordsOf } from '../../server/db/records.ts';
import { addDemonstration } from '../../server/first-start.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';
import { wordsOf } from './figures-told.ts';

const name = 'kennisdeling';
let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
  await addDemonstration(app.ctx, name);
}, 60_000);
afterAll(() => app?.stop());

const course = async (code: string) =>
  (await recordsOf(app.ctx.db.kysely, name)).course.find((each) => each.code === code);

describe('the courses of a project on sharing knowledge', () => {
  it('UKB-12 the basic course has four owners, a provider, a first year and days of shadowing', async () => {
    expect(await course('basis')).toMatchObject({
      firstYear: 2023,
      frequency: 'yearly',
      pilot: true,
      shadowDays: 2,
    });
    expect((await course('basis'))?.owners).toHaveLength(4);
    const page = wordsOf(await team.get(`/team/${name}/materials/course/basis`));
    expect(page).toContain('van UKB, SHB, OKBN en WSWB');
    for (const told of ['gegeven door VOGIN', 'jaarlijks sinds 2023', '2 dagen meelopen', 'Begon als proef'])
      expect(page).toContain(told);
  });

  it('UKB-14 training on negotiating licences is marked as internal', async () => {
    expect(await course('licenties')).toMatchObject({ internal: true, frequency: 'regularly' });
    expect(wordsOf(await team.get(`/team/${name}/materials/course/licenties`))).toMatch(
      /Onderhandelen over licenties Intern/,
    );
  });

  it('UKB-13 the results suggest the course beside the question on how people came in, with how many they are', async () => {
    const overview = await team.get(`/team/${name}/results`);
    const { text } = overview;
    const [, count] = /(\d+) van de \d+ antwoordden “Nee” op/.exec(wordsOf(overview)) ?? [];
    expect(Number(count)).toBeGreaterThanOrEqual(5);
    expect(text).toContain(`/team/${name}/materials/course/basis`);
    const pages = [...text.matchAll(/results\?page(?:=|&#x3D;)([\w-]+)"/g)].map(([, page]) => page);
    const shown = await Promise.all(
      pages.map(async (page) => wordsOf(await team.get(`/team/${name}/results?page=${page}`))),
    );
    expect(shown.filter((page) => page.includes('Wat je wie zo antwoordt kan aanraden'))).toHaveLength(1);
  });
});
