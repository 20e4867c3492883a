// Coded remarks: fragments of open answers with services, themes and a direction. Three bases that must not be
// mixed up: remarks, respondents with a remark, and everybody (docs/rules.md, Remarks).

import { variableNamed } from '../surveys/codebook.ts';
import type { Valence } from '../surveys/coding/valence.ts';
import type { CodingFrame, RemarkShare } from '../surveys/needs-catalogue.ts';
import type { Dataset } from './dataset.ts';
import type { Mask } from './library-counts.ts';
import { givenShare } from './question-results.ts';
import type { RemarksResult } from './results/survey.ts';
import { shareOf, shareOfAll } from './share.ts';
import { countVariable } from './tabulate.ts';

/** A coded fragment as stored. */
export interface Remark {
  /** Sequence number of the response it comes from. */
  readonly response: number;
  readonly question: string;
  readonly services: readonly string[];
  readonly themes: readonly string[];
  readonly valence: Valence;
}

/** Remarks per coded question: per service, per theme and crossed, each on its own base. */
export function remarkResults(
  frame: CodingFrame,
  dataset: Dataset,
  remarks: readonly Remark[],
  mask: Mask,
): readonly RemarksResult[] {
  return frame.questions.map((question) => {
    const own = remarks.filter((remark) => remark.question === question);
    const respondents = new Set(own.map(({ response }) => response)).size;
    const given = givenShare(countVariable(dataset, question, mask));
    const sharesOf = (codes: CodingFrame['services'], has: (remark: Remark, code: string) => boolean) =>
      codes.map(({ code, label }) => {
        const found = own.filter((remark) => has(remark, code));
        const people = new Set(found.map(({ response }) => response)).size;
        return {
          code,
          label,
          ofRemarks: shareOfAll(found.length, own.length, 'remarks'),
          ofRespondents: shareOf(people, respondents),
          ofEverybody: shareOf(people, given.base ?? 0),
        };
      });
    return {
      question,
      label: variableNamed(dataset.codebook, question).label,
      given,
      remarks: own.length,
      respondents,
      services: sharesOf(frame.services, ({ services }, code) => services.includes(code)),
      themes: sharesOf(frame.themes, ({ themes }, code) => themes.includes(code)),
      cross: crossOf(own),
      uncoded: own.filter(({ services, themes }) => services.length === 0 || themes.length === 0).length,
    };
  });
}

function crossOf(remarks: readonly Remark[]): RemarksResult['cross'] {
  const cells = new Map<string, { service: string; theme: string; count: number }>();
  for (const { services, themes } of remarks) {
    for (const service of services) {
      for (const theme of themes) {
        const key = `${service} ${theme}`;
        const cell = cells.get(key) ?? { service, theme, count: 0 };
        cell.count += 1;
        cells.set(key, cell);
      }
    }
  }
  return [...cells.values()];
}

/** Respondents with a remark that counts for a need, of respondents with any such remark; praise never counts (docs/rules.md, Needs). */
export function countRemarkShare(share: RemarkShare, remarks: readonly Remark[]) {
  const eligible = remarks.filter(
    ({ question, valence }) => share.questions.includes(question) && valence !== 'praise',
  );
  const matches = ({ services, themes }: Remark) =>
    (share.services.length === 0 || services.some((code) => share.services.includes(code))) &&
    (share.themes.length === 0 || themes.some((code) => share.themes.includes(code))) &&
    (share.alsoThemes.length === 0 || themes.some((code) => share.alsoThemes.includes(code)));
  return {
    base: new Set(eligible.map(({ response }) => response)),
    counted: new Set(eligible.filter(matches).map(({ response }) => response)),
  };
}
