// Numbers that must fit each other: fewest and most, ranges, steps, dates, points on a scale.
import { placeOf } from '../number-line.ts';
import { optionsOf, type Question, type Questionnaire, questionsOf } from '../questionnaire.ts';
import { type DefinitionProblem, error, type PlacedQuestion, placedQuestions, warning } from './problem.ts';

/** What is wrong with the numbers of questions and scales. */
export function checkBounds(questionnaire: Questionnaire): readonly DefinitionProblem[] {
  return [
    ...placedQuestions(questionnaire).flatMap((placed) => boundsOf(questionnaire, placed)),
    ...scaleValues(questionnaire),
  ];
}

function boundsOf(questionnaire: Questionnaire, { path, question }: PlacedQuestion) {
  switch (question.type) {
    case 'multiple':
    case 'pick':
    case 'rank':
    case 'points':
      return countsOf(question, path, optionsOf(questionnaire, question).length);
    case 'number':
      return numberBounds(question, path);
    case 'slider':
      return sliderBounds(question, path);
    case 'date':
      return dateBounds(question, path);
    default:
      return [];
  }
}

type Of<T extends Question['type']> = Extract<Question, { type: T }>;

/** How many may be chosen, against how many there are. */
function countsOf(
  question: Of<'multiple' | 'pick' | 'rank' | 'points'>,
  path: string,
  options: number,
): readonly DefinitionProblem[] {
  if (question.type === 'points') return [];
  if (question.type === 'multiple') {
    const { min, max } = question;
    const problems: DefinitionProblem[] = [];
    if (min !== undefined && max !== undefined && min > max) {
      problems.push(error(`${path}.min`, 'minOverMax', { min, max }));
    }
    if (min !== undefined && min > options) {
      problems.push(error(`${path}.min`, 'moreThanOptions', { count: min, options }));
    }
    if (max !== undefined && max > options) {
      problems.push(warning(`${path}.max`, 'moreThanOptions', { count: max, options }));
    }
    return problems;
  }
  if (question.type === 'rank') {
    const { top } = question;
    return top > options ? [error(`${path}.top`, 'moreThanOptions', { count: top, options })] : [];
  }
  const { count } = question;
  if (count > options) return [error(`${path}.count`, 'moreThanOptions', { count, options })];
  return count === options ? [warning(`${path}.count`, 'picksAll', { count })] : [];
}

function numberBounds({ min, max, decimals }: Of<'number'>, path: string): readonly DefinitionProblem[] {
  if (min === undefined || max === undefined) return [];
  if (min > max) return [error(`${path}.min`, 'minOverMax', { min, max })];
  const unit = 10 ** decimals;
  // Just so much that 0.1 + 0.2 counts as 0.3.
  const close = 1e-9;
  return Math.ceil(min * unit - close) > Math.floor(max * unit + close)
    ? [error(`${path}.decimals`, 'noNumberFits', { min, max, decimals })]
    : [];
}

function sliderBounds({ min, max, step }: Of<'slider'>, path: string): readonly DefinitionProblem[] {
  if (max <= min) return [error(`${path}.max`, 'minOverMax', { min, max })];
  if (step > max - min) return [error(`${path}.step`, 'stepTooLong', { min, max, step })];
  const steps = (max - min) / step;
  return Math.abs(steps - Math.round(steps)) > 1e-6
    ? [error(`${path}.step`, 'stepNotFitting', { min, max, step })]
    : [];
}

function dateBounds({ earliest, latest, precision }: Of<'date'>, path: string): readonly DefinitionProblem[] {
  const wrong = Object.entries({ earliest, latest }).flatMap(([name, date]) =>
    date === undefined || placeOf(precision, date) !== null
      ? []
      : [error(`${path}.${name}`, 'dateBound', { date, precision })],
  );
  if (wrong.length > 0 || earliest === undefined || latest === undefined) return wrong;
  return earliest > latest ? [error(`${path}.earliest`, 'datesReversed', { earliest, latest })] : [];
}

/** An ordered scale counts its means by the values of its codes; a reason to give no answer has none. */
function scaleValues(questionnaire: Questionnaire): readonly DefinitionProblem[] {
  const inGrids = new Set(
    questionsOf(questionnaire).flatMap((question) =>
      question.type === 'grid' ? question.scales.map(({ scale }) => scale) : [],
    ),
  );
  return Object.entries(questionnaire.scales).flatMap(([scale, { options }]) => {
    const counted = options.filter(({ missing }) => missing === undefined);
    const without = options.flatMap(({ code, missing, value }, index) =>
      missing === undefined && value === undefined ? [{ code, index }] : [],
    );
    if (counted.length === 0) return [error(`scales.${scale}.options`, 'onlyReasons', { scale })];
    if (without.length === counted.length) {
      return [
        warning(`scales.${scale}.options`, inGrids.has(scale) ? 'gridScaleValues' : 'scaleValues', { scale }),
      ];
    }
    return without.map(({ code, index }) =>
      warning(`scales.${scale}.options[${index}]`, 'optionValue', { scale, code }),
    );
  });
}
