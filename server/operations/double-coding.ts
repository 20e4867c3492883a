// The job of a second coding: which remark comes next for this person, and once all of the sample are coded how alike both
// coders were. Nothing of the first coding comes out before that, so that nobody codes after another; and nobody is the
// second of their own.
import {
  type CodedBy,
  type CodedTwice,
  codedAlike,
  codingAgreement,
  type DimensionAgreement,
  sampleOf,
  type ValenceAgreement,
  valenceAgreement,
} from '../../analysis/coding/double-coding.ts';
import { wordsMasker } from '../../surveys/masked-words.ts';
import type { CodingFrame } from '../../surveys/needs-catalogue.ts';
import { librariesOf } from '../db/libraries.ts';
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
/** A remark both coded in another way. */
export interface Disagreement extends RemarkToCode, Pick<CodedTwice, 'first' | 'second'> {
  /** What both agreed on since; null before they did. */
  readonly agreed: CodedBy | null;
}
export interface DoubleCoding {
  readonly survey: string;
  readonly frame: CodingFrame;
  /** All coded remarks, those that are coded twice, and of these how many are. */
  readonly remarks: number;
  readonly sample: number;
  readonly done: number;
  /** Those left that this person coded first: somebody else is the second. */
  readonly own: number;
  /** The first of the sample that is not coded and is another's; null when none is. */
  readonly next: RemarkToCode | null;
  /** A remark to agree on, once all are coded. */
  readonly asked: Disagreement | null;
  /** Null until all of the sample are coded. */
  readonly agreement: readonly DimensionAgreement[] | null;
  readonly valence: ValenceAgreement | null;
  readonly disagreements: readonly Disagreement[];
}

/**
 * How far the second coding of the main survey is; null where the project codes no remarks.
 * @param asked the remark to agree on, once all are coded.
 * @param account who asks.
 * @throws ExpectedFailure when there is no such project.
 */
export async function doubleCoding(
  { db: { kysely: db } }: JobContext,
  {
    project: code,
    asked,
    account,
  }: { readonly project: string; readonly asked: string | null; readonly account: string },
): Promise<DoubleCoding | null> {
  const [project, [main]] = await Promise.all([projectByCode(db, code), surveysOf(db, code)]);
  if (!project) throw unknownProject(code);
  const frame = project.catalogue.coding;
  if (!frame || !main || main.state === 'draft') return null;
  const [remarks, twice, libraries] = await Promise.all([
    remarksOf(db, main.code),
    secondCodingsOf(db, main.code),
    librariesOf(db, code),
  ]);
  const mask = wordsMasker(libraries.map(({ name }) => name));
  const toCode = ({ id, question, text }: Remark): RemarkToCode => ({ id, question, text: mask(text) });
  const sample = sampleOf(remarks, main.code);
  const coded = sample.flatMap((remark) => {
    const known = twice.get(remark.id);
    if (!known) return [];
    const { second, first, agreed } = known;
    const now = codedBy(remark);
    return [{ ...toCode(remark), first: first ?? now, second, agreed: agreed ? now : null }];
  });
  const complete = sample.length > 0 && coded.length === sample.length;
  // Words that are not kept any more cannot be coded.
  const left = sample.filter(({ id, text }) => !twice.has(id) && text !== '');
  const next = left.find((remark) => remark.account !== account);
  const disagreements = complete ? coded.filter((remark) => !codedAlike(remark)) : [];
  return {
    survey: main.code,
    frame,
    remarks: remarks.length,
    sample: sample.length,
    done: coded.length,
    own: left.filter((remark) => remark.account === account).length,
    next: next ? toCode(next) : null,
    asked: disagreements.find(({ id }) => id === asked) ?? null,
    agreement: complete ? codingAgreement(frame, coded) : null,
    valence: complete ? valenceAgreement(coded) : null,
    disagreements,
  };
}

function codedBy({ services, themes, valence }: Remark): CodedBy {
  return { services, themes, valence };
}
