// What a survey's answers leave as.

/** A line per response, a line per answer, or what describes the other files. */
export const dataFileKinds = [
  'csv',
  'long',
  'jsonl',
  'xlsx',
  'sav',
  'r',
  'ddi',
  'map',
  'codebook',
  'codebook-json',
] as const;
export type DataFileKind = (typeof dataFileKinds)[number];

/** Those with answers of people in them; the others only say what was asked. */
export const answerKinds = ['csv', 'long', 'jsonl', 'xlsx', 'sav'] as const satisfies readonly DataFileKind[];

/** How a file of each kind ends its name. */
export const endings: Readonly<Record<DataFileKind, string>> = {
  csv: 'csv',
  long: 'csv',
  jsonl: 'jsonl',
  xlsx: 'xlsx',
  sav: 'sav',
  r: 'R',
  ddi: 'xml',
  map: 'json',
  codebook: 'csv',
  'codebook-json': 'json',
};
