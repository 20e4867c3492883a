// The libraries a survey is about, as questions and conditions see them: who there is, and what is known of each.

/** What conditions may read of the respondent's library. */
export interface LibraryFacts {
  readonly province: string;
  readonly sizeClass: string;
  /** For files that name libraries instead of giving their codes. */
  readonly name?: string;
}

/** Library code → its facts. */
export type Register = ReadonlyMap<string, LibraryFacts>;

/** The register of a survey without one. */
export const noRegister: Register = new Map();

/** The register out of rows that say more. */
export function registerOf(libraries: readonly (LibraryFacts & { readonly code: string })[]): Register {
  return new Map(
    libraries.map(({ code, province, sizeClass, name }) => [
      code,
      name === undefined ? { province, sizeClass } : { province, sizeClass, name },
    ]),
  );
}
