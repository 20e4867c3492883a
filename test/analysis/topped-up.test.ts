// What is counted on top of what was counted before says the same as counting everything at once, to the last bit:
// whatever came when, and whoever looked in between.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyseGroup, analyseProject, familyOf } from '../../analysis/analyse-project.ts';
import { Dataset } from '../../analysis/dataset.ts';
import { discloseGroup } from '../../analysis/disclosure.ts';
import { explore } from '../../analysis/explore/explore.ts';
import { offerOf } from '../../analysis/explore/offer.ts';
import { type ExploreView, readView } from '../../analysis/explore/view.ts';
import { toppedUp } from '../../analysis/topped-up.ts';
import type { Answers } from '../../surveys/answers.ts';
import { needsCatalogueSchema } from '../../surveys/needs-catalogue.ts';
import { packAnswers } from '../../surveys/response-document.ts';
import { catalogue, codebook, noRecords, questionnaire } from './small-survey.ts';

const words = (nl: string) => ({ nl });
const where = [{ variables: ['role'], codes: ['desk'] }];
const sign = (indicator: object) => ({ source: 'survey', label: words('teken'), ...indicator });
const widely = needsCatalogueSchema.parse({
  ...catalogue,
  background: ['role'],
  comparisons: [{ code: 'verschil', label: words('verschil'), before: 'use.wise', after: 'skill.wise' }],
  needs: [
    ...catalogue.needs,
    {
      code: 'N4',
      label: words('Veel tekens'),
      indicators: [
        sign({ share: { any: [{ variables: ['stop.*'], codes: ['1'] }] } }),
        sign({ share: { any: [{ variables: ['use.wise'], codes: ['3', 'N'] }], where } }),
        sign({ measure: 'mean', mean: { variable: 'use.films', lowIsNeed: true, where } }),
        sign({ measure: 'gap', gap: { importance: 'skill.wise', ability: 'skill.films', where } }),
        sign({ measure: 'gap', gap: { importance: 'skill.films', ability: 'skill.wise' } }),
      ],
      discrepancy: { importance: 'use.wise', ability: 'use.films', values: 'asIs' },
    },
  ],
});
const register = ['a', 'b', 'c', 'd'].map((code, index) => ({
  code,
  province: index % 2 === 0 ? 'hier' : 'daar',
  sizeClass: '1',
}));

const code = (...codes: string[]) => fc.constantFrom(undefined, ...codes);
const anyRow = fc.record({
  library: fc.constantFrom(null, 'a', 'b', 'c', 'd', 'elders'),
  answers: fc
    .record({
      role: code('desk', 'lead'),
      'use.wise': code('0', '1', '3', 'N'),
      'use.films': code('0', '1', '3', 'N'),
      'skill.wise': code('0', '1', '2', 'N'),
      'skill.films': code('0', '1', '2', 'N'),
      'stop.time': code('0', '1'),
      'stop.travel': code('0', '1'),
      'stop.none': code('0', '1'),
      'learn.paper': code('1', '2'),
    })
    .map(
      (answers): Answers =>
        Object.fromEntries(
          Object.entries(answers).flatMap(([name, said]) => (said === undefined ? [] : [[name, said]])),
        ),
    ),
  shown: fc.boolean(),
});
type Row = typeof anyRow extends fc.Arbitrary<infer R> ? R : never;

function append(dataset: Dataset, rows: readonly Row[]): void {
  const from = dataset.lastSequence;
  dataset.append(
    rows.map(({ library, answers, shown }, index) => ({
      sequence: from + index + 1,
      version: 1,
      library,
      day: '2024-01-08',
      document: packAnswers(codebook, answers, (variable) => shown || !variable.startsWith('stop')),
    })),
  );
}

/** Everything that is worked out of a project: of everybody, of a group as the team sees it, and of views. */
function everythingOf(dataset: Dataset) {
  const survey = { survey: 'small', main: true, version: 1, questionnaire, dataset, remarks: [] };
  const input = {
    project: 'small',
    title: words('Klein'),
    demonstration: false,
    catalogue: widely,
    register,
    surveys: [survey],
    records: noRecords,
    panel: null,
    panelMembers: 0,
  };
  const filters = [{ variable: 'role', code: 'desk' }];
  const [group, family] = [analyseGroup(input, filters), familyOf(input)];
  const explored = { ...survey, register, background: ['role'] };
  const views = searches.map((search) => {
    const { view, problems } = readView(new URLSearchParams(search), offerOf(explored));
    expect(problems).toEqual([]);
    // Without problems there is a view.
    return explore(explored, view as ExploreView);
  });
  return [analyseProject(input), group && family && discloseGroup(group, family, 'team'), group, views];
}

/** Crossed with what people answer and with what the register knows, of persons and of libraries, with weights. */
const searches = [
  'question=grid&by=role&weighting=register',
  'question=stop&by=role&unit=libraries',
  'question=grid&by=province&weighting=register',
  'question=grid&by=role&filter=province:hier',
];

it('a project says the same however its answers came in, and whoever saw only the first of them', () => {
  const portion = fc.record({ rows: fc.array(anyRow, { maxLength: 12 }), behind: fc.nat({ max: 5 }) });
  fc.assert(
    fc.property(fc.array(portion, { minLength: 1, maxLength: 4 }), (portions) => {
      const growing = new Dataset(codebook, 1);
      const all: Row[] = [];
      for (const { rows, behind } of portions) {
        append(growing, rows);
        all.push(...rows);
        for (const size of [all.length, Math.max(0, all.length - behind)]) {
          const whole = new Dataset(codebook, 1);
          append(whole, all.slice(0, size));
          expect(everythingOf(growing.upTo(size))).toEqual(everythingOf(whole));
        }
      }
    }),
    { numRuns: 25 },
  );
});

it('counting goes on from what a reader of as much saw, and starts anew for one who sees less than anybody', () => {
  const origin = {};
  const counted: (readonly [number, number])[] = [];
  const count = (size: number) =>
    toppedUp<Uint32Array>({ origin, size }, 'rows', (known, from) => {
      counted.push([from, size]);
      return Uint32Array.of((known?.[0] ?? 0) + size - from);
    })[0];
  expect([100, 95, 120, 115, 115].map(count)).toEqual([100, 95, 120, 115, 115]);
  expect(counted).toEqual([
    [0, 100],
    [0, 95],
    [100, 120],
    [95, 115],
  ]);
});
