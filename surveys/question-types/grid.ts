// Grid: one or two scales for every row. Each scale gives one variable per row, named `<scale variable>.<row>`.
import { categoryOf } from '../codebook.ts';
import { type QuestionOf, rowsOf, scaleOf } from '../questionnaire.ts';
import type { QuestionType } from './question-type.ts';

export const grid: QuestionType<QuestionOf<'grid'>> = {
  variables: (questionnaire, question) => {
    const rows = rowsOf(questionnaire, question).options;
    return question.scales.flatMap((scale) =>
      rows.map((row) => ({
        name: `${scale.variable}.${row.code}`,
        question: question.code,
        type: 'grid' as const,
        measure: 'ordinal' as const,
        label: scale.label,
        item: row.label,
        categories: scaleOf(questionnaire, scale.scale).options.map(categoryOf),
      })),
    );
  },
};
