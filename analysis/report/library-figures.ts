// What the page of each library shows, as a value that is frozen with the report: the sector's figures, those of the groups
// of its size and province, and the library's own answers where they may be told. Everything in it has passed
// disclosure, so that all pages together tell no more than the report's other readers may know.
import type { Text } from '../../surveys/questionnaire.ts';
import type { Share } from '../figure.ts';

/** Why a library's own answers are not on its page. */
export type OwnReason = 'fewAnswers' | 'smallTeam' | 'wouldTell';

/** A figure of the page: one sign of a need, by its place in every list of shares. */
export interface LibraryLine {
  readonly need: string;
  readonly label: Text;
  readonly sector: Share;
}
/** The libraries of a province, of a size class, or of both. */
export interface LibraryGroup {
  readonly province: string | null;
  readonly sizeClass: string | null;
  readonly shares: readonly Share[];
}
export interface FiguredLibrary {
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly sizeClass: string;
  /** Null where nothing of them may be told, with the reason. */
  readonly own: readonly Share[] | null;
  readonly why: OwnReason | null;
}
export interface LibraryFigures {
  readonly survey: string;
  /** How far they go: sequence number of the last response in them, how many those were, and the version they were made for. */
  readonly upTo: number;
  readonly responses: number;
  readonly version: number;
  /** ISO date. */
  readonly madeOn: string;
  readonly lines: readonly LibraryLine[];
  readonly groups: readonly LibraryGroup[];
  readonly libraries: readonly FiguredLibrary[];
}

/** The figures beside a line on the page of a library, each in the smallest group that may be shown. */
export interface LineBeside {
  readonly line: LibraryLine;
  readonly own: Share | null;
  /** The own size class in the own province, or else the own province (docs/rules.md, Pages of libraries). */
  readonly near: { readonly of: LibraryGroup; readonly share: Share } | null;
  /** The own size class everywhere. */
  readonly alike: { readonly of: LibraryGroup; readonly share: Share } | null;
}

/** The lines of one library's page. */
export function linesBeside(figures: LibraryFigures, library: FiguredLibrary): readonly LineBeside[] {
  const { province, sizeClass } = library;
  const group = (of: Pick<LibraryGroup, 'province' | 'sizeClass'>) =>
    figures.groups.find((each) => each.province === of.province && each.sizeClass === of.sizeClass);
  const near = [group({ province, sizeClass }), group({ province, sizeClass: null })];
  const alike = [group({ province: null, sizeClass })];
  const shownIn = (groups: readonly (LibraryGroup | undefined)[], place: number) => {
    for (const of of groups) {
      const share = of?.shares[place];
      if (of && share && share.openness !== 'withheld') return { of, share };
    }
    return null;
  };
  return figures.lines.map((line, place) => {
    const own = library.own?.[place];
    return {
      line,
      own: own && own.openness !== 'withheld' ? own : null,
      near: shownIn(near, place),
      alike: shownIn(alike, place),
    };
  });
}
