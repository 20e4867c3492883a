// Two waves of a survey beside each other: what changed and by how much, what did not, where the series breaks and why;
// and the form that says which survey is a next wave of which.
import { changeOf, chartsOfWave, isSure } from '../../../analysis/charts/wave-charts.ts';
import type { WaveComparison, WaveLine } from '../../../analysis/results/waves.ts';
import type { Change } from '../../../surveys/changes.ts';
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
  readonly saved: boolean;
  readonly copy: string;
  readonly csrf: string;
}

export interface WavesShown {
  readonly project: string;
  readonly surveys: readonly Survey[];
  readonly comparisons: readonly WaveComparison[];
  readonly tabs: readonly Tab[];
  readonly csrf: string;
  readonly saved: boolean;
}

const wavesMethods = ['waves', 'newcombe', 'sameLibraries'] as const;

export function wavesPage(shown: WavesShown, words: Words): WavesPage {
  const { comparisons, surveys, project } = shown;
  const [newest] = comparisons.toReversed();
  return {
    finding: newest
      ? words.say({ key: 'waves.finding', values: { moved: newest.moved, compared: newest.compared } })
      : words.say({ key: 'waves.findingNone' }),
    lead: words.say({ key: newest ? 'waves.lead' : 'waves.leadNone' }),
    action: null,
    tabs: shown.tabs,
    comparisons: comparisons.map((comparison) => comparisonView(comparison, surveys, words)),
    choices: surveys.map((survey) => choiceOf(survey, surveys, words)),
    saved: shown.saved,
    copy: `/team/${project}/surveys/new`,
    csrf: shown.csrf,
  };
}

function comparisonView(
  comparison: WaveComparison,
  surveys: readonly Survey[],
  words: Words,
): ComparisonView {
  const { first, second, questions, compared, tested, moved } = comparison;
  const name = (text: WaveComparison['first']['title']) => inLanguage(text, words.language);
  const names = namesOf(comparison, words);
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
