// The responses of a survey as records of one codebook, whatever version each was sent in.
import { byteNow, type OlderVersion, translate } from '../../analysis/older-versions.ts';
import { type Codebook, codebookOf } from '../../surveys/codebook.ts';
import type { DataRecord } from '../../surveys/formats/data-files/data-record.ts';
import { numbersIn } from '../../surveys/response-document.ts';
import type { Queries } from '../db/open.ts';
import { responsePages, responsePagesBy, type WholeResponse } from '../db/response-pages.ts';
import { definitionOfVersion } from '../db/surveys.ts';

/** A record with the words the team took something out of, as it left them. */
export interface KeptRecord extends DataRecord {
  readonly masked: Readonly<Record<string, string>>;
}

/**
 * Every response of the survey, in portions.
 * @param codebook what they are read by; what a version did not ask was not shown in it.
 * @param placeOf the order, by sequence number; without it the order they came in.
 */
export async function* dataRecords(
  db: Queries,
  survey: string,
  codebook: Codebook,
  placeOf?: (sequence: number) => number,
): AsyncGenerator<readonly KeptRecord[]> {
  const versions = new Map<number, OlderVersion>();
  const pages = placeOf ? responsePagesBy(db, survey, placeOf) : responsePages(db, survey);
  for await (const page of pages) {
    for (const { version } of page) {
      if (versions.has(version)) continue;
      const asked = codebookOf(await definitionOfVersion(db, survey, version));
      versions.set(version, translate(asked, codebook));
    }
    yield page.map((response) => recordOf(response, versions.get(response.version)));
  }
}

function recordOf(response: WholeResponse, version: OlderVersion | undefined): KeptRecord {
  if (!version) throw new RangeError(`no version ${response.version}`);
  const { document, day, library, words, masked } = response;
  const before = numbersIn(version.codebook, document);
  return {
    day,
    library,
    words,
    masked,
    bytes: Uint8Array.from(version.variables, (variable) => byteNow(variable, document)),
    numbers: version.numbers.map((place) => (place < 0 ? Number.NaN : (before[place] ?? Number.NaN))),
  };
}
