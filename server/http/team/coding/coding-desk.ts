// What every page of coding works with: the codebook, the survey whose answers are coded, and words as they may be read.
import type { Request, Response } from 'express';
import { wordsMasker } from '../../../../surveys/masked-words.ts';
import type { CodingFrame } from '../../../../surveys/needs-catalogue.ts';
import { inLanguage, questionsOf } from '../../../../surveys/questionnaire.ts';
import type { Context } from '../../../context.ts';
import { librariesOf } from '../../../db/libraries.ts';
import { type Project, projectByCode } from '../../../db/projects.ts';
import { type Survey, surveysOf } from '../../../db/surveys.ts';
import { unknownPage, unknownProject } from '../../../errors.ts';
import type { PageOptions } from '../../../pages.ts';
import { frameWithoutStations, projectFrame, type Words, wordsOf } from '../workspace.ts';

export interface CodingDesk extends Words {
  readonly project: Project;
  /** The main survey: it was fielded. */
  readonly survey: Survey;
  readonly frame: CodingFrame;
  /** Who is at the desk. */
  readonly account: string;
  /** Takes out what leads straight to somebody. */
  readonly mask: (words: string) => string;
}

/** What the pages of coding work with. @throws ExpectedFailure where there is no such project or nothing to code. */
export async function openCodingDesk(ctx: Context, response: Response, code: string): Promise<CodingDesk> {
  const db = ctx.db.kysely;
  const project = await projectByCode(db, code);
  if (!project) throw unknownProject(code);
  const [[survey], libraries] = await Promise.all([surveysOf(db, code), librariesOf(db, code)]);
  const frame = project.catalogue.coding;
  if (!frame || !survey || survey.state === 'draft') throw unknownPage();
  return {
    project,
    survey,
    frame,
    account: response.locals.account?.id ?? '',
    mask: wordsMasker(libraries.map(({ name }) => name)),
    ...wordsOf(ctx, response),
  };
}

/** The question of the address. @throws ExpectedFailure where it is none of those that are coded. */
export function questionAsked(desk: CodingDesk, request: Request<{ question: string }>): string {
  const { question } = request.params;
  if (!desk.frame.questions.includes(question)) throw unknownPage();
  return question;
}

/** A question as it was asked. */
export function questionLabel({ survey, language }: Pick<CodingDesk, 'survey' | 'language'>, code: string) {
  const question = questionsOf(survey.questionnaire).find((each) => each.code === code);
  return question ? inLanguage(question.label, language) : code;
}

/** The language people answered in; empty, which is "unknown", where they could choose. */
export function languageOfAnswers({ survey }: Pick<CodingDesk, 'survey'>): string {
  const [only = '', ...others] = survey.questionnaire.languages;
  return others.length === 0 ? only : '';
}

/** The frame of a page where one answer is worked on: without the chain, which would be worked out anew for each. */
export function deskPage(
  desk: Pick<CodingDesk, 'project' | 'language' | 'say'>,
  response: Response,
  options: Pick<PageOptions, 'title' | 'status' | 'scripts'>,
): PageOptions {
  return {
    ...options,
    layout: 'workspace',
    demonstration: desk.project.demonstration,
    styles: ['results.css', 'project.css', 'rounds.css', 'coding.css', 'coding-desk.css'],
    workspace: frameWithoutStations(response, projectFrame(desk.project, response.locals.roles ?? [], desk)),
  };
}
