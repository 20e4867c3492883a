// The report builder: the outline of blocks with what can be done to each, the text somebody is writing, and what to
// look at before publishing.
import { blocksOf, type ReportBlock, sectionOpenedBy, sectionsOf } from '../../../analysis/report/blocks.ts';
import type { ReportProblem } from '../../../analysis/report/checks.ts';
import type { EditedText, ReportDraft } from '../../../analysis/report/draft.ts';
import { figuresIn, figuresOf, fingerprintOf } from '../../../analysis/report/figures.ts';
import type { ReportModel } from '../../../analysis/report/model.ts';
import { type ComputedPanel, computedPanel, noBase } from '../../computed.ts';
import { sectionViews } from '../../report/report-blocks.ts';
import { needViews } from '../../report/report-need.ts';
import { proposedText, standingText, type TextBlock } from '../../report/report-text.ts';
import type { ReportWords } from '../../report/report-words.ts';

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

export interface TextForm {
  readonly block: string;
  readonly name: string;
  readonly languages: readonly { readonly name: string; readonly address: string; readonly here: boolean }[];
  readonly language: string;
  readonly words: string;
  readonly seen: number;
  readonly edited: boolean;
  readonly changed: boolean;
  readonly proposal: string;
  /** What a colleague wrote meanwhile; null where nobody did. */
  readonly theirs: string | null;
  /** What is wrong with what was typed; null where nothing is. */
  readonly mistake: string | null;
  /** How the figures below were made. */
  readonly computed: ComputedPanel;
  readonly figures: readonly {
    readonly reference: string;
    readonly figure: string;
    readonly label: string;
  }[];
}

/** Words somebody typed for a text that a colleague removed meanwhile. */
export interface LostText {
  readonly block: string;
  readonly language: string;
  readonly words: string;
  readonly mistake: string | null;
}

export interface ProblemLine {
  readonly severity: ReportProblem['severity'];
  readonly text: string;
  /** The block to mend; empty where no block shows it. */
  readonly address: string;
  /** The block or the record by its name. */
  readonly where: string;
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

/** Whether the figures, or what is proposed from them, moved since a text was written. */
export function figuresMoved(report: ReportModel, text: EditedText, proposal: string): boolean {
  const figures = figuresOf(report);
  return (
    text.proposal !== proposal ||
    Object.entries(text.figures).some(([code, said]) => {
      const figure = figures.get(code);
      return !figure || fingerprintOf(figure) !== said;
    })
  );
}

/** What every figure of a text and its proposal says now. */
export function fingerprintsIn(report: ReportModel, ...texts: readonly string[]): Record<string, string> {
  const figures = figuresOf(report);
  return Object.fromEntries(
    texts.flatMap(figuresIn).flatMap((code) => {
      const figure = figures.get(code);
      return figure ? [[code, fingerprintOf(figure)]] : [];
    }),
  );
}

/** Texts whose figures moved since they were written, as problems of the list. */
export function movedTexts(
  report: ReportModel,
  draft: ReportDraft,
  wordsIn: (language: string) => ReportWords,
): readonly ReportProblem[] {
  return blocksOf(report).flatMap((block) =>
    block.kind !== 'text' || block.hidden
      ? []
      : Object.entries(draft.texts[block.id] ?? {})
          .filter(([language, text]) =>
            figuresMoved(report, text, proposedText(report, block, wordsIn(language))),
          )
          .map(([language]) => ({
            severity: 'warning' as const,
            kind: 'figuresChanged' as const,
            block: block.id,
            language,
            about: block.id,
          })),
  );
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

/** A block in a few words. */
export function nameOf(report: ReportModel, block: ReportBlock, words: ReportWords): string {
  const need = (code: string) => words.text(report.needs.find((each) => each.code === code)?.label ?? null);
  const short = (text: string) => (text.length > 70 ? `${text.slice(0, 69).trimEnd()}…` : text);
  switch (block.kind) {
    case 'text':
      if (block.heading) return words.text(block.heading);
      return block.about === 'own'
        ? short(standingText(report, block, words)) || words.t('builder.text.own')
        : words.t(`builder.text.${block.about}`);
    case 'figure':
      return words.t(`builder.figure.${block.of}`);
    case 'chart': {
      if (block.of === 'saved')
        return (report.saved ?? []).find(({ id }) => id === block.saved)?.title ?? block.saved;
      if (block.of !== 'question') return words.t(`report.contents.${block.of}`);
      const chart = report.needs.flatMap(({ charts }) => charts).find(({ code }) => code === block.chart);
      if (chart?.kind === 'question') return short(words.text(chart.result.label));
      return chart?.kind === 'comparison'
        ? words.text(chart.comparison.label)
        : words.t('report.remarks.services');
    }
    case 'table':
      return block.of === 'score' ? words.t('builder.score') : words.t(`report.contents.${block.of}`);
    case 'quote':
      return short(words.text(report.quotes.find(({ code }) => code === block.quote)?.text ?? null));
    case 'need':
      return need(block.need);
    case 'finding':
      return short(words.text(report.findings.find(({ code }) => code === block.finding)?.text ?? null));
    case 'recommendation':
      return short(
        words.text(report.recommendations.find(({ code }) => code === block.recommendation)?.text ?? null),
      );
    case 'actions':
      return words.t(block.need === null ? 'report.contents.actions' : 'report.need.happens');
    case 'method':
      return words.t('report.contents.method');
  }
}

const ofNeeds = ['indicator', 'wilson', 'clusterShare'] as const;
const ofTheRest = ['coverage', 'highlight', 'remarks', 'wilson', 'clusterShare'] as const;

/** What comes back with a form that was not kept; null where there is none. */
interface GivenBack {
  readonly typed: string | null;
  readonly theirs: string | null;
  readonly mistake: string | null;
  /** The revision it was typed over. */
  readonly seen: number | null;
}

/** The form of one text in one language, with what was typed when it was not kept. */
export function textForm(
  { report, draft, address }: BuilderInput,
  block: TextBlock,
  language: {
    readonly code: string;
    readonly words: ReportWords;
    readonly all: readonly { readonly code: string; readonly name: string }[];
  },
  page: ReportWords,
  { typed, theirs, mistake, seen }: GivenBack,
): TextForm {
  const { words } = language;
  const edited = draft.texts[block.id]?.[language.code];
  const proposal = proposedText(report, block, words);
  const to = (code: string) =>
    `${address}?edit=${encodeURIComponent(block.id)}&in=${encodeURIComponent(code)}#text`;
  return {
    block: block.id,
    name: nameOf(report, block, page),
    languages: language.all.map(({ code, name }) => ({
      name,
      address: to(code),
      here: code === language.code,
    })),
    language: language.code,
    words: typed ?? edited?.words ?? (block.words ? (block.words[language.code] ?? '') : proposal),
    seen: seen ?? edited?.revision ?? 0,
    edited: edited !== undefined,
    changed: edited !== undefined && figuresMoved(report, edited, proposal),
    proposal,
    theirs,
    mistake,
    computed: computedPanel(
      page.t('builder.form.figures'),
      { methods: block.about === 'need' ? ofNeeds : ofTheRest },
      noBase,
      { say: ({ key, values }) => page.t(key, values) },
    ),
    figures: [...figuresOf(report).values()]
      .filter(({ code, share }) => isNear(code, block) && share.openness !== 'withheld')
      .map((figure) => ({
        reference: `{figure:${figure.code}}`,
        figure: words.share(figure.share).figure,
        label: figure.label ? words.text(figure.label) : words.t('origins.coverage'),
      })),
  };
}

/** A text of a need offers its need's figures; any other all that belong to no need. */
function isNear(code: string, block: TextBlock): boolean {
  if (block.about === 'need') return code.startsWith(`${block.need}.`);
  return (
    !/\.(survey|open_answers|colleague_survey|interview|desk_figures)\./.test(code) || block.about === 'own'
  );
}

export function problemLine(
  { report, address, words }: BuilderInput,
  { severity, kind, block, language, about }: ReportProblem,
  languageName: (code: string) => string,
  named: (code: string) => string,
): ProblemLine {
  const found = blocksOf(report).find(({ id }) => id === block);
  const isText = found?.kind === 'text';
  const inLanguage = language === null ? '' : `&in=${encodeURIComponent(language)}`;
  return {
    severity,
    text: words.t(`builder.problem.${kind}`, {
      about: named(about),
      language: language === null ? '' : languageName(language),
    }),
    address: found
      ? isText
        ? `${address}?edit=${encodeURIComponent(found.id)}${inLanguage}#text`
        : `#row-${found.id}`
      : '',
    where: found && found.kind !== 'actions' ? nameOf(report, found, words) : named(about),
  };
}
