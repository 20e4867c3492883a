// Writing a text of the report: what somebody typed is kept, given back to the proposal, or shown again with what is wrong.
import type { Request, Response, Router } from 'express';
import type { Context } from '../../context.ts';
import { formUnreadable } from '../../errors.ts';
import { addReportText, writeReportText } from '../../operations/edit-report.ts';
import { proposedText } from '../../report/report-text.ts';
import { reportWords } from '../../report/report-words.ts';
import { fieldOf } from './access.ts';
import { fingerprintsIn } from './report-builder-form.ts';
import { type Builder, mostWords, openBuilder, showBuilder, textNamed } from './report-builder-page.ts';

/** A text as it was sent. */
interface Typed {
  readonly block: string;
  readonly language: string;
  readonly words: string;
  readonly seen: number;
  readonly wanted: string;
}

export function reportTextRoutes(ctx: Context, router: Router): void {
  router.post('/:project/report/blocks/text', async (request, response) => {
    const typed = readTyped(request);
    if (!ctx.texts.reportLanguages.includes(typed.language)) throw formUnreadable();
    const builder = await openBuilder(ctx, request, response);
    if (typed.wanted === 'anew') await addAnew(ctx, response, builder, typed);
    else await write(ctx, request, response, builder, typed);
  });
}

function readTyped(request: Request): Typed {
  return {
    block: fieldOf(request, 'block'),
    language: fieldOf(request, 'language'),
    words: fieldOf(request, 'words').replaceAll('\r\n', '\n').trim(),
    seen: Number(fieldOf(request, 'seen')),
    wanted: fieldOf(request, 'do'),
  };
}

/** Keeps the words of a text, or shows the form again with everything that was typed. */
async function write(
  ctx: Context,
  request: Request,
  response: Response,
  builder: Builder,
  typed: Typed,
): Promise<void> {
  const { project } = builder.workspace;
  const { language, seen } = typed;
  const block = textNamed(builder, typed.block);
  if (!block) return showLost(ctx, response, builder, typed);
  const proposal = proposedText(builder.report, block, reportWords(ctx.texts, language));
  const words = typed.wanted === 'proposal' && block.about !== 'own' ? proposal : typed.words;
  const mistake = mistakeIn(builder, words);
  if (mistake !== null) {
    const shown = { edit: block.id, language, typed: words, mistake, seen, status: 422 };
    return showBuilder(ctx, response, builder, shown);
  }
  const theirs = await writeReportText(ctx, project.code, {
    block: block.id,
    added: builder.draft.added.some(({ id }) => id === block.id),
    language,
    seen,
    text: { words, proposal, figures: fingerprintsIn(builder.report, words, proposal) },
  });
  const proposed = words === proposal && block.about !== 'own';
  if (theirs === null) return done(response, builder, proposed ? 'proposed' : 'kept', block.id);
  const now = await openBuilder(ctx, request, response);
  // Gone between looking and writing.
  if (theirs === 'gone' || !textNamed(now, block.id)) return showLost(ctx, response, now, typed);
  const said = theirs === 'proposed' ? proposal : theirs.words;
  await showBuilder(ctx, response, now, {
    edit: block.id,
    language,
    typed: words,
    theirs: said,
    status: 409,
  });
}

/** Words of a text that is gone become a text of their own. */
async function addAnew(ctx: Context, response: Response, builder: Builder, typed: Typed): Promise<void> {
  const { language, words } = typed;
  if (words === '' || mistakeIn(builder, words) !== null) return showLost(ctx, response, builder, typed);
  const id = `own-${ctx
    .newId()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')}`;
  const text = { words, proposal: '', figures: fingerprintsIn(builder.report, words) };
  // After what is gone: at the end, until that comes back.
  await addReportText(ctx, builder.workspace.project.code, { id, after: typed.block }, language, text);
  done(response, builder, 'kept', id);
}

function mistakeIn({ words }: Builder, typed: string): string | null {
  if (typed.length <= mostWords) return null;
  return words.t('builder.form.tooLong', { most: mostWords, count: typed.length });
}

/** The builder with words that have no text to go to any more. */
function showLost(ctx: Context, response: Response, builder: Builder, typed: Typed): Promise<void> {
  const { block, language, words } = typed;
  return showBuilder(ctx, response, builder, {
    edit: '',
    language,
    lost: { block, language, words, mistake: mistakeIn(builder, words) },
    status: 409,
  });
}

function done(response: Response, { address }: Builder, did: 'kept' | 'proposed', block: string): void {
  response.redirect(303, `${address}?did=${did}&moved=${encodeURIComponent(block)}`);
}
