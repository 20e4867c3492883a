// What was rated twice, group beside group, such as staff beside heads: how many are below with the difference, and where that may
// be told the means, with a field per group.
import { wholePercent } from '../../../analysis/chart.ts';
import type { Share } from '../../../analysis/figure.ts';
import type { GapScores, SideBySideResultOf } from '../../../analysis/side-by-side/results.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { formatFixed } from '../../format-values.ts';
import type { ScoredRow } from './gap-scores-view.ts';
import type { QuadrantPicture } from './quadrant-picture.ts';
import type { Words } from './workspace.ts';

interface GroupLine {
  readonly name: string;
  readonly below: string;
  readonly share: string;
  /** Where they may be told; '' where they may not. */
  readonly importance: string;
  readonly ability: string;
  readonly weighted: string;
  readonly ranked: string;
}
export interface GapGroupsView {
  readonly title: string;
  /** A field per group with two rows or more to show. */
  readonly quadrants: readonly QuadrantPicture[];
  /** Some group has means to show. */
  readonly means: boolean;
  /** Per row its groups, and of two groups the second minus the first. Empty where no group may be told. */
  readonly rows: readonly {
    readonly name: string;
    readonly lines: readonly GroupLine[];
    readonly difference: string;
  }[];
}

type GapResult = SideBySideResultOf<'gap'>;
type Quadrant = (
  rows: readonly ScoredRow[],
  of: { readonly id: string; readonly group: string },
) => QuadrantPicture | null;

/** Null where nothing is split. @param quadrant draws the field of one group. */
export function gapGroupsView(result: GapResult, words: Words, quadrant: Quadrant): GapGroupsView | null {
  const groups = result.rows[0]?.groups ?? [];
  if (groups.length === 0) return null;
  const { language, say } = words;
  const nameOf = (place: number) => {
    const { code = '', label = null } = groups[place] ?? {};
    return label ? inLanguage(label, language) : code;
  };
  const title = inLanguage(result.label, language);
  const scored = groups.map((_, place) =>
    result.rows.flatMap(({ label, groupScores }) => {
      const scores = groupScores?.[place] ?? null;
      return scores ? [{ name: inLanguage(label, language), scores }] : [];
    }),
  );
  return {
    title: say({ key: 'side-by-side.groups.title', values: { title } }),
    quadrants: scored.flatMap((rows, place) => {
      const group = say({ key: 'side-by-side.groups.field', values: { title, group: nameOf(place) } });
      return quadrant(rows, { id: `${result.code}-${groups[place]?.code ?? ''}`, group }) ?? [];
    }),
    means: scored.some((rows) => rows.length > 0),
    rows: result.rows.flatMap((row) => {
      const told = row.groups.flatMap(({ share }, place) =>
        share.estimate === null
          ? []
          : [{ share, scores: row.groupScores?.[place] ?? null, name: nameOf(place) }],
      );
      if (told.length === 0) return [];
      const lines = told.map(({ name, share, scores }) => ({
        name,
        below: say({
          key: 'side-by-side.groups.of',
          values: { count: share.count ?? 0, base: share.base ?? 0 },
        }),
        share: `${wholePercent(share.estimate ?? 0)}%`,
        ...meansOf(scores, language),
      }));
      return [{ name: inLanguage(row.label, language), lines, difference: differenceOf(told, words) }];
    }),
  };
}

function meansOf(scores: GapScores | null, language: string) {
  const number = (value: number | null | undefined) => (value == null ? '' : formatFixed(language, value, 1));
  return {
    importance: number(scores?.importance),
    ability: number(scores?.ability),
    weighted: number(scores?.weighted),
    ranked: number(scores?.ranked),
  };
}

/** The second group minus the first, of two, in points of a hundred; '' otherwise. */
function differenceOf([one, other, third]: readonly { readonly share: Share }[], { say }: Words): string {
  if (!one || !other || third) return '';
  const percent = ({ share }: { readonly share: Share }) => wholePercent(share.estimate ?? 0);
  return say({ key: 'side-by-side.groups.points', values: { points: percent(other) - percent(one) } });
}
