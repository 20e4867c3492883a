// The full analysis of a project, remembered: every page of the workspace asks for it, and at a million responses it is
// worth more than a glance at whether anything changed. It is found again only when everything it was made from is the
// same, so that what is remembered is never old.
import { createHash } from 'node:crypto';
import { analyseGroup, analyseProject, type ProjectInput } from '../../analysis/analyse-project.ts';
import type { Dataset } from '../../analysis/dataset.ts';
import type { ProjectAnalysis } from '../../analysis/results/project.ts';
import type { Filter, SurveyAnalysis } from '../../analysis/results/survey.ts';

/** As many as there are readers and filters asked for at about the same time. */
const mostRemembered = 12;

/** What was worked out last, the oldest first. It holds figures, no columns. */
const remembered = new Map<string, unknown>();

/** `analyseProject`, or what it gave before from the same input. */
export function rememberedAnalysis(input: ProjectInput): ProjectAnalysis {
  return remember(keyOf(input, ''), () => analyseProject(input));
}

/** `analyseGroup`, or what it gave before from the same input. */
export function rememberedGroup(input: ProjectInput, filters: readonly Filter[]): SurveyAnalysis | null {
  return remember(keyOf(input, JSON.stringify(filters)), () => analyseGroup(input, filters));
}

function remember<T>(key: string, work: () => T): T {
  // Under one key there is only what the same work gave.
  const known = remembered.get(key) as T | undefined;
  const found = known ?? work();
  remembered.delete(key);
  remembered.set(key, found);
  for (const oldest of remembered.keys()) {
    if (remembered.size <= mostRemembered) break;
    remembered.delete(oldest);
  }
  return found;
}

/** Columns are told apart by who they are and how far they go; all the rest by what it says. */
function keyOf(input: ProjectInput, work: string): string {
  const surveys = input.surveys.map(({ dataset, groups = null, ...rest }) => ({
    ...rest,
    columns: columnsOf(dataset),
    groups: groups && columnsOf(groups),
  }));
  return createHash('sha256')
    .update(JSON.stringify([work, { ...input, surveys }]))
    .digest('base64');
}

/** Columns without rows are made anew each time, and say nothing the questionnaire does not. */
function columnsOf({ origin, size, lastSequence }: Dataset): readonly number[] {
  return size === 0 ? [] : [numberOf(origin), size, lastSequence];
}

const numbers = new WeakMap<object, number>();
let given = 0;

function numberOf(origin: object): number {
  const known = numbers.get(origin);
  if (known !== undefined) return known;
  given += 1;
  numbers.set(origin, given);
  return given;
}
