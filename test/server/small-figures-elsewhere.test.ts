// The other pages with figures, for every reader: needs, waves, skills, fieldwork, remarks, the report, a panel member's
// cards, and what a respondent sees of all. Nothing stands on few, and of four answers no page tells what they say.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minimums } from '../../analysis/disclosure/minimums.ts';
import { readers } from '../../analysis/disclosure.ts';
import { setMemberToken } from '../../server/db/panels.ts';
import { reportByCode } from '../../server/db/reports.ts';
import { deleteSomeResponses, insertResponses, responsesSince } from '../../server/db/responses.ts';
import { countErasure } from '../../server/db/surveys.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import { projectSkills } from '../../server/operations/project-skills.ts';
import { projectWaves } from '../../server/operations/project-waves.ts';
import { publishReport, readSnapshot } from '../../server/operations/publish-report.ts';
import { addSecondWave } from '../set-up/second-wave.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';
import { filesOf, isFew, offered, rowsIn, toldIn, wordsOf } from './figures-told.ts';

const receipt = '7KQ42MHR';
let now = new Date('2024-03-01T13:00:00Z');
let app: App;
let team: Visitor;
let respondent: Visitor;
let before: Awaited<ReturnType<typeof responsesSince>>;
beforeAll(async () => {
  app = await startDemonstration({ now: () => now });
  team = app.visitor();
  await signInThroughSetUp(team);
  await addSecondWave(app);
  before = await responsesSince(app.ctx.db.kysely, 'ooo', 0, 1000);
  await setMemberToken(app.ctx.db.kysely, 'ooo', await firstMember(), hashToken('panel', 'mijn-kaart'));
  await app.ctx.db.kysely
    .updateTable('responses')
    .set({ receipt_hash: hashToken('receipt', receipt) })
    .where('survey', '=', 'ooo')
    .where('sequence', '=', before.at(-1)?.sequence ?? 0)
    .execute();
  respondent = app.visitor();
  respondent.cookies.set('receipt_ooo', receipt);
}, 60_000);
afterAll(() => app?.stop());

async function firstMember(): Promise<string> {
  const member = await app.ctx.db.kysely
    .selectFrom('panel_members')
    .select('code')
    .where('project', '=', 'ooo')
    .orderBy('code')
    .executeTakeFirstOrThrow();
  return member.code;
}

/** Leaves so many of the first wave's answers; what respondents see of all is worked out again. */
async function leave(count: number): Promise<void> {
  const { length } = await responsesSince(app.ctx.db.kysely, 'ooo', 0, 1000);
  await app.ctx.writes.run(async (db) => {
    await deleteSomeResponses(db, 'ooo', length - count);
    await countErasure(db, 'ooo');
  });
  later();
}
function later(): void {
  now = new Date(now.getTime() + 3_600_000);
}

const needs = ['N1', 'N2', 'N3', 'N3a', 'N3b', 'N4', 'N5', 'N5a', 'N5b', 'N5c', 'N5d'];
const workspace = [
  'needs',
  ...needs.map((need) => `needs/${need}`),
  'evidence',
  'order',
  'skills',
  'waves',
  'fieldwork',
  'results/remarks',
  'records',
  'report/preview',
].map((path) => `/team/ooo/${path}`);

/** Every page by its address, as its reader gets it. */
async function everyPage(): Promise<ReadonlyMap<string, Page>> {
  const pages = new Map<string, Page>();
  for (const address of workspace) pages.set(address, await team.get(address));
  pages.set('/p/mijn-kaart', await app.visitor().get('/p/mijn-kaart'));
  pages.set('/s/ooo/summary', await respondent.get('/s/ooo/summary'));
  for (const [address, { status }] of pages) expect([address, status]).toEqual([address, 200]);
  return pages;
}

/** What is counted is no answer, or has no minimum: interviews, libraries that took part, tickets, remarks, figures. */
const noAnswers =
  /^(keer herkend|herken|bronnen|cijfers|noden|meldingen|bibs|opmerkingen|mensen die iets schreven)/;
const interviews = /herkend in een interview$/;
/** Signs that count some of the people alone. */
const ofGroups = /^starters/;

describe.each([108, 36, 14])('pages of %i answers', (size) => {
  let pages: ReadonlyMap<string, Page>;
  beforeAll(async () => {
    await leave(size);
    pages = await everyPage();
    if (size < 108) await publishReport(app.ctx, 'ooo');
    pages = new Map([...pages, ['/r/ooo', await app.visitor().get('/r/ooo')]]);
    for (const library of ['bib-001', 'bib-120', 'bib-250']) {
      const address = `/team/ooo/libraries/${library}`;
      pages = new Map([...pages, [address, await team.get(address)]]);
    }
  }, 60_000);

  it('tell no share of fewer than five people, and in a group none of fewer than ten or of few', () => {
    const told = [...pages].flatMap(([address, page]) =>
      [page, ...filesOf(page).map((text) => ({ text: `<main>${text}` }))].flatMap((one) =>
        toldIn(wordsOf(one)).map((share) => ({ address, ...share })),
      ),
    );
    const ofPeople = told.filter(
      ({ about, before: words }) => !noAnswers.test(about) && !interviews.test(words),
    );
    expect(ofPeople.length).toBeGreaterThan(size === 108 ? 100 : 20);
    expect(ofPeople.filter(({ base }) => base < minimums.anything)).toEqual([]);
    const crossed = ofPeople.filter(({ about }) => ofGroups.test(about));
    expect(crossed.length > 0).toBe(size > 14);
    expect(
      crossed.filter(({ count, base }) => base < minimums.cross || isFew(count) || isFew(base - count)),
    ).toEqual([]);
  });

  it('tell on no page of a library of a group of fewer than ten, or of few in it', async () => {
    const published = await reportByCode(app.ctx.db.kysely, 'ooo');
    const figures = published && readSnapshot(published).libraries;
    const own = figures?.libraries.flatMap((library) => library.own ?? []) ?? [];
    const shown = [...(figures?.groups.flatMap(({ shares }) => shares) ?? []), ...own].filter(
      ({ openness }) => openness !== 'withheld',
    );
    expect(shown.length > 0).toBe(size === 108);
    expect(
      shown.filter(
        ({ count, base }) =>
          base === null || count === null || base < minimums.cross || isFew(count) || isFew(base - count),
      ),
    ).toEqual([]);
  });

  it('tell of skills in ten libraries at least, and in a group of the register of no few', async () => {
    const whole = pages.get('/team/ooo/skills');
    expect(whole && rowsIn(whole).filter(([, base]) => base < minimums.cross)).toEqual([]);
    for (const group of whole ? offered(whole, 'filter') : []) {
      const page = await team.get(`/team/ooo/skills?filter=${encodeURIComponent(group)}`);
      const few = rowsIn(page).filter(
        ([count, base]) => base < minimums.cross || isFew(count) || isFew(base - count),
      );
      expect([group, page.status, few]).toEqual([group, 200, []]);
    }
  });

  it('tell of the libraries of two waves that no few moved', async () => {
    const comparisons = await projectWaves(app.ctx, 'ooo', 'team');
    const panels = comparisons.flatMap(({ questions }) =>
      questions.flatMap(({ lines }) => lines.flatMap(({ panel }) => panel ?? [])),
    );
    expect(panels.length > 0).toBe(size > 14);
    for (const { libraries, up, down, same } of panels) {
      expect(libraries).toBeGreaterThanOrEqual(minimums.cross);
      expect([up, down, same].filter((count) => isFew(count ?? 0))).toEqual([]);
    }
  });
});

describe('pages of four answers', () => {
  /** A page as its reader gets it, but for what is new each time. */
  const asSent = ({ text }: Page) =>
    text
      .replaceAll(/name="csrf" value="[^"]*"/g, '')
      .replaceAll(/nonce="[^"]*"/g, '')
      .replaceAll(/\b[0-9a-f]{64}\b/g, '');

  async function seen() {
    later();
    const pages = [...(await everyPage())].map(([address, page]) => [address, asSent(page)] as const);
    const outside = readers.filter((reader) => reader !== 'operator');
    const figures = await Promise.all(
      outside.flatMap((reader) => [
        analyseProject(app.ctx, 'ooo', { reader }),
        projectSkills(app.ctx, 'ooo', reader),
        projectWaves(app.ctx, 'ooo', reader),
      ]),
    );
    return { pages: new Map(pages), figures };
  }

  const inFull = () => analyseProject(app.ctx, 'ooo', { reader: 'operator' });

  /** Four people of the same libraries answer instead, all of them as one of the hundred did. */
  async function answerOtherwise(place: number): Promise<void> {
    const left = await responsesSince(app.ctx.db.kysely, 'ooo', 0, 1000);
    const document = before[place]?.document;
    if (!document) throw new Error('there is no such answer');
    const others = left.map(({ version, library, day }, index) => ({
      id: app.ctx.newId(),
      version,
      library,
      day,
      receiptHash: index === 0 ? hashToken('receipt', receipt) : null,
      seed: null,
      document,
      texts: {},
    }));
    await app.ctx.writes.run(async (db) => {
      await deleteSomeResponses(db, 'ooo', left.length);
      await insertResponses(db, 'ooo', others);
      await countErasure(db, 'ooo');
    });
  }

  it('are the same whatever the four said, for every reader', async () => {
    await leave(4);
    await answerOtherwise(0);
    const [first, full] = [await seen(), await inFull()];
    for (const place of [20, 66]) {
      await answerOtherwise(place);
      expect(await inFull()).not.toEqual(full);
      const other = await seen();
      for (const [address, page] of first.pages) {
        // The own answers beside everybody's are the respondent's own.
        if (address === '/s/ooo/summary') continue;
        expect([address, other.pages.get(address)]).toEqual([address, page]);
      }
      expect(other.figures).toEqual(first.figures);
    }
    expect(first.pages.get('/s/ooo/summary')).toContain('te weinig antwoorden om iets te tonen');
  }, 120_000);
});
