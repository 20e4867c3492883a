// The process on one line of time, for a drawing with its table and a sentence.
import { processTracks, type TimeLine, type Track } from '../../../analysis/process-tracks.ts';
import type { ProjectRecords } from '../../../surveys/project-records.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Words } from './workspace.ts';

/** Periods on one line of time. */
export interface LineView {
  readonly months: readonly { readonly at: number; readonly name: string }[];
  readonly tracks: readonly {
    readonly name: string;
    readonly at: number;
    readonly width: number;
    readonly from: string;
    readonly to: string;
    readonly points: readonly { readonly at: number; readonly title: string }[];
  }[];
  /** Where today lies; null outside the line, or where it does not matter. */
  readonly today: number | null;
}
export interface ProcessView extends LineView {
  /** What ran at the same time as the sounding board. */
  readonly together: readonly string[];
}

/** More months than this are told by quarter. */
const mostMonths = 8;

/** A line of time in words. @param today its place is marked; null marks none. */
export function lineView(
  { tracks, months, placeOf }: TimeLine,
  today: string | null,
  nameOf: (track: Track) => string,
  { language }: Pick<Words, 'language'>,
): LineView {
  const month = new Intl.DateTimeFormat(language === 'nl' ? 'nl-BE' : 'en-GB', {
    month: 'short',
    timeZone: 'UTC',
  });
  const quarters = months.length > mostMonths;
  const name = (day: string) =>
    quarters ? `Q${Math.ceil(Number(day.slice(5, 7)) / 3)}` : month.format(new Date(`${day}T00:00:00Z`));
  return {
    months: months
      .filter(({ day }) => !quarters || /-(01|04|07|10)-/.test(day))
      .map(({ day, at }) => ({ at, name: name(day) })),
    tracks: tracks.map((track) => ({
      name: nameOf(track),
      at: track.at,
      width: track.width,
      from: inLanguage(track.from.label, language),
      to: inLanguage(track.to.label, language),
      points: track.points.map(({ at, title }) => ({ at, title: inLanguage(title, language) })),
    })),
    today: today === null ? null : placeOf(today),
  };
}

/** Null where nothing lasts longer than a day. */
export function processView(records: ProjectRecords, words: Words): ProcessView | null {
  const process = processTracks(records);
  if (!process) return null;
  const { language } = words;
  const nameOf = ({ title }: Track) =>
    title === null ? words.say({ key: 'process.panel' }) : inLanguage(title, language);
  const panel = process.tracks.find(({ title }) => title === null);
  return {
    ...lineView(process, null, nameOf, words),
    together: process.overlaps.map((track) =>
      words.say({
        key: 'process.together',
        values: {
          name: nameOf(track),
          from: inLanguage(track.from.label, language),
          to: inLanguage(track.to.label, language),
          meetings: panel?.points.length ?? 0,
          first: panel ? inLanguage(panel.from.label, language) : '',
          last: panel ? inLanguage(panel.to.label, language) : '',
        },
      }),
    ),
  };
}
