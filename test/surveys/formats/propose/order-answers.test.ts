// The order of answers by their words and numbers, in the five languages; and what has none.
import { expect, it } from 'vitest';
import { orderOf } from '../../../../surveys/formats/propose/order-answers.ts';

/** From low to high, as they should be found however they stand in a file. */
const ordered: readonly (readonly [kind: string, ...answers: string[]])[] = [
  ['scale', 'Strongly Disagree', 'Disagree', 'Neither Agree nor Disagree', 'Agree', 'Strongly Agree'],
  ['scale', 'helemaal oneens', 'oneens', 'niet eens, niet oneens', 'eens', 'helemaal eens'],
  ['scale', 'Helemaal niet akkoord', 'Eerder niet akkoord', 'Eerder akkoord', 'Helemaal akkoord'],
  ['scale', 'Pas du tout d’accord', 'Plutôt pas d’accord', 'Plutôt d’accord', 'Tout à fait d’accord'],
  ['scale', 'Stimme gar nicht zu', 'Stimme eher nicht zu', 'Teils/teils', 'Stimme eher zu', 'Stimme voll zu'],
  ['scale', 'Helt uenig', 'Uenig', 'Hverken enig eller uenig', 'Enig', 'Helt enig'],
  [
    'scale',
    'Very unfavorably',
    'Somewhat unfavorably',
    'Neither favorably nor unfavorably (neutral)',
    'Somewhat favorably',
  ],
  ['scale', 'Zeer ontevreden', 'Ontevreden', 'Neutraal', 'Tevreden', 'Zeer tevreden'],
  ['scale', 'Très insatisfait', 'Insatisfait', 'Satisfait', 'Très satisfait'],
  ['scale', 'Not at all important', 'Not too important', 'Somewhat important', 'Very important'],
  ['scale', 'No, not at all rude', 'Yes, somewhat rude', 'Yes, very rude'],
  ['scale', 'Never, and not open to it', 'Never, but open to it', 'Rarely', 'Sometimes', 'Often'],
  ['scale', 'Nooit', 'Zelden', 'Soms', 'Vaak', 'Altijd'],
  ['scale', 'nie', 'selten', 'manchmal', 'oft', 'immer'],
  ['scale', 'Aldrig', 'Sjældent', 'Nogle gange', 'Ofte', 'Altid'],
  ['scale', 'None of it', 'Some of it', 'About half of it', 'Most of it', 'All of it'],
  ['scale', 'Not at all able', 'Slightly able', 'Neutral', 'Moderately able', 'Extremely able'],
  [
    'scale',
    'Less motivated',
    'Slightly less motivated',
    'No change in motivation',
    'More motivated',
    'Much more motivated',
  ],
  ['scale', 'Too slow', 'Slightly slow', 'Just right', 'Slightly fast', 'Too fast'],
  ['scale', 'Kan ik niet', 'Kan ik een beetje', 'Kan ik goed', 'Kan ik zeer goed'],
  ['scale', 'Novice', 'Intermediate', 'Advanced', 'Expert'],
  ['scale', 'Zeer onzeker', 'Onzeker', 'Zeker', 'Zeer zeker'],
  ['numbers', '1 - Not at all', '2', '3', '4', '5 - Very much'],
  ['numbers', '1 (not)', '3', '5 (very)'],
  ['rates', 'Never', 'Once a year or less', 'Once a month or less', 'A few times per month', 'Every day'],
  ['rates', 'Nooit', 'Enkele keren per jaar', 'Maandelijks', 'Wekelijks', 'Dagelijks'],
  ['levels', 'Less than high school degree', 'High school degree', 'Bachelor degree', 'Graduate degree'],
  ['bands', '18-29', '30-44', '45-60', '> 60'],
  ['bands', 'Lt $1000', '$1000 to 2999', '$20000 - 24999', '$25000 or more'],
  ['bands', '$0 - $24,999', '$25,000 - $49,999', '$100,000 - $149,999', '150000'],
  ['bands', '0-6 months ago', '6 months - 1 year ago', 'More than 1 year ago'],
  ['bands', 'Minder dan 1 jaar', '1 tot 5 jaar', '6 tot 10 jaar', 'Meer dan 10 jaar'],
  ['bands', 'Under 5 ft.', `5'4"`, `5'10"`, `6'6" and above`],
];

it.each(ordered)('finds a %s: %s, %s …', (kind, ...answers) => {
  const shuffled = answers.toReversed();
  const found = orderOf(shuffled);
  expect(found?.kind).toBe(kind);
  const sorted = shuffled.toSorted(
    (first, second) =>
      (found?.places[shuffled.indexOf(first)] ?? 0) - (found?.places[shuffled.indexOf(second)] ?? 0),
  );
  expect(sorted).toEqual(answers);
});

it.each([
  [['Married', 'Never married', 'Divorced']],
  [['Male', 'Female']],
  [['Pacific', 'South Atlantic', 'Mountain']],
  [['Strong democrat', 'Independent', 'Strong republican']],
  [['Antwerpen', 'Limburg', 'Oost-Vlaanderen']],
])('finds none among %s', (answers) => {
  expect(orderOf(answers)).toBeNull();
});
