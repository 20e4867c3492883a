// The definition as a file: downloaded, changed anywhere, and put back as one edit that can be undone.
import type { Request, Response, Router } from 'express';
import { questionnaireSchemaPath } from '../../../surveys/editing/json-schema.ts';
import type { Context } from '../../context.ts';
import { definitionOfVersion, fieldedVersions, type Survey } from '../../db/surveys.ts';
import { unknownPage } from '../../errors.ts';
import { editDefinition, openDefinition } from '../../operations/definition-editing.ts';
import { fieldOf } from './access.ts';
import { type ProblemLine, problemLines, readDefinitionText } from './definition-text.ts';
import { surveyAsked } from './project-pages.ts';
import { questionnaireAddresses } from './versions-view.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

export interface DefinitionFilePage {
  readonly csrf: string;
  readonly revision: number;
  readonly title: string;
  readonly hint: string;
  readonly json: string;
  readonly stale: boolean;
  readonly problems: readonly ProblemLine[];
  readonly more: number;
  readonly downloads: readonly { readonly name: string; readonly address: string }[];
  readonly schema: string;
  /** False for a closed survey. */
  readonly canPutBack: boolean;
  readonly back: string;
}

/** What was posted and could not be done. */
interface Refused {
  readonly json: string;
  readonly stale: boolean;
  readonly problems: ReturnType<typeof problemLines>;
}
const untouched: Refused = { json: '', stale: false, problems: { lines: [], more: 0 } };

export function definitionFileRoutes(ctx: Context, router: Router): void {
  router.get('/:project/definition.json', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const survey = surveyAsked(request, workspace);
    const { version } = request.query;
    const questionnaire =
      typeof version === 'string'
        ? await fieldedDefinition(ctx, survey, version)
        : (await openDefinition(ctx, survey.code)).questionnaire;
    const name = typeof version === 'string' ? `${survey.code}-v${version}` : survey.code;
    response.setHeader('Content-Disposition', `attachment; filename="${name}.json"`);
    response.setHeader('Cache-Control', 'no-store');
    response.type('application/json').end(`${JSON.stringify(questionnaire, null, 2)}\n`);
  });

  router.get('/:project/definition-file', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    await show(ctx, response, workspace, surveyAsked(request, workspace), untouched);
  });

  router.post('/:project/definition-file', async (request: Request<{ project: string }>, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const survey = surveyAsked(request, workspace);
    const json = fieldOf(request, 'json');
    const refuse = (problems: Refused['problems'], stale = false) =>
      show(ctx, response, workspace, survey, { json, stale, problems });
    const read = readDefinitionText(json);
    if ('problems' in read) return refuse(problemLines(read.problems, workspace));
    const revision = Number(fieldOf(request, 'revision'));
    const edit = { kind: 'replaceAll', questionnaire: read.questionnaire } as const;
    const result = await editDefinition(ctx, survey.code, revision, edit);
    if (result === 'stale') return refuse(untouched.problems, true);
    if ('problems' in result) return refuse(problemLines(result.problems, workspace));
    response.redirect(303, questionnaireAddresses(workspace.project.code, survey.code).versions);
  });
}

/** @throws ExpectedFailure when the survey never had that version. */
async function fieldedDefinition(ctx: Context, survey: Survey, version: string) {
  const versions = await fieldedVersions(ctx.db.kysely, survey.code);
  const found = versions.find((each) => String(each.version) === version);
  if (!found) throw unknownPage();
  return definitionOfVersion(ctx.db.kysely, survey.code, found.version);
}

async function show(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  survey: Survey,
  refused: Refused,
): Promise<void> {
  const [{ revision }, versions] = await Promise.all([
    openDefinition(ctx, survey.code),
    fieldedVersions(ctx.db.kysely, survey.code),
  ]);
  const say = (key: string, values = {}) => workspace.say({ key: `project.file.${key}`, values });
  const to = questionnaireAddresses(workspace.project.code, survey.code);
  const page: DefinitionFilePage = {
    csrf: response.locals.csrf ?? '',
    revision,
    title: say('title'),
    hint: say('pasteHint', { code: survey.code }),
    json: refused.json,
    stale: refused.stale,
    problems: refused.problems.lines,
    more: refused.problems.more,
    downloads: [
      { name: say('download'), address: to.download },
      ...versions.toReversed().map(({ version }) => ({
        name: say('downloadVersion', { version }),
        address: to.downloadVersion(version),
      })),
    ],
    schema: questionnaireSchemaPath,
    canPutBack: survey.state !== 'closed',
    back: to.versions,
  };
  const failed = refused.stale || refused.problems.lines.length > 0;
  await showStation(ctx, response, workspace, 'team/definition-file', page, {
    station: 'questionnaire',
    title: page.title,
    styles: ['project.css'],
    scripts: ['definition-file.js'],
    status: failed ? 422 : 200,
  });
}
