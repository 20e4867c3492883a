// The process on one line of time, for a drawing with its table and a sentence.
import { processTracks, type Track } from '../../../analysis/process-tracks.ts';
import type { ProjectRecords } from '../../../surveys/project-records.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Words } from './workspace.ts';

export interface ProcessView {
  readonly months: readonly { readonly at: number; readonly name: string }[];
  readonly tracks: readonly {
    readonly name: string;
    readonly at: number;
    readonly width: number;
    readonly from: string;
    readonly to: string;
    readonly points: readonly { readonly at: number; readonly title: string }[];
  }[];
  /** What ran at the same time as the sounding board. */
  readonly together: readonly string[];
}

/** Null where nothing lasts longer than a day. */
export function processView(records: ProjectRecords, words: Words): ProcessView | null {
  const process = processTracks(records);
  if (!process) return null;
  const { language } = words;
  const nameOf = ({ title }: Track) =>
    title === null ? words.say({ key: 'process.panel' }) : inLanguage(title, language);
  const month = new Intl.DateTimeFormat(language === 'nl' ? 'nl-BE' : 'en-GB', {
    month: 'short',
    timeZone: 'UTC',
  });
  const panel = process.tracks.find(({ title }) => title === null);
  return {
    months: process.months.map(({ day, at }) => ({ at, name: month.format(new Date(`${day}T00:00:00Z`)) })),
    tracks: process.tracks.map((track) => ({
      name: nameOf(track),
      at: track.at,
      width: track.width,
      from: inLanguage(track.from.label, language),
      to: inLanguage(track.to.label, language),
      points: track.points.map(({ at, title }) => ({ at, title: inLanguage(title, language) })),
    })),
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
