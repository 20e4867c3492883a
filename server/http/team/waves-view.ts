// Two waves of a survey beside each other: what changed and by how much, what did not, where the series breaks and why;
// and the form that says which survey is a next wave of which.
import { changeOf, chartsOfWave, isSure } from '../../../analysis/charts/wave-charts.ts';
import type { WaveComparison, WaveLine } from '../../../analysis/results/waves.ts';
import type { Change } from '../../../surveys/changes.ts';
import type { ProjectRecord } from '../../../surveys/project-records.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel, noBase } from '../../computed.ts';
import type { Survey } from '../../db/surveys.ts';
import type { Lead, Tab } from './page-parts.ts';
import { type BrokenPicture, brokenPicture, type WavePicture, wavePicture } from './wave-pictures.ts';
import type { Words } from './workspace.ts';

interface ComparisonView {
  readonly id: string;
  readonly title: string;
  readonly facts: string;
  /** What came first in the year of each wave. */
  readonly years: readonly string[];
  readonly moved: readonly string[];
  readonly nothingMoved: string;
  readonly chance: string;
  readonly charts: readonly WavePicture[];
  readonly broken: readonly BrokenPicture[];
  readonly alone: string;
  readonly computed: ComputedPanel;
}
interface WaveChoice {
  readonly survey: string;
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[];
}
export interface WavesPage extends Lead {
  readonly tabs: readonly Tab[];
  readonly comparisons: readonly ComparisonView[];
  readonly choices: readonly WaveChoice[];
  /** What comes first in each year, the newest first. */
  readonly priorities: readonly { readonly title: string; readonly note: string; readonly edit: string }[];
  readonly newPriority: string;
  readonly saved: boolean;
  readonly copy: string;
  readonly csrf: string;
}

type YearPriority = ProjectRecord<'year_priority'>;

export interface WavesShown {
  readonly project: string;
  readonly surveys: readonly Survey[];
  readonly comparisons: readonly WaveComparison[];
  readonly priorities: readonly YearPriority[];
  readonly tabs: readonly Tab[];
  readonly csrf: string;
  readonly saved: boolean;
}

const wavesMethods = ['waves', 'newcombe', 'sameLibraries'] as const;

export function wavesPage(shown: WavesShown, words: Words): WavesPage {
  const { comparisons, surveys, project, priorities } = shown;
  const [newest] = comparisons.toReversed();
  return {
    finding: newest
      ? words.say({ key: 'waves.finding', values: { moved: newest.moved, compared: newest.compared } })
      : words.say({ key: 'waves.findingNone' }),
    lead: words.say({ key: newest ? 'waves.lead' : 'waves.leadNone' }),
    action: null,
    tabs: shown.tabs,
    comparisons: comparisons.map((comparison) => comparisonView(comparison, surveys, priorities, words)),
    choices: surveys.map((survey) => choiceOf(survey, surveys, words)),
    priorities: [...priorities]
      .sort((one, other) => other.year - one.year)
      .map(({ code, year, title, note }) => ({
        title: words.say({ key: 'waves.priority', values: { year: String(year), title } }),
        note: note ? inLanguage(note, words.language) : '',
        edit: `/team/${project}/waves/priorities/${code}`,
      })),
    newPriority: `/team/${project}/waves/priorities/new`,
    saved: shown.saved,
    copy: `/team/${project}/surveys/new`,
    csrf: shown.csrf,
  };
}

function comparisonView(
  comparison: WaveComparison,
  surveys: readonly Survey[],
  priorities: readonly YearPriority[],
  words: Words,
): ComparisonView {
  const { first, second, questions, compared, tested, moved } = comparison;
  const name = (text: WaveComparison['first']['title']) => inLanguage(text, words.language);
  const named = namesOf(comparison, words);
  const priorityOf = (side: WaveComparison['first']) => priorities.find(({ year }) => year === side.year);
  // A wave of a year with a priority carries it wherever it is told beside the other.
  const tagged = (side: 'first' | 'second') => {
    const priority = priorityOf(comparison[side]);
    return priority ? `${named[side]} (${priority.year}: ${name(priority.title)})` : named[side];
  };
  const names = { first: tagged('first'), second: tagged('second') };
  const lines = questions.flatMap((question) => question.lines.map((line) => ({ question, line })));
  const sure = lines
    .filter(({ line }) => line.difference && isSure(line.difference.interval))
    .toSorted((one, other) => size(other.line) - size(one.line));
  return {
    id: `wave-${first.survey}-${second.survey}`,
    title: words.say({
      key: 'waves.title',
      values: { first: name(first.title), second: name(second.title) },
    }),
    facts: words.say({
      key: 'waves.facts',
      values: { first: first.responses, second: second.responses, libraries: comparison.libraries },
    }),
    years:
      priorities.length === 0
        ? []
        : (['first', 'second'] as const).map((side) => {
            const priority = priorityOf(comparison[side]);
            const { year } = comparison[side];
            return words.say({
              key: priority ? 'waves.yearPriority' : 'waves.yearNone',
              values: {
                wave: named[side],
                year: year === null ? '' : String(year),
                title: priority ? name(priority.title) : '',
              },
            });
          }),
    moved: sure.map(({ question, line }) => {
      const about = inLanguage(question.label, words.language);
      return `${about} ${words.say(changeOf(line, words.language))}`;
    }),
    nothingMoved: compared === 0 ? words.say({ key: 'waves.tooFew' }) : words.say({ key: 'waves.nothing' }),
    chance:
      compared > 1
        ? words.say({
            key: 'waves.chance',
            values: { compared, tested, moved, expected: Math.max(1, Math.round(compared * 0.05)) },
          })
        : '',
    charts: questions
      .filter(({ lines: own }) => own.length > 0)
      .flatMap((question) => chartsOfWave(question, { ...names, language: words.language }))
      .map((chart) => wavePicture(chart, names, wavesMethods, words)),
    broken: questions
      .filter(({ breaks }) => breaks.length > 0)
      .map(({ label, breaks }) =>
        brokenPicture(
          label,
          breaks.map((change) => reasonOf(change, words)),
          names,
          words,
        ),
      ),
    alone: aloneWords(comparison, surveys, words),
    computed: computedPanel(words.say({ key: 'waves.moved' }), { methods: wavesMethods }, noBase, words),
  };
}

function size({ difference, unit }: WaveLine): number {
  // Means have units of their own: they come after the shares, the largest first.
  return Math.abs(difference?.estimate ?? 0) * (unit === 'share' ? 1 : 1e-6);
}

/** What the two waves are called on charts: their titles, or where those are the same, first and now. */
function namesOf({ first, second }: WaveComparison, words: Words) {
  const [was, is] = [first, second].map(({ title }) => inLanguage(title, words.language));
  return was === is || was === undefined || is === undefined
    ? { first: words.say({ key: 'waves.first' }), second: words.say({ key: 'waves.second' }) }
    : { first: was, second: is };
}

function reasonOf({ key, values }: Change, words: Words): string {
  const said = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' ? inLanguage(value, words.language) : value,
    ]),
  );
  return words.say({ key, values: said });
}

function aloneWords(
  { onlyFirst, onlySecond }: WaveComparison,
  surveys: readonly Survey[],
  words: Words,
): string {
  if (onlyFirst.length + onlySecond.length === 0 || surveys.length === 0) return '';
  return words.say({
    key: 'waves.alone',
    values: { first: onlyFirst.length, second: onlySecond.length },
  });
}

function choiceOf(survey: Survey, surveys: readonly Survey[], words: Words): WaveChoice {
  const name = ({ questionnaire }: Survey) => inLanguage(questionnaire.title, words.language);
  return {
    survey: survey.code,
    name: name(survey),
    options: [
      { value: '', label: words.say({ key: 'waves.none' }), selected: survey.waveOf === null },
      ...surveys
        .filter(({ code }) => code !== survey.code && !comesAfter(code, survey.code, surveys))
        .map((other) => ({ value: other.code, label: name(other), selected: other.code === survey.waveOf })),
    ],
  };
}

/** Whether a survey is a wave of another, or a wave of a wave of it: then the other cannot follow it. */
export function comesAfter(survey: string, other: string, surveys: readonly Survey[]): boolean {
  const seen = new Set<string>();
  let at: string | null = survey;
  while (at !== null && !seen.has(at)) {
    seen.add(at);
    at = surveys.find(({ code }) => code === at)?.waveOf ?? null;
    if (at === other) return true;
  }
  return false;
}
