// The job of a second coding: which remark comes next, and once all of the sample are coded how alike both coders were.
// Nothing of the first coding comes out before that, so that nobody codes after another.
import {
  type CodedTwice,
  type Codes,
  codedAlike,
  codingAgreement,
  type DimensionAgreement,
  sampleOf,
} from '../../analysis/coding/double-coding.ts';
import type { CodingFrame } from '../../surveys/needs-catalogue.ts';
import { projectByCode } from '../db/projects.ts';
import { type Remark, remarksOf } from '../db/remarks.ts';
import { secondCodingsOf } from '../db/second-codings.ts';
import { surveysOf } from '../db/surveys.ts';
import { unknownProject } from '../errors.ts';
import type { JobContext } from '../worker/job-context.ts';

export interface RemarkToCode {
  readonly id: string;
  readonly question: string;
  readonly text: string;
}
export interface DoubleCoding {
  readonly survey: string;
  readonly frame: CodingFrame;
  /** All coded remarks, those that are coded twice, and of these how many are. */
  readonly remarks: number;
  readonly sample: number;
  readonly done: number;
  /** The remark that was asked for, else the first of the sample that is not coded; null when all are. */
  readonly next: RemarkToCode | null;
  /** Null until all of the sample are coded. */
  readonly agreement: readonly DimensionAgreement[] | null;
  readonly disagreements: readonly (RemarkToCode & Pick<CodedTwice, 'first' | 'second'>)[];
}

/**
 * How far the second coding of the main survey is; null where the project codes no remarks.
 * @param asked the remark to code again, once all are.
 * @throws ExpectedFailure when there is no such project.
 */
export async function doubleCoding(
  { db: { kysely: db } }: JobContext,
  { project: code, asked }: { readonly project: string; readonly asked: string | null },
): Promise<DoubleCoding | null> {
  const [project, [main]] = await Promise.all([projectByCode(db, code), surveysOf(db, code)]);
  if (!project) throw unknownProject(code);
  const frame = project.catalogue.coding;
  if (!frame || !main || main.state === 'draft') return null;
  const [remarks, second] = await Promise.all([remarksOf(db, main.code), secondCodingsOf(db, main.code)]);
  const sample = sampleOf(remarks, main.code);
  const coded = sample.flatMap((remark) => {
    const own = second.get(remark.id);
    return own ? [{ ...toCode(remark), first: codesOf(remark), second: own }] : [];
  });
  const complete = sample.length > 0 && coded.length === sample.length;
  const again = complete ? sample.find(({ id }) => id === asked) : undefined;
  // Words that are not kept any more cannot be coded.
  const next = again ?? sample.find(({ id, text }) => !second.has(id) && text !== '') ?? null;
  return {
    survey: main.code,
    frame,
    remarks: remarks.length,
    sample: sample.length,
    done: coded.length,
    next: next && toCode(next),
    agreement: complete ? codingAgreement(frame, coded) : null,
    disagreements: complete ? coded.filter((remark) => !codedAlike(remark)) : [],
  };
}

function toCode({ id, question, text }: Remark): RemarkToCode {
  return { id, question, text };
}

function codesOf({ services, themes }: Remark): Codes {
  return { services, themes };
}
