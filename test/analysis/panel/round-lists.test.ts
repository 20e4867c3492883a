// A round stays what it was when the catalogue gives a need another parent, and all that is said of it has one order.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ScoredNeed } from '../../../analysis/needs/need-results.ts';
import { needResults } from '../../../analysis/needs/need-results.ts';
import { panelChecks } from '../../../analysis/panel/panel-checks.ts';
import { panelResult } from '../../../analysis/panel/panel-result.ts';
import { hasPlace } from '../../../analysis/panel/round-tree.ts';
import { placeNeeds } from '../../../analysis/report/order.ts';
import type { NeedResult } from '../../../analysis/results/needs.ts';
import type { StoredBallot } from '../../../surveys/demonstration.ts';

const lists = { top: ['N1', 'N2', 'N3', 'N4'], N3: ['N3a', 'N3b', 'N3c'] };
const codes = [...lists.top, ...lists.N3];
const parents = (changed: Readonly<Record<string, string | null>>) =>
  codes.map((code, index) => ({
    code,
    parent: code in changed ? (changed[code] ?? null) : code.startsWith('N3') && code !== 'N3' ? 'N3' : null,
    evidence: [40, null, 70, 70, 10, 90, null][index] ?? null,
  }));
const scored = (needs: ReturnType<typeof parents>): readonly ScoredNeed[] =>
  needs.map(({ code, parent, evidence }) => ({
    need: { code, parent, label: { nl: code, en: code } } as unknown as ScoredNeed['need'],
    score: evidence,
    interval: null,
    sources: [],
    discrepancy: null,
  }));
const none = { evidence: [], study: [], interview: [], panel: [], meeting: [], action: [] } as never;

/** A ballot in which every need is in a tier, unranked or without opinion. */
const anyBallot = (needs: readonly string[]) =>
  fc
    .array(fc.integer({ min: -2, max: 3 }), { minLength: needs.length, maxLength: needs.length })
    .map((marks) => ({
      tiers: [0, 1, 2, 3]
        .map((tier) => needs.filter((_, index) => marks[index] === tier))
        .filter((tier) => tier.length > 0),
      noOpinion: needs.filter((_, index) => marks[index] === -2),
    }));
const anyRound = fc
  .array(fc.record({ top: anyBallot(lists.top), N3: anyBallot(lists.N3) }), { minLength: 3, maxLength: 8 })
  .map((ballots) => ({
    round: 1,
    closedOn: '2026-03-14',
    members: ballots.length,
    ballots: ballots.map((ballot): StoredBallot => ({ lists: ballot })),
    lists,
  }));
const saidOf = (round: Parameters<typeof panelResult>[0], needs: ReturnType<typeof parents>) => {
  const panel = panelResult({ ...round, evidence: evidenceAtClosing }, needs);
  const results = needResults(scored(needs), none, panel);
  return { panel, results, final: placeNeeds(results, panel) };
};
const evidenceAtClosing = Object.fromEntries(parents({}).map(({ code, evidence }) => [code, evidence]));

test('the round, the final list and the report have one order, also with no opinions, ties and nested lists', () => {
  fc.assert(
    fc.property(anyRound, (round) => {
      const { panel, results, final } = saidOf(round, parents({}));
      for (const list of panel.lists) {
        const inList = final.filter(({ parent }) => parent === list.parent);
        expect(inList.map(({ need }) => need.code)).toEqual(list.order.map(({ need }) => need));
        const places = list.order.map((place) => (hasPlace(place) ? place.rank : null));
        expect(inList.map(({ place }) => place)).toEqual(places);
        const rankOf = (code: string) => results.find((need) => need.code === code)?.panelRank;
        expect(list.order.map(({ need }) => rankOf(need))).toEqual(places);
        // What has too few opinions stands after everything with a place.
        expect(places.findLastIndex((place) => place !== null)).toBeLessThan(
          places.includes(null) ? places.indexOf(null) : places.length,
        );
      }
    }),
    { numRuns: 200 },
  );
});

test('another parent in the catalogue changes nothing that is said of a round', () => {
  const told = (needs: readonly NeedResult[]) =>
    Object.fromEntries(needs.map(({ code, panelRank, flag }) => [code, [panelRank, flag]]));
  fc.assert(
    fc.property(
      anyRound,
      fc.constantFrom<Readonly<Record<string, string | null>>>(
        { N3a: null },
        { N3a: 'N1' },
        { N4: 'N3' },
        { N3a: null, N3b: null, N3c: null, N3: 'N3a' },
      ),
      (round, changed) => {
        const before = saidOf(round, parents({}));
        const after = saidOf(round, parents(changed));
        expect(after.panel).toEqual(before.panel);
        expect(panelChecks(round, parents(changed))).toEqual(panelChecks(round, parents({})));
        const marks = ({ final }: typeof before) =>
          final.map(({ need, mark, parent, panelPlace }) => [need.code, mark, parent, panelPlace]);
        const inOrder = (said: typeof before) =>
          marks(said).filter(([code]) =>
            said.panel.lists.some(({ order }) => order.some(({ need }) => need === code)),
          );
        expect(inOrder(after)).toEqual(inOrder(before));
        expect(told(after.results)).toEqual(told(before.results));
      },
    ),
    { numRuns: 100 },
  );
});
