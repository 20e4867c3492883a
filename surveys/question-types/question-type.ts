// What every kind of question must be able to do. One file per type; index.ts is the exhaustive record.
import type { Variable } from '../codebook.ts';
import type { Question, Questionnaire } from '../questionnaire.ts';

export interface QuestionType<Q extends Question> {
  /** The variables the question gives, in codebook order. */
  variables(questionnaire: Questionnaire, question: Q): readonly Variable[];
}
