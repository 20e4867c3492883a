// The report builder: outline, texts and preview of the next version, and every change a team makes to it.
import type { Request, Response, Router } from 'express';
import { blocksOf, standardBlocks } from '../../../analysis/report/blocks.ts';
import { checkReport, looseEndsOf } from '../../../analysis/report/checks.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { recordsOf } from '../../db/records.ts';
import { reportDraftOf } from '../../db/report-drafts.ts';
import { formUnreadable } from '../../errors.ts';
import { currentReport } from '../../operations/build-report.ts';
import {
  changeReport,
  type ReportChange,
  takeBackReport,
  writeReportText,
} from '../../operations/edit-report.ts';
import { proposedText, type TextBlock } from '../../report/report-text.ts';
import { reportWords } from '../../report/report-words.ts';
import { fieldOf } from './access.ts';
import {
  type BuilderInput,
  builderSections,
  fingerprintsIn,
  movedTexts,
  nameOf,
  problemLine,
  type ReportBuilderPage,
  textForm,
} from './report-builder-view.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

/** A text of a report is a page or two, not a book. */
const mostWords = 20_000;
const mostHeading = 200;

interface Builder extends BuilderInput {
  readonly workspace: Workspace;
  readonly revision: number;
  readonly canUndo: boolean;
  readonly names: ReadonlyMap<string, Text>;
}

/** What a page of the builder says beside the outline. */
interface Shown {
  readonly edit: string;
  readonly language: string;
  readonly notice?: string;
  readonly typed?: string;
  readonly theirs?: string;
  readonly status?: number;
}

export function reportBuilderRoutes(ctx: Context, router: Router): void {
  router.get('/:project/report/blocks', async (request, response) => {
    const builder = await openBuilder(ctx, request, response);
    const { edit, in: language, did, moved } = request.query;
    const block = blocksOf(builder.report).find(({ id }) => id === moved);
    const notice =
      typeof did === 'string' && /^(up|down|put|hide|show|remove|add|undo|late|kept|proposed)$/.test(did)
        ? builder.words.t(`builder.done.${did}`, {
            name: block ? nameOf(builder.report, block, builder.words) : '',
          })
        : '';
    await show(ctx, response, builder, {
      edit: typeof edit === 'string' ? edit : '',
      language: typeof language === 'string' ? language : builder.words.language,
      notice,
    });
  });

  router.post('/:project/report/blocks', async (request, response) => {
    const { project } = request.params;
    const back = `/team/${encodeURIComponent(project)}/report/blocks`;
    const wanted = fieldOf(request, 'do');
    if (wanted === 'undo') {
      const done = await takeBackReport(ctx, project, Number(fieldOf(request, 'revision')));
      response.redirect(303, `${back}?did=${done ? 'undo' : 'late'}`);
      return;
    }
    const { report, workspace } = await openBuilder(ctx, request, response);
    const change = changeOf(ctx, request, wanted, workspace.language);
    const standard = standardBlocks(report, workspace.project.reportTemplate);
    await changeReport(ctx, project, standard, change);
    const place = `did=${change.kind}&moved=${encodeURIComponent(change.id)}`;
    response.redirect(
      303,
      change.kind === 'add'
        ? `${back}?${place}&edit=${encodeURIComponent(change.id)}#text`
        : `${back}?${place}`,
    );
  });

  router.post('/:project/report/blocks/text', async (request, response) => {
    const builder = await openBuilder(ctx, request, response);
    const { project } = builder.workspace;
    const block = textNamed(builder, fieldOf(request, 'block'));
    const language = fieldOf(request, 'language');
    if (!block || !ctx.texts.workspaceLanguages.includes(language)) throw formUnreadable();
    const proposal = proposedText(builder.report, block, reportWords(ctx.texts, language));
    const words = fieldOf(request, 'words').replaceAll('\r\n', '\n').slice(0, mostWords).trim();
    const giveBack = fieldOf(request, 'do') === 'proposal' || (words === proposal && block.about !== 'own');
    const theirs = await writeReportText(ctx, project.code, {
      block: block.id,
      language,
      seen: Number(fieldOf(request, 'seen')),
      text: giveBack ? null : { words, proposal, figures: fingerprintsIn(builder.report, words, proposal) },
    });
    if (theirs !== null) {
      const now = await openBuilder(ctx, request, response);
      await show(ctx, response, now, {
        edit: block.id,
        language,
        typed: words,
        theirs: theirs === 'proposed' ? proposal : theirs.words,
        status: 409,
      });
      return;
    }
    const back = `/team/${encodeURIComponent(project.code)}/report/blocks`;
    const moved = encodeURIComponent(block.id);
    response.redirect(303, `${back}?did=${giveBack ? 'proposed' : 'kept'}&moved=${moved}`);
  });
}

/** Reads the report as it stands, with what the team changed about it and what to look at. */
async function openBuilder(ctx: Context, request: Request, response: Response): Promise<Builder> {
  const workspace = await openWorkspace(ctx, response, String(request.params.project));
  const { project, analysis } = workspace;
  const db = ctx.db.kysely;
  const [{ draft, revision, before }, records, report] = [
    await reportDraftOf(db, project.code),
    await recordsOf(db, project.code),
    await currentReport(ctx, project.code, { toMend: true }),
  ];
  const languages = ctx.texts.workspaceLanguages;
  const problems = [
    ...checkReport(report, records, languages),
    ...movedTexts(report, draft, (language) => reportWords(ctx.texts, language)),
    ...looseEndsOf(report, analysis.orphans),
  ];
  return {
    workspace,
    report,
    draft,
    problems,
    revision,
    canUndo: before !== null,
    address: `/team/${encodeURIComponent(project.code)}/report/blocks`,
    words: reportWords(ctx.texts, workspace.language),
    names: new Map<string, Text>([
      ...analysis.needs.map(({ code, label }) => [code, label] as const),
      ...records.finding.map(({ code, text }) => [code, text] as const),
      ...records.action.map(({ code, title }) => [code, title] as const),
    ]),
  };
}

function textNamed({ report }: Builder, id: string): TextBlock | null {
  const block = blocksOf(report).find((each) => each.id === id);
  return block?.kind === 'text' ? block : null;
}

async function show(ctx: Context, response: Response, builder: Builder, shown: Shown): Promise<void> {
  const { workspace, address, words, problems } = builder;
  const block = textNamed(builder, shown.edit);
  const languageName = (code: string) => words.t(`common.languages.${code}`);
  const languages = ctx.texts.workspaceLanguages;
  const language = languages.includes(shown.language) ? shown.language : words.language;
  const lines = problems.map((problem) =>
    problemLine(builder, problem, languageName, (about) =>
      inLanguage(builder.names.get(about) ?? { nl: about }, words.language),
    ),
  );
  const page: ReportBuilderPage = {
    csrf: response.locals.csrf ?? '',
    address,
    preview: `/team/${encodeURIComponent(workspace.project.code)}/report/preview`,
    back: `/team/${encodeURIComponent(workspace.project.code)}/report`,
    revision: builder.revision,
    canUndo: builder.canUndo,
    notice: shown.notice ?? '',
    sections: builderSections(builder, shown.edit),
    form: block
      ? textForm(
          builder,
          block,
          {
            code: language,
            words: reportWords(ctx.texts, language),
            all: languages.map((code) => ({ code, name: languageName(code) })),
          },
          words,
          shown.typed ?? null,
          shown.theirs ?? null,
        )
      : null,
    errors: lines.filter(({ severity }) => severity === 'error'),
    warnings: lines.filter(({ severity }) => severity === 'warning'),
  };
  await showStation(ctx, response, workspace, 'team/report-builder', page, {
    station: 'report',
    title: words.t('builder.title'),
    ...(shown.status ? { status: shown.status } : {}),
    styles: ['editor.css', 'report-builder.css'],
    scripts: ['report-builder.js'],
  });
}

/** What a button asked, or something that was let go somewhere. @throws ExpectedFailure for anything else. */
function changeOf(ctx: Context, request: Request, wanted: string, language: string): ReportChange {
  const [kind = '', id = '', section = '', at = ''] = wanted.split(':');
  switch (kind) {
    case 'up':
    case 'down':
    case 'hide':
    case 'show':
    case 'remove':
      return { kind, id };
    case 'add': {
      const heading = fieldOf(request, 'heading').trim().slice(0, mostHeading);
      const own = `own-${ctx
        .newId()
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/g, '')}`;
      const after = fieldOf(request, 'after') || null;
      return { kind, id: own, after, ...(heading ? { heading: { [language]: heading } } : {}) };
    }
    case 'place':
      return id === 'page'
        ? { kind: 'put', id: section, section: null, at: Number(at) }
        : { kind: 'put', id: section, section: at, at: Number(wanted.split(':')[4]) };
    default:
      throw formUnreadable();
  }
}
