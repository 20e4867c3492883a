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

/** The part an address below a project belongs to, such as `/results/remarks/second`; null when it belongs to none. */
export function areaOf(path: string): Area | null {
  // People's words stand among the results, and are for fewer.
  if (path.startsWith('/results/remarks/second')) return 'coding';
  return areaByWord.get(path.split('/')[1] ?? '') ?? null;
}
