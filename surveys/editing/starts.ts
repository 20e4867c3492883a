// What new things begin as: an empty questionnaire, a page, a question of each type. Their words come from the caller,
// because no words on screen are written here.
import {
  type Option,
  type Page,
  type Question,
  type Questionnaire,
  questionnaireSchema,
  questionSchema,
  type Scale,
  type Text,
} from '../questionnaire.ts';

/** Placeholder words, in the languages of the questionnaire. */
export interface StartWords {
  readonly welcome: { readonly title: Text; readonly paragraph: Text };
  /** The headings of PRV-14, each with a text whose blanks stand between square brackets: see blanks.ts. */
  readonly notice: readonly { readonly title: Text; readonly text: Text }[];
  readonly thanks: { readonly title: Text; readonly paragraph: Text };
  readonly consent: { readonly page: Text; readonly label: Text; readonly statement: Text };
  readonly page: Text;
  readonly question: Text;
  readonly options: readonly [Text, Text, Text];
  readonly row: Text;
  readonly scale: Text;
  readonly low: Text;
  readonly high: Text;
  readonly paragraph: Text;
}

/** A question, and the scales it needs that the questionnaire does not have. */
export interface NewQuestion {
  readonly question: Question;
  readonly scales: Readonly<Record<string, Scale>>;
}

/** A sound questionnaire: a consent page, and a page with one question. Its notice is still to be written. */
export function emptyQuestionnaire(
  code: string,
  languages: readonly string[],
  title: Text,
  words: StartWords,
): Questionnaire {
  return questionnaireSchema.parse({
    format: 'nodenkaart/questionnaire/1',
    code,
    languages,
    title,
    welcome: { title: words.welcome.title, paragraphs: [words.welcome.paragraph] },
    notice: words.notice,
    thanks: { title: words.thanks.title, paragraphs: [words.thanks.paragraph] },
    pages: [
      {
        code: 'consent-page',
        title: words.consent.page,
        questions: [consentQuestion('consent', words)],
      },
      {
        code: 'page-1',
        title: words.page,
        questions: [newQuestion('single', 'Q1', words, null).question],
      },
    ],
  });
}

function consentQuestion(code: string, { consent }: StartWords) {
  return { type: 'consent', code, label: consent.label, statement: consent.statement, required: true };
}

/**
 * A sound question of a type, with placeholder words. A grid takes the first scale of the questionnaire, or brings one.
 * @param questionnaire null where there is none yet.
 */
export function newQuestion(
  type: Question['type'],
  code: string,
  words: StartWords,
  questionnaire: Questionnaire | null,
): NewQuestion {
  const [known] = Object.keys(questionnaire?.scales ?? {});
  const brings = type === 'grid' && known === undefined;
  const scale = known ?? 'scale-1';
  const own = type === 'consent' ? consentQuestion(code, words) : { type, code, label: words.question };
  const question = questionSchema.parse({ ...own, ...settingsOf(type, code, scale, words) });
  return { question, scales: brings ? { [scale]: newScale(words) } : {} };
}

/** What a type asks beside its label, in its simplest form. */
function settingsOf(
  type: Question['type'],
  code: string,
  scale: string,
  words: StartWords,
): Readonly<Record<string, unknown>> {
  const options = optionsOf(words);
  const ends = { low: words.low, high: words.high };
  switch (type) {
    case 'single':
    case 'multiple':
      return { options };
    case 'rank':
      return { options, top: 3 };
    case 'pick':
      return { options, count: 2 };
    case 'points':
      return { options, total: 100 };
    case 'grid':
      return {
        rows: [
          { code: '1', label: numbered(words.row, 1) },
          { code: '2', label: numbered(words.row, 2) },
        ],
        scales: [{ variable: `${code}_1`, label: words.question, scale }],
      };
    case 'scale':
      return { from: 1, to: 5, ...ends };
    case 'slider':
      return { min: 0, max: 100, ...ends };
    case 'text':
      return { maxLength: 1000 };
    case 'section':
      return { paragraphs: [words.paragraph] };
    case 'number':
    case 'date':
    case 'register':
    case 'consent':
      return {};
  }
}

function optionsOf({ options }: StartWords): readonly Pick<Option, 'code' | 'label'>[] {
  return options.map((label, index) => ({ code: String(index + 1), label }));
}

/** "Rij 1", "Row 1". */
function numbered(text: Text, number: number): Text {
  return Object.fromEntries(
    Object.entries(text).map(([language, words]) => [language, `${words} ${number}`]),
  );
}

/** A scale of five places. */
export function newScale({ scale }: StartWords): Scale {
  return {
    look: 'sequential',
    options: [1, 2, 3, 4, 5].map((value) => ({ code: String(value), label: numbered(scale, value), value })),
  };
}

/** A page with one question of its own. */
export function newPage(code: string, question: Question, words: StartWords): Page {
  return { code, title: words.page, questions: [question] };
}

/** Longest code. */
const longest = 40;

/** The wish as a code, when no page, question, variable, list or scale has it; else with a number behind it. */
export function freeCode(questionnaire: Questionnaire, wish: string): string {
  const { pages, lists, scales } = questionnaire;
  const questions = pages.flatMap((page) => page.questions);
  const grids = questions.flatMap((question) => (question.type === 'grid' ? question.scales : []));
  return codeBeside(
    [
      ...[...pages, ...questions].map(({ code }) => code),
      ...grids.map(({ variable }) => variable),
      ...Object.keys(lists),
      ...Object.keys(scales),
    ],
    wish,
  );
}

/** The wish as a code that is none of those taken, whatever their case. */
export function codeBeside(taken: readonly string[], wish: string): string {
  const used = new Set(taken.map((code) => code.toLowerCase()));
  const plain = codeFrom(wish);
  if (!used.has(plain.toLowerCase())) return plain;
  const stem = plain.replace(/[-_]?\d+$/, '');
  // "Q1" is followed by "Q2", a word by "word-2".
  const joint = /\d$/.test(plain) && !/-\d+$/.test(plain) ? '' : '-';
  for (let number = 2; ; number += 1) {
    const tail = `${joint}${number}`;
    const code = `${stem.slice(0, longest - tail.length)}${tail}`;
    if (!used.has(code.toLowerCase())) return code;
  }
}

/** Words as a code: letters without their accents, digits, `-` for what stands between. */
export function codeFrom(words: string): string {
  const plain = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longest)
    .replace(/-+$/, '');
  return plain === '' ? 'x' : plain;
}
