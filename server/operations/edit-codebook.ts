// The codebook of a project changed in one write, and how often each of its codes is given.
import { type CodingDimension, type CodingFrame, codingDimensions } from '../../surveys/needs-catalogue.ts';
import type { Context } from '../context.ts';
import type { Queries } from '../db/open.ts';
import { projectByCode } from '../db/projects.ts';
import { remarksOf } from '../db/remarks.ts';
import { secondCodingsOf } from '../db/second-codings.ts';
import { unknownPage } from '../errors.ts';
import { editCatalogue } from './edit-catalogue.ts';

/** Changes the codebook as it is stored now; null leaves it. @returns whether it was changed. */
export async function editCodebook(
  ctx: Pick<Context, 'writes'>,
  project: string,
  change: (frame: CodingFrame) => CodingFrame | null,
): Promise<boolean> {
  return editCatalogue(ctx, project, (catalogue) => {
    if (!catalogue.coding) throw unknownPage();
    const coding = change(catalogue.coding);
    return coding && { ...catalogue, coding };
  });
}

export type CodeUse = Readonly<Record<CodingDimension, ReadonlyMap<string, number>>>;

/** How many remarks have each code, by either coder; a sign of a need that counts a code is a use too. */
export async function codeUse(db: Queries, project: string, survey: string): Promise<CodeUse> {
  const [found, remarks, twice] = await Promise.all([
    projectByCode(db, project),
    remarksOf(db, survey),
    secondCodingsOf(db, survey),
  ]);
  const signs = (found?.catalogue.needs ?? []).flatMap(({ indicators }) =>
    indicators.flatMap((sign) => (sign.source === 'open_answers' ? [sign.remarks] : [])),
  );
  const useOf = (dimension: CodingDimension) => {
    const uses = new Map<string, number>();
    const add = (code: string) => uses.set(code, (uses.get(code) ?? 0) + 1);
    for (const remark of remarks) {
      const second = twice.get(remark.id);
      const both = [remark, second?.first, second?.second].flatMap((by) => by?.[dimension] ?? []);
      for (const code of new Set(both)) add(code);
    }
    for (const sign of signs) {
      const named = dimension === 'services' ? sign.services : [...sign.themes, ...sign.alsoThemes];
      for (const code of named) add(code);
    }
    return uses;
  };
  const [services, themes] = codingDimensions.map(useOf);
  return { services: services ?? new Map(), themes: themes ?? new Map() };
}
