// The form a library's team fills in together beside its page: what it recognises, where it stands, what it does first.
// It belongs to that library and is never part of figures.
import { z } from 'zod';

export const recognitions = ['yes', 'partly', 'no'] as const;
export const standings = ['notYet', 'begun', 'onTheWay', 'inOrder'] as const;
/** Things a team can put first. */
export const firstSteps = 3;

const note = z.string().max(600);
export const reflectionSchema = z.strictObject({
  /** By the code of the need. */
  needs: z.record(
    z.string(),
    z.strictObject({
      recognised: z.enum(recognitions).nullable(),
      standing: z.enum(standings).nullable(),
      note,
    }),
  ),
  first: z
    .array(z.strictObject({ what: z.string().max(200), who: z.string().max(100), when: z.string().max(100) }))
    .length(firstSteps),
  other: note,
});
export type TeamReflection = z.infer<typeof reflectionSchema>;

/** The form before anything was filled in. */
export const emptyReflection: TeamReflection = {
  needs: {},
  first: Array.from({ length: firstSteps }, () => ({ what: '', who: '', when: '' })),
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

/**
 * The form as it was sent; a choice that is none counts as not made.
 * @param field the text of a field, empty where it was not sent.
 * @param needs codes that are asked about.
 */
export function readReflection(field: (name: string) => string, needs: readonly string[]): TeamReflection {
  const words = (name: string) => field(name).replaceAll('\r\n', '\n').trim();
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
