// The working paper of a project in the words of a language: what was read, what it tells, and whether it is as long and
// rests on as many sources as was meant. Page, file and papers are all drawn from this.
import {
  againstRange,
  factorsOf,
  pagesOf,
  type RoleTasks,
  type Told,
  tasksByRole,
  wordsIn,
  wordsPerPage,
} from '../../analysis/materials/literature.ts';
import type { ProjectRecords } from '../../surveys/project-records.ts';
import type { ReportWords } from './report-words.ts';

export interface PaperSource {
  readonly code: string;
  /** Its place, from 1: what is told refers to it. */
  readonly number: number;
  readonly title: string;
  /** Kind, publisher and year as one line. */
  readonly facts: string;
  readonly kind: string;
  readonly publisher: string;
  readonly year: string;
  readonly link: string | null;
  readonly summary: string;
}
export interface PaperCheck {
  readonly name: string;
  readonly said: string;
  readonly state: 'within' | 'under' | 'over' | 'none';
  readonly stateWord: string;
}
export interface LiteraturePaper {
  readonly title: string;
  readonly intro: readonly string[];
  readonly conclusion: readonly string[];
  readonly sources: readonly PaperSource[];
  readonly tasks: readonly RoleTasks[];
  readonly promoting: readonly Told[];
  readonly hindering: readonly Told[];
  readonly checks: readonly PaperCheck[];
  /** Words counted as one page. */
  readonly perPage: number;
}

export function literaturePaper(
  { literature, paper: [paper] }: Pick<ProjectRecords, 'literature' | 'paper'>,
  words: ReportWords,
): LiteraturePaper {
  const { t, text, language } = words;
  const whole = {
    title: paper ? text(paper.title) : t('materials.paper.title'),
    intro: paragraphs(text(paper?.intro ?? null)),
    conclusion: paragraphs(text(paper?.conclusion ?? null)),
    sources: literature.map((source, place): PaperSource => {
      const kind = t(`materials.literature.kindChoice.${source.kind}`);
      const year = source.year === undefined ? t('materials.literature.noYear') : String(source.year);
      return {
        code: source.code,
        number: place + 1,
        title: text(source.title),
        facts: [kind, text(source.publisher), year].join(' · '),
        kind,
        publisher: text(source.publisher),
        year,
        link: source.link ?? null,
        summary: text(source.summary ?? null),
      };
    }),
    tasks: tasksByRole(literature, language),
    promoting: factorsOf(literature, 'promoting', language),
    hindering: factorsOf(literature, 'hindering', language),
  };
  const count = wordsIn(textsOf(whole));
  const pages = pagesOf(count);
  const check = (
    name: 'sources' | 'pages',
    value: number,
    range: Parameters<typeof againstRange>[1],
    values: Readonly<Record<string, string | number>>,
  ): PaperCheck => {
    const state = againstRange(value, range);
    return {
      name: t(`materials.paper.${name}`),
      said: t(`materials.paper.${name}Said`, {
        ...values,
        from: range?.from ?? 0,
        to: range?.to ?? 0,
        meant: range ? 'yes' : 'no',
      }),
      state,
      stateWord: t(`materials.paper.state.${state}`),
    };
  };
  return {
    ...whole,
    perPage: wordsPerPage,
    checks: [
      check('sources', literature.length, paper?.sources, { count: literature.length }),
      check('pages', pages, paper?.pages, { pages, words: count }),
    ],
  };
}

/** What stands in the paper, for its length. */
function textsOf(paper: Omit<LiteraturePaper, 'checks' | 'perPage'>): readonly string[] {
  const told = (each: readonly Told[]) => each.map(({ text }) => text);
  return [
    paper.title,
    ...paper.intro,
    ...paper.sources.flatMap(({ title, facts, summary }) => [title, facts, summary]),
    ...paper.tasks.flatMap(({ role, wentWell, wentLessWell }) => [
      role,
      ...told(wentWell),
      ...told(wentLessWell),
    ]),
    ...told(paper.promoting),
    ...told(paper.hindering),
    ...paper.conclusion,
  ];
}

function paragraphs(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}
