// The dictionary at the head of an SPSS system file: what variables there are, with labels and missing values.
// Source: "System File Format" in the developers' guide of GNU PSPP, checked with what R's haven reads back.
import { ByteBuffer, utf8 } from './byte-buffer.ts';
import type { SpssColumn, SpssLabel } from './spss-columns.ts';
import { shortNames } from './spss-names.ts';

/** A string longer than this is kept in segments. */
const longestString = 255;
/** Bytes by which each segment of a long string counts for how wide the string is. */
const segmentStep = 252;
/** SPSS cuts longer labels. */
const longestLabel = 255;
const longestValueLabel = 120;

/** What stands for a compressed number: the number plus this. */
export const bias = 100;

/** One variable of the file: a column, or a segment of a long string. */
interface Segment {
  readonly column: SpssColumn;
  /** Of the string; 0 for a number. */
  readonly width: number;
  readonly first: boolean;
}

/** Elements of eight bytes a string of this width takes in each record, segment by segment. */
export function segmentWidths(bytes: number): readonly number[] {
  if (bytes <= longestString) return [Math.max(1, bytes)];
  const segments = Math.ceil(bytes / segmentStep);
  return Array.from({ length: segments }, (_, index) =>
    index < segments - 1 ? longestString : bytes - index * segmentStep,
  );
}

/**
 * Everything before the records. The file says that it is compressed by bytes, in UTF-8, and not how many records follow.
 * @param moment `01 Jan 26` and `12:00:00`, as the file has them.
 */
export function spssDictionary(
  columns: readonly SpssColumn[],
  title: string,
  moment: { readonly day: string; readonly time: string },
): Uint8Array {
  const segments = columns.flatMap(segmentsOf);
  const names = shortNames(segments.map(({ column, first }) => (first ? column.name : `${column.name}X`)));
  const out = new ByteBuffer();
  writeHeader(out, segments, title, moment);
  segments.forEach((segment, index) => {
    writeVariable(out, segment, names[index] ?? '');
  });
  writeValueLabels(out, segments);
  writeExtensions(out, segments, names);
  return out.int32(999, 0).take();
}

function segmentsOf(column: SpssColumn): readonly Segment[] {
  if (typeof column.kind !== 'object') return [{ column, width: 0, first: true }];
  return segmentWidths(column.kind.bytes).map((width, index) => ({ column, width, first: index === 0 }));
}

/** Elements of eight bytes that a segment takes. */
function elements(width: number): number {
  return Math.max(1, Math.ceil(width / 8));
}

function writeHeader(
  out: ByteBuffer,
  segments: readonly Segment[],
  title: string,
  { day, time }: { readonly day: string; readonly time: string },
): void {
  const size = segments.reduce((sum, { width }) => sum + elements(width), 0);
  out
    .padded(utf8('$FL2'), 4)
    .padded(utf8('@(#) SPSS DATA FILE Nodenkaart'), 60)
    .int32(2, size, 1, 0, -1)
    .float64(bias)
    .padded(utf8(day), 9)
    .padded(utf8(time), 8)
    .padded(utf8(title, 64), 64)
    .padded(new Uint8Array(0), 3, 0);
}

function writeVariable(out: ByteBuffer, { column, width, first }: Segment, name: string): void {
  const label = first ? utf8(column.label, longestLabel) : new Uint8Array(0);
  const missing = first ? column.missing : null;
  const format = formatOf(column, width);
  out.int32(2, width, label.length > 0 ? 1 : 0, missing ? -2 : 0, format, format).padded(utf8(name), 8);
  if (label.length > 0) out.int32(label.length).padded(label, 4 * Math.ceil(label.length / 4));
  if (missing) out.float64(...missing);
  for (let element = 1; element < elements(width); element += 1)
    out.int32(2, -1, 0, 0, 0, 0).padded(new Uint8Array(0), 8);
}

/** How SPSS shows the column: its kind, characters and decimals in one number. */
function formatOf({ kind }: SpssColumn, width: number): number {
  const format = (type: number, characters: number, decimals = 0) =>
    (type << 16) | (characters << 8) | decimals;
  switch (kind) {
    case 'number':
      return format(5, 8);
    case 'decimal':
      return format(5, 12, 2);
    case 'day':
      return format(39, 10);
    case 'month':
      return format(28, 8);
    default:
      return format(1, width);
  }
}

/** Each set of labels once, with every variable that has it. */
function writeValueLabels(out: ByteBuffer, segments: readonly Segment[]): void {
  const sets = new Map<string, { readonly labels: readonly SpssLabel[]; readonly places: number[] }>();
  let place = 1;
  for (const { column, width } of segments) {
    if (column.labels.length > 0) {
      const key = JSON.stringify(column.labels);
      const set = sets.get(key) ?? { labels: column.labels, places: [] };
      set.places.push(place);
      sets.set(key, set);
    }
    place += elements(width);
  }
  for (const { labels, places } of sets.values()) {
    out.int32(3, labels.length);
    for (const { value, label } of labels) {
      const words = utf8(label, longestValueLabel);
      const length = 8 * Math.ceil((words.length + 1) / 8) - 1;
      out.float64(value).byte(words.length).padded(words, length);
    }
    out.int32(4, places.length, ...places);
  }
}

function writeExtensions(out: ByteBuffer, segments: readonly Segment[], names: readonly string[]): void {
  // Of the machine: version 1.0.0, IEEE floats, compressed by bytes, little-endian, UTF-8.
  out.int32(7, 3, 4, 8, 1, 0, 0, -1, 1, 1, 2, 65_001);
  out.int32(7, 4, 8, 3).float64(-Number.MAX_VALUE, Number.MAX_VALUE, secondLowest);
  const measures = { nominal: 1, ordinal: 2, scale: 3 } as const;
  out.int32(7, 11, 4, 3 * segments.length);
  for (const { column, width } of segments)
    out.int32(measures[column.measure], Math.min(40, Math.max(8, width)), width > 0 ? 0 : 1);
  const own = segments.flatMap((segment, index) =>
    segment.first ? [{ ...segment, name: names[index] ?? '' }] : [],
  );
  writeText(out, 13, own.map(({ column, name }) => `${name}=${column.name}`).join('\t'));
  const long = own.flatMap(({ column: { kind }, name }) =>
    typeof kind === 'object' && kind.bytes > longestString
      ? [`${name}=${String(kind.bytes).padStart(5, '0')}\0\t`]
      : [],
  );
  if (long.length > 0) writeText(out, 14, long.join(''));
  writeText(out, 20, 'UTF-8');
}

/** The lowest number but one: the lowest itself means "no value at all". */
const secondLowest = -1.797_693_134_862_315_5e308;

function writeText(out: ByteBuffer, subtype: number, words: string): void {
  const bytes = utf8(words);
  out.int32(7, subtype, 1, bytes.length).padded(bytes, bytes.length);
}
