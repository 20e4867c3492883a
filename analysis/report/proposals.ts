// Sentences a text of the report begins with, made from the figures: message keys with values, in which a figure stands
// as a reference (`{figure:CODE}`) and never as a number, so that an edited sentence stays right when the figure moves.
import type { EvidenceKind } from '../../surveys/needs-catalogue.ts';
import type { ReportBlock } from './blocks.ts';
import { indicatorCode } from './figures.ts';
import type { ReportModel, ReportNeed, Sentence } from './model.ts';

export type Proposing = Pick<ReportModel, 'summary' | 'opening' | 'panel' | 'needs' | 'findings' | 'actions'>;

/** The sentences of a text, a paragraph each list; none for a text of the team's own. */
export function proposalOf(
  report: Proposing,
  block: Extract<ReportBlock, { kind: 'text' }>,
): readonly (readonly Sentence[])[] {
  switch (block.about) {
    case 'summary':
      return report.summary.map((sentence) => [sentence]);
    case 'opening':
      return report.opening.map((text) => [{ key: 'report.text.own', values: { text } }]);
    case 'panel':
      return report.panel.length > 0 ? [report.panel] : [];
    case 'need': {
      const need = report.needs.find(({ code }) => code === block.need);
      return need ? needProposal(report, need) : [];
    }
    case 'own':
      return [];
  }
}

/** What was found about a need, how sure that is, and what comes of it (docs/rules.md, Report). */
function needProposal(report: Proposing, need: ReportNeed): readonly (readonly Sentence[])[] {
  const found = [...signs(need), ...conclusions(report, need)];
  return [found, [consequence(report, need)]].filter((paragraph) => paragraph.length > 0);
}

/** Sources that speak in sentences of their own, the survey first. */
const told: readonly EvidenceKind[] = [
  'survey',
  'colleague_survey',
  'open_answers',
  'desk_figures',
  'interview',
];

/** The strongest sign of each kind of source that may be shown. */
function signs({ code: need, sources }: ReportNeed): readonly Sentence[] {
  return told.flatMap((kind): readonly Sentence[] => {
    const indicators = sources.find((source) => source.kind === kind)?.indicators ?? [];
    const [strongest] = indicators
      .map((indicator, place) => ({ ...indicator, place }))
      .filter(({ share }) => share.openness !== 'withheld' && (share.estimate ?? share.count) !== null)
      .sort((a, b) => (b.share.estimate ?? 0) - (a.share.estimate ?? 0));
    if (!strongest) return [];
    const figure = `{figure:${indicatorCode(need, kind, strongest.place)}}`;
    return [{ key: `report.text.sign.${kind}`, values: { figure, label: strongest.label } }];
  });
}

/** The findings told with this need, each with the word for how sure it is. */
function conclusions({ findings }: Proposing, need: ReportNeed): readonly Sentence[] {
  return findings
    .filter(({ home }) => home === need.code)
    .map(({ text, certainty }) => ({ key: `report.text.finding.${certainty}`, values: { finding: text } }));
}

function consequence({ actions }: Proposing, need: ReportNeed): Sentence {
  const titles = actions.filter(({ code }) => need.actions.includes(code)).map(({ title }) => title);
  if (titles.length === 0) return { key: 'report.text.noAction', values: {} };
  const key = need.action === 'public' ? 'report.text.actions' : 'report.text.partly';
  return { key, values: { count: titles.length, actions: titles } };
}
