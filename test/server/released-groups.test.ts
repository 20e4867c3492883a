// What readers outside the team see of groups, read over HTTP while answers come in: between any two moments a figure about
// starters, or about a group of a view in the report, differs by nobody or by five people at least.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { releaseStep } from '../../analysis/report/release-step.ts';
import { seededRandom } from '../../analysis/statistics/seeded-random.ts';
import { setMemberToken } from '../../server/db/panels.ts';
import { insertResponses, responsesSince } from '../../server/db/responses.ts';
import { saveView } from '../../server/db/saved-views.ts';
import { surveyByCode } from '../../server/db/surveys.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { publishReport } from '../../server/operations/publish-report.ts';
import { takeAway } from '../../server/operations/withdraw-response.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import { reasonOfByte } from '../../surveys/response-document.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';
import { toldIn, wordsOf } from './figures-told.ts';

type Stored = Awaited<ReturnType<typeof responsesSince>>[number];

const receipt = '7KQ42MHR';
let now = new Date('2024-03-01T13:00:00Z');
let app: App;
let team: Visitor;
let respondent: Visitor;
/** Whole answers of the demonstration, by their answer to A3, how long somebody works there; starters first. */
let answers: ReadonlyMap<string, readonly Stored[]>;

const stored = () => responsesSince(app.ctx.db.kysely, 'ooo', 0, 10_000);

beforeAll(async () => {
  app = await startDemonstration({ now: () => now });
  team = app.visitor();
  await signInThroughSetUp(team);
  const { kysely } = app.ctx.db;
  const member = await kysely
    .selectFrom('panel_members')
    .select('code')
    .where('project', '=', 'ooo')
    .orderBy('code')
    .executeTakeFirstOrThrow();
  await setMemberToken(kysely, 'ooo', member.code, hashToken('panel', 'mijn-kaart'));
  const all = await stored();
  await kysely
    .updateTable('responses')
    .set({ receipt_hash: hashToken('receipt', receipt) })
    .where('survey', '=', 'ooo')
    .where('sequence', '=', all.at(-1)?.sequence ?? 0)
    .execute();
  respondent = app.visitor();
  respondent.cookies.set('receipt_ooo', receipt);
  answers = await wholeAnswers(all);
  const view = {
    survey: 'ooo',
    question: 'C2',
    variable: null,
    by: 'A3',
    gapWith: null,
    filters: [],
    weighting: 'none',
    unit: 'persons',
    correction: 'benjaminiHochberg',
  } as const;
  const seeing = { percent: 'group', chart: null } as const;
  await app.ctx.writes.run((db) =>
    saveView(db, 'ooo', { id: 'v1', view, seeing, title: 'Aanbod per dienstjaren', note: '' }),
  );
}, 60_000);
afterAll(() => app?.stop());

/** Who left none of these questions open: one person more is then one person more in every figure read here. */
async function wholeAnswers(all: readonly Stored[]): Promise<ReadonlyMap<string, readonly Stored[]>> {
  const survey = await surveyByCode(app.ctx.db.kysely, 'ooo');
  if (!survey) throw new Error('the demonstration has a survey');
  const { variables, position } = codebookOf(survey.questionnaire);
  const given = ({ document }: Stored, name: string) => {
    const place = position.get(name) ?? -1;
    const variable = variables[place];
    return variable !== undefined && reasonOfByte(variable, document[place] ?? 255) === null;
  };
  const whole = all.filter((one) => ['A3', 'C2', 'B2.wise'].every((name) => given(one, name)));
  const codeOf = ({ document }: Stored) => {
    const place = position.get('A3') ?? -1;
    return variables[place]?.categories[document[place] ?? 255]?.code ?? '';
  };
  const byCode = new Map<string, readonly Stored[]>();
  for (const one of whole) {
    const code = codeOf(one);
    if (['lt1', 'y1_4'].includes(code) && !given(one, 'E5.niets')) continue;
    byCode.set(code, [...(byCode.get(code) ?? []), one]);
  }
  return byCode;
}

/** Sends so many of these answers again, from other persons. */
async function come(again: readonly (Stored | undefined)[]): Promise<void> {
  const responses = again.flatMap((one) =>
    one
      ? [
          {
            id: app.ctx.newId(),
            version: one.version,
            library: one.library,
            day: one.day,
            receiptHash: null,
            seed: null,
            document: one.document,
            texts: {},
          },
        ]
      : [],
  );
  await app.ctx.writes.run((db) => insertResponses(db, 'ooo', responses));
  // What respondents see of all is kept for a while.
  now = new Date(now.getTime() + 3_600_000);
}
const of = (code: string, count: number) =>
  Array.from({ length: count }, (_, place) => answers.get(code)?.[place % (answers.get(code)?.length ?? 1)]);

/** The base of every figure about a group on a page, by what it is about. */
async function groupsOn(visitor: Visitor, address: string): Promise<ReadonlyMap<string, number>> {
  const page = await visitor.get(address);
  expect([address, page.status]).toEqual([address, 200]);
  const words = wordsOf(page);
  const bases = new Map<string, number>();
  for (const { about, base } of toldIn(words))
    if (about.startsWith('starters')) bases.set(`${address} ${about.slice(0, 30)}`, base);
  const missed = /Wat miste je toen je startte\?(?! Nog te weinig)[^?]*? (\d+) antwoorden/.exec(words)?.[1];
  if (missed) bases.set(`${address} E5`, Number(missed));
  const view = words.slice(Math.max(0, words.lastIndexOf('Aanbod per dienstjaren')));
  for (const [, name = '', base] of view.matchAll(/(\d+ jaar(?: of meer)?) \(n (\d+)\)/g))
    bases.set(`${address} ${name}`, Number(base));
  return bases;
}

async function groupsSeen(): Promise<ReadonlyMap<string, number>> {
  const pages = [
    await groupsOn(app.visitor(), '/p/mijn-kaart'),
    await groupsOn(respondent, '/s/ooo/summary'),
    await groupsOn(team, '/team/ooo/report/preview'),
  ];
  return new Map(pages.flatMap((page) => [...page]));
}

/** What is wrong between an earlier and a later moment: groups that differ by one to four. */
function fewBetween(earlier: ReadonlyMap<string, number>, later: ReadonlyMap<string, number>) {
  return [...later].filter(([about, base]) => {
    const moved = Math.abs(base - (earlier.get(about) ?? base));
    return moved > 0 && moved < releaseStep;
  });
}
const starters = '/p/mijn-kaart starters misten iets toen ze b';
const answersTold = async () => /(\d+) antwoorden/.exec(wordsOf(await respondent.get('/s/ooo/summary')))?.[1];
const preview = async () => wordsOf(await team.get('/team/ooo/report/preview'));

it('one new starter among nine others moves the figures of everybody and no figure of a group', async () => {
  const before = await groupsSeen();
  expect(before.get(starters)).toBe(36);
  expect(before.size).toBeGreaterThan(11);
  const everybody = await answersTold();
  await publishReport(app.ctx, 'ooo');
  await come([...of('y10_19', 9), ...of('lt1', 1)]);
  expect(await groupsSeen()).toEqual(before);
  expect(await answersTold()).not.toBe(everybody);
  // The next version of the report shows the groups as they were, and says so.
  await publishReport(app.ctx, 'ooo');
  const report = wordsOf(await app.visitor().get('/r/ooo'));
  expect(report).toMatch(/Cijfers over een groep, [^.]* rusten bij [^.]* op de eerste 108 antwoorden/);
  expect(toldIn(report).filter(({ about }) => about.startsWith('starters misten iets'))[0]?.base).toBe(36);
});

it('with four more starters of the same years they move along, and the report says nothing of it', async () => {
  await come(of('lt1', 4));
  // Four answers move nothing; the fifth brings all of them.
  expect((await groupsSeen()).get(starters)).toBe(36);
  await come(of('y10_19', 1));
  const after = await groupsSeen();
  expect(after.get(starters)).toBe(41);
  expect(after.get('/s/ooo/summary E5')).toBe(41);
  expect(after.get('/team/ooo/report/preview 1 jaar')).toBe(16);
  expect(await preview()).not.toContain('Cijfers over een groep');
});

it('whoever comes, no two moments differ by one to four people in any group', async () => {
  const random = seededRandom(7);
  const codes = [...answers.keys()];
  const moments = [await groupsSeen()];
  for (let moment = 0; moment < 14; moment += 1) {
    const codeOf = () => codes[Math.floor(codes.length * random() ** 1.5)] ?? '';
    await come(Array.from({ length: 4 + Math.floor(14 * random()) }, () => of(codeOf(), 1)[0]));
    moments.push(await groupsSeen());
  }
  const pairs = moments.flatMap((later, place) =>
    moments.slice(0, place).map((earlier) => [earlier, later] as const),
  );
  expect(pairs.flatMap(([earlier, later]) => fewBetween(earlier, later))).toEqual([]);
  expect(new Set(moments.map((seen) => seen.get(starters))).size).toBeGreaterThan(2);
}, 120_000);

it('after a withdrawal no figure about a group is shown until ten new people are in every one', async () => {
  await come([...answers.keys()].flatMap((code) => of(code, 5)));
  expect(await preview()).not.toContain('Cijfers over een groep');
  const before = await groupsSeen();
  const [first] = await stored();
  if (!first) throw new Error('somebody answered');
  await app.ctx.writes.run((db) => takeAway(db, 'ooo', first));
  now = new Date(now.getTime() + 3_600_000);
  expect([...(await groupsSeen()).keys()]).toEqual([]);
  expect(await preview()).toMatch(/Cijfers over een groep, [^.]* tonen we bij [^.]* voorlopig niet/);
  await come([...answers.keys()].flatMap((code) => of(code, code === 'lt1' ? 9 : 10)));
  expect([...(await groupsSeen()).keys()]).toEqual([]);
  await come([...answers.keys()].flatMap((code) => of(code, 10)));
  const after = await groupsSeen();
  expect(after.get(starters)).toBeGreaterThan(before.get(starters) ?? 0);
  expect(fewBetween(before, after)).toEqual([]);
});
