// The questionnaire to read: its pages and questions with their answers, as the team fielded it.
import {
  inLanguage,
  type Option,
  optionsOf,
  type Question,
  questionsOf,
  rowsOf,
  scaleOf,
} from '../../../surveys/questionnaire.ts';
import { withoutReferences } from '../../../surveys/references.ts';
import type { Survey } from '../../db/surveys.ts';
import { teamFrameworks } from '../frameworks/words.ts';
import type { Lead, Tab } from './page-parts.ts';
import { questionnaireAddresses } from './versions-view.ts';
import type { Words } from './workspace.ts';

interface AnswersView {
  /** What the list is: answers, rows, or a scale with its own question. */
  readonly name: string;
  readonly items: readonly string[];
}
interface QuestionView {
  readonly code: string;
  readonly label: string;
  readonly help: string;
  /** "Eén antwoord · verplicht · alleen soms getoond". */
  readonly facts: string;
  readonly answers: readonly AnswersView[];
}
export interface QuestionnairePage extends Lead {
  readonly tabs: readonly Tab[];
  readonly state: string;
  /** Versions, the file, another questionnaire. */
  readonly links: readonly { readonly name: string; readonly address: string }[];
  readonly pages: readonly {
    readonly title: string;
    readonly intro: string;
    readonly questions: readonly QuestionView[];
  }[];
}

/** One survey of the project, `shown`, with tabs to the others. */
export function questionnairePage(
  project: string,
  surveys: readonly Survey[],
  shown: Survey,
  words: Words,
): QuestionnairePage {
  const { questionnaire, version, state } = shown;
  const to = questionnaireAddresses(project, shown.code);
  const text = (value: Parameters<typeof inLanguage>[0] | undefined) =>
    value ? inLanguage(withoutReferences(value), words.language) : '';
  return {
    finding: text(questionnaire.title),
    lead: words.say({
      key: 'team.questionnaire.lead',
      values: { questions: questionsOf(questionnaire).length, pages: questionnaire.pages.length },
    }),
    action: state === 'closed' ? null : { address: to.edit, name: words.say({ key: 'editor.edit' }) },
    tabs:
      surveys.length < 2
        ? []
        : surveys.map((survey) => ({
            name: text(survey.questionnaire.title),
            address: `/team/${project}/questionnaire?survey=${survey.code}`,
            here: survey.code === shown.code,
          })),
    state: words.say({ key: `team.questionnaire.${state}`, values: { version } }),
    links: [
      ...(state === 'open'
        ? [{ name: words.say({ key: 'team.questionnaire.try' }), address: to.respond }]
        : []),
      { name: words.say({ key: 'project.links.versions' }), address: to.versions },
      { name: words.say({ key: 'project.links.file' }), address: to.file },
      { name: words.say({ key: 'project.links.newSurvey' }), address: to.newSurvey },
      { name: words.say({ key: 'frameworks.title' }), address: teamFrameworks(project) },
      ...paperLinks(project, shown, words),
    ],
    pages: questionnaire.pages.map((page) => ({
      title: text(page.title),
      intro: text(page.intro),
      questions: page.questions.map((question) => ({
        code: question.code,
        label: text(question.label),
        help: text(question.help),
        facts: factsOf(question, words),
        answers: answersOf(shown, question, words),
      })),
    })),
  };
}

function factsOf(question: Question, words: Words): string {
  const facts = [`team.questionnaire.type.${question.type}`];
  if (question.required) facts.push('team.questionnaire.required');
  if (question.showIf) facts.push('team.questionnaire.sometimes');
  return facts.map((key) => words.say({ key })).join(' · ');
}

function answersOf({ questionnaire }: Survey, question: Question, words: Words): readonly AnswersView[] {
  const list = (name: string, options: readonly Option[]): AnswersView => ({
    name,
    items: options.map(({ label, note }) =>
      [label, ...(note ? [note] : [])]
        .map((text) => inLanguage(withoutReferences(text), words.language))
        .join(' – '),
    ),
  });
  const own = (key: string) => words.say({ key: `team.questionnaire.${key}` });
  if (question.type === 'grid') {
    return [
      list(own('rows'), rowsOf(questionnaire, question).options),
      ...question.scales.map(({ label, scale }) =>
        list(inLanguage(label, words.language), scaleOf(questionnaire, scale).options),
      ),
    ];
  }
  if ('options' in question) {
    return [list(own('answers'), optionsOf(questionnaire, question))];
  }
  return [];
}

/** The form on paper, and typing in those that came back: while answers are taken. */
function paperLinks(project: string, { code, state }: Survey, words: Words): QuestionnairePage['links'] {
  if (state !== 'open') return [];
  return [
    { name: words.say({ key: 'entry.print' }), address: `/s/${code}/paper` },
    { name: words.say({ key: 'entry.link' }), address: `/team/${project}/entry?survey=${code}` },
  ];
}
