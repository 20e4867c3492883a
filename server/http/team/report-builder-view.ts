// The report builder: the outline of blocks with what can be done to each, and what its page is made of.
import { blocksOf, type ReportBlock, sectionOpenedBy, sectionsOf } from '../../../analysis/report/blocks.ts';
import type { ReportProblem } from '../../../analysis/report/checks.ts';
import type { ReportDraft } from '../../../analysis/report/draft.ts';
import type { ReportModel } from '../../../analysis/report/model.ts';
import { sectionViews } from '../../report/report-blocks.ts';
import { needViews } from '../../report/report-need.ts';
import type { ReportWords } from '../../report/report-words.ts';
import type { LostText, TextForm } from './report-builder-form.ts';
import { nameOf } from './report-builder-names.ts';
import type { ProblemLine } from './report-builder-problems.ts';

export interface BuilderRow {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  readonly hidden: boolean;
  readonly edited: boolean;
  /** Figures moved since somebody wrote it. */
  readonly changed: boolean;
  readonly trouble: ReportProblem['severity'] | null;
  readonly opens: boolean;
  /** Where its text is written; empty for what is no text. */
  readonly edit: string;
  readonly own: boolean;
  readonly here: boolean;
}

export interface ReportBuilderPage {
  readonly csrf: string;
  readonly address: string;
  readonly preview: string;
  readonly back: string;
  readonly revision: number;
  readonly canUndo: boolean;
  /** Said after a change that could not be made. */
  readonly notice: string;
  readonly sections: readonly {
    readonly id: string;
    readonly name: string;
    readonly movable: boolean;
    readonly rows: readonly BuilderRow[];
  }[];
  readonly form: TextForm | null;
  readonly lost: LostText | null;
  readonly errors: readonly ProblemLine[];
  readonly warnings: readonly ProblemLine[];
}

export interface BuilderInput {
  readonly report: ReportModel;
  readonly draft: ReportDraft;
  readonly problems: readonly ReportProblem[];
  readonly address: string;
  /** Language of the page; texts are read in it. */
  readonly words: ReportWords;
}

/** The outline: every block under its section, hidden ones too. */
export function builderSections(input: BuilderInput, here: string): ReportBuilderPage['sections'] {
  const { report, words } = input;
  const titles = new Map(
    sectionViews(report, needViews(report, words), words).map((section) => [
      section.blocks[0]?.id,
      `${section.mark} ${section.title}`.trim(),
    ]),
  );
  return sectionsOf(blocksOf(report)).map((section, place) => {
    const [first] = section.blocks;
    return {
      id: section.id,
      name:
        (section.kind === 'opening' ? words.t('report.contents.summary') : titles.get(first?.id)) ??
        (first ? nameOf(report, first, words) : ''),
      movable: place > 0,
      rows: section.blocks.map((block) => rowOf(input, block, here)),
    };
  });
}

function rowOf(
  { report, draft, problems, address, words }: BuilderInput,
  block: ReportBlock,
  here: string,
): BuilderRow {
  const { id } = block;
  const own = problems.filter((each) => each.block === id);
  const written = Object.keys(draft.texts[id] ?? {});
  return {
    id,
    name: nameOf(report, block, words),
    what: words.t(`builder.kind.${block.kind}`),
    hidden: block.hidden ?? false,
    edited: written.length > 0,
    changed: own.some(({ kind }) => kind === 'figuresChanged'),
    trouble: own.some(({ severity }) => severity === 'error') ? 'error' : own.length > 0 ? 'warning' : null,
    opens: sectionOpenedBy(block) !== null,
    edit: block.kind === 'text' ? `${address}?edit=${encodeURIComponent(id)}#text` : '',
    own: draft.added.some((each) => each.id === id),
    here: id === here,
  };
}
