// The process of a project on one line of time: the weeks the sounding board met beside every other period, and which ran
// at the same time. Pure: days are ISO dates, places are percents of the whole.
import { dayOf } from '../surveys/day.ts';
import type { ProjectRecords } from '../surveys/project-records.ts';
import type { Text } from '../surveys/questionnaire.ts';

/** A moment or the end of a period: its day for the order, and how it is told. */
interface Moment {
  readonly sort: string;
  readonly label: Text;
}

export interface Track {
  /** The title of the period; null for the meetings of the sounding board. */
  readonly title: Text | null;
  readonly from: Moment;
  readonly to: Moment;
  /** Where it begins and how long it is, in percent of the whole time. */
  readonly at: number;
  readonly width: number;
  readonly points: readonly { readonly at: number; readonly title: Text }[];
}

export interface TimeLine {
  readonly tracks: readonly Track[];
  /** The first of every month within, as ISO date, and where it lies in percent. */
  readonly months: readonly { readonly day: string; readonly at: number }[];
  /** Where a day lies, in percent; null outside the line. */
  readonly placeOf: (day: string) => number | null;
}

/** A period with the moments that lie in it. */
export interface Span {
  readonly title: Text | null;
  readonly from: Moment;
  readonly to: Moment;
  readonly inside: readonly { readonly date: Moment; readonly title: Text }[];
}

export interface ProcessTracks extends TimeLine {
  /** Periods that ran while the sounding board met. */
  readonly overlaps: readonly Track[];
}

const dayLength = 24 * 60 * 60 * 1000;
const daysOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / dayLength;

/** The tracks of a project, the sounding board first; null where nothing lasts longer than a day. */
export function processTracks({
  meeting,
  milestone,
}: Pick<ProjectRecords, 'meeting' | 'milestone'>): ProcessTracks | null {
  const meetings = meeting.toSorted((a, b) => (a.date.sort < b.date.sort ? -1 : 1));
  const [first, last] = [meetings[0], meetings.at(-1)];
  const spans = [
    ...(first && last
      ? [
          {
            title: null,
            from: first.date,
            to: last.date,
            inside: meetings.map(({ date, title }) => ({ date, title })),
          },
        ]
      : []),
    ...milestone.flatMap(({ title, date, until }) =>
      until && until.sort >= date.sort ? [{ title, from: date, to: until, inside: [] }] : [],
    ),
  ];
  const line = timeLine(spans);
  if (!line) return null;
  const { tracks } = line;
  const panel = tracks.find(({ title }) => title === null);
  return {
    ...line,
    overlaps: panel ? tracks.filter((track) => track !== panel && runTogether(track, panel)) : [],
  };
}

/** Periods on one line of time with the moments within each; null where nothing lasts longer than a day. */
export function timeLine(spans: readonly Span[]): TimeLine | null {
  const start = Math.min(...spans.map(({ from }) => daysOf(from.sort)));
  const end = Math.max(...spans.map(({ to }) => daysOf(to.sort)));
  if (spans.length === 0 || end === start) return null;
  const at = (date: string) => (100 * (daysOf(date) - start)) / (end - start);
  const tracks = spans.map(
    ({ title, from, to, inside }): Track => ({
      title,
      from,
      to,
      at: at(from.sort),
      width: at(to.sort) - at(from.sort),
      points: inside.map((point) => ({ at: at(point.date.sort), title: point.title })),
    }),
  );
  return {
    tracks,
    months: monthsBetween(start, end).map((day) => ({ day, at: at(day) })),
    placeOf: (day) => (daysOf(day) < start || daysOf(day) > end ? null : at(day)),
  };
}

function runTogether(one: Track, other: Track): boolean {
  return one.from.sort <= other.to.sort && other.from.sort <= one.to.sort;
}

function monthsBetween(start: number, end: number): readonly string[] {
  const month = new Date(start * dayLength);
  const months: string[] = month.getUTCDate() === 1 ? [dayOf(month)] : [];
  month.setUTCDate(1);
  for (;;) {
    month.setUTCMonth(month.getUTCMonth() + 1);
    if (month.getTime() / dayLength > end) return months;
    months.push(dayOf(month));
  }
}
