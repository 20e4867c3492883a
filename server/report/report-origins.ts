// Every number of a report opens to where it comes from: the question, the answers that count, whom it is limited to,
// base, missing, uncertainty and method, in the words of one language.
import { type MethodName, methodsOfQuestion } from '../../analysis/methods.ts';
import { figuresOf, type ReportFigure } from '../../analysis/report/figures.ts';
import type { OriginQuestion, ReportChart, ReportModel } from '../../analysis/report/model.ts';
import type { ReportWords } from './report-words.ts';

export interface OriginFact {
  readonly name: string;
  readonly value: string;
}
export interface OriginView {
  readonly anchor: string;
  /** What is opened: "36%" with what it says. */
  readonly figure: string;
  readonly label: string;
  readonly facts: readonly OriginFact[];
}

/** The place of a figure's origin in a block. */
export function originAnchor(block: string, figure: string): string {
  return `origin-${block}-${figure}`;
}

/** The origins of these figures of a block, each once; figures the report does not have get none. */
export function originViews(
  report: ReportModel,
  block: string,
  codes: readonly string[],
  words: ReportWords,
): readonly OriginView[] {
  const figures = figuresOf(report);
  return [...new Set(codes)].flatMap((code) => {
    const figure = figures.get(code);
    return figure ? [originView(report, block, figure, words)] : [];
  });
}

function originView(
  report: ReportModel,
  block: string,
  figure: ReportFigure,
  words: ReportWords,
): OriginView {
  const { code, share, kind } = figure;
  const said = words.share(share);
  const origin = report.origins?.[code];
  const source = kind === 'indicator' ? (code.split('.')[1] ?? '') : '';
  return {
    anchor: originAnchor(block, code),
    figure: said.figure,
    label: figure.label ? words.text(figure.label) : words.t('origins.coverage'),
    facts: named(words, [
      ['source', source === '' ? '' : words.t(`report.kind.${source}`)],
      ['question', questionWords(origin?.questions ?? [], words)],
      ['where', questionWords(origin?.where ?? [], words) || words.t('origins.everybody')],
      ['base', share.base === null ? said.figure : baseWords(figure, words)],
      ['missing', missingWords(figure, words)],
      ['interval', said.interval === '' ? words.t(intervalKey(figure)) : said.interval],
      ['method', words.t(`methods.how.${methodOf(kind)}`)],
    ]),
  };
}

/** A number that was only counted, such as that of answers. */
export function countedOrigin(
  block: string,
  what: 'answers' | 'sources' | 'actions',
  figure: string,
  words: ReportWords,
): OriginView {
  return {
    anchor: originAnchor(block, what),
    figure,
    label: words.t(`origins.counted.${what}`),
    facts: named(words, [['method', words.t(`origins.how.${what}`)]]),
  };
}

/** The numbers of the first screen that were only counted, as far as they say something. */
export function countedFacts({
  facts,
}: ReportModel): readonly (readonly ['answers' | 'sources' | 'actions', number])[] {
  const counted = [
    ['answers', facts.answers],
    ['sources', facts.sources.length],
    ['actions', facts.publicActions],
  ] as const;
  return counted.filter(
    ([what, count]) => what === 'answers' || (what === 'sources' ? count > 1 : count > 0),
  );
}

/** Both columns of the table of services: how often used, and how well mastered. Each row says its own base. */
export function serviceOrigins(
  { services }: ReportModel,
  block: string,
  words: ReportWords,
): readonly OriginView[] {
  const [first] = services;
  if (!first) return [];
  const columns = [
    ['frequent', first.frequency.label, 'distribution'],
    ['notIndependent', first.mastery.label, 'priority'],
  ] as const;
  return columns.map(([what, label, method]) => ({
    anchor: originAnchor(block, what),
    figure: words.t(`report.services.${what}`),
    label: words.t(`report.services.${what}Note`),
    facts: named(words, [
      ['question', `“${words.text(label)}”`],
      ['where', words.t('origins.everybody')],
      ['method', words.t(`methods.how.${method}`)],
    ]),
  }));
}

/** What stands behind a chart: its question and how it was worked out; base and missing are under the picture. */
export function chartOrigin(chart: ReportChart, words: ReportWords): readonly OriginFact[] {
  const [question, methods] = askedBy(chart, words);
  return named(words, [
    ['question', question],
    ['where', words.t('origins.everybody')],
    ['method', methods.map((name) => words.t(`methods.how.${name}`)).join(' ')],
  ]);
}

function askedBy(chart: ReportChart, words: ReportWords): readonly [string, readonly MethodName[]] {
  switch (chart.kind) {
    case 'question':
      return [`“${words.text(chart.result.label)}”`, methodsOfQuestion(chart.result)];
    case 'remarks':
      return [words.list(chart.remarks.map(({ label }) => `“${words.text(label)}”`)), ['remarks', 'wilson']];
    case 'beside':
      return [
        `“${words.text(chart.beside.label)}”`,
        [chart.beside.kind === 'twoSurveys' ? 'twoSurveys' : 'sideBySide', 'wilson', 'clusterShare'],
      ];
    case 'comparison':
      return [`“${words.text(chart.comparison.label)}”`, ['paired']];
  }
}

function named(words: ReportWords, facts: readonly (readonly [string, string])[]): readonly OriginFact[] {
  return facts.flatMap(([name, value]) =>
    value === '' ? [] : [{ name: words.t(`origins.${name}`), value }],
  );
}

function questionWords(questions: readonly OriginQuestion[], words: ReportWords): string {
  return questions
    .map(({ question, item, answers }) => {
      const asked = `“${words.text(question)}”${item ? `, ${words.text(item)}` : ''}`;
      return answers.length === 0
        ? asked
        : words.t('origins.answers', {
            question: asked,
            answers: words.list(answers.map((answer) => words.text(answer))),
          });
    })
    .join('; ');
}

function baseWords({ share }: ReportFigure, words: ReportWords): string {
  return words.t(`origins.unit.${share.unit}`, { base: share.base ?? 0 });
}

function missingWords({ share }: ReportFigure, words: ReportWords): string {
  if (share.missing === null || share.openness === 'withheld') return '';
  const reasons = Object.entries(share.missing).filter(([, count]) => count > 0);
  if (reasons.length === 0) return words.t('methods.noneMissing');
  return reasons.map(([reason, count]) => words.t(`origins.reason.${reason}`, { count })).join(', ');
}

function intervalKey({ share }: ReportFigure): string {
  return share.method === 'countOfAll' ? 'origins.noSample' : 'origins.noInterval';
}

function methodOf(kind: ReportFigure['kind']): MethodName {
  return kind === 'indicator' ? 'indicator' : kind;
}
