// What a second coder makes of a remark, and what both agree on after they talked it over.
import { type CodedBy, sampleOf } from '../../analysis/coding/double-coding.ts';
import type { Valence } from '../../surveys/coding/valence.ts';
import type { Context } from '../context.ts';
import type { Queries } from '../db/open.ts';
import { recodeRemark, remarkById, remarksOf } from '../db/remarks.ts';
import { markAgreed, saveSecondCoding, secondCodingsOf } from '../db/second-codings.ts';

type Coding = Pick<Context, 'writes' | 'now'>;
type Coded = CodedBy & { readonly valence: Valence };

/** Keeps what a second person makes of a remark, beside what the first has chosen now; nothing where it is their own. */
export async function codeTwice(
  ctx: Coding,
  survey: string,
  remark: string,
  codes: Coded,
  account: string,
): Promise<void> {
  const at = ctx.now().toISOString();
  await ctx.writes.run(async (db) => {
    const found = await remarkById(db, survey, remark);
    if (!found || found.account === account) return;
    const { services, themes, valence } = found;
    const first = { services, themes, valence };
    await saveSecondCoding(db, { survey, remark, codes, first, account, at });
  });
}

/** Gives a remark that was coded twice the codes both agreed on: those count, and how alike both were stays as it was. */
export async function agreeOnRemark(
  ctx: Coding,
  survey: string,
  remark: string,
  codes: Coded,
  account: string,
): Promise<void> {
  const at = ctx.now().toISOString();
  await ctx.writes.run(async (db) => {
    if (!(await secondCodingsOf(db, survey)).has(remark)) return;
    await recodeRemark(db, survey, remark, codes);
    await markAgreed(db, survey, remark, { account, at });
  });
}

/**
 * The ids of remarks that somebody else coded and that wait for a second coder: who sees their codes cannot be that one.
 */
export async function waitingForSecond(
  db: Queries,
  survey: string,
  account: string,
): Promise<ReadonlySet<string>> {
  const [remarks, twice] = await Promise.all([remarksOf(db, survey), secondCodingsOf(db, survey)]);
  return new Set(
    sampleOf(remarks, survey)
      .filter((each) => each.account !== null && each.account !== account && !twice.has(each.id))
      .map(({ id }) => id),
  );
}
