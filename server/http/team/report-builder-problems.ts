// What to look at before the report is published, each as a line that leads to where it is mended.
import { blocksOf, shownBlocks } from '../../../analysis/report/blocks.ts';
import type { ReportProblem } from '../../../analysis/report/checks.ts';
import type { ReportDraft } from '../../../analysis/report/draft.ts';
import type { ReportModel } from '../../../analysis/report/model.ts';
import { proposedText } from '../../report/report-text.ts';
import type { ReportWords } from '../../report/report-words.ts';
import { figuresMoved } from './report-builder-form.ts';
import { nameOf } from './report-builder-names.ts';
import type { BuilderInput } from './report-builder-view.ts';

export interface ProblemLine {
  readonly severity: ReportProblem['severity'];
  readonly text: string;
  /** The block to mend; empty where no block shows it. */
  readonly address: string;
  /** The block or the record by its name. */
  readonly where: string;
}

/** Texts whose figures moved since they were written, as problems of the list. */
export function movedTexts(
  report: ReportModel,
  draft: ReportDraft,
  wordsIn: (language: string) => ReportWords,
): readonly ReportProblem[] {
  return shownBlocks(report).flatMap((block) =>
    block.kind !== 'text'
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

export function problemLine(
  { report, address, words }: BuilderInput,
  { severity, kind, block, language, about }: ReportProblem,
  languageName: (code: string) => string,
  named: (code: string) => string,
): ProblemLine {
  const found = blocksOf(report).find(({ id }) => id === block);
  const isText = found?.kind === 'text';
  const inThat = language === null ? '' : `&in=${encodeURIComponent(language)}`;
  return {
    severity,
    text: words.t(`builder.problem.${kind}`, {
      about: named(about),
      language: language === null ? '' : languageName(language),
      code: language ?? '',
    }),
    address: found
      ? isText
        ? `${address}?edit=${encodeURIComponent(found.id)}${inThat}#text`
        : `#row-${found.id}`
      : '',
    where: found && found.kind !== 'actions' ? nameOf(report, found, words) : named(about),
  };
}
