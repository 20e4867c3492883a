// Whether a new version of a report may go out: figures for readers outside the team move in steps of enough persons,
// so that nobody can be found by comparing two versions (docs/rules.md, Subtraction).
import type { ReleasedSurvey } from './model.ts';

/** Versions of a report differ by at least this many persons, or by none. */
export const releaseStep = 5;

/** The survey that keeps a release back, and how many persons its figures moved since the last one. */
export interface TooSmallStep {
  readonly survey: string;
  readonly moved: number;
}

/** The first survey whose figures moved by too few persons since the last release; null when the release may go out. */
export function tooSmallStep(
  last: readonly ReleasedSurvey[] | null,
  next: readonly ReleasedSurvey[],
): TooSmallStep | null {
  if (!last) return null;
  for (const { survey, responses } of next) {
    // Persons may also have left: taking one away tells as much as adding one.
    const before = last.find((each) => each.survey === survey)?.responses ?? 0;
    const moved = Math.abs(responses - before);
    if (moved > 0 && moved < releaseStep) return { survey, moved };
  }
  return null;
}
