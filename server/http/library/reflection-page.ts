// The form of a library's team as its page shows it; where a colleague kept something else meanwhile, with their words beside it.
import { shownNeeds } from '../../../analysis/report/blocks.ts';
import type { ReportNeed } from '../../../analysis/report/model.ts';
import {
  emptyNeed,
  recognitions,
  standings,
  type TeamReflection,
  withEmptyFilled,
} from '../../../surveys/team-reflection.ts';
import type { ReportWords } from '../../report/report-words.ts';
import type { FormMistake } from '../team/round-form.ts';
import type { LibraryVisit } from './visit.ts';

interface Choice {
  readonly code: string;
  readonly checked: boolean;
}
/** What a colleague has in a field; null where they have the same. */
type Theirs = string | null;
interface Field {
  readonly name: string;
  readonly value: string;
  readonly theirs: Theirs;
}
export interface ReflectionPage {
  readonly name: string;
  readonly page: string;
  readonly address: string;
  /** The form is made on this one: it takes the place of no later one. */
  readonly revision: number;
  /** Day it was last kept; empty before. */
  readonly savedOn: string;
  readonly saved: boolean;
  readonly needs: readonly {
    readonly code: string;
    readonly mark: string;
    readonly label: string;
    readonly recognised: readonly Choice[];
    readonly recognisedTheirs: Theirs;
    readonly standing: readonly Choice[];
    readonly standingTheirs: Theirs;
    readonly note: Field;
  }[];
  readonly first: readonly {
    readonly place: number;
    readonly what: Field;
    readonly who: Field;
    readonly when: Field;
  }[];
  readonly other: Field;
  readonly mistakes: readonly FormMistake[];
  /** Where a colleague has something else, each as a link to its field; null where nobody kept anything meanwhile. */
  readonly conflict: readonly { readonly field: string; readonly name: string }[] | null;
}

export interface ReflectionShown {
  readonly reflection: TeamReflection;
  /** What a colleague kept meanwhile: it is shown beside, and stands where the form has nothing. */
  readonly theirs: TeamReflection | null;
  readonly revision: number;
  readonly savedOn: string;
  readonly saved: boolean;
  readonly mistakes: readonly FormMistake[];
}

/** The needs a team is asked about: those at the top of the order that the report tells. */
export function askedNeeds({ report }: Pick<LibraryVisit, 'report'>): readonly ReportNeed[] {
  return shownNeeds(report).filter(({ parent }) => parent === null);
}

/** @param shown with the day in words. */
export function reflectionPage(
  visit: LibraryVisit,
  { reflection, theirs, ...shown }: ReflectionShown,
  words: ReportWords,
): ReflectionPage {
  const stands = theirs ? withEmptyFilled(reflection, theirs) : reflection;
  /** Compared with what was typed: what came in from a colleague is said to be theirs. */
  const beside = (typed: string, other: string | undefined): Theirs =>
    theirs === null || typed === (other ?? '') ? null : other || words.t('reflection.theirsNothing');
  const field = (name: string, value: string, typed: string, other: string | undefined): Field => ({
    name,
    value,
    theirs: beside(typed, other),
  });
  const spoken = (area: string, code: string | null | undefined) =>
    code ? words.t(`reflection.${area}.${code}`) : '';
  const needs = askedNeeds(visit).map(({ code, mark, label }) => {
    const [now, typed] = [stands, reflection].map((form) => form.needs[code] ?? emptyNeed);
    const other = theirs?.needs[code];
    return {
      code,
      mark: mark ?? '–',
      label: words.text(label),
      recognised: choices(recognitions, now?.recognised),
      recognisedTheirs: beside(
        spoken('recognition', typed?.recognised),
        spoken('recognition', other?.recognised),
      ),
      standing: choices(standings, now?.standing),
      standingTheirs: beside(spoken('stand', typed?.standing), spoken('stand', other?.standing)),
      note: field(`note-${code}`, now?.note ?? '', typed?.note ?? '', other?.note),
    };
  });
  const first = reflection.first.map((typed, index) => {
    const of = (key: 'what' | 'who' | 'when') =>
      field(`${key}-${index + 1}`, stands.first[index]?.[key] ?? '', typed[key], theirs?.first[index]?.[key]);
    return { place: index + 1, what: of('what'), who: of('who'), when: of('when') };
  });
  const other = field('other', stands.other, reflection.other, theirs?.other);
  return {
    name: visit.library.name,
    page: visit.address,
    address: `${visit.address}/reflection`,
    ...shown,
    needs,
    first,
    other,
    conflict: theirs && differing({ needs, first, other }, words),
  };
}

/** The places of a form where a colleague has something else. */
function differing(
  { needs, first, other }: Pick<ReflectionPage, 'needs' | 'first' | 'other'>,
  words: ReportWords,
): ReflectionPage['conflict'] {
  const ofNeeds = needs.flatMap(({ code, mark, label, note, ...need }) => {
    const fields = [
      ...(need.recognisedTheirs === null ? [] : [`recognised-${code}-${need.recognised[0]?.code ?? ''}`]),
      ...(need.standingTheirs === null ? [] : [`standing-${code}-${need.standing[0]?.code ?? ''}`]),
      ...(note.theirs === null ? [] : [note.name]),
    ];
    return fields.slice(0, 1).map((field) => ({ field, name: `${mark} ${label}` }));
  });
  const ofFirst = first.flatMap(({ place, what, who, when }) =>
    [what, who, when]
      .filter((each) => each.theirs !== null)
      .slice(0, 1)
      .map((each) => ({ field: each.name, name: `${words.t('reflection.first')} (${place})` })),
  );
  const last = other.theirs === null ? [] : [{ field: other.name, name: words.t('reflection.other') }];
  return [...ofNeeds, ...ofFirst, ...last];
}

const choices = (codes: readonly string[], chosen: string | null | undefined): readonly Choice[] =>
  codes.map((code) => ({ code, checked: code === chosen }));
