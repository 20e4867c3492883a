// The forms around the material of a project: what can be ticked in them, and what is wrong beyond a single field.
import type { Router } from 'express';
import { productsOf } from '../../../../analysis/materials/products.ts';
import { namedAnswer } from '../../../../analysis/materials/suggested-group.ts';
import type { FormProblem } from '../../../../surveys/editing/form-fields.ts';
import type { ProjectRecord, ProjectRecords } from '../../../../surveys/project-records.ts';
import { inLanguage, optionsOf, questionsOf, type Text } from '../../../../surveys/questionnaire.ts';
import {
  courseForm,
  disseminationForm,
  evaluationForm,
  kitForm,
  literatureForm,
  materialForm,
  paperForm,
  reviewForm,
} from '../../../../surveys/records/material-forms.ts';
import type { RecordChoices } from '../../../../surveys/records/record-form.ts';
import type { Context } from '../../../context.ts';
import { tellsUnreleased } from '../follow-up-form.ts';
import { type ChoiceGroups, oneGroup, withoutHeading } from '../record-choices.ts';
import { recordRoutes } from '../record-routes.ts';
import type { Workspace } from '../workspace.ts';

export function materialDesks(ctx: Context, router: Router): void {
  const product = { home: 'materials', station: 'report', choices: productChoices } as const;
  recordRoutes(ctx, router, { ...product, form: kitForm, path: 'materials/edit/kit', judge: judgeProduct });
  recordRoutes(ctx, router, {
    ...product,
    form: materialForm,
    path: 'materials/edit/material',
    judge: judgeProduct,
  });
  recordRoutes(ctx, router, {
    ...product,
    form: courseForm,
    path: 'materials/edit/course',
    judge: judgeProduct,
  });
  const told = { station: 'report', choices: toldChoices } as const;
  recordRoutes(ctx, router, {
    ...told,
    form: disseminationForm,
    path: 'dissemination/log',
    home: 'dissemination',
  });
  recordRoutes(ctx, router, {
    ...told,
    form: reviewForm,
    path: 'dissemination/reviews',
    home: 'dissemination',
  });
  const read = { home: 'literature', station: 'needs' } as const;
  recordRoutes(ctx, router, { ...read, form: literatureForm, path: 'literature/sources' });
  recordRoutes(ctx, router, { ...read, form: paperForm, path: 'literature/paper' });
  recordRoutes(ctx, router, {
    form: evaluationForm,
    path: 'evaluation/parties',
    home: 'evaluation',
    station: 'report',
    choices: ({ language }, { party }) => new Map([['party', oneGroup(party, 'name', language)]]),
    judge: judgeEvaluation,
  });
}

/** What products can be tied to: needs, recommendations, other materials, surveys and the answers to their questions. */
function productChoices({ language, analysis, surveys }: Workspace, records: ProjectRecords): RecordChoices {
  const named = (text: Text) => inLanguage(text, language);
  const ofType = (...types: readonly string[]) =>
    oneGroup(
      records.material.filter(({ type }) => types.length === 0 || types.includes(type)),
      'title',
      language,
    );
  return new Map<string, ChoiceGroups>([
    ['needs', oneGroup(analysis.needs, 'label', language)],
    ['recommendations', oneGroup(records.recommendation, 'text', language)],
    ['slides', ofType('slides')],
    ['exercise', ofType('exercise')],
    ['film', ofType('film')],
    ['others', ofType()],
    [
      'trials',
      oneGroup(
        surveys.map(({ code, questionnaire }) => ({ code, title: questionnaire.title })),
        'title',
        language,
      ),
    ],
    [
      'offeredTo',
      surveys.flatMap(({ code: survey, questionnaire }) =>
        questionsOf(questionnaire).flatMap((question) =>
          question.type === 'single' || question.type === 'multiple'
            ? [
                {
                  title: named(question.label),
                  options: optionsOf(questionnaire, question)
                    .filter(({ missing }) => missing === undefined)
                    .map(({ code, label }) => ({
                      value: `${survey}:${question.code}:${code}`,
                      label: named(label),
                    })),
                },
              ]
            : [],
        ),
      ),
    ],
  ]);
}

function toldChoices({ language }: Workspace, records: ProjectRecords): RecordChoices {
  const options = productsOf(records).map(({ kind, code, title }) => ({
    value: `${kind}:${code}`,
    label: inLanguage(title, language),
  }));
  return new Map([['products', withoutHeading(options)]]);
}

type ProductRecord = ProjectRecord<'kit' | 'material' | 'course'>;

/** Answers of one question only can be counted together; what everybody sees tells no quote that was not released. */
function judgeProduct(product: ProductRecord, records: ProjectRecords): readonly FormProblem[] {
  const problems: FormProblem[] = [];
  const wrong = (field: string, key: string) =>
    problems.push({ field, key: `materials.problem.${key}`, values: {} });
  const questions = product.offeredTo.map((answer) => {
    const { survey, variable } = namedAnswer(answer);
    return `${survey}:${variable}`;
  });
  if (new Set(questions).size > 1) wrong('offeredTo', 'oneQuestion');
  const told = [product.title, product.summary, product.audience].flatMap((text) =>
    Object.values(text ?? {}),
  );
  if (product.public && tellsUnreleased(told, records)) wrong('public', 'unreleased');
  return problems;
}

/** A party answers once, and for itself alone. */
function judgeEvaluation(
  { code, party }: ProjectRecord<'evaluation'>,
  records: ProjectRecords,
): readonly FormProblem[] {
  const wrong = (key: string) => [{ field: 'party', key: `materials.problem.${key}`, values: {} }];
  if (party.length > 1) return wrong('oneParty');
  const taken = records.evaluation.some(
    (other) => other.code !== code && other.party.includes(party[0] ?? ''),
  );
  return taken ? wrong('partyAnswered') : [];
}
