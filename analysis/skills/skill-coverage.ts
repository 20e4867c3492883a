// Who can do what, library by library: for every skill nobody, one or several of those who answered.
import type { Consent, SkillRules } from '../../surveys/needs-catalogue.ts';
import type { Variable } from '../../surveys/variable.ts';
import type { Dataset } from '../dataset.ts';
import { countCodes, type Mask } from '../library-counts.ts';
import type { SkillClass, SkillResult, TeamSkills } from '../results/skills.ts';
import { codesOfRows } from '../row-codes.ts';
import { canCount, selectRows } from '../selected-rows.ts';
import { shareOf } from '../share.ts';
import { shareOfCodes } from '../tabulate.ts';

/** With fewer answers a library can hardly have several who can: it says nothing of the others. */
export const fewestAnswers = 2;

/**
 * Coverage of every skill over the libraries with at least two answers about it. A skill that stands on one person is
 * vulnerable, however high the mean.
 *
 * @param mask of responses of whole libraries; null for all
 * @returns one result per variable of the row set, in the order of the questionnaire; none when it is not asked
 */
export function skillCoverage(
  dataset: Dataset,
  rules: SkillRules,
  mask: Mask = null,
): readonly SkillResult[] {
  return skillsAsked(dataset, rules).map((variable) => {
    const rows = rowsOf(dataset, rules, variable);
    if (mask !== null) for (let row = 0; row < rows.length; row += 1) if (mask[row] !== 1) rows[row] = 0;
    const { able, known } = perLibrary(dataset, rows);
    const counts: Record<SkillClass, number> = { nobody: 0, one: 0, several: 0 };
    let alone = 0;
    for (const [library, answers] of known.entries()) {
      if (answers === 0) continue;
      if (answers < fewestAnswers) alone += 1;
      else counts[classOf(able[library] as number)] += 1;
    }
    const libraries = counts.nobody + counts.one + counts.several;
    const share = (count: number) => shareOf(count, libraries, { unit: 'libraries' });
    return {
      variable: variable.name,
      label: variable.item ?? variable.label,
      libraries: { nobody: share(counts.nobody), one: share(counts.one), several: share(counts.several) },
      alone,
      // Of a part of who answered the share of people would be a figure about a group: libraries alone are told of.
      people:
        rules.where.length > 0
          ? shareOf(0, 0, {})
          : shareOfCodes(countCodes(dataset, codesOfRows(rows, 3), null)),
    };
  });
}

/** One library's own classes; null when nobody of it answered. */
export function teamSkills(dataset: Dataset, rules: SkillRules, library: string): TeamSkills | null {
  const at = dataset.libraries.indexOf(library);
  const answers = countOf(dataset, rules, at);
  if (at < 0 || answers === 0) return null;
  return {
    library,
    answers,
    consented: allConsent(dataset, rules.consent, at),
    skills: skillsAsked(dataset, rules).map((variable) => {
      const { able, known } = perLibrary(dataset, rowsOf(dataset, rules, variable));
      const people = known[at] as number;
      return {
        variable: variable.name,
        label: variable.item ?? variable.label,
        answers: people,
        class: people === 0 ? null : classOf(able[at] as number),
      };
    }),
  };
}

function classOf(able: number): SkillClass {
  return able === 0 ? 'nobody' : able === 1 ? 'one' : 'several';
}

function skillsAsked({ codebook }: Dataset, { variables }: SkillRules): readonly Variable[] {
  return codebook.variables.filter(
    ({ name, measure }) => name.startsWith(`${variables}.`) && measure !== 'text',
  );
}

/** Per row: 0 not known, 1 cannot, 2 can. */
function rowsOf(
  dataset: Dataset,
  { variables, able, unable, where }: SkillRules,
  { name }: Variable,
): Uint8Array {
  const rows = selectRows(dataset, { variables: [name], except: [], codes: able });
  const skill = name.slice(variables.length + 1);
  for (const { variables: other, codes } of unable) {
    const selection = { variables: [`${other}.${skill}`], except: [], codes };
    if (!canCount(dataset, { any: [selection], where: [] })) continue;
    const chosen = selectRows(dataset, selection);
    for (let row = 0; row < rows.length; row += 1) if (chosen[row] === 2) rows[row] = 1;
  }
  const meant = meantRows(dataset, where);
  for (let row = 0; row < rows.length; row += 1) if (!meant(row)) rows[row] = 0;
  return rows;
}

/** Which rows the rules are about. */
function meantRows(dataset: Dataset, where: SkillRules['where']): (row: number) => boolean {
  const chosen = where.map((selection) => selectRows(dataset, selection));
  return (row) => chosen.every((rows) => rows[row] === 2);
}

function perLibrary({ library, libraries }: Dataset, rows: Uint8Array) {
  const able = new Uint32Array(libraries.length);
  const known = new Uint32Array(libraries.length);
  for (let row = 0; row < rows.length; row += 1) {
    const at = library[row] as number;
    if (at < 0 || rows[row] === 0) continue;
    known[at] = (known[at] as number) + 1;
    if (rows[row] === 2) able[at] = (able[at] as number) + 1;
  }
  return { able, known };
}

function countOf(dataset: Dataset, { where }: SkillRules, at: number): number {
  const meant = meantRows(dataset, where);
  let count = 0;
  for (let row = 0; row < dataset.size; row += 1) if (dataset.library[row] === at && meant(row)) count += 1;
  return count;
}

/** Whether everybody of a library agreed, as a question of consent asked. @param at its place in the dataset. */
export function allConsent(dataset: Dataset, consent: Consent | undefined, at: number): boolean {
  if (!consent || !canCount(dataset, { any: [{ ...consent, except: [] }], where: [] })) return false;
  const agreed = selectRows(dataset, { ...consent, except: [] });
  for (let row = 0; row < dataset.size; row += 1)
    if (dataset.library[row] === at && agreed[row] !== 2) return false;
  return true;
}
