// What every errand of this audience begins with: the open survey of the address, in a language it has,
// and the libraries of its register.
import type { Request, Response } from 'express';
import type { OwnResult } from '../../../surveys/own-result.ts';
import type { LibraryGroup } from '../../../surveys/question-types/question-type.ts';
import { inLanguage, type Questionnaire } from '../../../surveys/questionnaire.ts';
import { type Register, registerOf } from '../../../surveys/register.ts';
import type { SideBySideOf } from '../../../surveys/side-by-side.ts';
import type { Context } from '../../context.ts';
import { librariesOf } from '../../db/libraries.ts';
import type { Queries } from '../../db/open.ts';
import { projectByCode } from '../../db/projects.ts';
import { type Survey, surveyByCode, surveyState } from '../../db/surveys.ts';
import { surveyClosed, surveyClosedOf, surveyNotOpen, unknownSurvey } from '../../errors.ts';
import type { PageOptions } from '../../pages.ts';
import { createKeptPages, type KeptPages } from './kept-pages.ts';
import { createKnownCodes, type KnownCodes } from './known-codes.ts';
import type { SurveyFrame } from './pages.ts';

/** The register as respondents meet it, and what else the project says of itself. */
export interface SurveyRegister {
  readonly libraries: Register;
  readonly groups: readonly LibraryGroup[];
  readonly demonstration: boolean;
  /** What the project gives back to whoever answered; null where that is nothing. */
  readonly ownResult: OwnResult | null;
  /** What its levels require: a part of what the project puts side by side. */
  readonly levels: readonly SideBySideOf<'required'>[];
  /** Which reading of the register this is. */
  readonly edition: number;
}

export interface Visit {
  readonly survey: Survey;
  readonly questionnaire: Questionnaire;
  readonly register: SurveyRegister;
  readonly language: string;
  /** `/s/<survey>` */
  readonly home: string;
}

export interface Desk {
  readonly ctx: Context;
  readonly kept: KeptPages;
  readonly known: KnownCodes;
  /**
   * The survey this request is about.
   * @throws ExpectedFailure when there is none of that code, or it is not open.
   */
  open(request: Request, response: Response): Promise<Visit>;
}

/** The register may change while people answer, though hardly ever: it is read again after this many milliseconds. */
const registerAge = 30_000;

export function createDesk(ctx: Context): Desk {
  const registers = new Map<
    string,
    { readonly readAt: number; readonly register: Promise<SurveyRegister> }
  >();

  let editions = 0;

  function registerFor(project: string): Promise<SurveyRegister> {
    const known = registers.get(project);
    const now = ctx.now().getTime();
    if (known && now - known.readAt < registerAge) return known.register;
    editions += 1;
    const register = readRegister(ctx, project, editions);
    registers.set(project, { readAt: now, register });
    register.catch(() => registers.delete(project));
    return register;
  }

  // A version never changes, so only whether it is current and open is asked again with every request.
  const surveys = new Map<string, Survey>();

  async function surveyOf(code: string): Promise<Survey | null> {
    const now = await surveyState(ctx.db.kysely, code);
    const known = surveys.get(code);
    if (now && known?.version === now.version) return { ...known, state: now.state };
    const survey = now && (await surveyByCode(ctx.db.kysely, code));
    if (survey) surveys.set(code, survey);
    return survey;
  }

  return {
    ctx,
    kept: createKeptPages(),
    known: createKnownCodes(() => ctx.now()),
    open: async (request, response) => {
      const code = String(request.params.survey);
      const survey = await surveyOf(code);
      if (!survey) throw unknownSurvey(code.slice(0, 40));
      const { questionnaire } = survey;
      response.locals.language = languageFor(ctx, questionnaire, response.locals.language);
      response.locals.languages = languagesOf(ctx, questionnaire);
      if (survey.state === 'draft') throw surveyNotOpen();
      if (survey.state === 'closed') throw surveyClosedOf(survey.project);
      const register = await registerFor(survey.project);
      const { language } = response.locals;
      return { survey, questionnaire, register, language, home: `/s/${survey.code}` };
    },
  };
}

async function readRegister(ctx: Context, project: string, edition: number): Promise<SurveyRegister> {
  const libraries = await librariesOf(ctx.db.kysely, project);
  const found = await projectByCode(ctx.db.kysely, project);
  const provinces = [...new Set(libraries.map((library) => library.province))].sort(byName);
  return {
    libraries: registerOf(libraries),
    groups: provinces.map((label) => ({
      label,
      libraries: libraries
        .filter((library) => library.province === label)
        .map(({ code, name }) => ({ code, name }))
        .sort((a, b) => byName(a.name, b.name)),
    })),
    demonstration: found?.demonstration ?? false,
    ownResult: found?.catalogue.ownResult ?? null,
    levels: found?.catalogue.sideBySide.filter((one) => one.kind === 'required') ?? [],
    edition,
  };
}

const byName = new Intl.Collator('nl').compare;

/** The language asked for when the questionnaire has it, else the first one both it and the screens have. */
function languageFor(ctx: Context, questionnaire: Questionnaire, asked: string): string {
  const offered = languagesOf(ctx, questionnaire);
  return offered.includes(asked) ? asked : (offered[0] ?? asked);
}

function languagesOf(ctx: Context, questionnaire: Questionnaire): readonly string[] {
  return questionnaire.languages.filter((language) => ctx.texts.languages.includes(language));
}

/**
 * What a page says about its survey.
 * @param form the address of the page's form: there the language changes after saving what was typed.
 * @param query what the address of a page without a form must keep when the language changes.
 */
export function frameOf(ctx: Context, visit: Visit, form: string | null = null, query = ''): SurveyFrame {
  const { survey, questionnaire, language } = visit;
  const languages = languagesOf(ctx, questionnaire);
  const choice = languages.map((code) => ({
    code,
    here: code === language,
    address: form === null ? `?${query}lang=${code}` : withQuery(form, `go=stay&lang=${code}`),
  }));
  return {
    code: survey.code,
    title: inLanguage(questionnaire.title, language),
    languages: languages.length > 1 ? choice : [],
    form: form !== null,
  };
}

/** An address with more behind its question mark. */
export function withQuery(address: string, query: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}${query}`;
}

/** How a page of this audience is shown. */
export function optionsFor(visit: Visit, title: string, more: Partial<PageOptions> = {}): PageOptions {
  const survey = inLanguage(visit.questionnaire.title, visit.language);
  return {
    title: title === survey ? title : `${title} · ${survey}`,
    layout: 'respond',
    language: visit.language,
    demonstration: visit.register.demonstration,
    ...more,
  };
}

/**
 * Writes answers of a survey through the write queue.
 * @throws ExpectedFailure when the survey was closed since the request began; then nothing is written.
 */
export function writeWhileOpen<T>(
  ctx: Context,
  survey: string,
  work: (db: Queries) => Promise<T>,
): Promise<T> {
  return ctx.writes.run(async (db) => {
    const result = await work(db);
    // Asked after writing: from then on nobody can close it before this is committed.
    if ((await surveyState(db, survey))?.state !== 'open') throw surveyClosed();
    return result;
  });
}
