// @ts-check
// Whether a condition left to the page holds, as surveys/condition.ts would say once the page is sent; a test holds the
// two to the same result. Numbers and dates are read as they are typed.

/**
 * @typedef {{ variable: string, is: readonly string[] }
 *   | { variable: string, measure: string, decimals: number, atLeast?: number, atMost?: number }
 *   | { answered: string }
 *   | { all: readonly LiveCondition[] }
 *   | { any: readonly LiveCondition[] }
 *   | { not: LiveCondition }} LiveCondition
 */

/**
 * @param {LiveCondition} condition
 * @param {(variable: string) => string | undefined} answerOf what is given for a variable of the page, as it is typed
 * @returns {boolean}
 */
export function holdsNow(condition, answerOf) {
  if ('all' in condition) return condition.all.every((part) => holdsNow(part, answerOf));
  if ('any' in condition) return condition.any.some((part) => holdsNow(part, answerOf));
  if ('not' in condition) return !holdsNow(condition.not, answerOf);
  if ('answered' in condition) return answerOf(condition.answered) !== undefined;
  const answer = answerOf(condition.variable);
  if (answer === undefined) return false;
  if ('is' in condition) return condition.is.includes(answer);
  const { measure, decimals, atLeast = -Infinity, atMost = Infinity } = condition;
  const place = measure === 'number' ? numberTyped(answer, decimals) : dateTyped(answer, measure);
  return place !== null && place >= atLeast && place <= atMost;
}

/** @param {string} typed @param {number} decimals @returns {number | null} */
function numberTyped(typed, decimals) {
  const text = typed
    .trim()
    .replaceAll(/[\u00a0\u202f ]/g, '')
    .replace('−', '-');
  const plain = withoutThousands(text, decimals).replace(',', '.');
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(plain) ? Number(plain) : null;
}

/** `1.234,5` and `1,234.5` say themselves which sign is which; `1.234` is a thousand only where no decimals are asked. @param {string} text @param {number} decimals */
function withoutThousands(text, decimals) {
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(text)) return text.replaceAll('.', '');
  if (/^-?\d{1,3}(,\d{3})+\.\d+$/.test(text)) return text.replaceAll(',', '');
  const thousands = /^-?\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(text);
  const sure = /^-?\d{1,3}([.,])\d{3}(\1\d{3})+$/.test(text);
  return sure || (thousands && decimals === 0) ? text.replaceAll(/[.,]/g, '') : text;
}

/** Days since 1970, months since year 0, or the year; null when it is no date. @param {string} typed @param {string} measure */
function dateTyped(typed, measure) {
  const parts = typed.trim().split(/[-/. ]+/);
  const ordered = parts[0]?.length === 4 ? parts : [...parts].reverse();
  const [year = Number.NaN, month = 1, day = 1] = ordered.map((part) =>
    /^\d{1,4}$/.test(part) ? Number(part) : Number.NaN,
  );
  const wanted = measure === 'day' ? 3 : measure === 'month' ? 2 : 1;
  if (ordered.length !== wanted || Number.isNaN(year + month + day) || month < 1 || month > 12) return null;
  if (measure === 'year') return year;
  if (measure === 'month') return year * 12 + month - 1;
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, day);
  return moment.getUTCDate() === day ? Math.round(moment.getTime() / 86_400_000) : null;
}
