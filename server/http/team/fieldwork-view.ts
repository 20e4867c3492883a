// Who answered and who is missing: libraries of the register and number of answers as separate measures.
import { wholePercent } from '../../../analysis/chart.ts';
import { chartOfCoverage } from '../../../analysis/charts/coverage-bars.ts';
import { chartOfAnswersPerDay } from '../../../analysis/charts/curve.ts';
import { chartOfRegister } from '../../../analysis/charts/register-bars.ts';
import type { ProjectAnalysis } from '../../../analysis/results/project.ts';
import type { Coverage } from '../../../analysis/results/survey.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel, noBase } from '../../computed.ts';
import type { Survey } from '../../db/surveys.ts';
import type { Lead, Tab } from './page-parts.ts';
import { type ShownChart, shownChart } from './shown-chart.ts';
import type { Words } from './workspace.ts';

export interface FieldworkPage extends Lead {
  readonly tabs: readonly Tab[];
  readonly empty: boolean;
  readonly charts: readonly ShownChart[];
  readonly curve: ShownChart | null;
  /** Per province and size class: shares of who answered beside the register's. */
  readonly represented: readonly ShownChart[];
  /** "1,27 antwoorden per bib. Uit 67 bibs kwam er één …" */
  readonly perLibrary: { readonly mean: string; readonly spread: string; readonly without: string } | null;
  readonly missing: MissingTable | null;
  /** Of the table of who is missing, and of the answers per library. */
  readonly computed: ComputedPanel;
  readonly others: readonly string[];
  /** Which surveys still take answers, each with the page that closes it. */
  readonly surveys: readonly {
    readonly title: string;
    /** Whom it is for; empty where nobody said. */
    readonly audience: string;
    readonly state: string;
    readonly close: string | null;
    /** The page where forms on paper are typed in. */
    readonly entry: string | null;
    /** The address where respondents answer, whole; null while they cannot. */
    readonly share: string | null;
  }[];
}
interface MissingTable {
  readonly finding: string;
  readonly provinces: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly cells: readonly Cell[];
    readonly total: number;
  }[];
  readonly totals: readonly number[];
  readonly total: number;
}
interface Cell {
  readonly missing: number;
  /** Fewer than 15% of five or more libraries took part. */
  readonly behind: boolean;
}

/** From this many libraries on a group can lag behind; below this share it does. */
const behind = { libraries: 5, share: 0.15 } as const;

/**
 * The page over the project's main survey; other surveys of the project are counted in a sentence.
 * @param server the address of this server, before every link that is sent to somebody.
 */
export function fieldworkPage(
  analysis: ProjectAnalysis,
  surveys: readonly Survey[],
  registerDate: string | null,
  server: string,
  words: Words,
): FieldworkPage {
  const [main, ...others] = analysis.surveys;
  const coverage = main?.coverage ?? null;
  const answers = main?.responses ?? 0;
  const options = (id: string) => ({
    id,
    title: { [words.language]: words.say({ key: `team.fieldwork.${id}` }) },
    language: words.language,
  });
  const share = coverage?.libraries;
  const computing = { methods: ['coverage'] } as const;
  const chart = (id: string, groups: Coverage['byProvince']) =>
    coverage ? [shownChart(chartOfCoverage(groups, coverage.libraries, options(id)), computing, words)] : [];
  const named = (key: string) => ({ [words.language]: words.say({ key: `team.fieldwork.${key}` }) });
  const beside = (id: string, groups: Coverage['byProvince']) => {
    const measures = { first: named('ofAnswered'), second: named('ofRegister') };
    const view = chartOfRegister(groups, { ...options(id), ...measures });
    return view ? [shownChart(view, computing, words)] : [];
  };
  return {
    finding:
      share?.count != null && share.base !== null && share.estimate !== null
        ? words.say({
            key: 'team.fieldwork.finding',
            values: { count: share.count, base: share.base, percent: wholePercent(share.estimate) },
          })
        : words.say({ key: 'team.fieldwork.findingAnswers', values: { count: answers } }),
    lead: words.say({
      key: coverage ? 'team.fieldwork.lead' : 'team.fieldwork.leadAnswers',
      values: { count: answers, register: registerDate ? dayWords(registerDate, words) : '' },
    }),
    action: coverage
      ? null
      : { address: registerAddress(analysis.project), name: words.say({ key: 'register.begin' }) },
    tabs: fieldworkTabs(analysis.project, 'answers', words),
    empty: answers === 0,
    charts: coverage
      ? [...chart('byProvince', coverage.byProvince), ...chart('bySizeClass', bySize(coverage.bySizeClass))]
      : [],
    curve:
      coverage && coverage.perDay.length > 1
        ? shownChart(chartOfAnswersPerDay(coverage.perDay, options('perDay')), computing, words)
        : null,
    represented: coverage
      ? [
          ...beside('registerProvince', coverage.byProvince),
          ...beside('registerSizeClass', bySize(coverage.bySizeClass)),
        ]
      : [],
    perLibrary: coverage && answers > 0 ? perLibrary(coverage, words) : null,
    computed: computedPanel(words.say({ key: 'register.tab.answers' }), computing, noBase, words),
    missing: coverage && coverage.missing.length > 0 ? missingTable(coverage, words) : null,
    others: others.map(({ title, responses }) =>
      words.say({ key: 'team.fieldwork.other', values: { title: title, count: responses } }),
    ),
    surveys: surveys.map(({ code, state, questionnaire }) => ({
      title: inLanguage(questionnaire.title, words.language),
      state: words.say({ key: `team.fieldwork.${state}` }),
      audience: questionnaire.audience
        ? words.say({
            key: 'team.fieldwork.audience',
            values: { audience: inLanguage(questionnaire.audience, words.language) },
          })
        : '',
      close: state === 'open' ? `/team/${analysis.project}/surveys/${code}/close` : null,
      entry: state === 'open' ? `/team/${analysis.project}/entry?survey=${code}` : null,
      share: state === 'open' ? `${server}/s/${code}` : null,
    })),
  };
}

/** The page of the register of a project. */
export function registerAddress(project: string): string {
  return `/team/${encodeURIComponent(project)}/register`;
}

/** The two pages of the station: who answered, and who was asked. */
export function fieldworkTabs(project: string, here: 'answers' | 'register', { say }: Words): readonly Tab[] {
  const home = `/team/${encodeURIComponent(project)}/fieldwork`;
  return [
    { name: say({ key: 'register.tab.answers' }), address: home, here: here === 'answers' },
    {
      name: say({ key: 'register.tab.register' }),
      address: registerAddress(project),
      here: here === 'register',
    },
  ];
}

/** Classes such as "4-10" in the order of their numbers. */
function bySize(groups: Coverage['bySizeClass']): Coverage['bySizeClass'] {
  return [...groups].sort((one, other) => byNumber(one.group, other.group));
}
function byNumber(one: string, other: string): number {
  return one.localeCompare(other, undefined, { numeric: true });
}

function dayWords(day: string, words: Words): string {
  return new Intl.DateTimeFormat(words.language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  );
}

function perLibrary(coverage: Coverage, words: Words): FieldworkPage['perLibrary'] {
  const libraries = coverage.answersPerLibrary.reduce((sum, entry) => sum + entry.libraries, 0);
  const answers = coverage.answersPerLibrary.reduce((sum, entry) => sum + entry.answers * entry.libraries, 0);
  if (libraries === 0) return null;
  return {
    mean: words.say({ key: 'team.fieldwork.perLibrary', values: { mean: answers / libraries } }),
    spread: capital(
      coverage.answersPerLibrary
        .map((entry) =>
          words.say({
            key: 'team.fieldwork.perLibraryRow',
            values: { libraries: entry.libraries, answers: entry.answers },
          }),
        )
        .join(', '),
    ),
    without:
      coverage.withoutLibrary > 0
        ? words.say({ key: 'team.fieldwork.withoutLibrary', values: { count: coverage.withoutLibrary } })
        : '',
  };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function missingTable({ missing }: Coverage, words: Words): MissingTable {
  const provinces = [...new Set(missing.map(({ province }) => province))];
  const sizes = [...new Set(missing.map(({ sizeClass }) => sizeClass))].sort(byNumber);
  const absent = (rows: Coverage['missing']) =>
    rows.reduce((sum, { register, answered }) => sum + register - answered, 0);
  const at = (size: string, province: string) =>
    missing.filter((entry) => entry.sizeClass === size && entry.province === province);
  const total = absent(missing);
  const rows = sizes.map((size) => ({
    name: size,
    cells: provinces.map((province) => cellOf(at(size, province))),
    total: absent(missing.filter(({ sizeClass }) => sizeClass === size)),
  }));
  const [most] = [...rows].sort((one, other) => other.total - one.total);
  return {
    finding: words.say({
      key: 'team.fieldwork.missing',
      values: { total, most: most?.total ?? 0, size: most?.name ?? '' },
    }),
    provinces,
    rows,
    totals: provinces.map((province) => absent(missing.filter((entry) => entry.province === province))),
    total,
  };
}

function cellOf(entries: Coverage['missing']): Cell {
  const register = entries.reduce((sum, entry) => sum + entry.register, 0);
  const answered = entries.reduce((sum, entry) => sum + entry.answered, 0);
  return {
    missing: register - answered,
    behind: register >= behind.libraries && answered / register < behind.share,
  };
}
