// Which criteria of success are met: those with an artefact that is there. A link to what is still to come, or was taken
// out, shows nothing.
import type { ProjectRecord, ProjectRecords } from '../../surveys/project-records.ts';
import type { Text } from '../../surveys/questionnaire.ts';
import { type Artefact, artefactKinds } from '../../surveys/records/plan.ts';
import { type ProductKind, readyProducts } from '../materials/products.ts';

/** What the project has beside its records. */
export interface ProjectOutput {
  readonly surveys: readonly { readonly code: string; readonly title: Text; readonly opened: boolean }[];
  /** The published report; null before the first. */
  readonly report: { readonly code: string; readonly title: Text } | null;
}

export interface ArtefactFound extends Artefact {
  readonly title: Text;
  /** It was asked, held, written or published. */
  readonly isThere: boolean;
}

export interface CriterionProgress {
  readonly criterion: ProjectRecord<'criterion'>;
  readonly met: boolean;
  /** What it names and the project has. */
  readonly artefacts: readonly ArtefactFound[];
}

/** Everything of the project that a criterion can point to, in the order of its kinds. */
export function artefactsOf(
  records: ProjectRecords,
  { surveys, report }: ProjectOutput,
  today: string,
): readonly ArtefactFound[] {
  const held = (date: { readonly sort: string }) => date.sort <= today;
  const ready = readyProducts(records);
  const made =
    (kind: ProductKind) =>
    ({ code, title }: ProjectRecord<ProductKind>) => ({
      code,
      title,
      isThere: ready.some((product) => product.kind === kind && product.code === code),
    });
  const found: { readonly [K in Artefact['kind']]: readonly Omit<ArtefactFound, 'kind'>[] } = {
    survey: surveys.map(({ code, title, opened }) => ({ code, title, isThere: opened })),
    report: report ? [{ ...report, isThere: true }] : [],
    interview: records.interview.map((each) => ({
      code: each.code,
      title: each.participant,
      isThere: held(each.date),
    })),
    workshop: records.workshop.map((each) => ({
      code: each.code,
      title: each.title,
      isThere: held(each.date),
    })),
    work_meeting: records.work_meeting.map((each) => ({
      code: each.code,
      title: each.title,
      isThere: held(each.date),
    })),
    material: records.material.map(made('material')),
    kit: records.kit.map(made('kit')),
    course: records.course.map(made('course')),
    paper: records.paper.map(({ code, title }) => ({ code, title, isThere: true })),
    dissemination: records.dissemination.map((each) => ({
      code: each.code,
      title: each.what,
      isThere: held(each.date),
    })),
    study: records.study.map(({ code, title }) => ({ code, title, isThere: true })),
    finding: records.finding.map(({ code, text }) => ({ code, title: text, isThere: true })),
    recommendation: records.recommendation.map(({ code, text }) => ({ code, title: text, isThere: true })),
  };
  return artefactKinds.flatMap((kind) => found[kind].map((each) => ({ kind, ...each })));
}

/** Each criterion with what it names; met where at least one of that is there. */
export function criteriaProgress(
  records: ProjectRecords,
  output: ProjectOutput,
  today: string,
): readonly CriterionProgress[] {
  const all = artefactsOf(records, output, today);
  return records.criterion.map((criterion) => {
    const artefacts = all.filter(({ kind, code }) =>
      criterion.artefacts.some((named) => named.kind === kind && named.code === code),
    );
    return { criterion, met: artefacts.some(({ isThere }) => isThere), artefacts };
  });
}
