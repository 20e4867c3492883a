// The plan of a template as the records a project begins with.
import { type ProjectRecords, projectRecordsSchema } from '../project-records.ts';
import type { FuzzyDate } from './fuzzy-date.ts';
import type { Plan } from './plan.ts';

/** The plan as it is written, with all that a demonstration gathered; what has the same code is the demonstration's. */
export function demonstrationRecords(plan: Plan | null, gathered: ProjectRecords): ProjectRecords {
  if (!plan) return gathered;
  const { format: _format, ...lists } = plan;
  const together = <T extends { readonly code: string }>(planned: readonly T[], own: readonly T[]) => [
    ...planned.map((each) => own.find(({ code }) => code === each.code) ?? each),
    ...own.filter(({ code }) => !planned.some((each) => each.code === code)),
  ];
  return {
    ...gathered,
    party: together(lists.party, gathered.party),
    body: together(lists.body, gathered.body),
    criterion: together(lists.criterion, gathered.criterion),
    phase: together(lists.phase, gathered.phase),
    strand: together(lists.strand, gathered.strand),
    paper: together(lists.paper, gathered.paper),
  };
}

/**
 * What a new project begins with: the phases keep their lengths and distances, and the first one begins in the quarter
 * of `day`; they are known to the quarter.
 */
export function startingRecords(plan: Plan, day: string): ProjectRecords {
  const { format: _format, phase: phases, ...others } = plan;
  const first = phases.map(({ date }) => date.sort).sort()[0];
  const later = first === undefined ? 0 : quarterOf(day) - quarterOf(first);
  const moved = ({ sort, label }: FuzzyDate): FuzzyDate => {
    const to = shifted(sort, 3 * later);
    const told = `Q${(quarterOf(to) % 4) + 1} ${to.slice(0, 4)}`;
    return { sort: to, label: Object.fromEntries(Object.keys(label).map((language) => [language, told])) };
  };
  return projectRecordsSchema.parse({
    ...others,
    phase: phases.map((phase) => ({ ...phase, date: moved(phase.date), until: moved(phase.until) })),
  });
}

/** Quarters since the year 0. */
function quarterOf(day: string): number {
  return 4 * Number(day.slice(0, 4)) + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}

/** The same day so many months later; the last day of a month stays the last. */
function shifted(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = (of: number) => new Date(Date.UTC(year, of, 0)).getUTCDate();
  const target = month + months;
  const ends = date === last(month);
  const moved = new Date(Date.UTC(year, target - 1, ends ? last(target) : Math.min(date, last(target))));
  return moved.toISOString().slice(0, 10);
}
