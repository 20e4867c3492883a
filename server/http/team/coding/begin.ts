// The first codebook of a project that has none: which open questions are coded, and a few codes to begin with.
import type { Request, Response, Router } from 'express';
import { firstCodebook } from '../../../../surveys/coding/codebook-edits.ts';
import { codingDimensions } from '../../../../surveys/needs-catalogue.ts';
import { inLanguage, questionsOf } from '../../../../surveys/questionnaire.ts';
import type { Context } from '../../../context.ts';
import { type Project, projectByCode } from '../../../db/projects.ts';
import { type Survey, surveysOf } from '../../../db/surveys.ts';
import { unknownPage, unknownProject } from '../../../errors.ts';
import { editCatalogue } from '../../../operations/edit-catalogue.ts';
import { fieldOf } from '../access.ts';
import type { FormMistake } from '../round-form.ts';
import { wordsOf } from '../workspace.ts';
import { deskPage } from './coding-desk.ts';

export interface BeginCodingPage {
  readonly csrf: string;
  readonly back: string;
  readonly questions: readonly { readonly code: string; readonly label: string; readonly checked: boolean }[];
  readonly services: string;
  readonly themes: string;
  readonly mistakes: readonly FormMistake[];
}

const longestName = 80;

/** The open questions of a survey. */
export function openQuestions({ questionnaire }: Pick<Survey, 'questionnaire'>) {
  return questionsOf(questionnaire).filter(({ type }) => type === 'text');
}

export function beginRoutes(ctx: Context, router: Router): void {
  const open = async (request: Request<{ project: string }>) => {
    const db = ctx.db.kysely;
    const project = await projectByCode(db, request.params.project);
    if (!project) throw unknownProject(request.params.project);
    const [survey] = await surveysOf(db, project.code);
    if (!survey || survey.state === 'draft' || openQuestions(survey).length === 0) throw unknownPage();
    if (project.catalogue.coding) throw unknownPage();
    return { project, survey };
  };

  router.get('/:project/coding/begin', async (request, response) => {
    const { project, survey } = await open(request);
    const questions = openQuestions(survey).map(({ code }) => code);
    show(ctx, response, project, survey, { questions, services: [], themes: [] }, []);
  });

  router.post('/:project/coding/begin', async (request: Request<{ project: string }>, response) => {
    const { project, survey } = await open(request);
    const names = (field: string) => [
      ...new Set(
        fieldOf(request, field)
          .split('\n')
          .map((name) => name.trim())
          .filter(Boolean),
      ),
    ];
    const typed = {
      questions: openQuestions(survey)
        .map(({ code }) => code)
        .filter((code) => fieldOf(request, `question.${code}`) === '1'),
      services: names('services'),
      themes: names('themes'),
    };
    const mistakes: FormMistake[] = codingDimensions
      .filter((each) => typed[each].length === 0 || typed[each].some((name) => name.length > longestName))
      .map((field) => ({ field, key: 'coding-desk.begin.codeMissing', values: { most: longestName } }));
    if (typed.questions.length === 0)
      mistakes.unshift({ field: 'questions', key: 'coding-desk.begin.questionMissing' });
    if (mistakes.length > 0) return show(ctx, response, project, survey, typed, mistakes);
    const coding = firstCodebook(typed.questions, typed, response.locals.language);
    await editCatalogue(ctx, project.code, (catalogue) =>
      catalogue.coding ? null : { ...catalogue, coding },
    );
    response.redirect(303, `/team/${project.code}/coding`);
  });
}

interface Typed {
  readonly questions: readonly string[];
  readonly services: readonly string[];
  readonly themes: readonly string[];
}

function show(
  ctx: Context,
  response: Response,
  project: Project,
  survey: Survey,
  typed: Typed,
  mistakes: readonly FormMistake[],
): void {
  const words = wordsOf(ctx, response);
  const page: BeginCodingPage = {
    csrf: response.locals.csrf ?? '',
    back: `/team/${project.code}/results`,
    questions: openQuestions(survey).map(({ code, label }) => ({
      code,
      label: inLanguage(label, words.language),
      checked: typed.questions.includes(code),
    })),
    services: typed.services.join('\n'),
    themes: typed.themes.join('\n'),
    mistakes,
  };
  const title = words.say({ key: 'coding-desk.begin.title' });
  const status = mistakes.length > 0 ? 422 : 200;
  ctx.render(
    response,
    'team/coding-begin',
    page,
    deskPage({ project, ...words }, response, { title, status }),
  );
}
