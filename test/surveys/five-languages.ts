// The sample questionnaire in all five languages respondents can read: its own words in French, German and Danish are
// the Dutch ones with the language behind them.
import { type Questionnaire, questionnaireSchema } from '../../surveys/questionnaire.ts';
import { sampleDefinition } from './sample-questionnaire.ts';

/** The languages of respondents' pages, Dutch first. */
export const fiveLanguages = ['nl', 'en', 'fr', 'de', 'da'] as const;

/** The words in `language` as `sampleInFive` has them, for what is `nl` in Dutch. */
export const spokenIn = (language: string, nl: string) => (language === 'nl' ? nl : `${nl} (${language})`);

const both = (nl: string, en: string) => ({ nl, en });
const contact = {
  title: both('Meer doen?', 'Do more?'),
  intro: [both('Laat het weten.', 'Let us know.')],
  interests: {
    label: both('Wat wil je doen?', 'What would you like to do?'),
    options: [
      { code: 'talk', label: both('Een gesprek', 'A talk') },
      { code: 'test', label: both('Iets uitproberen', 'Try something') },
    ],
  },
  motives: {
    label: both('Waarom?', 'Why?'),
    options: [
      { code: 'curious', label: both('Ik ben benieuwd', 'I am curious') },
      { code: 'better', label: both('Het kan beter', 'It can be better') },
    ],
  },
};

export const sampleInFive: Questionnaire = questionnaireSchema.parse({
  ...(inFive({ ...sampleDefinition, contact }) as object),
  languages: fiveLanguages,
});

function inFive(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(inFive);
  if (typeof part !== 'object' || part === null) return part;
  if ('nl' in part && typeof part.nl === 'string') {
    const { nl } = part;
    return Object.fromEntries(fiveLanguages.map((language) => [language, spokenIn(language, nl)]));
  }
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, inFive(value)]));
}
