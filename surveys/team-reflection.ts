// The form a library's team fills in together beside its page: what it recognises, where it stands, what it does first.
// It belongs to that library and is never part of figures.
import { z } from 'zod';

export const recognitions = ['yes', 'partly', 'no'] as const;
export const standings = ['notYet', 'begun', 'onTheWay', 'inOrder'] as const;
/** Things a team can put first. */
export const firstSteps = 3;

const note = z.string().max(600);
const step = z.strictObject({
  what: z.string().max(200),
  who: z.string().max(100),
  when: z.string().max(100),
});
const reflectedNeed = z.strictObject({
  recognised: z.enum(recognitions).nullable(),
  standing: z.enum(standings).nullable(),
  note,
});
export const reflectionSchema = z.strictObject({
  /** By the code of the need. */
  needs: z.record(z.string(), reflectedNeed),
  first: z.array(step).length(firstSteps),
  other: note,
});
export type TeamReflection = z.infer<typeof reflectionSchema>;
type Step = z.infer<typeof step>;
type ReflectedNeed = z.infer<typeof reflectedNeed>;

const emptyStep: Step = { what: '', who: '', when: '' };
/** A need about which nothing was filled in. */
export const emptyNeed: ReflectedNeed = { recognised: null, standing: null, note: '' };
/** The form before anything was filled in. */
export const emptyReflection: TeamReflection = {
  needs: {},
  first: Array.from({ length: firstSteps }, () => emptyStep),
  other: '',
};

/** Field names of the form that hold words, with the most characters each may have. */
export function wordFields(
  needs: readonly string[],
): readonly { readonly name: string; readonly most: number }[] {
  return [
    ...needs.map((need) => ({ name: `note-${need}`, most: 600 })),
    ...Array.from({ length: firstSteps }, (_, place) => [
      { name: `what-${place + 1}`, most: 200 },
      { name: `who-${place + 1}`, most: 100 },
      { name: `when-${place + 1}`, most: 100 },
    ]).flat(),
    { name: 'other', most: 600 },
  ];
}

/** Words of a field as they are kept: a browser sends two characters for the end of a line. */
export function asKept(words: string): string {
  return words.replaceAll('\r\n', '\n').trim();
}

/**
 * The form as it was sent; a choice that is none counts as not made.
 * @param field the text of a field, empty where it was not sent.
 * @param needs codes that are asked about.
 */
export function readReflection(field: (name: string) => string, needs: readonly string[]): TeamReflection {
  const words = (name: string) => asKept(field(name));
  return {
    needs: Object.fromEntries(
      needs.map((need) => [
        need,
        {
          recognised: recognitions.find((code) => code === field(`recognised-${need}`)) ?? null,
          standing: standings.find((code) => code === field(`standing-${need}`)) ?? null,
          note: words(`note-${need}`),
        },
      ]),
    ),
    first: emptyReflection.first.map((_, place) => ({
      what: words(`what-${place + 1}`),
      who: words(`who-${place + 1}`),
      when: words(`when-${place + 1}`),
    })),
    other: words('other'),
  };
}

/** The form with what only an earlier one asked about: needs that this version of the report does not have stay filled in. */
export function withOtherNeeds(typed: TeamReflection, kept: TeamReflection): TeamReflection {
  return { ...typed, needs: { ...kept.needs, ...typed.needs } };
}

/** The form with the words and choices of another where it has none. */
export function withEmptyFilled(typed: TeamReflection, other: TeamReflection): TeamReflection {
  return {
    needs: Object.fromEntries(
      Object.entries(typed.needs).map(([code, said]) => {
        const theirs = other.needs[code] ?? emptyNeed;
        const { recognised, standing } = said;
        return [
          code,
          {
            recognised: recognised ?? theirs.recognised,
            standing: standing ?? theirs.standing,
            note: said.note || theirs.note,
          },
        ];
      }),
    ),
    first: typed.first.map((step, place) => {
      const theirs = other.first[place] ?? emptyStep;
      return {
        what: step.what || theirs.what,
        who: step.who || theirs.who,
        when: step.when || theirs.when,
      };
    }),
    other: typed.other || other.other,
  };
}
