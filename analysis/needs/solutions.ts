// Possible solutions asked about in talks: per need how many talks say of each that it works, works on a condition, or does not.
import type { ProjectRecords } from '../../surveys/project-records.ts';
import type { Text } from '../../surveys/questionnaire.ts';

/** One solution for a need, with how many talks say so of it: a count of talks, never a share. */
export interface SolutionTally {
  readonly solution: Text;
  readonly yes: number;
  readonly if: number;
  readonly no: number;
}

/** The solutions asked about for a need, in the order they came up. The same words in one language are the same solution. */
export function solutionTally(
  need: string,
  { interview }: Pick<ProjectRecords, 'interview'>,
): readonly SolutionTally[] {
  const tallies: SolutionTally[] = [];
  for (const { solution, works } of interview
    .flatMap(({ solutions }) => solutions)
    .filter((each) => each.need === need)) {
    const place = tallies.findIndex((each) => sameWords(each.solution, solution));
    const tally = tallies[place] ?? { solution, yes: 0, if: 0, no: 0 };
    tallies.splice(place < 0 ? tallies.length : place, 1, { ...tally, [works]: tally[works] + 1 });
  }
  return tallies;
}

function sameWords(one: Text, other: Text): boolean {
  const plain = (words: string | undefined) => words?.trim().toLowerCase();
  return Object.keys(one).some(
    (language) => language in other && plain(one[language]) === plain(other[language]),
  );
}
