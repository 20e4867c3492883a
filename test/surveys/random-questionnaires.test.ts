// Whatever questionnaire somebody makes and whatever is answered: what was given is what is stored, and everybody
// reaches the end.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { responseOf } from '../../server/operations/submit-response.ts';
import type { Answers } from '../../surveys/answers.ts';
import { checkQuestionnaire, errorsAmong } from '../../surveys/check.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import { firstUnfinished, nextPage, shownNames, walk } from '../../surveys/flow.ts';
import { keptAnswers } from '../../surveys/kept-answers.ts';
import { pageView } from '../../surveys/page-view.ts';
import type { Given } from '../../surveys/question-types/question-type.ts';
import { type Page, type Questionnaire, questionsOf } from '../../surveys/questionnaire.ts';
import { fieldsOfPage, readPage } from '../../surveys/read-page.ts';
import { unpackAnswers } from '../../surveys/response-document.ts';
import {
  anyDraftQuestionnaire,
  anyLibraries,
  anyQuestionnaire,
  anyRegister,
} from './arbitrary-questionnaire.ts';
import { chanceOf, fieldsOfView, fillPage, offeredIn } from './simulated-respondent.ts';

const runs = 300;
const anySeed = fc.nat({ max: 2 ** 30 });

interface Draft {
  readonly answers: Answers;
  readonly pages: readonly string[];
}

/** The page as it is drawn with these answers. */
function draw(questionnaire: Questionnaire, page: Page, answers: Answers, seed: number, given: Given = {}) {
  const walked = walk(questionnaire, answers, anyRegister);
  const language = seed % 2 === 0 ? 'nl' : 'en';
  return pageView({
    questionnaire,
    page,
    walked,
    given,
    problems: [],
    language,
    libraries: anyLibraries,
    seed,
  });
}

/** Answers page after page, each as it comes; tells of every page. Ends at the end, or when it does not come. */
function respond(
  questionnaire: Questionnaire,
  seed: number,
  tell: (draft: Draft, page: Page, filled: ReturnType<typeof fillPage>) => void = () => undefined,
): Draft {
  const chance = chanceOf(seed);
  let draft: Draft = { answers: {}, pages: [] };
  for (let step = 0; step <= questionnaire.pages.length; step += 1) {
    const walked = walk(questionnaire, draft.answers, anyRegister);
    const page = firstUnfinished(questionnaire, walked, draft.pages, anyRegister);
    if (page === null) return draft;
    const earlier = withoutPage(questionnaire, page, draft.answers);
    const filled = fillPage(
      questionnaire,
      page,
      walk(questionnaire, earlier, anyRegister).answers,
      anyRegister,
      chance,
    );
    tell(draft, page, filled);
    const reading = readPage(questionnaire, page, filled.fields, earlier, anyRegister);
    const own = keptAnswers(questionnaire, page, {}, reading);
    draft = { answers: { ...earlier, ...own }, pages: [...draft.pages, page.code] };
  }
  throw new Error('the end never comes');
}

function withoutPage(questionnaire: Questionnaire, page: Page, answers: Answers): Answers {
  const own = fieldsOfPage(questionnaire, page);
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !own.has(name)));
}

describe('any questionnaire', () => {
  it('that was made to be sound has no errors, and a name of its own for every variable', () => {
    fc.assert(
      fc.property(anyQuestionnaire, (questionnaire) => {
        expect(errorsAmong(checkQuestionnaire(questionnaire))).toEqual([]);
        const names = codebookOf(questionnaire).variables.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: runs },
    );
  });

  it('reads what was typed on its forms, and only what they offer needs to be typed', () => {
    fc.assert(
      fc.property(anyQuestionnaire, anySeed, (questionnaire, seed) => {
        respond(questionnaire, seed, (draft, page, { fields, answers }) => {
          const offered = offeredIn(draw(questionnaire, page, draft.answers, seed));
          const reading = readPage(questionnaire, page, fields, draft.answers, anyRegister);
          expect([...reading.problems.values()].filter(({ soft }) => !soft)).toEqual([]);
          expect(reading.answers).toEqual(answers);
          for (const [name, value] of Object.entries(fields)) {
            expect(offered.has(name) || offered.has(`${name}=${value}`), `${name}=${value}`).toBe(true);
          }
        });
      }),
      { numRuns: runs },
    );
  });

  it('shows an answer again in a way that reads as the same answer', () => {
    fc.assert(
      fc.property(anyQuestionnaire, anySeed, (questionnaire, seed) => {
        const { answers } = respond(questionnaire, seed);
        const walked = walk(questionnaire, answers, anyRegister);
        for (const { page } of walked.pages) {
          const earlier = withoutPage(questionnaire, page, walked.answers);
          const own = Object.fromEntries(
            Object.entries(walked.answers).filter(([name]) => !(name in earlier)),
          );
          const again = fieldsOfView(draw(questionnaire, page, walked.answers, seed, walked.answers));
          const reading = readPage(questionnaire, page, again, earlier, anyRegister);
          expect(reading.answers).toEqual(own);
        }
      }),
      { numRuns: runs },
    );
  });

  it('stores what was given: codes and numbers in the document, words beside it, nothing of what is hidden', () => {
    fc.assert(
      fc.property(anyQuestionnaire, anySeed, (questionnaire, seed) => {
        const { answers } = respond(questionnaire, seed);
        const codebook = codebookOf(questionnaire);
        const draft = { answers, version: 1, receiptHash: 'x', seed };
        const { document, texts, library } = responseOf(
          draft,
          questionnaire,
          anyRegister,
          'r1',
          '2024-03-01',
        );
        const stored = { ...unpackAnswers(codebook, document), ...texts };
        const { registerVariable } = codebook;
        if (registerVariable && library) stored[registerVariable] = library;
        const kept =
          questionnaire.hiddenAnswers === 'keep'
            ? answers
            : walk(questionnaire, answers, anyRegister).answers;
        expect(stored).toEqual(kept);
      }),
      { numRuns: runs },
    );
  });

  it('comes to its end in as many steps as it has pages, forwards and page by page', () => {
    fc.assert(
      fc.property(anyQuestionnaire, anySeed, (questionnaire, seed) => {
        const { answers, pages } = respond(questionnaire, seed);
        const walked = walk(questionnaire, answers, anyRegister);
        expect(firstUnfinished(questionnaire, walked, pages, anyRegister)).toBeNull();
        const visited = [walked.pages[0]?.page];
        for (let page = visited[0]; page; page = nextPage(walked, page.code) ?? undefined) visited.push(page);
        expect(visited.length - 1).toBe(walked.pages.length);
      }),
      { numRuns: runs },
    );
  });

  it('asks the same again when its answers are walked again: what is hidden stays hidden', () => {
    fc.assert(
      fc.property(anyQuestionnaire, anySeed, (questionnaire, seed) => {
        const { answers } = respond(questionnaire, seed);
        const once = walk(questionnaire, answers, anyRegister);
        const twice = walk(questionnaire, once.answers, anyRegister);
        expect(twice.answers).toEqual(once.answers);
        expect(twice.pages).toEqual(once.pages);
        const shown = shownNames(questionnaire, answers, anyRegister);
        for (const name of Object.keys(once.answers)) expect(shown.has(name), name).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  it('that somebody sees a part of is never said to be out of reach there', () => {
    fc.assert(
      fc.property(anyDraftQuestionnaire, anySeed, (questionnaire, seed) => {
        const problems = checkQuestionnaire(questionnaire).map(({ path, key }) => `${path} ${key}`);
        const walked = walk(questionnaire, respond(questionnaire, seed).answers, anyRegister);
        questionnaire.pages.forEach((page, p) => {
          const visible = walked.pages.find((candidate) => candidate.page === page);
          if (!visible) return;
          expect(problems).not.toContain(`pages[${p}].showIf check.unreachable.page`);
          for (const question of visible.questions) {
            const q = page.questions.indexOf(question);
            expect(problems).not.toContain(`pages[${p}].questions[${q}].showIf check.unreachable.question`);
          }
        });
      }),
      { numRuns: runs },
    );
  });
});

describe('the questionnaires made for these tests', () => {
  it('hold every kind of question, hang on each other, and are answered in many ways', () => {
    const sample = fc.sample(anyQuestionnaire, { numRuns: 200, seed: 1 });
    const questions = sample.flatMap((questionnaire) => questionsOf(questionnaire));
    expect(new Set(questions.map(({ type }) => type)).size).toBe(14);
    expect(questions.filter(({ showIf }) => showIf).length).toBeGreaterThan(100);
    const hidden = sample.filter((questionnaire) => {
      const { answers } = respond(questionnaire, 7);
      const { pages } = walk(questionnaire, answers, anyRegister);
      return pages.flatMap((page) => page.questions).length < questionsOf(questionnaire).length;
    });
    expect(hidden.length).toBeGreaterThan(50);
  });
});
