// What was read for the project and the working paper that puts it together, to read, print and take along.
import type { Response, Router } from 'express';
import type { Context } from '../../../context.ts';
import { recordsOf } from '../../../db/records.ts';
import { unknownPage } from '../../../errors.ts';
import { paperTypes } from '../../../operations/paper-output.ts';
import { literatureDocument } from '../../../report/literature-document.ts';
import { literatureFile } from '../../../report/literature-file.ts';
import { type LiteraturePaper, literaturePaper } from '../../../report/literature-paper.ts';
import { reportWords } from '../../../report/report-words.ts';
import type { Lead, Tab } from '../page-parts.ts';
import { openWorkspace, showStation, type Workspace } from '../workspace.ts';
import { materialTabs } from './tabs.ts';

export interface LiteraturePage extends Lead {
  readonly tabs: readonly Tab[];
  readonly paper: LiteraturePaper;
  /** Where a source is written; its code follows. */
  readonly sources: string;
  /** Where the words around the sources are written. */
  readonly frame: string;
  readonly files: readonly { readonly address: string; readonly name: string }[];
}

const files = ['html', 'docx', 'pdf'] as const;

export function paperRoutes(ctx: Context, router: Router): void {
  router.get('/:project/literature', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { code } = workspace.project;
    const records = await recordsOf(ctx.db.kysely, code);
    const words = reportWords(ctx.texts, workspace.language);
    const root = `/team/${code}/literature`;
    const [frame] = records.paper;
    const page: LiteraturePage = {
      finding: words.t('materials.paper.finding', { count: records.literature.length }),
      lead: words.t('materials.paper.lead'),
      action: { address: `${root}/sources/new`, name: words.t('materials.literature.new') },
      tabs: materialTabs(code, 'literature', words),
      paper: literaturePaper(records, words),
      sources: `${root}/sources`,
      frame: `${root}/paper/${frame?.code ?? 'new'}`,
      files:
        records.literature.length === 0
          ? []
          : files.map((form) => ({
              address: `${root}/paper.${form}`,
              name: words.t(`materials.paper.file.${form}`),
            })),
    };
    await showStation(ctx, response, workspace, 'team/literature', page, {
      station: 'needs',
      title: page.finding,
      styles: ['project.css', 'report-need.css', 'materials.css'],
      scripts: ['print-button.js'],
    });
  });

  router.get('/:project/literature/paper.:form', async (request, response) => {
    const form = files.find((each) => each === request.params.form);
    if (!form) throw unknownPage();
    await sendPaper(ctx, response, await openWorkspace(ctx, response, request.params.project), form);
  });
}

async function sendPaper(
  ctx: Context,
  response: Response,
  { project, language }: Workspace,
  form: (typeof files)[number],
): Promise<void> {
  const words = reportWords(ctx.texts, language);
  const paper = literaturePaper(await recordsOf(ctx.db.kysely, project.code), words);
  const frame = {
    project: words.text(project.title),
    day: ctx.now().toISOString().slice(0, 10),
    demonstration: project.demonstration,
  };
  response.setHeader(
    'Content-Disposition',
    `attachment; filename="${project.code}-${words.t('materials.paper.fileName')}.${form}"`,
  );
  if (form === 'html') {
    response.type('html').end(literatureFile(ctx, paper, frame, language));
    return;
  }
  const document = literatureDocument(paper, frame, words);
  response.type(paperTypes[form]).end(await ctx.analysis.ask('paperOutput', { document, format: form }));
}
