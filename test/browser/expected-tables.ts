// What the table under each chart must say, written from the figures `analyse --json` prints and from nothing of the
// charts' own code. A row is its group, its head and its cells; the order of rows is the chart's own affair.
import type { Share } from '../../analysis/figure.ts';
import type { NeedResult } from '../../analysis/results/needs.ts';
import type { Distribution, QuestionResult } from '../../analysis/results/questions.ts';
import type {
  CoverageGroup,
  RemarksResult,
  ServiceResult,
  SurveyAnalysis,
} from '../../analysis/results/survey.ts';
import type { Text } from '../../surveys/questionnaire.ts';

type Row = readonly string[];
/** Rows of every chart by the chart's id, each row as one line of text. */
export type Tables = Readonly<Record<string, readonly string[]>>;

const nl = (text: Text | null) => text?.nl ?? '';
const number = (value: number, digits = 0) =>
  value.toLocaleString('nl-BE', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const percent = (share: number) => `${Math.floor(share * 100 + 0.5 + 1e-9)}%`;
const tooFew = 'te weinig antwoorden';

/** Rows as lines, in an order that does not depend on the page. */
export function lines(rows: readonly Row[]): readonly string[] {
  return rows.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()).join(' | ')).sort();
}

function cells({ openness, count, base, estimate, interval }: Share): Row {
  if (openness === 'withheld' || count === null) return [tooFew, '', '', ''];
  const counts = [number(count), base === null ? '' : number(base)];
  if (estimate === null || openness === 'countOnly') return [...counts, '', ''];
  const range = interval ? `${percent(interval.lower).slice(0, -1)}–${percent(interval.upper)}` : '';
  return [...counts, percent(estimate), range];
}

function rowsOf(distribution: Distribution, group: string): readonly Row[] {
  const { openness, categories, missingCategories } = distribution;
  const open = openness === 'full' || openness === 'smallGroup';
  if (!open || categories.every(({ share }) => share.estimate === null))
    return [[group, tooFew, '', '', '', '']];
  return [
    ...categories.map(({ label, share }) => [group, nl(label), ...cells(share)]),
    ...missingCategories
      .filter(({ count }) => (count ?? 0) > 0)
      .map(({ label, count }) => [group, nl(label), String(count), '', '', '']),
  ];
}

function questionTables(question: QuestionResult): Tables {
  const one = (rows: readonly Row[]) => ({ [question.code]: lines(rows) });
  if (question.kind === 'text') return one([['', 'Schreef iets', ...cells(question.given)]]);
  if (question.kind === 'numbers') throw new Error('the demonstration asks for no numbers');
  if (question.kind === 'ranking')
    return one(
      question.options.map(({ label, inTop, first, meanPlace }) => [
        '',
        nl(label),
        ...cells(inTop),
        first.count === null ? '' : String(first.count),
        meanPlace === null ? '' : number(meanPlace, 1),
      ]),
    );
  if (question.kind === 'choices')
    return one(
      question.choices.map(({ label, share, ofAsked, ofMentions }) => [
        '',
        nl(label),
        ...cells(share),
        ofAsked.estimate === null ? '' : `${percent(ofAsked.estimate)} (n ${ofAsked.base ?? ''})`,
        ofMentions === null ? '' : percent(ofMentions),
      ]),
    );
  const scales = [...new Set(question.distributions.map(({ variable }) => scaleOf(variable)))];
  return Object.fromEntries(
    scales.map((scale) => {
      const rows = question.distributions.filter(({ variable }) => scaleOf(variable) === scale);
      return [
        scale,
        lines(rows.flatMap((row) => rowsOf(row, rows.length > 1 ? nl(row.item ?? row.label) : ''))),
      ];
    }),
  );
}

/** `B1` of `B1.wise`. */
function scaleOf(variable: string): string {
  return variable.split('.')[0] ?? variable;
}

/** Tables of the overview and of the questionnaire's pages. */
export function resultTables(survey: SurveyAnalysis): Tables {
  const comparisons = survey.comparisons.map(({ label, paired }) =>
    paired
      ? [
          '',
          nl(label),
          String(paired.base),
          number(paired.firstMean, 2),
          number(paired.secondMean, 2),
          `${paired.estimate >= 0 ? '+' : ''}${number(paired.estimate, 2)}`,
          paired.interval
            ? `${number(paired.interval.lower, 2)} tot ${number(paired.interval.upper, 2)}`
            : '',
        ]
      : ['', nl(label), tooFew, '', '', '', ''],
  );
  return Object.assign({ comparisons: lines(comparisons) }, ...survey.questions.map(questionTables));
}

/** Ids of the charts every question must have; consent and the choice from the register have none of use. */
export function chartsAsked({ questions }: SurveyAnalysis): readonly string[] {
  const asked = questions.filter(({ type }) => type !== 'consent' && type !== 'register');
  return asked.flatMap((question) => Object.keys(questionTables(question))).sort();
}

/** Both tables of every service. */
export function serviceTables(services: readonly ServiceResult[]): Tables {
  return Object.fromEntries(
    services.flatMap(({ frequency, mastery }) =>
      [frequency, mastery].map((each) => [each.variable, lines(rowsOf(each, ''))]),
    ),
  );
}

/** Services and themes of every question that was written to, and the first two questions side by side. */
export function remarkTables(remarks: readonly RemarksResult[]): Tables {
  const written = remarks.filter((each) => each.remarks > 0);
  return Object.fromEntries(
    written.flatMap((each) =>
      (['services', 'themes'] as const).map((by) => [
        `${each.question}-${by}`,
        lines(
          each[by]
            .filter(({ ofRemarks }) => (ofRemarks.count ?? 0) > 0)
            .map(({ label, ofRemarks, ofRespondents, ofEverybody }) => {
              const [count = '', , share = ''] = cells(ofRespondents);
              const [, , ofAll = ''] = cells(ofEverybody);
              return ['', nl(label), ...cells(ofRemarks).slice(0, 3), count, share, ofAll];
            }),
        ),
      ]),
    ),
  );
}

/** Coverage of the register and the answers per day. */
export function fieldworkTables({ coverage }: SurveyAnalysis): Tables {
  if (!coverage) return {};
  const day = (iso: string) =>
    new Date(iso).toLocaleDateString('nl', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return {
    byProvince: lines(coverage.byProvince.map(({ group, share }) => ['', group, ...cells(share)])),
    bySizeClass: lines(coverage.bySizeClass.map(({ group, share }) => ['', group, ...cells(share)])),
    registerProvince: lines(besideRegister(coverage.byProvince)),
    registerSizeClass: lines(besideRegister(coverage.bySizeClass)),
    perDay: lines(
      coverage.perDay.map((each) => ['', day(each.day), String(each.answers), String(each.total)]),
    ),
  };
}

/** Shares of who answered and of the register, and how many libraries they are apart. */
function besideRegister(groups: readonly CoverageGroup[]): string[][] {
  const sum = (of: 'count' | 'base') => groups.reduce((total, { share }) => total + (share[of] ?? 0), 0);
  const [answered, register] = [sum('count'), sum('base')];
  return groups.map(({ group, share }) => {
    const [own, all] = [share.count ?? 0, share.base ?? 0];
    const off = Math.round(own - (all * answered) / register);
    const bibs = `${Math.abs(off)} ${Math.abs(off) === 1 ? 'bib' : 'bibs'}`;
    const said = off === 0 ? 'zoals verwacht' : `${bibs} ${off > 0 ? 'meer' : 'minder'} dan verwacht`;
    return ['', group, percent(own / answered), percent(all / register), said];
  });
}

/** Every need with its place and score. */
export function needTables(needs: readonly NeedResult[]): Tables {
  const whole = (value: number) => String(Math.round(value));
  return {
    'need-scores': lines(
      needs.map(({ label, code, rank, score, interval }) => [
        '',
        nl(label),
        code,
        rank === null ? '' : String(rank),
        score === null ? '' : whole(score),
        interval ? `${whole(interval.lower)}–${whole(interval.upper)}` : '',
      ]),
    ),
  };
}
