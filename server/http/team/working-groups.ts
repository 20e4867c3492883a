// The register of working groups of a project: written by the team or pasted from a page, asked about in the questionnaire,
// each with how many take part. A list that a source announces and does not have stays empty and is told as missing.
import type { Request, Response, Router } from 'express';
import { insteadOfFigure, wholePercent } from '../../../analysis/chart.ts';
import type { Share } from '../../../analysis/figure.ts';
import { codeOf } from '../../../surveys/editing/form-fields.ts';
import {
  participationAsked,
  participationIn,
  participationQuestion,
} from '../../../surveys/participation.ts';
import type { ProjectRecord } from '../../../surveys/project-records.ts';
import { inLanguage, questionsOf, type Text } from '../../../surveys/questionnaire.ts';
import { readAnnouncedList } from '../../../surveys/records/announced-list.ts';
import { workingGroupForm } from '../../../surveys/records/sharing.ts';
import type { Context } from '../../context.ts';
import { putRecord, recordsOf } from '../../db/records.ts';
import { surveyClosedForGood } from '../../errors.ts';
import { editDefinition, openDefinition } from '../../operations/definition-editing.ts';
import { fieldOf } from './access.ts';
import { recordRoutes } from './record-routes.ts';
import type { FormMistake } from './round-form.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

export interface WorkingGroupsPage {
  readonly csrf: string;
  readonly title: string;
  readonly lead: string;
  readonly back: string;
  /** What a source announces while there is no list; null where there is one, or none is announced. */
  readonly missing: { readonly lead: string; readonly source: string } | null;
  readonly groups: readonly {
    readonly code: string;
    readonly title: string;
    readonly facts: string;
    readonly edit: string;
    readonly move: string;
    readonly first: boolean;
    readonly last: boolean;
  }[];
  readonly new: string;
  readonly importAction: string;
  readonly pasted: string;
  readonly mistakes: readonly FormMistake[];
  /** What the last import did; '' when there was none. */
  readonly told: string;
  readonly ask: { readonly action: string; readonly again: boolean } | null;
}

const longestName = 120;
const mostGroups = 200;
const longestPaste = 40_000;

export function workingGroupRoutes(ctx: Context, router: Router): void {
  const path = 'working-groups';
  router.post(`/:project/${path}/import`, async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    await importGroups(ctx, request, response, workspace);
  });

  router.post(`/:project/${path}/ask`, async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const address = `/team/${workspace.project.code}`;
    const asked = await askParticipation(ctx, workspace);
    response.redirect(303, asked ? `${address}/edit?survey=${asked}` : `${address}/${path}`);
  });

  recordRoutes(ctx, router, { form: workingGroupForm, path, home: path, station: 'needs' });

  router.get(`/:project/${path}`, async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    await show(ctx, response, workspace, { told: toldBy(request, workspace) });
  });
}

/** Puts what was pasted in the register, behind what is there; a name that is there already is let be. */
async function importGroups(
  ctx: Context,
  request: Request,
  response: Response,
  workspace: Workspace,
): Promise<void> {
  const { code: project } = workspace.project;
  const { language } = workspace;
  const pasted = fieldOf(request, 'list');
  const wrong = (key: string, values = {}) =>
    show(ctx, response, workspace, {
      pasted,
      mistakes: [{ field: 'list', key: `sharing.groups.${key}`, values }],
    });
  if (pasted.trim() === '') return wrong('pasteMissing');
  if (pasted.length > longestPaste) return wrong('pasteLong', { most: longestPaste });
  const list = readAnnouncedList(pasted);
  const long = list.entries.find((entry) => entry.length > longestName);
  if (long) return wrong('entryLong', { most: longestName, entry: long.slice(0, 60) });
  if (list.entries.length > mostGroups) return wrong('tooMany', { most: mostGroups });
  const added = await ctx.writes.run(async (db) => {
    const { working_group: groups } = await recordsOf(db, project);
    const known = new Set(
      groups.flatMap(({ name }) => Object.values(name).map((name_) => name_.toLowerCase())),
    );
    const taken = new Set(groups.map(({ code }) => code));
    const fresh = list.entries.filter((entry) => !known.has(entry.toLowerCase()));
    for (const entry of fresh) {
      const code = codeOf(entry, taken, 'group');
      taken.add(code);
      await putRecord(db, project, 'working_group', { code, name: { [language]: entry } });
    }
    // A list that is announced and not there is kept as missing: nothing is made up in its place.
    if (list.lead && list.entries.length === 0) {
      const lead = { [language]: list.lead.slice(0, longestName * 2) };
      await putRecord(db, project, 'announced_list', { code: 'working_groups', of: 'working_group', lead });
    }
    return fresh.length;
  });
  const told = new URLSearchParams({
    added: String(added),
    after: String(list.after),
    missing: String(Number(list.entries.length === 0)),
  });
  response.redirect(303, `/team/${project}/working-groups?${told.toString()}#groups`);
}

/** What the import that led here did, said from numbers alone. */
function toldBy(request: Request, { say }: Workspace): string {
  const number = (name: string) => {
    const value = request.query[name];
    return typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : null;
  };
  const [added, after, missing] = [number('added'), number('after'), number('missing')];
  if (added === null || after === null) return '';
  return say({ key: 'sharing.groups.told', values: { added, after, missing: missing === 1 ? 'yes' : 'no' } });
}

/**
 * Asks who takes part in which group: the question is added at the end of the main questionnaire, or brought up to date.
 * @returns the survey; null where there is nothing to ask, or somebody else changed the questionnaire in this moment.
 */
async function askParticipation(ctx: Context, { project, surveys }: Workspace): Promise<string | null> {
  const [survey] = surveys;
  const { working_group: groups } = await recordsOf(ctx.db.kysely, project.code);
  if (!survey || groups.length === 0) return null;
  if (survey.state === 'closed') throw surveyClosedForGood();
  const { questionnaire, revision } = await openDefinition(ctx, survey.code);
  const before = questionsOf(questionnaire).find(({ code }) => code === participationQuestion);
  const languages = questionnaire.languages;
  const text = (key: string): Text =>
    Object.fromEntries(
      ctx.texts.workspaceLanguages.map((each) => [each, ctx.texts.say(each, `sharing.groups.${key}`)]),
    );
  const question = participationAsked(
    groups,
    { label: text('question'), help: text('questionHelp'), none: text('questionNone') },
    languages,
    before,
  );
  const page = questionnaire.pages.at(-1);
  if (!page) return null;
  const edited = await editDefinition(
    ctx,
    survey.code,
    revision,
    before
      ? { kind: 'replaceQuestion', code: participationQuestion, question }
      : { kind: 'addQuestion', page: page.code, after: page.questions.at(-1)?.code ?? null, question },
  );
  return edited === 'stale' || 'problems' in edited ? null : survey.code;
}

async function show(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  { pasted = '', mistakes = [], told = '' }: Partial<Pick<WorkingGroupsPage, 'pasted' | 'mistakes' | 'told'>>,
): Promise<void> {
  const { say, language, project, surveys } = workspace;
  const { working_group: groups, announced_list: lists } = await recordsOf(ctx.db.kysely, project.code);
  const root = `/team/${project.code}/working-groups`;
  const text = (value: Text | undefined) => (value ? inLanguage(value, language) : '');
  const [survey] = surveys;
  const announced = lists.find(({ of }) => of === 'working_group');
  const page: WorkingGroupsPage = {
    csrf: response.locals.csrf ?? '',
    title: say({ key: 'sharing.groups.title', values: { count: groups.length } }),
    lead: say({ key: 'sharing.groups.lead' }),
    back: `/team/${project.code}/records`,
    missing:
      announced && groups.length === 0
        ? { lead: text(announced.lead), source: text(announced.source) }
        : null,
    groups: groups.map((group, place) => ({
      code: group.code,
      title: text(group.name),
      facts: [text(group.about), text(group.meets), takesPart(group, workspace)].filter(Boolean).join(' · '),
      edit: `${root}/${group.code}`,
      move: `${root}/${group.code}/move`,
      first: place === 0,
      last: place === groups.length - 1,
    })),
    new: `${root}/new`,
    importAction: `${root}/import`,
    pasted,
    mistakes,
    told,
    ask:
      survey && survey.state !== 'closed' && groups.length > 0
        ? {
            action: `${root}/ask`,
            again: questionsOf(survey.questionnaire).some(({ code }) => code === participationQuestion),
          }
        : null,
  };
  await showStation(ctx, response, workspace, 'team/working-groups', page, {
    station: 'needs',
    title: page.title,
    status: mistakes.length > 0 ? 422 : 200,
    styles: ['project.css', 'plan.css', 'records.css'],
  });
}

/** How many say that they take part, as the team may see it; '' where nobody was asked. */
function takesPart({ code }: ProjectRecord<'working_group'>, { analysis, say }: Workspace): string {
  const share = shareOf(analysis, participationIn(code));
  if (!share) return '';
  const hidden = insteadOfFigure(share.openness, share);
  if (hidden || share.estimate === null) return say(hidden ?? { key: 'analysis.chart.tooFew' });
  return say({
    key: 'sharing.groups.rate',
    values: { percent: wholePercent(share.estimate), count: share.count ?? 0, base: share.base ?? 0 },
  });
}

function shareOf(analysis: Workspace['analysis'], variable: string): Share | null {
  const asked = analysis.surveys
    .flatMap(({ questions }) => questions)
    .find(({ code }) => code === participationQuestion);
  if (asked?.kind !== 'choices') return null;
  return asked.choices.find((choice) => choice.variable === variable)?.share ?? null;
}
