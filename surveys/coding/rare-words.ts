// Words that could tell who wrote something: those of answers only few people gave about themselves.

/** An answer about oneself, such as a function or a province, with how many gave it. */
export interface GivenAnswer {
  readonly label: string;
  readonly count: number;
}

/** Shorter words stand in every text. */
const shortestWord = 5;

/**
 * The words of a text that name, or begin as, an answer fewer than `fewest` people gave about themselves, and that no answer of more
 * people has. Capitals and accents make no difference.
 */
export function rareWordsIn(
  text: string,
  answers: readonly GivenAnswer[],
  fewest: number,
): readonly string[] {
  const common = new Set(
    answers.filter(({ count }) => count >= fewest).flatMap(({ label }) => wordsOf(label)),
  );
  const rare = new Set(
    answers
      .filter(({ count }) => count < fewest)
      .flatMap(({ label }) => wordsOf(label))
      .filter((word) => !common.has(word)),
  );
  return [...new Set(wordsOf(text))].filter((word) => [...rare].some((known) => word.startsWith(known)));
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= shortestWord);
}
