// Which part of a project an address belongs to. An address that stands nowhere here opens for nobody.
import type { Area } from '../../identity/roles.ts';

/** The first word of an address below a project, by part. */
const words: Readonly<Record<Area, readonly string[]>> = {
  questionnaire: [
    'questionnaire',
    'versions',
    'edit',
    'translate',
    'try',
    'preview',
    'publish',
    'definition-file',
    'definition.json',
    'surveys',
    'frameworks',
  ],
  fieldwork: ['fieldwork', 'register', 'entry', 'own-data', 'board'],
  results: ['results', 'explore', 'order', 'skills', 'waves', 'side-by-side', 'own-results', 'outside'],
  coding: ['coding'],
  quotes: [],
  needs: [
    'needs',
    'evidence',
    'records',
    'guide',
    'workshops',
    'plan',
    'literature',
    'calendar',
    'studies',
    'weighing',
    'working-groups',
    'weighing',
  ],
  panel: ['panel'],
  report: [
    'report',
    'follow-up',
    'libraries',
    'library-files',
    'materials',
    'dissemination',
    'evaluation',
    'actions',
  ],
  data: ['data'],
  people: ['people'],
};

const areaByWord = new Map(
  Object.entries(words).flatMap(([area, each]) =>
    // The keys of `words` are the areas.
    each.map((word): [string, Area] => [word, area as Area]),
  ),
);

/** What stands under the address of another part. */
const apart: readonly { readonly under: string; readonly area: Area }[] = [
  // People's words stand among the results, and are for fewer; quotes are proposed by who codes and released by who publishes.
  { under: '/results/remarks/second', area: 'coding' },
  { under: '/coding/quotes', area: 'quotes' },
  // Addresses of who offered to talk.
  { under: '/records/contact', area: 'fieldwork' },
  // It puts a question in the questionnaire.
  { under: '/working-groups/ask', area: 'questionnaire' },
];

/** The part an address below a project belongs to, such as `/results/remarks/second`; null when it belongs to none. */
export function areaOf(path: string): Area | null {
  // Addresses are found in capitals too.
  const address = path.toLowerCase();
  const own = apart.find(({ under }) => address === under || address.startsWith(`${under}/`));
  if (own) return own.area;
  // Closing is the fieldwork's end; making a survey is the questionnaire's beginning.
  if (/^\/surveys\/[^/]+\/close\/?$/.test(address)) return 'fieldwork';
  return areaByWord.get(address.split('/')[1] ?? '') ?? null;
}
