// Answers of one person told again as they are: what is there and what is not yet, a hard demand that is open first.
import type { Answers } from '../../surveys/answers.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import type { OwnTold } from '../../surveys/own-result.ts';
import type { Questionnaire, Text } from '../../surveys/questionnaire.ts';
import type { Variable } from '../../surveys/variable.ts';
import { chosenOf } from './chosen.ts';

export interface ToldRow {
  readonly label: Text;
  /** The words of the questionnaire, or somebody's own. */
  readonly answer: Text | string;
  /** Something is still to be done. */
  readonly open: boolean;
  /** What makes it a hard demand, where it is open and one. */
  readonly hard: Text | null;
}
export interface ToldResult {
  readonly code: string;
  readonly label: Text;
  readonly rows: readonly ToldRow[];
}

/** What was answered of these questions, in their order but for the hard demands; null where nothing was. */
export function toldResult(
  { code, label, questions, open, hard }: OwnTold,
  questionnaire: Questionnaire,
  answers: Answers,
): ToldResult | null {
  const { variables } = codebookOf(questionnaire);
  const rows = questions
    .flatMap((question) => variables.filter((variable) => isOf(variable, question)))
    .flatMap((variable): readonly ToldRow[] => {
      const answer = answerOf(variable, answers);
      if (answer === null) return [];
      const isOpen = open.includes(answers[variable.name] ?? '');
      const demanded = isOpen && hard?.questions.some((one) => isOf(variable, one));
      return [
        {
          label: variable.item ?? variable.label,
          answer,
          open: isOpen,
          hard: (demanded && hard?.said) || null,
        },
      ];
    });
  if (rows.length === 0) return null;
  return {
    code,
    label,
    rows: [...rows.filter((row) => row.hard !== null), ...rows.filter((row) => row.hard === null)],
  };
}

function answerOf(variable: Variable, answers: Answers): Text | string | null {
  const given = answers[variable.name] ?? '';
  if (given === '') return null;
  return variable.measure === 'text' ? given : (chosenOf(variable, answers)?.label ?? null);
}

function isOf({ name }: Variable, question: string): boolean {
  return name === question || name.startsWith(`${question}.`);
}
