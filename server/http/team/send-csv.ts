// A table that somebody downloads: semicolons and a byte order mark, which a spreadsheet here opens by itself.
import type { Response } from 'express';
import Papa from 'papaparse';

/** Sends it as a file of this name. A cell that a spreadsheet would run as a formula gets an apostrophe before it. */
export function sendCsv(
  response: Response,
  name: string,
  fields: string[],
  data: readonly (readonly string[])[],
): void {
  const csv = Papa.unparse(
    { fields, data: data.map((row) => [...row]) },
    { delimiter: ';', escapeFormulae: true },
  );
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  response.setHeader('Cache-Control', 'no-store');
  response.type('text/csv').end(`\uFEFF${csv}\r\n`);
}
