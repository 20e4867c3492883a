// The form of one text of the report in one language: its words, what is proposed, and the figures it can say.
import type { EditedText } from '../../../analysis/report/draft.ts';
import { figuresIn, figuresOf, fingerprintOf } from '../../../analysis/report/figures.ts';
import type { ReportModel } from '../../../analysis/report/model.ts';
import { type ComputedPanel, computedPanel, noBase } from '../../computed.ts';
import { proposedText, type TextBlock, writtenFor } from '../../report/report-text.ts';
import type { ReportWords } from '../../report/report-words.ts';
import { nameOf } from './report-builder-names.ts';
import type { BuilderInput } from './report-builder-view.ts';

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
  /** What readers of this language get meanwhile: words of another one; null where they get those of their own. */
  readonly elsewhere: { readonly language: string; readonly words: string } | null;
  /** The field begins with what is proposed, as a start. */
  readonly startsWith: boolean;
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
  const written = writtenFor(report, block, words);
  const start = block.about === 'own' ? (block.words?.[language.code] ?? '') : proposal;
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
    words: typed ?? edited?.words ?? start,
    seen: seen ?? edited?.revision ?? 0,
    edited: edited !== undefined,
    changed: edited !== undefined && figuresMoved(report, edited, proposal),
    proposal,
    elsewhere: written && written.language !== language.code ? written : null,
    startsWith: typed === null && edited === undefined && start !== '',
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
