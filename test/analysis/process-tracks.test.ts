// The process on one line of time: what begins and ends where, which months lie in it, and what ran together.
import { describe, expect, test } from 'vitest';
import { processTracks } from '../../analysis/process-tracks.ts';
import { projectRecordsSchema } from '../../surveys/project-records.ts';

const day = (sort: string) => ({ sort, label: { nl: sort } });
const meeting = (sort: string) => ({
  code: `m${sort}`,
  date: day(sort),
  mode: 'online',
  title: { nl: sort },
});
const period = (code: string, from: string, until?: string) => ({
  code,
  date: day(from),
  title: { nl: code },
  ...(until ? { until: day(until) } : {}),
});
const records = (meetings: readonly unknown[], milestones: readonly unknown[]) =>
  projectRecordsSchema.parse({ meeting: meetings, milestone: milestones });

describe('the tracks of a project', () => {
  test('are the meetings from the first to the last, and each period, in percent of the whole', () => {
    const process = processTracks(
      records(
        [meeting('2024-01-31'), meeting('2024-01-01'), meeting('2024-01-11')],
        [period('bevraging', '2024-01-11', '2024-01-21'), period('moment', '2024-01-05')],
      ),
    );
    expect(
      process?.tracks.map(({ title, at, width }) => [
        title?.nl ?? 'panel',
        Math.round(at),
        Math.round(width),
      ]),
    ).toEqual([
      ['panel', 0, 100],
      ['bevraging', 33, 33],
    ]);
    expect(process?.tracks[0]?.points.map(({ at }) => Math.round(at))).toEqual([0, 33, 100]);
  });

  test('tell which periods ran while the sounding board met, also by a single day', () => {
    const meetings = [meeting('2023-11-23'), meeting('2024-03-14')];
    const overlaps = (from: string, until: string) =>
      processTracks(records(meetings, [period('x', from, until)]))?.overlaps.length;
    expect(overlaps('2023-12-04', '2024-01-22')).toBe(1);
    expect(overlaps('2023-11-01', '2023-11-23')).toBe(1);
    expect(overlaps('2023-11-01', '2023-11-22')).toBe(0);
    expect(overlaps('2024-03-15', '2024-04-01')).toBe(0);
  });

  test('have the first of each month from begin to end', () => {
    const process = processTracks(records([meeting('2023-11-01'), meeting('2024-02-01')], []));
    expect(process?.months.map((month) => month.day)).toEqual([
      '2023-11-01',
      '2023-12-01',
      '2024-01-01',
      '2024-02-01',
    ]);
  });

  test('are none where nothing lasts: no meetings, one meeting, moments alone, an end before its beginning', () => {
    expect(processTracks(records([], []))).toBeNull();
    expect(processTracks(records([meeting('2024-01-01')], [period('moment', '2024-02-01')]))).toBeNull();
    expect(processTracks(records([], [period('x', '2024-02-01', '2024-01-01')]))).toBeNull();
  });
});
