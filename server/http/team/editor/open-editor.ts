// What every page of the editor begins with: the project, the survey of the address, its definition as it is being
// edited, and where in it somebody is looking.
import type { Request, Response } from 'express';
import { hasPlace, type Place } from '../../../../surveys/editing/places.ts';
import type { Questionnaire } from '../../../../surveys/questionnaire.ts';
import type { Context } from '../../../context.ts';
import { librariesOf } from '../../../db/libraries.ts';
import { type Project, projectByCode } from '../../../db/projects.ts';
import { type Survey, surveysOf } from '../../../db/surveys.ts';
import { unknownProject, unknownSurvey } from '../../../errors.ts';
import { type OpenDefinition, openDefinition } from '../../../operations/definition-editing.ts';
import { type Words, wordsOf } from '../workspace.ts';

export interface Editor extends Words {
  readonly project: Project;
  readonly surveys: readonly Survey[];
  readonly survey: Survey;
  readonly definition: OpenDefinition;
  /** Values of the project's register, which conditions may read. */
  readonly register: Readonly<Record<'province' | 'sizeClass', readonly string[]>>;
}

/** Opens the survey named in the address, else the project's main one. @throws ExpectedFailure when there is none. */
export async function openEditor(ctx: Context, request: Request, response: Response): Promise<Editor> {
  const code = String(request.params.project);
  const project = await projectByCode(ctx.db.kysely, code);
  if (!project) throw unknownProject(code);
  const [surveys, libraries] = await Promise.all([
    surveysOf(ctx.db.kysely, code),
    librariesOf(ctx.db.kysely, code),
  ]);
  const asked = queryOf(request, 'survey');
  const survey = asked === '' ? surveys[0] : surveys.find((each) => each.code === asked);
  if (!survey) throw unknownSurvey(asked);
  const values = (fact: 'province' | 'sizeClass') => [...new Set(libraries.map((each) => each[fact]))].sort();
  return {
    project,
    surveys,
    survey,
    definition: await openDefinition(ctx, survey.code),
    register: { province: values('province'), sizeClass: values('sizeClass') },
    ...wordsOf(ctx, response),
  };
}

/** One value of the query; '' when it is absent or there twice. */
export function queryOf(request: Request, name: string): string {
  const value = request.query[name];
  return typeof value === 'string' ? value : '';
}

/** The place an address names; the front where it names none, or one that is not there any more. */
export function placeAsked(request: Request, questionnaire: Questionnaire): Place {
  for (const kind of ['question', 'page', 'list', 'scale'] as const) {
    const code = queryOf(request, kind);
    const place: Place = { kind, code };
    if (code !== '' && hasPlace(questionnaire, place)) return place;
  }
  return { kind: 'front', code: '' };
}

/** Addresses of one survey in the editor. */
export function addressesOf({ project, survey }: Pick<Editor, 'project' | 'survey'>) {
  const home = `/team/${encodeURIComponent(project.code)}`;
  const to = (path: string, query: Readonly<Record<string, string | number>> = {}) => {
    const parameters = new URLSearchParams({ survey: survey.code });
    for (const [name, value] of Object.entries(query)) parameters.set(name, String(value));
    return `${home}/${path}?${parameters.toString()}`;
  };
  return {
    home,
    to,
    edit: (place: Place, more: Readonly<Record<string, string | number>> = {}) =>
      to('edit', { ...(place.kind === 'front' ? {} : { [place.kind]: place.code }), ...more }),
  };
}

export type Addresses = ReturnType<typeof addressesOf>;
