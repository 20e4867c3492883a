// No page and no file goes round the door: in what is really sent, no figure of a group tells of one to four people, and a
// survey of four people says nothing at all.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minimums } from '../../analysis/disclosure/minimums.ts';
import { deleteSomeResponses } from '../../server/db/responses.ts';
import { countErasure } from '../../server/db/surveys.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';
import { countsIn, filesOf, isFew, offered, rowsIn, sharesIn, wordsOf } from './figures-told.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
});
afterAll(() => app?.stop());

const backgrounds = ['province', 'sizeClass', 'A2', 'A3', 'A4', 'A5', 'A6'];
/** One question of each kind that the demonstration asks, and a background itself. */
const questions = ['B1&variable=B1.wise', 'C4', 'E1', 'E2', 'A3'];

describe('pages of a hundred answers', () => {
  it('have no cell of one to four people in the tables one can take along, by any background', async () => {
    let shown = 0;
    for (const question of questions)
      for (const by of backgrounds.filter((name) => name !== question)) {
        const page = await team.get(`/team/ooo/explore?question=${question}&by=${by}`);
        expect(page.status).toBe(200);
        const counts = filesOf(page).flatMap(countsIn);
        shown += counts.length;
        expect([question, by, counts.filter(isFew)]).toEqual([question, by, []]);
      }
    expect(shown).toBeGreaterThan(100);
  }, 120_000);

  it('have none where the cross is limited to a group too', async () => {
    const [first, , third] = offered(await team.get('/team/ooo/explore?question=C4'), 'filter');
    for (const filter of [first, third])
      for (const by of backgrounds) {
        const page = await team.get(`/team/ooo/explore?question=C4&by=${by}&filter=${filter}`);
        expect(page.status).toBe(200);
        expect([by, filter, filesOf(page).flatMap(countsIn).filter(isFew)]).toEqual([by, filter, []]);
      }
  }, 120_000);

  it('tell of no few people, and no small group, on the results of one group and of two', async () => {
    const filters = offered(await team.get('/team/ooo/results'), 'filter');
    const groups = filters.filter((_, place) => place % 4 === 0).map((filter) => `filter=${filter}`);
    const two = `filter=${filters[0]}&filter=A4:full`;
    let shown = 0;
    for (const group of [...groups, two])
      for (const path of [
        'results?page=over_jou',
        'results?page=hulp',
        'results?page=leren',
        'results/services?',
      ]) {
        const page = await team.get(`/team/ooo/${path}&${group}`);
        expect(page.status).toBe(200);
        const shares = [...sharesIn(wordsOf(page)), ...rowsIn(page)];
        shown += shares.length;
        const told = shares.filter(
          ([count, base]) => base < minimums.cross || isFew(count) || isFew(base - count),
        );
        expect([group, path, told]).toEqual([group, path, []]);
      }
    expect(shown).toBeGreaterThan(100);
  }, 120_000);
});

it('say in one sentence that most of a table is hidden, and show no picture of next to nothing', async () => {
  const folded = 'Toon de tabel toch';
  const some = wordsOf(await team.get('/team/ooo/explore?question=C4&by=E3'));
  expect(some).toMatch(/maar \d+ van de 15 vakjes/);
  expect(some).toContain('te klein om te vergelijken');
  expect(some).not.toContain(folded);
  const few = await team.get('/team/ooo/explore?question=E3&by=A4');
  expect(wordsOf(few)).toMatch(/maar 2 van de 15 vakjes.* Toon de tabel toch/);
  expect(few.text).not.toContain('class="heat-table"');
  const nothing = wordsOf(await team.get('/team/ooo/explore?question=B1&variable=B1.wise&by=C4'));
  expect(nothing).toContain('Deze tabel tonen we niet');
  expect(nothing).not.toContain(folded);
  expect(wordsOf(await team.get('/team/ooo/explore?question=C4'))).not.toContain('vakjes');
});

it('say why a background is not split within one of its own groups', async () => {
  const page = await team.get('/team/ooo/explore?question=C4&by=A3&filter=A3:lt1');
  expect([page.status, wordsOf(page)]).toEqual([200, expect.stringContaining('niets te splitsen')]);
  const other = await team.get('/team/ooo/explore?question=C4&by=A4&filter=A3:y10_19');
  expect(wordsOf(other)).not.toContain('niets te splitsen');
});

describe('pages of four answers', () => {
  beforeAll(async () => {
    await app.ctx.writes.run(async (db) => {
      await deleteSomeResponses(db, 'ooo', 104);
      await countErasure(db, 'ooo');
    });
  });

  it.each([
    'results',
    'results?page=over_jou',
    'results?page=hulp',
    'results?page=leren',
    'results/services',
    'explore?question=C4',
    'explore?question=C4&by=A3',
    'explore?question=E1',
  ])('say nothing on %s', async (path) => {
    const page = await team.get(`/team/ooo/${path}`);
    expect(page.status).toBe(200);
    // Words on method and the rules of advice have percentages of their own, none that is a share of so few.
    const shares = wordsOf(page).match(/\b(0|25|33|67|75) ?%/g) ?? [];
    expect(path === 'results/services' ? [] : shares).toEqual([]);
    expect([...sharesIn(wordsOf(page)), ...rowsIn(page)]).toEqual([]);
    expect(filesOf(page).flatMap(countsIn)).toEqual([]);
  });
});
