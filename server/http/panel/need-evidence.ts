// What a card says about its need: one figure, one released quote, and every indicator with its base behind it.

import type { Share } from '../../../analysis/figure.ts';
import type { MethodName } from '../../../analysis/methods.ts';
import { literalQuotes } from '../../../analysis/report/chain.ts';
import type { NeedResult } from '../../../analysis/results/needs.ts';
import type { ProjectAnalysis } from '../../../analysis/results/project.ts';
import { evidenceKindSchema, type NeedsCatalogue } from '../../../surveys/needs-catalogue.ts';
import type { ProjectRecords } from '../../../surveys/project-records.ts';
import type { Text } from '../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel, noBase } from '../../computed.ts';
import type { Context } from '../../context.ts';
import type { Message } from '../../texts.ts';
import type { EvidenceGroup, FigureLine } from './pages.ts';

export interface NeedEvidence {
  readonly title: Text;
  readonly explanation: Text | null;
  /** What the need bundles. */
  readonly facets: readonly Text[];
  readonly figure: FigureLine | null;
  readonly quote: Text | null;
  readonly evidence: readonly EvidenceGroup[];
}

const evidenceMethods: readonly MethodName[] = [
  'indicator',
  'remarks',
  'interviews',
  'desk',
  'evidence',
  'disclosure',
];

/** How the figures on the cards were made: for all cards of a page together. */
export function howEvidence({ texts }: Pick<Context, 'texts'>, language: string): ComputedPanel {
  const say = ({ key, values }: Message) => texts.say(language, key, values);
  return computedPanel(say({ key: 'panel.more' }), { methods: evidenceMethods }, noBase, { say });
}

/** Evidence per need, from an analysis that was already disclosed for the panel. */
export function needEvidence(
  analysis: Pick<ProjectAnalysis, 'needs' | 'surveys'>,
  records: Pick<ProjectRecords, 'quote' | 'evidence'>,
  { needs }: Pick<NeedsCatalogue, 'needs'>,
): ReadonlyMap<string, NeedEvidence> {
  const facets = new Map(needs.map((need) => [need.code, need.facets ?? []]));
  const released = literalQuotes(records, analysis.surveys[0]?.responses ?? 0);
  return new Map(
    analysis.needs.map((need) => [
      need.code,
      {
        title: need.label,
        explanation: need.explanation,
        facets: facets.get(need.code) ?? [],
        figure: headline(need),
        quote: released.find((quote) => quote.needs.includes(need.code))?.text ?? null,
        evidence: bySource(need, records),
      },
    ]),
  );
}

/** What each kind of source gives: what was measured, and what people noted with the way it points. */
function bySource(
  { code, sources }: NeedResult,
  { evidence }: Pick<ProjectRecords, 'evidence'>,
): readonly EvidenceGroup[] {
  return evidenceKindSchema.options.flatMap((kind) => {
    const measured = sources.find((source) => source.kind === kind)?.indicators ?? [];
    const noted = evidence.filter((note) => note.need === code && note.kind === kind);
    if (measured.length + noted.length === 0) return [];
    return [
      {
        kind: { key: `panel.kinds.${kind}` },
        lines: measured.map(({ label, share }) => ({
          figure: figureOf(share),
          label,
          percent: percentOf(share),
        })),
        notes: noted.map(({ direction, note }) => ({
          direction: { key: `panel.direction.${direction}` },
          text: note,
        })),
      },
    ];
  });
}

/** The first survey figure that may be shown: it is about everybody who answered, and easiest to grasp. */
function headline(need: NeedResult): FigureLine | null {
  const survey = need.sources.find((source) => source.kind === 'survey');
  const shown = survey?.indicators.find(({ share }) => share.count !== null && share.base !== null);
  if (!shown) return null;
  const { count, base } = shown.share;
  return {
    figure: { key: 'panel.figure.count', values: { count: count ?? 0, base: base ?? 0 } },
    label: shown.label,
    percent: null,
  };
}

function figureOf(share: Share): Message {
  const { count, base, estimate, method } = share;
  if (method === 'mean' && estimate !== null && base !== null) {
    return { key: 'panel.figure.mean', values: { score: Math.round(100 * estimate), base } };
  }
  if (count === null || base === null) return { key: 'panel.figure.withheld' };
  return { key: 'panel.figure.count', values: { count, base } };
}

/** The percentage stands after the label, so that "38 of the 105 do not know it" stays one sentence. */
function percentOf({ count, base, estimate }: Share): Message | null {
  if (count === null || base === null || estimate === null) return null;
  return { key: 'panel.figure.percent', values: { percent: Math.round(100 * estimate) } };
}
