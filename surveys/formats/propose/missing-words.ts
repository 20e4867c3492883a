// Cells that are no answer but say why there is none, in five languages and in numbers.
import { answerWords } from './answer-words.ts';

/** What a cell without a figure stands for: a missing reason, or nothing at all (`skipped`). */
export type Absence = 'notShown' | 'skipped' | 'notApplicable' | 'dontKnow' | 'preferNotToSay';

export interface AbsenceFound {
  readonly reason: Absence;
  /** It may as well be a genuine answer: the team decides. */
  readonly unsure: boolean;
}

/** As `answerWords` gives them. */
const phrases: Readonly<Record<Absence, readonly string[]>> = {
  dontKnow: [
    "don't know",
    'dont know',
    "i don't know",
    'do not know',
    "don't know/not sure",
    'dk',
    'no idea',
    'no opinion',
    "don't know / no opinion",
    "can't say",
    'weet niet',
    'weet ik niet',
    'ik weet het niet',
    'weet het niet',
    'geen idee',
    'geen mening',
    'weet niet / geen mening',
    'ne sait pas',
    'ne sais pas',
    'je ne sais pas',
    'nsp',
    'sans opinion',
    "pas d'opinion",
    'weiß nicht',
    'weiss nicht',
    'weiß ich nicht',
    'keine ahnung',
    'keine meinung',
    'ved ikke',
    'ved det ikke',
    'ingen mening',
  ],
  notApplicable: [
    'n/a',
    'not applicable',
    'does not apply',
    'n.v.t',
    'nvt',
    'niet van toepassing',
    'sans objet',
    'non applicable',
    'ne s’applique pas',
    "ne s'applique pas",
    's.o',
    'entfällt',
    'nicht zutreffend',
    'nicht anwendbar',
    'ikke relevant',
    'ikke aktuelt',
  ],
  preferNotToSay: [
    'refused',
    'refusal',
    'prefer not to say',
    'prefer not to answer',
    'i prefer not to say',
    'rather not say',
    'decline to answer',
    'declined',
    'zeg ik liever niet',
    'zeg ik niet',
    'wil ik niet zeggen',
    'liever niet',
    'geweigerd',
    'je préfère ne pas répondre',
    'préfère ne pas répondre',
    'ne souhaite pas répondre',
    'refus',
    'keine angabe',
    'k.a',
    'möchte ich nicht sagen',
    'ønsker ikke at oplyse',
    'ønsker ikke at svare',
    'vil ikke svare',
  ],
  notShown: [
    'not asked',
    'not shown',
    'iap',
    'inapplicable',
    'not displayed',
    'niet gevraagd',
    'niet getoond',
    'non posée',
    'nicht gefragt',
    'ikke spurgt',
  ],
  skipped: [
    'no answer',
    'no response',
    'not answered',
    'unanswered',
    'skipped',
    'missing',
    '(blank)',
    'blank',
    'null',
    'nan',
    '#n/a',
    '#null!',
    'geen antwoord',
    'niet ingevuld',
    'niet beantwoord',
    'sans réponse',
    'pas de réponse',
    'non-réponse',
    'keine antwort',
    'intet svar',
    'ikke besvaret',
    'ubesvaret',
  ],
};

const reasonOf = new Map(
  Object.entries(phrases).flatMap(([reason, words]) =>
    // The keys of `phrases` are reasons; Object.entries forgets that.
    words.map((phrase) => [phrase, reason as Absence] as const),
  ),
);

/** The reason a cell stands for, judged by its words; null when it is an answer. */
export function absenceIn(cell: string): AbsenceFound | null {
  const words = answerWords(cell);
  const known = reasonOf.get(words);
  if (known) return { reason: known, unsure: false };
  if (/^(-+|\.+|\?+|–|—)$/.test(cell)) return { reason: 'skipped', unsure: false };
  // "Unfamiliar (N/A)", "Weet niet (n.v.t.)": the words in brackets say what it is.
  if (/\((n\/a|n\.v\.t\.?|nvt|not applicable|sans objet|entfällt)\)$/.test(words))
    return { reason: 'notApplicable', unsure: false };
  if (words === 'na') return { reason: 'skipped', unsure: true };
  return null;
}

/** Whether "NA" is more likely an answer here: everything beside it is a code of two capitals. */
export function isCodeAmong(cell: string, others: readonly string[]): boolean {
  const codes = others.filter((other) => other !== cell);
  return cell === 'NA' && codes.length > 1 && codes.every((other) => /^[A-Z]{2}$/.test(other));
}

/**
 * Tells numbers that stand for no answer: below zero where no other is (-9, -99), or far above all others (99 on a scale
 * of ten).
 */
export function absentNumbers(cells: readonly string[]): (cell: string) => AbsenceFound | null {
  const numbers = cells
    .filter((cell) => cell !== '')
    .map(Number)
    .filter((number) => !Number.isNaN(number));
  const rest = numbers.filter((number) => number >= 0 && !filledNines.includes(number));
  const belowZero = numbers.some((number) => number < 0 && !(Number.isInteger(number) && number >= -9999));
  const most = rest.reduce((highest, number) => Math.max(highest, number), Number.NEGATIVE_INFINITY);
  const negatives = new Set(numbers.filter((number) => number < 0)).size;
  return (cell) => {
    if (rest.length === 0 || !/^-?\d{1,4}$/.test(cell)) return null;
    const number = Number(cell);
    // Several numbers below zero are values, unless they are codes such as -9, -8 and -7.
    if (number < 0 && !belowZero && (negatives <= 2 || number >= -9 || number <= -90) && negatives <= 5)
      return { reason: 'skipped', unsure: !/^-9+$/.test(cell) };
    const far = filledNines.includes(number) && most > 1 && most <= number / 9;
    return far ? { reason: 'skipped', unsure: true } : null;
  };
}

const filledNines: readonly number[] = [99, 999, 9999];
