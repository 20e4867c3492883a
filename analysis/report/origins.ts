// Where a figure of a report comes from: the words of its questions, the answers that count, and who it is limited to.
import {
  countedBy,
  type Indicator,
  type NeedsCatalogue,
  type Selection,
  type ShareDefinition,
} from '../../surveys/needs-catalogue.ts';
import type { Text } from '../../surveys/questionnaire.ts';
import type { ProjectAnalysis } from '../results/project.ts';
import type { QuestionResult } from '../results/questions.ts';
import type { SurveyAnalysis } from '../results/survey.ts';
import { indicatorCode, remarkCode } from './figures.ts';
import type { FigureOrigin, OriginQuestion } from './model.ts';

/** What one variable asks, and how its answers are said. */
interface Asked {
  readonly question: Text;
  readonly item: Text | null;
  readonly answers: ReadonlyMap<string, Text>;
}
type AskedBy = ReadonlyMap<string, Asked>;

/** The origin of every figure a report refers to, by the figure's code (figures.ts). */
export function originsOf(
  analysis: ProjectAnalysis,
  catalogue: NeedsCatalogue,
): Readonly<Record<string, FigureOrigin>> {
  const asked = new Map(analysis.surveys.map((survey) => [survey.survey, askedIn(survey)]));
  const [main] = analysis.surveys;
  const inSurvey = (code: string | undefined): AskedBy =>
    asked.get(code ?? main?.survey ?? '') ?? new Map<string, Asked>();
  const origins: [string, FigureOrigin][] = [];
  for (const { code, share } of catalogue.highlights)
    origins.push([code, originOfShare(share, inSurvey(share.survey))]);
  for (const need of analysis.needs) {
    const declared = catalogue.needs.find(({ code }) => code === need.code)?.indicators ?? [];
    for (const { kind, indicators } of need.sources)
      for (const [place, { label }] of indicators.entries()) {
        const indicator = declared.find(
          (each) => each.source === kind && JSON.stringify(each.label) === JSON.stringify(label),
        );
        if (indicator)
          origins.push([
            indicatorCode(need.code, kind, place),
            originOf(indicator, inSurvey, analysis.surveys),
          ]);
      }
  }
  for (const { question, label, services } of analysis.surveys.flatMap(({ remarks }) => remarks))
    for (const { code } of services)
      origins.push([
        remarkCode(question, code),
        { questions: [{ question: label, item: null, answers: [] }], where: [] },
      ]);
  return Object.fromEntries(origins);
}

function originOf(
  indicator: Indicator,
  inSurvey: (code: string | undefined) => AskedBy,
  surveys: readonly SurveyAnalysis[],
): FigureOrigin {
  if ('share' in indicator) return originOfShare(indicator.share, inSurvey(indicator.share.survey));
  if (indicator.source === 'open_answers') {
    const remarks = surveys.flatMap((survey) => survey.remarks);
    const questions = indicator.remarks.questions.flatMap((code) => {
      const found = remarks.find(({ question }) => question === code);
      return found ? [{ question: found.label, item: null, answers: [] }] : [];
    });
    return { questions, where: [] };
  }
  const counted = countedBy(indicator);
  if (counted === null) return { questions: [], where: [] };
  const variables =
    'variable' in counted
      ? [counted.variable]
      : 'importance' in counted
        ? [counted.importance, counted.ability]
        : [];
  const asked = inSurvey(counted.survey);
  return {
    questions: variables.flatMap((name) => questionsOf({ variables: [name], except: [], codes: [] }, asked)),
    where: counted.where.flatMap((selection) => questionsOf(selection, asked)),
  };
}

function originOfShare({ any, where }: ShareDefinition, asked: AskedBy): FigureOrigin {
  return {
    questions: any.flatMap((selection) => questionsOf(selection, asked)),
    where: where.flatMap((selection) => questionsOf(selection, asked)),
  };
}

/** The questions a selection reads; a whole row set is told once, without its rows. */
function questionsOf({ variables, codes }: Selection, asked: AskedBy): readonly OriginQuestion[] {
  return variables.flatMap((name) => {
    const whole = name.endsWith('.*');
    const found = whole
      ? [...asked].find(([variable]) => variable.startsWith(name.slice(0, -1)))?.[1]
      : asked.get(name);
    if (!found) return [];
    const answers = codes.flatMap((code): readonly Text[] => {
      const said = found.answers.get(code);
      return said ? [said] : [];
    });
    return [{ question: found.question, item: whole ? null : found.item, answers }];
  });
}

function askedIn({ questions }: SurveyAnalysis): AskedBy {
  return new Map(questions.flatMap((question) => [...askedBy(question)]));
}

function askedBy(result: QuestionResult): readonly (readonly [string, Asked])[] {
  const none: ReadonlyMap<string, Text> = new Map();
  switch (result.kind) {
    case 'distributions':
      return result.distributions.map(({ variable, label, item, categories, missingCategories }) => [
        variable,
        {
          question: item ? result.label : label,
          item,
          answers: new Map(
            [...categories, ...missingCategories].map(({ code, label: said }) => [code, said]),
          ),
        },
      ]);
    case 'choices':
      return result.choices.map(({ variable, label }) => [
        variable,
        { question: result.label, item: label, answers: none },
      ]);
    case 'ranking':
      return result.options.map(({ variable, label }) => [
        variable,
        { question: result.label, item: label, answers: none },
      ]);
    case 'numbers':
      return result.numbers.map(({ variable, item }) => [
        variable,
        { question: result.label, item, answers: none },
      ]);
    case 'text':
      return [];
  }
}
