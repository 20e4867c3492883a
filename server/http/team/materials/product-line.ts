// One product of a project in the words of a language, as lists and pages show it.
import { type KitPartState, partsOfKit } from '../../../../analysis/materials/kit-parts.ts';
import type { Product } from '../../../../analysis/materials/products.ts';
import { suggestedGroup } from '../../../../analysis/materials/suggested-group.ts';
import type { ProjectAnalysis } from '../../../../analysis/results/project.ts';
import type { ProjectRecord, ProjectRecords } from '../../../../surveys/project-records.ts';
import type { Context } from '../../../context.ts';
import { recordsOf } from '../../../db/records.ts';
import { type ReportWords, reportWords } from '../../../report/report-words.ts';
import { listInWords } from '../../paper-words.ts';
import type { Workspace } from '../workspace.ts';

export interface ProductLine {
  readonly code: string;
  /** Of materials their type; else `kit` or `course`. */
  readonly type: string;
  readonly typeWord: string;
  readonly title: string;
  readonly address: string;
  readonly edit: string;
  readonly summary: string;
  readonly audience: string;
  /** What it is beside ready: being made, an idea; a trial, internal, listed for everybody. */
  readonly marks: readonly string[];
  /** Owners, provider, years and days of a course as one line. */
  readonly facts: string;
  /** Where it is, for who may open it; null without. */
  readonly link: string | null;
  readonly parts: readonly KitPartView[];
  /** What a kit still lacks, as one sentence; empty where it lacks nothing. */
  readonly lacking: string;
  /** Whom it is suggested to; empty without a rule. */
  readonly suggested: string;
}
export interface KitPartView {
  readonly name: string;
  readonly complete: boolean;
  /** The materials it is, or what it lacks. */
  readonly said: string;
}

/** What products are told from. */
export interface ProductSources {
  readonly project: string;
  readonly records: ProjectRecords;
  readonly analysis: Pick<ProjectAnalysis, 'surveys'>;
  readonly words: ReportWords;
}

export async function productSources(ctx: Context, workspace: Workspace): Promise<ProductSources> {
  const { project, analysis, language } = workspace;
  return {
    project: project.code,
    records: await recordsOf(ctx.db.kysely, project.code),
    analysis,
    words: reportWords(ctx.texts, language),
  };
}

export function productLine(product: Product, sources: ProductSources): ProductLine {
  const { project, records, words } = sources;
  const type = product.kind === 'material' ? product.type : product.kind;
  const parts = product.kind === 'kit' ? partsOfKit(product, records) : [];
  const lacking = parts.filter(({ lacks }) => lacks !== null);
  const root = `/team/${project}/materials`;
  return {
    code: product.code,
    type,
    typeWord: words.t(`follow-up.materials.type.${type}`),
    title: words.text(product.title),
    address: `${root}/${product.kind}/${product.code}`,
    edit: `${root}/edit/${product.kind}/${product.code}`,
    summary: words.text(product.summary ?? null),
    audience: words.text(product.audience ?? null),
    marks: marksOf(product, words),
    facts: product.kind === 'course' ? courseFacts(product, words).join(' · ') : '',
    link: product.link ?? null,
    parts: parts.map((part) => partView(part, words)),
    lacking:
      lacking.length === 0
        ? ''
        : words.t('materials.kit.lacks', {
            parts: words.list(lacking.map(({ part }) => words.t(`materials.kit.in.${part}`))),
          }),
    suggested: suggestedWords(product, sources),
  };
}

function marksOf(product: Product, { t }: ReportWords): readonly string[] {
  const course = product.kind === 'course' ? product : null;
  return [
    ...(product.state === 'ready' ? [] : [t(`materials.state.${product.state}`)]),
    ...(course?.pilot ? [t('materials.mark.pilot')] : []),
    ...(course?.internal ? [t('materials.mark.internal')] : []),
    ...(product.public ? [t('materials.mark.public')] : []),
  ];
}

function partView({ part, materials, lacks }: KitPartState, words: ReportWords): KitPartView {
  const named = words.list(materials.map(({ title }) => words.text(title)));
  return {
    name: words.t(`materials.kit.${part}`),
    complete: lacks === null,
    said: lacks === null ? named : words.t(`materials.kit.lack.${lacks}`, { named }),
  };
}

/** Whose a course is, who gives it, since when and how often, and days of shadowing: what is known of it. */
export function courseFacts(course: ProjectRecord<'course'>, words: ReportWords): readonly string[] {
  const { t, text, list } = words;
  const { owners, provider, firstYear, frequency, shadowDays } = course;
  const often = frequency && t(`materials.often.${frequency}`);
  return [
    owners.length > 0 ? t('materials.course.by', { owners: list(owners.map(({ name }) => text(name))) }) : '',
    provider ? t('materials.course.givenBy', { provider: text(provider) }) : '',
    [often, firstYear === undefined ? '' : t('materials.course.since', { year: String(firstYear) })]
      .filter(Boolean)
      .join(' '),
    shadowDays ? t('materials.course.shadow', { count: shadowDays }) : '',
  ].filter(Boolean);
}

function suggestedWords({ offeredTo }: Product, { analysis, words }: ProductSources): string {
  const group = suggestedGroup(offeredTo, analysis);
  if (!group) return '';
  if (group.kind === 'unknown') return words.t('materials.suggested.unknown');
  const asked = [group.question, group.item]
    .map((each) => words.text(each))
    .filter(Boolean)
    .join(' – ');
  const answers = listInWords(
    words.language,
    group.answers.map((answer) => `“${words.text(answer)}”`),
    'any',
  );
  return group.kind === 'tooFew'
    ? words.t('materials.suggested.tooFew', { asked, answers })
    : words.t('materials.suggested.group', { asked, answers, count: group.count, base: group.base });
}
