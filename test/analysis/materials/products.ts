// Products of a project in a few lines, for tests of what they hold.
import { type ProjectRecords, projectRecordsSchema } from '../../../surveys/project-records.ts';

type Loose = Readonly<Record<string, unknown>>;

/** Records with these lists; a record has a title and is ready where nothing else is said. */
export function recordsWith(lists: Readonly<Record<string, readonly Loose[]>>): ProjectRecords {
  const product = { title: { nl: 'Titel' }, state: 'ready' };
  return projectRecordsSchema.parse(
    Object.fromEntries(
      Object.entries(lists).map(([kind, records]) => [
        kind,
        records.map((record) =>
          ['material', 'kit', 'course'].includes(kind) ? { ...product, ...record } : record,
        ),
      ]),
    ),
  );
}

/** A film with an address, slides and an exercise, all ready. */
export const materials: readonly Loose[] = [
  { code: 'film', type: 'film', link: 'https://voorbeeld.example/film' },
  { code: 'slides', type: 'slides' },
  { code: 'exercise', type: 'exercise' },
];

/** A kit that holds them, with an agenda. */
export const wholeKit: Loose = {
  code: 'day',
  agenda: { nl: '9.00 Begin' },
  slides: ['slides'],
  exercise: ['exercise'],
  film: ['film'],
};
