// The questionnaire on paper: to print, fill in with a pen and hand in. It has nobody's answers on it.
import type { RequestHandler } from 'express';
import { type PaperBody, type PaperPage, type PaperQuestion, paperOf } from '../../../surveys/paper.ts';
import type { PaperCondition } from '../../../surveys/paper-conditions.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { formatNumber, formatPlace } from '../../format-values.ts';
import { conditionInWords, listInWords } from '../paper-words.ts';
import { type Desk, frameOf, optionsFor } from './desk.ts';
import type { SurveyFrame } from './pages.ts';

/** What a question on paper says under its words, ready to print. */
interface PaperQuestionView extends Omit<PaperQuestion, 'onlyIf' | 'body' | 'reasons'> {
  readonly onlyIf: string;
  /** How to answer: "Kruis er hoogstens twee aan." */
  readonly how: string;
  readonly body: WithWords<PaperBody>;
  readonly reasons: WithWords<PaperQuestion['reasons']>;
  /** Empty lines to write on, and places such as `__ / __ / ____`. */
  readonly lines: readonly number[];
}

/** The same data with conditions as sentences. */
type WithWords<T> = T extends PaperCondition
  ? string
  : T extends readonly (infer I)[]
    ? readonly WithWords<I>[]
    : T extends object
      ? { readonly [K in keyof T]: K extends 'onlyIf' ? string : WithWords<T[K]> }
      : T;

export interface PaperPageData {
  readonly survey: SurveyFrame;
  readonly heading: string;
  readonly version: number;
  readonly notice: readonly { readonly title: string; readonly text: string }[];
  readonly pages: readonly (Pick<PaperPage, 'code' | 'title' | 'intro'> & {
    readonly onlyIf: string;
    readonly questions: readonly PaperQuestionView[];
  })[];
  readonly thanks: string;
}

/** GET paper: the form in the language of the visit. */
export function getPaper({ ctx, open }: Desk): RequestHandler {
  return async (request, response) => {
    const visit = await open(request, response);
    const { questionnaire, language, survey } = visit;
    const title = ctx.texts.say(language, 'paper.title', {
      title: inLanguage(questionnaire.title, language),
    });
    const data: PaperPageData = {
      survey: frameOf(ctx, visit),
      heading: inLanguage(questionnaire.welcome.title, language),
      version: survey.version,
      notice: questionnaire.notice.map((part) => ({
        title: inLanguage(part.title, language),
        text: inLanguage(part.text, language),
      })),
      pages: pagesInWords(ctx, language, paperOf(questionnaire, language)),
      thanks: inLanguage(questionnaire.thanks.title, language),
    };
    const options = optionsFor(visit, title, { styles: ['paper.css'], scripts: ['print-button.js'] });
    ctx.render(response, 'respond/paper', data, options);
  };
}

function pagesInWords(ctx: Context, language: string, pages: readonly PaperPage[]): PaperPageData['pages'] {
  const onlyIf = (condition: PaperCondition | null) =>
    condition ? conditionInWords(ctx.texts, language, condition) : '';
  return pages.map((page) => ({
    code: page.code,
    title: page.title,
    intro: page.intro,
    onlyIf: onlyIf(page.onlyIf),
    questions: page.questions.map((question) => ({
      ...question,
      onlyIf: onlyIf(question.onlyIf),
      how: howTo(ctx, language, question.body),
      body: inWords(question.body, onlyIf),
      reasons: inWords(question.reasons, onlyIf),
      lines: Array.from({ length: question.body.kind === 'words' ? question.body.lines : 0 }, (_, n) => n),
    })),
  }));
}

/** Every condition in the value as a sentence. The type above says the same; TypeScript cannot follow it through the walk. */
function inWords<T>(value: T, onlyIf: (condition: PaperCondition | null) => string): WithWords<T> {
  if (typeof value !== 'object' || value === null) return value as WithWords<T>;
  if (Array.isArray(value)) return value.map((item) => inWords(item, onlyIf)) as WithWords<T>;
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    key === 'onlyIf' ? onlyIf(inner) : inWords(inner, onlyIf),
  ]);
  return Object.fromEntries(entries) as WithWords<T>;
}

/** How a question is answered with a pen, in one or two sentences. */
export function howTo({ texts }: Context, language: string, body: PaperBody): string {
  const say = (key: string, values = {}) => texts.say(language, `paper.${key}`, values);
  switch (body.kind) {
    case 'library':
      return say('library');
    case 'choices': {
      const { least, most } = body;
      if (!body.several) return say('one');
      if (least !== null && most !== null) return say('between', { least, most });
      if (most !== null) return say('most', { count: most });
      return least === null ? say('several') : say('least', { count: least });
    }
    case 'line':
      return say('scale');
    case 'places':
      return say('rank', { top: body.top });
    case 'points':
      return say('points', { total: body.total });
    case 'number':
      return numberHow(language, body, say);
    case 'date':
      return [
        body.earliest === null
          ? ''
          : say('earliest', { date: formatPlace(language, body.precision, body.earliest) }),
        body.latest === null
          ? ''
          : say('latest', { date: formatPlace(language, body.precision, body.latest) }),
      ]
        .filter(Boolean)
        .join(' ');
    case 'grid': {
      const parts = [say(body.scales.length > 1 ? 'gridTwo' : 'grid')];
      for (const { unless } of body.scales) {
        const options = listInWords(
          language,
          unless.map((words) => say('quote', { words })),
          'any',
        );
        if (unless.length > 0) parts.push(say('gridUnless', { options }));
      }
      return parts.join(' ');
    }
    default:
      return '';
  }
}

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

function numberHow(language: string, body: Extract<PaperBody, { kind: 'number' }>, say: Say): string {
  const [min, max] = [body.min, body.max].map((bound) =>
    bound === null ? null : formatNumber(language, bound, 6),
  );
  const steps = body.step !== null && body.step !== 1 ? ` ${say('step', { step: body.step })}` : '';
  if (min != null && max != null) return say('numberBetween', { min, max }) + steps;
  if (min != null) return say('numberFrom', { min });
  return max == null ? say('number') : say('numberTo', { max });
}
