// Whatever questionnaire somebody makes: what was answered, written on its paper in numbers and typed in again, is
// what was answered.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answers } from '../../surveys/answers.ts';
import { walk } from '../../surveys/flow.ts';
import { type PaperQuestion, paperOf } from '../../surveys/paper.ts';
import { type EntryField, entryFields, readPaperEntry } from '../../surveys/paper-entry.ts';
import { ticked } from '../../surveys/question-types/multiple.ts';
import { questionsOf } from '../../surveys/questionnaire.ts';
import { anyLibraries, anyQuestionnaire, anyRegister } from './arbitrary-questionnaire.ts';
import { answered } from './simulated-respondent.ts';

const libraries = anyLibraries.flatMap((group) => group.libraries);

/** The small field as somebody copies it from a paper with these answers on it. */
function written(question: PaperQuestion, field: EntryField, answers: Answers): string {
  const { body } = question;
  const answer = answers[field.name];
  const reasonOf = (code: string | undefined) =>
    field.name.endsWith('.text')
      ? undefined
      : question.reasons.find((reason) => reason.code === code)?.number;
  if (body.kind === 'choices' && field.kind === 'several') {
    const variable = (code: string) => answers[`${question.code}.${code}`];
    const reason = reasonOf(variable(body.options[0]?.code ?? ''));
    const ticks = body.options.filter(({ code }) => variable(code) === ticked);
    return reason ?? ticks.map(({ number }) => number).join(' ');
  }
  if (answer === undefined || answer === 'unranked') return '';
  const reason = reasonOf(answer);
  if (reason !== undefined) return reason;
  if (body.kind === 'library') return libraries.find(({ code }) => code === answer)?.name ?? '';
  if (body.kind === 'choices' && field.kind === 'one')
    return body.options.find(({ code }) => code === answer)?.number ?? '';
  if (body.kind !== 'grid') return answer;
  const scale = body.scales.find(({ variable }) => field.name.startsWith(`${variable}.`));
  return scale?.columns.find(({ code }) => code === answer)?.number ?? '';
}

it('gives the same answers back, in whatever language it was printed', () => {
  fc.assert(
    fc.property(anyQuestionnaire, fc.nat({ max: 2 ** 30 }), (questionnaire, seed) => {
      const given = answered(questionnaire, seed, anyRegister);
      const pages = paperOf(questionnaire, seed % 2 === 0 ? 'nl' : 'en');
      const typed = Object.fromEntries(
        pages
          .flatMap((page) => page.questions)
          .flatMap((question) =>
            entryFields(question).map((field) => [field.name, written(question, field, given)]),
          ),
      );
      const reading = readPaperEntry({ questionnaire, pages, typed, libraries, register: anyRegister });
      // On paper the consent is confirmed apart, and always there.
      const consents = new Set(
        questionsOf(questionnaire)
          .filter(({ type }) => type === 'consent')
          .map(({ code }) => code),
      );
      const without = (answers: Answers) =>
        Object.fromEntries(Object.entries(answers).filter(([name]) => !consents.has(name)));
      fc.pre([...consents].every((code) => given[code] !== undefined));
      expect(reading.problems).toEqual([]);
      expect(reading.letGo).toEqual([]);
      expect(without(walk(questionnaire, reading.answers, anyRegister).answers)).toEqual(without(given));
    }),
    { numRuns: 300 },
  );
}, 60_000);
