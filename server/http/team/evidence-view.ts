// The evidence matrix: a need per row, a kind of source per column; each cell leads to what it counts.
import type { EvidenceCell, NeedResult } from '../../../analysis/results/needs.ts';
import type { ProjectAnalysis } from '../../../analysis/results/project.ts';
import type { EvidenceKind } from '../../../surveys/needs-catalogue.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel, noBase } from '../../computed.ts';
import { needsTabs } from './needs-view.ts';
import type { Lead, Tab } from './page-parts.ts';
import type { Words } from './workspace.ts';

interface CellView {
  readonly kind: string;
  readonly count: number;
  readonly form: EvidenceCell['strength'];
  /** "3, steunt". */
  readonly words: string;
  readonly address: string;
}
export interface EvidencePage extends Lead {
  readonly tabs: readonly Tab[];
  readonly kinds: readonly string[];
  readonly rows: readonly {
    readonly code: string;
    readonly label: string;
    readonly address: string;
    readonly child: boolean;
    readonly strength: string;
    readonly contested: boolean;
    readonly cells: readonly CellView[];
  }[];
  readonly computed: ComputedPanel;
  readonly empty: boolean;
}

/** The matrix of a project; kinds that say nothing about any need are left out. */
export function evidencePage(analysis: ProjectAnalysis, words: Words): EvidencePage {
  const kinds = kindsShown(analysis.needs);
  const strong = analysis.needs.filter(({ strength }) => strength === 'strong').length;
  return {
    finding: words.say({
      key: 'team.evidence.finding',
      values: { strong, total: analysis.needs.length },
    }),
    lead: words.say({ key: 'team.evidence.lead' }),
    action: null,
    tabs: needsTabs(analysis.project, 'evidence', words),
    kinds: kinds.map((kind) => words.say({ key: `team.kind.${kind}` })),
    rows: analysis.needs.map((need) => ({
      code: need.code,
      label: inLanguage(need.label, words.language),
      address: `/team/${analysis.project}/needs/${need.code}`,
      child: need.parent !== null,
      strength: words.say({ key: `team.strength.${need.strength}` }),
      contested: need.contested,
      cells: kinds.map((kind) => cellView(need, kind, analysis.project, words)),
    })),
    computed: computedPanel(
      words.say({ key: 'team.needs.tab.evidence' }),
      { methods: ['evidence', 'evidenceLevel'] },
      noBase,
      words,
    ),
    empty: kinds.length === 0,
  };
}

function kindsShown(needs: readonly NeedResult[]): readonly EvidenceKind[] {
  const kinds = needs[0]?.evidence.map(({ kind }) => kind) ?? [];
  return kinds.filter((kind) =>
    needs.some(({ evidence }) => evidence.some((cell) => cell.kind === kind && cell.count > 0)),
  );
}

function cellView(need: NeedResult, kind: EvidenceKind, project: string, words: Words): CellView {
  const cell = need.evidence.find((entry) => entry.kind === kind);
  const count = cell?.count ?? 0;
  return {
    kind: words.say({ key: `team.kind.${kind}` }),
    count,
    form: cell?.strength ?? 'none',
    words: cell ? words.say({ key: `team.direction.${cell.direction}` }) : '',
    address: count === 0 ? '' : `/team/${project}/needs/${need.code}#${kind}`,
  };
}
