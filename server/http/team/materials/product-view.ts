// The page of one product: what it is and answers, what a kit holds, whom it is suggested to, what who tried it said, and
// how it was received and passed on.
import type { ChartView } from '../../../../analysis/chart.ts';
import { looksOf } from '../../../../analysis/charts/looks.ts';
import { chartsOfQuestion } from '../../../../analysis/charts/question-charts.ts';
import { type Product, productsOf } from '../../../../analysis/materials/products.ts';
import { methodsOfQuestion } from '../../../../analysis/methods.ts';
import { inLanguage } from '../../../../surveys/questionnaire.ts';
import { type ShownChart, shownChart } from '../shown-chart.ts';
import type { Workspace } from '../workspace.ts';
import { courseFacts, type ProductLine, type ProductSources, productLine } from './product-line.ts';
import { type DisseminationLine, disseminationLine, type ReviewLine, reviewLine } from './told-lines.ts';

interface Fact {
  readonly name: string;
  readonly values: readonly { readonly text: string; readonly address: string | null }[];
}
export interface ProductPage {
  readonly line: ProductLine;
  readonly back: string;
  readonly facts: readonly Fact[];
  /** The agenda of a kit: a time, where its line begins with one, and what happens. */
  readonly agenda: readonly { readonly time: string; readonly what: string }[];
  /** Materials of a kit, with their places. */
  readonly holds: readonly ProductLine[];
  readonly trials: readonly {
    readonly title: string;
    readonly said: string;
    readonly charts: readonly ShownChart[];
    /** How many wrote something, per open question; where it is read. */
    readonly written: readonly { readonly label: string; readonly said: string }[];
    readonly results: string;
  }[];
  readonly reviews: readonly ReviewLine[];
  readonly passedOn: readonly DisseminationLine[];
}

export function productPage(product: Product, sources: ProductSources, workspace: Workspace): ProductPage {
  const { project, records, words } = sources;
  const about = (each: { readonly products: readonly { readonly kind: string; readonly code: string }[] }) =>
    each.products.some(({ kind, code }) => kind === product.kind && code === product.code);
  return {
    line: productLine(product, sources),
    back: `/team/${project}/materials`,
    facts: factsOf(product, sources, workspace).filter(({ values }) => values.length > 0),
    agenda: product.kind === 'kit' ? agendaLines(words.text(product.agenda ?? null)) : [],
    holds: heldBy(product, sources),
    trials: product.trials.flatMap((survey) => trialOf(survey, sources, workspace)),
    reviews: records.review.filter(about).map((review) => reviewLine(review, sources)),
    passedOn: records.dissemination.filter(about).map((each) => disseminationLine(each, sources)),
  };
}

function factsOf(
  product: Product,
  { project, records, words }: ProductSources,
  workspace: Workspace,
): Fact[] {
  const plain = (texts: readonly string[]) =>
    texts.filter(Boolean).map((text) => ({ text, address: null as string | null }));
  const named = (part: string) => words.t(`materials.fact.${part}`);
  return [
    { name: named('audience'), values: plain([words.text(product.audience ?? null)]) },
    {
      name: named('needs'),
      values: product.needs.map((code) => ({
        text: words.text(workspace.analysis.needs.find((need) => need.code === code)?.label ?? null) || code,
        address: `/team/${project}/needs/${code}`,
      })),
    },
    { name: named('competences'), values: plain(product.competences.map(({ text }) => words.text(text))) },
    {
      name: named('recommendations'),
      values: plain(
        product.recommendations.map((code) =>
          words.text(records.recommendation.find((each) => each.code === code)?.text ?? null),
        ),
      ),
    },
    {
      name: named('course'),
      values: product.kind === 'course' ? plain(courseFacts(product, words)) : [],
    },
  ];
}

/** "9.20 De drie rollen" is a time and what happens; a line without a time is told as it is. */
export function agendaLines(agenda: string): ProductPage['agenda'] {
  return agenda
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [, time = '', what = line] = /^(\d{1,2}[.:u]\d{2})\s+(.+)$/.exec(line) ?? [];
      return { time, what };
    });
}

function heldBy(product: Product, sources: ProductSources): readonly ProductLine[] {
  if (product.kind !== 'kit') return [];
  const codes = [product.film, product.slides, product.exercise, product.others].flat();
  return productsOf(sources.records)
    .filter(({ kind, code }) => kind === 'material' && codes.includes(code))
    .map((each) => productLine(each, sources));
}

/** The answers of who tried it, as far as this reader may see them. */
function trialOf(
  code: string,
  { project, analysis, words }: ProductSources,
  workspace: Workspace,
): ProductPage['trials'] {
  const survey = workspace.surveys.find((each) => each.code === code);
  const figures = analysis.surveys.find((each) => each.survey === code);
  if (!survey || !figures) return [];
  const lookOf = looksOf(survey.questionnaire);
  const asked = figures.questions.filter(({ type }) => type !== 'consent' && type !== 'register');
  const charted = (view: ChartView, question: (typeof asked)[number]) =>
    shownChart(view, { methods: methodsOfQuestion(question) }, workspace);
  return [
    {
      title: inLanguage(survey.questionnaire.title, words.language),
      said: words.t('materials.trial.answers', { count: figures.responses }),
      charts: asked
        .filter(({ kind }) => kind !== 'text' && figures.responses > 0)
        .flatMap((question) =>
          chartsOfQuestion(question, words.language, lookOf).map((view) => charted(view, question)),
        ),
      written: asked.flatMap((question) =>
        question.kind === 'text'
          ? [{ label: words.text(question.label), said: writtenWords(words.share(question.given).of, words) }]
          : [],
      ),
      results: `/team/${project}/results${survey.position === 0 ? '' : `?survey=${code}`}`,
    },
  ];
}

function writtenWords(of: string, { t }: ProductSources['words']): string {
  return of === '' ? t('report.share.withheld') : t('materials.trial.wrote', { of });
}
