// Pick the n most important: ticks like multiple choice, with a most that is the point of the question.
import type { QuestionOf } from '../questionnaire.ts';
import { multiple } from './multiple.ts';
import type { QuestionType } from './question-type.ts';

type Pick = QuestionOf<'pick'>;

export const pick: QuestionType<Pick> = {
  variables: (questionnaire, question) =>
    multiple
      .variables(questionnaire, asMultiple(question))
      .map((variable) => ({ ...variable, type: 'pick' })),

  read: (questionnaire, question, fields, context) =>
    multiple.read(questionnaire, asMultiple(question), fields, context),

  field: (questionnaire, question, given, context) => {
    const body = multiple.field(questionnaire, asMultiple(question), given, context);
    if (body.type !== 'multiple') throw new TypeError('multiple choice draws itself as multiple choice');
    const { columns, options } = body;
    return { type: 'pick', count: question.count, columns, options };
  },

  seconds: (questionnaire, question) => 5 + multiple.seconds(questionnaire, asMultiple(question)),
};

function asMultiple({ count, ...question }: Pick): QuestionOf<'multiple'> {
  return { ...question, type: 'multiple', max: count };
}
