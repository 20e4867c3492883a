// The working paper as one HTML file: styles and fonts inside, no script.
import type { Context } from '../context.ts';
import { standaloneStyles } from './html-file.ts';
import type { PaperFrame } from './literature-document.ts';
import type { LiteraturePaper } from './literature-paper.ts';

export interface LiteratureFilePage extends PaperFrame {
  readonly paper: LiteraturePaper;
  readonly language: string;
  readonly styles: string;
}

/** The file's HTML in a language. */
export function literatureFile(
  ctx: Pick<Context, 'templates'>,
  paper: LiteraturePaper,
  frame: PaperFrame,
  language: string,
): string {
  const styles = standaloneStyles([
    'site',
    'fonts',
    'workspace',
    'report',
    'report-need',
    'materials',
    'print-colours',
    'report-print',
  ]);
  const page: LiteratureFilePage = { ...frame, paper, language, styles };
  return ctx.templates.page(
    'team/literature-file',
    page,
    { title: paper.title, layout: 'bare', language },
    '/',
  );
}
