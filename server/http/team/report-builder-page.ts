// The page of the report builder: the report as it stands with what to look at, and the text somebody is writing.
import type { Request, Response } from 'express';
import { blocksOf } from '../../../analysis/report/blocks.ts';
import { checkReport, looseEndsOf } from '../../../analysis/report/checks.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { recordsOf } from '../../db/records.ts';
import { reportDraftOf } from '../../db/report-drafts.ts';
import { currentReport } from '../../operations/build-report.ts';
import type { TextBlock } from '../../report/report-text.ts';
import { reportWords } from '../../report/report-words.ts';
import { type LostText, textForm } from './report-builder-form.ts';
import { movedTexts, problemLine } from './report-builder-problems.ts';
import { type BuilderInput, builderSections, type ReportBuilderPage } from './report-builder-view.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

/** A text of a report is a page or two, not a book. */
export const mostWords = 20_000;

export interface Builder extends BuilderInput {
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
  /** What is wrong with what was typed. */
  readonly mistake?: string;
  /** Words typed for a text that is gone. */
  readonly lost?: LostText;
  /** The revision of the words that were typed over; without it that of those in force now. */
  readonly seen?: number;
  readonly status?: number;
}

/** Reads the report as it stands, with what the team changed about it and what to look at. */
export async function openBuilder(ctx: Context, request: Request, response: Response): Promise<Builder> {
  const workspace = await openWorkspace(ctx, response, String(request.params.project));
  const { project, analysis } = workspace;
  const db = ctx.db.kysely;
  const [{ draft, revision, before }, records, report] = [
    await reportDraftOf(db, project.code),
    await recordsOf(db, project.code),
    await currentReport(ctx, project.code, { toMend: true }),
  ];
  const languages = ctx.texts.reportLanguages;
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

export function textNamed({ report }: Builder, id: string): TextBlock | null {
  const block = blocksOf(report).find((each) => each.id === id);
  return block?.kind === 'text' ? block : null;
}

/** Shows the builder with what there is to say about what somebody just did. */
export async function showBuilder(
  ctx: Context,
  response: Response,
  builder: Builder,
  shown: Shown,
): Promise<void> {
  const { workspace, address, words, problems } = builder;
  const block = textNamed(builder, shown.edit);
  const languageName = (code: string) => words.t(`common.languages.${code}`);
  const languages = ctx.texts.reportLanguages;
  const language = languages.includes(shown.language) ? shown.language : words.language;
  const lines = problems.map((problem) =>
    problemLine(builder, problem, languageName, (about) =>
      inLanguage(builder.names.get(about) ?? { nl: about }, words.language),
    ),
  );
  const page: ReportBuilderPage = {
    csrf: response.locals.csrf ?? '',
    address,
    preview: `/team/${encodeURIComponent(workspace.project.code)}/report/preview?lang=${language}`,
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
          {
            typed: shown.typed ?? null,
            theirs: shown.theirs ?? null,
            mistake: shown.mistake ?? null,
            seen: shown.seen ?? null,
          },
        )
      : null,
    lost: shown.lost ?? null,
    errors: lines.filter(({ severity }) => severity === 'error'),
    warnings: lines.filter(({ severity }) => severity === 'warning'),
  };
  await showStation(ctx, response, workspace, 'team/report-builder', page, {
    station: 'report',
    title: words.t('builder.title'),
    ...(shown.status ? { status: shown.status } : {}),
    styles: ['editor.css', 'report-need.css', 'report-builder.css'],
    scripts: ['report-builder.js'],
  });
}
