// The pages of a kind of record that the team writes: a form to make one or change it, a button that takes it out, and
// its place among the others. What the form asks is its description (surveys/records/record-form).
import type { Request, Response, Router } from 'express';
import type { FormFields, FormProblem } from '../../../surveys/editing/form-fields.ts';
import type { ProjectRecord, ProjectRecords, RecordKind } from '../../../surveys/project-records.ts';
import { code as codeSchema } from '../../../surveys/records/parts.ts';
import { readRecord } from '../../../surveys/records/read-record.ts';
import { recordFields } from '../../../surveys/records/record-fields.ts';
import type { Reading, RecordChoices, RecordForm } from '../../../surveys/records/record-form.ts';
import type { Context } from '../../context.ts';
import { deleteRecord, moveRecord, putRecord, recordOf, recordsOf } from '../../db/records.ts';
import { unknownPage } from '../../errors.ts';
import { formatDate } from '../../format-values.ts';
import { editionOf } from '../../operations/edition.ts';
import { fieldsOf } from '../forms.ts';
import { fieldOf } from './access.ts';

import { type RecordPage, recordPage } from './record-page.ts';
import type { StationName } from './stations.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

/** A kind of record with a page where it is written. */
export interface RecordDesk<K extends RecordKind> {
  readonly form: RecordForm<K>;
  /** Its address under the project, such as `plan/parties`. */
  readonly path: string;
  /** The page that lists it, under the project. */
  readonly home: string;
  readonly station: StationName | null;
  /** What can be ticked in its fields of codes and links. */
  readonly choices?: (
    workspace: Workspace,
    records: ProjectRecords,
  ) => RecordChoices | Promise<RecordChoices>;
  /** What a new one begins with beside its code, where the form does not ask everything its kind needs. */
  readonly fresh?: Readonly<Record<string, unknown>>;
  /** The record as it is kept, where keeping it leaves a trace. `before` is null for a new one. */
  readonly settle?: (
    record: ProjectRecord<K>,
    before: ProjectRecord<K> | null,
    at: string,
  ) => ProjectRecord<K>;
  /** What is wrong with a record beyond its fields. */
  readonly judge?: (record: ProjectRecord<K>, records: ProjectRecords) => readonly FormProblem[];
}

type Params = { readonly project: string; readonly code: string };

/** Adds the pages of a kind of record: `new`, `:code`, `:code/remove` and `:code/move` under its path. */
export function recordRoutes<K extends RecordKind>(ctx: Context, router: Router, desk: RecordDesk<K>): void {
  const root = `/:project/${desk.path}`;
  const home = (project: string) => `/team/${project}/${desk.home}`;
  const stored = async (project: string, code: string) =>
    recordOf(ctx.db.kysely, project, desk.form.kind, code);

  router.get(`${root}/new`, async (request: Request<Params>, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    // The code comes with the form, so that sending it twice makes one record.
    await showForm(ctx, response, workspace, desk, { code: ctx.newId(), stored: null, fields: {} });
  });

  router.post(`${root}/new`, async (request: Request<Params>, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const code = codeSchema.safeParse(fieldOf(request, 'code'));
    if (!code.success) throw unknownPage();
    await keep(ctx, request, response, workspace, desk, code.data);
  });

  router.get(`${root}/:code`, async (request: Request<Params>, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { code } = request.params;
    const record = await stored(workspace.project.code, code);
    if (!record) throw unknownPage();
    const fields = recordFields(desk.form, record, readingOf(ctx, workspace));
    await showForm(ctx, response, workspace, desk, { code, stored: record, fields });
  });

  router.post(`${root}/:code`, async (request: Request<Params>, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const code = codeSchema.safeParse(request.params.code);
    if (!code.success) throw unknownPage();
    await keep(ctx, request, response, workspace, desk, code.data);
  });

  router.post(`${root}/:code/remove`, async (request: Request<Params>, response) => {
    const { code: project } = (await openWorkspace(ctx, response, request.params.project)).project;
    await ctx.writes.run((db) => deleteRecord(db, project, desk.form.kind, request.params.code));
    response.redirect(303, home(project));
  });

  router.post(`${root}/:code/move`, async (request: Request<Params>, response) => {
    const { code: project } = (await openWorkspace(ctx, response, request.params.project)).project;
    const by = fieldOf(request, 'to') === 'up' ? -1 : 1;
    await ctx.writes.run((db) => moveRecord(db, project, desk.form.kind, request.params.code, by));
    response.redirect(303, home(project));
  });
}

/** What forms of records are read with: the languages of the workspace, the reader's first. */
export function readingOf(ctx: Context, { language }: Pick<Workspace, 'language'>): Reading {
  const others = ctx.texts.workspaceLanguages.filter((each) => each !== language);
  return { languages: [language, ...others], tellDay: formatDate };
}

/** Keeps what the form says; or shows it again with what is wrong, or beside what somebody else kept meanwhile. */
async function keep<K extends RecordKind>(
  ctx: Context,
  request: Request,
  response: Response,
  workspace: Workspace,
  desk: RecordDesk<K>,
  code: string,
): Promise<void> {
  const { code: project } = workspace.project;
  const { kind } = desk.form;
  const fields = fieldsOf(request);
  const edition = fieldOf(request, 'edition');
  const outcome = await ctx.writes.run(async (db) => {
    const before = await recordOf(db, project, kind, code);
    const shown = { code, stored: before, fields };
    const read = readRecord(desk.form, fields, before ?? { ...desk.fresh, code }, readingOf(ctx, workspace));
    if (!read.record) return { ...shown, problems: read.problems };
    const problems = desk.judge?.(read.record, await recordsOf(db, project)) ?? [];
    if (problems.length > 0) return { ...shown, problems };
    if (editionOf(before) !== edition) return { ...shown, stale: true };
    const settled = desk.settle?.(read.record, before, ctx.now().toISOString()) ?? read.record;
    await putRecord(db, project, kind, settled);
    return null;
  });
  if (outcome) await showForm(ctx, response, workspace, desk, outcome);
  else response.redirect(303, `/team/${project}/${desk.home.split('#', 1)[0] ?? ''}#${code}`);
}

interface Shown<K extends RecordKind> {
  readonly code: string;
  /** Null where there is none, or none any more. */
  readonly stored: ProjectRecord<K> | null;
  readonly fields: FormFields;
  readonly problems?: readonly FormProblem[];
  readonly stale?: boolean;
}

async function showForm<K extends RecordKind>(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  desk: RecordDesk<K>,
  { code, stored, fields, problems = [], stale = false }: Shown<K>,
): Promise<void> {
  const { project } = workspace;
  const records = await recordsOf(ctx.db.kysely, project.code);
  const reading = readingOf(ctx, workspace);
  const page: RecordPage = recordPage(
    {
      form: desk.form,
      root: `/team/${project.code}/${desk.path}`,
      home: `/team/${project.code}/${desk.home}`,
      csrf: response.locals.csrf ?? '',
      code,
      isNew: stored === null,
      // The form carries the edition of what somebody else kept: pressing once more is choosing this one.
      edition: editionOf(stored),
      fields,
      problems,
      theirs: stale ? (stored ? recordFields(desk.form, stored, reading) : 'removed') : null,
      languages: reading.languages,
      choices: (await desk.choices?.(workspace, records)) ?? new Map(),
    },
    workspace,
  );
  await showStation(ctx, response, workspace, 'team/record', page, {
    station: desk.station,
    title: page.title,
    status: stale ? 409 : problems.length > 0 ? 422 : 200,
    styles: ['project.css', 'rounds.css', 'records.css'],
  });
}
