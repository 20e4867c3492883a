// What other requests of a survey let out: two files together can tell what one file with the fields of both would.
import { type FieldChoice, libraryWithBackground } from '../../surveys/formats/data-files/field-choices.ts';
import type { DataRequest } from './data-requests.ts';

export interface Beside {
  /** Numbers of the requests, the oldest first. */
  readonly requests: readonly number[];
  /** Names of the variables of all of them. */
  readonly fields: readonly string[];
}

/** Those of which somebody can still fetch the file, or fetched it once, also when the approval is over by now. */
export function requestsBeside(
  requests: readonly DataRequest[],
  { entry, wanted }: Pick<DataRequest, 'entry' | 'wanted'>,
): Beside {
  const others = requests.filter(
    (other) =>
      other.entry !== entry &&
      other.wanted.survey === wanted.survey &&
      (other.state === 'approved' || other.lines.some(({ act }) => act === 'fetching')),
  );
  return {
    requests: others.map((other) => other.entry).sort((one, two) => one - two),
    fields: [...new Set(others.flatMap((other) => other.wanted.fields))].sort(),
  };
}

/**
 * The requests that had the library where these fields have background, or the other way round; none where the fields of
 * all could have been in one file.
 * @param choices everything that can be chosen of the survey.
 */
export function requestsAgainst(
  { requests, fields }: Beside,
  wanted: readonly string[],
  choices: readonly FieldChoice[],
): readonly number[] {
  return libraryWithBackground(choices, new Set([...fields, ...wanted])) ? requests : [];
}
