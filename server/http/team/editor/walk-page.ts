// A page of the questionnaire as a respondent would see it, drawn from the definition as it is being edited. Nothing is
// stored: the preview shows one page, trying out walks through all of them.
import type { Response } from 'express';
import type { Answers } from '../../../../surveys/answers.ts';
import { walk } from '../../../../surveys/flow.ts';
import { type PageView, pageView } from '../../../../surveys/page-view.ts';
import type { Given, LibraryGroup, Problem } from '../../../../surveys/question-types/question-type.ts';
import { inLanguage, type Page, type Questionnaire } from '../../../../surveys/questionnaire.ts';
import { type Register, registerOf } from '../../../../surveys/register.ts';
import type { Context } from '../../../context.ts';
import { librariesOf } from '../../../db/libraries.ts';
import { clientWords } from '../../respond/client-words.ts';
import { assetsOf } from '../../respond/page-assets.ts';
import type { SurveyFrame } from '../../respond/pages.ts';
import type { Editor } from './open-editor.ts';

/** The words before the first page. */
export interface Opening {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

export interface WalkPage {
  readonly survey: SurveyFrame;
  /** Nobody goes on from here: a picture to look at. */
  readonly still: boolean;
  readonly action: string;
  readonly back: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly editor: string;
  readonly opening: Opening | null;
  readonly view: PageView | null;
  readonly words: Readonly<Record<string, string>>;
}

/** The project's libraries as a respondent can choose them. */
export interface TriedRegister {
  readonly libraries: Register;
  readonly groups: readonly LibraryGroup[];
}

export async function triedRegister(ctx: Context, project: string): Promise<TriedRegister> {
  const libraries = await librariesOf(ctx.db.kysely, project);
  const byName = new Intl.Collator('nl').compare;
  const provinces = [...new Set(libraries.map(({ province }) => province))].sort(byName);
  return {
    libraries: registerOf(libraries),
    groups: provinces.map((label) => ({
      label,
      libraries: libraries
        .filter(({ province }) => province === label)
        .map(({ code, name }) => ({ code, name }))
        .sort((one, other) => byName(one.name, other.name)),
    })),
  };
}

/** The language asked for when questionnaire and screens have it, else the first both have. */
export function walkLanguage(ctx: Context, questionnaire: Questionnaire, asked: string): string {
  const offered = walkLanguages(ctx, questionnaire);
  return offered.includes(asked) ? asked : (offered[0] ?? 'nl');
}

function walkLanguages(ctx: Context, { languages }: Questionnaire): readonly string[] {
  return languages.filter((language) => ctx.texts.languages.includes(language));
}

/** What the page says about its survey. @param address of the same page in a language. */
export function walkFrame(
  ctx: Context,
  editor: Editor,
  questionnaire: Questionnaire,
  language: string,
  form: boolean,
  address: (language: string) => string,
): SurveyFrame {
  const languages = walkLanguages(ctx, questionnaire);
  const choice = languages.map((code) => ({ code, here: code === language, address: address(code) }));
  return {
    code: editor.survey.code,
    title: inLanguage(questionnaire.title, language),
    languages: languages.length > 1 ? choice : [],
    form,
  };
}

export function openingOf({ welcome }: Questionnaire, language: string): Opening {
  return {
    heading: inLanguage(welcome.title, language),
    paragraphs: welcome.paragraphs.map((paragraph) => inLanguage(paragraph, language)),
  };
}

export interface PageToWalk {
  readonly questionnaire: Questionnaire;
  readonly page: Page;
  readonly answers: Answers;
  readonly given: Given;
  readonly problems: readonly Problem[];
  readonly language: string;
  readonly register: TriedRegister;
  readonly seed: number | null;
}

export function viewOf({ register, answers, ...what }: PageToWalk): PageView {
  const walked = walk(what.questionnaire, answers, register.libraries);
  return pageView({ ...what, walked, libraries: register.groups });
}

/** Shows the page in the respondents' own layout. */
export function showWalk(
  ctx: Context,
  response: Response,
  editor: Editor,
  language: string,
  page: Page | null,
  data: Omit<WalkPage, 'words'>,
  status = 200,
): void {
  const assets = page ? assetsOf(page) : { styles: [], scripts: [] };
  ctx.render(
    response,
    'team/walk',
    { ...data, words: clientWords(ctx.texts, language) },
    {
      title: data.view?.title ?? data.survey.title,
      layout: 'respond',
      language,
      status,
      demonstration: editor.project.demonstration,
      styles: [...assets.styles, 'walk.css'],
      scripts: [...(data.view?.live ? ['conditions.js'] : []), ...assets.scripts],
    },
  );
}
