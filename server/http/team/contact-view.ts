// Who offered to talk, to join the sounding board or to be an ambassador, as the team reads it: in no order of time.
import { type ContactForm, inLanguage, type Questionnaire } from '../../../surveys/questionnaire.ts';
import type { ContactOffer } from '../../db/contact-offers.ts';
import type { Words } from './workspace.ts';

export interface ContactSection {
  readonly title: string;
  readonly intro: string;
  readonly csrf: string;
  /** Where who asks and who offers find each other; null where no form has a board. */
  readonly board: string | null;
  readonly offers: readonly {
    readonly email: string;
    readonly interests: string;
    readonly motives: string;
    /** Where the button that erases it sends. */
    readonly erase: string;
  }[];
}

/** The offers of a project; null when none of its questionnaires asks for any. */
export function contactSection(
  project: string,
  questionnaires: readonly Questionnaire[],
  offers: readonly ContactOffer[],
  csrf: string,
  words: Words,
): ContactSection | null {
  const forms = questionnaires.flatMap(({ contact }) => (contact ? [contact] : []));
  if (forms.length === 0 && offers.length === 0) return null;
  const say = (key: string, values = {}) => words.say({ key: `team.records.contact.${key}`, values });
  const named = (kind: 'interests' | 'motives', codes: readonly string[]) =>
    codes.map((code) => labelOf(forms, kind, code, words.language)).join('; ');
  return {
    title: say('title', { count: offers.length }),
    intro: say(offers.length === 0 ? 'empty' : 'intro'),
    csrf,
    board: forms.some((form) => form.board) ? `/team/${project}/board` : null,
    offers: offers.map(({ id, email, interests, motives, month }) => ({
      email,
      interests: `${named('interests', interests)} · ${monthWords(month, words.language)}`,
      motives: named('motives', motives),
      erase: `/team/${project}/records/contact/${id}/erase`,
    })),
  };
}

function labelOf(
  forms: readonly ContactForm[],
  kind: 'interests' | 'motives',
  code: string,
  language: string,
): string {
  const option = forms.flatMap((form) => form[kind].options).find((each) => each.code === code);
  return option ? inLanguage(option.label, language) : code;
}

function monthWords(month: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}
