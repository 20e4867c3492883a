// Questionnaires in a few lines: pages of questions with words made up from their codes.
import { type Questionnaire, questionnaireSchema } from '../../surveys/questionnaire.ts';

type Loose = Readonly<Record<string, unknown>>;

/** Words in one language. */
export const nl = (words: string) => ({ nl: words });

/** Options with these codes. */
export function options(...codes: string[]): readonly Loose[] {
  return codes.map((code) => ({ code, label: nl(`antwoord ${code}`) }));
}

/** A question with words of its own where none are given; single choice of `a` or `b` when it says no type. */
export function ask(code: string, more: Loose = {}): Loose {
  const type = more.type ?? 'single';
  const offered = type === 'single' ? { options: options('a', 'b') } : {};
  return { type, code, label: nl(`Vraag ${code}?`), ...offered, ...more };
}

/** The box to take part. */
export const consent = ask('consent', { type: 'consent', statement: nl('Ik doe mee') });

/** A page with these questions. */
export function page(code: string, questions: readonly Loose[], more: Loose = {}): Loose {
  return { code, title: nl(`Pagina ${code}`), questions, ...more };
}

/** A questionnaire of these pages. @throws ZodError when a part is not what the schema says. */
export function questionnaireOf(pages: readonly Loose[], more: Loose = {}): Questionnaire {
  return questionnaireSchema.parse({
    format: 'nodenkaart/questionnaire/1',
    code: 'klein',
    languages: ['nl'],
    title: nl('Klein'),
    welcome: { title: nl('Welkom'), paragraphs: [nl('Fijn dat je er bent.')] },
    notice: [{ title: nl('Wie?'), text: nl('Wij.') }],
    thanks: { title: nl('Dank je'), paragraphs: [nl('Tot later.')] },
    pages,
    ...more,
  });
}
