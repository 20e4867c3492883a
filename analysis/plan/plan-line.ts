// The phases of a project on one line of time, each with what was held or will be within it.
import type { ProjectRecords } from '../../surveys/project-records.ts';
import { type TimeLine, timeLine } from '../process-tracks.ts';

/** Null where there is no phase that lasts longer than a day. */
export function planLine(records: ProjectRecords): TimeLine | null {
  const moments = [
    ...records.work_meeting,
    ...records.interview.map(({ date, participant }) => ({ date, title: participant })),
    ...records.workshop,
  ];
  const phases = records.phase.toSorted((one, other) => one.date.sort.localeCompare(other.date.sort));
  return timeLine(
    phases.map(({ title, date, until }) => ({
      title,
      from: date,
      to: until,
      inside: moments
        .filter((moment) => date.sort <= moment.date.sort && moment.date.sort <= until.sort)
        .toSorted((one, other) => one.date.sort.localeCompare(other.date.sort)),
    })),
  );
}
