// Who can do what, told in classes.
import type { Text } from '../../surveys/questionnaire.ts';
import type { Share } from '../figure.ts';
import type { Filter } from './survey.ts';

/** How many of a library can do something: nobody, one (who may leave or fall ill), several. */
export type SkillClass = 'nobody' | 'one' | 'several';

export interface SkillResult {
  readonly variable: string;
  readonly label: Text;
  /** Shares of the libraries with at least two answers about it. */
  readonly libraries: Readonly<Record<SkillClass, Share>>;
  /** Libraries with one answer about it: they are in no share. */
  readonly alone: number;
  /** Share of the people who can. */
  readonly people: Share;
}

/** What one library's team may know of itself. */
export interface TeamSkills {
  readonly library: string;
  readonly answers: number;
  /** Everybody agreed that the team sees this. */
  readonly consented: boolean;
  readonly skills: readonly {
    readonly variable: string;
    readonly label: Text;
    readonly answers: number;
    /** Null where too few answered, or nobody. */
    readonly class: SkillClass | null;
  }[];
}

export interface SkillCoverage {
  readonly survey: string;
  /** The group of the register that the skills are of; null for all libraries. */
  readonly group: Filter | null;
  readonly skills: readonly SkillResult[];
  /** Only where one library is asked for, or the project has one library alone. */
  readonly team: TeamSkills | null;
}
