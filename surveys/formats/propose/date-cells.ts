// Which form the dates of a column are written in.
import { dateReader, dayReader, precisionOf } from '../day-format.ts';
import { type Counted, totalOf } from './profile.ts';

/** Forms that are tried, the likelier first: with days before months where both would do. */
const dayForms = [
  'YYYY-MM-DD',
  'D/M/YYYY',
  'M/D/YYYY',
  'D-M-YYYY',
  'D.M.YYYY',
  'M-D-YYYY',
  'YYYY/M/D',
  'D/M/YY',
  'M/D/YY',
  'D-M-YY',
  'D.M.YY',
];
const monthForms = ['YYYY-MM', 'M/YYYY', 'MM-YYYY'];

export interface DateForm {
  readonly format: string;
  readonly precision: 'day' | 'month';
  /** Cells that are no date in this form. */
  readonly odd: readonly Counted[];
  /** Another form reads every cell as well, with other dates. */
  readonly ambiguous: boolean;
}

/** The form that reads nine in ten of these cells as days, whatever stands behind the day; null when there is none. */
export function dayFormatOf(cells: readonly Counted[]): DateForm | null {
  return bestForm(
    dayForms.map((form) => `${form}*`),
    cells,
  );
}

/** The form that reads nine in ten of these cells as dates and nothing more. */
export function dateFormatOf(cells: readonly Counted[]): DateForm | null {
  return bestForm([...dayForms, ...monthForms], cells);
}

function bestForm(forms: readonly string[], cells: readonly Counted[]): DateForm | null {
  // A column whose first cells have no digits at both sides of a sign holds no dates: nothing is tried.
  if (!cells.slice(0, 50).some(([cell]) => /^\d{1,4}[-/.]\d{1,4}/.test(cell))) return null;
  // The first cells tell which forms are possible; only those are tried on all of them.
  const some = cells.slice(0, mostTried);
  const possible = forms.filter((format) => tried(format, some).lost <= totalOf(some) * 0.2);
  const all = totalOf(cells);
  const [best, next] = possible
    .map((format) => tried(format, cells))
    .filter(({ lost }) => lost <= all * 0.1)
    .sort((first, second) => first.lost - second.lost);
  if (!best) return null;
  const precision = precisionOf(best.format) === 'month' ? 'month' : 'day';
  return { format: best.format, precision, odd: best.odd, ambiguous: next?.lost === best.lost };
}

/** Cells by which forms are judged. */
const mostTried = 200;

function tried(format: string, cells: readonly Counted[]) {
  const read = precisionOf(format) === 'day' ? dayReader(format) : dateReader(format);
  const odd = cells.filter(([cell]) => read(cell) === null);
  return { format, odd, lost: totalOf(odd) };
}
