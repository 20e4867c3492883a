// The needs in the order a report tells them: the panel leads and evidence only breaks ties (docs/rules.md, Panel).
import { finalOrder, type OrderedNeed } from '../panel/final-order.ts';
import { hasPlace, parentsInRound } from '../panel/round-tree.ts';
import type { NeedResult } from '../results/needs.ts';
import type { PanelPlace, PanelResult } from '../results/panel.ts';

/** A need with its place in its own list; `place` is null when neither panel nor evidence gives one. */
export interface PlacedNeed {
  readonly need: NeedResult;
  readonly parent: string | null;
  readonly place: number | null;
  /** The place as written: `3`, or `3a` for a child of the need in place 3. */
  readonly mark: string | null;
  /** By the ballots alone, before exact ties were decided and needs moved by hand. */
  readonly panelPlace: number | null;
  readonly evidencePlace: number | null;
  readonly flag: OrderedNeed['flag'];
  /** What the panel said about it, where the panel ordered its list. */
  readonly panel: PanelPlace | null;
}

/**
 * Needs in final order, children straight after their parent; a list without a panel is in evidence order. What the panel
 * ordered stands as its round has it: by its places, under the parents of that day.
 */
export function placeNeeds(needs: readonly NeedResult[], panel: PanelResult | null): readonly PlacedNeed[] {
  const byCode = new Map(needs.map((need) => [need.code, need]));
  const parentOf = parentsInRound(panel);
  const places = new Map(
    panel?.lists.flatMap((list) => list.order.map((place, index) => [place.need, { place, index }] as const)),
  );
  const beside = besideEvidence(byCode, panel);
  const ordered = finalOrder(
    [...byCode.values()]
      .sort((one, other) => comparePlain(one.code, other.code))
      .map((need) => {
        const told = places.get(need.code);
        return {
          id: need.code,
          parent: parentOf(need),
          // A place and a score are never compared: in a list of the panel places alone count.
          panel: told ? -told.place.rank : null,
          // The place by evidence stays known where a score is withheld, so the order never depends on the reader.
          evidence: need.rank === null ? null : -need.rank,
          tieBreak: told ? -told.index : undefined,
        };
      }),
  );
  const withPanel = new Set(ordered.flatMap(({ parent, panelRank }) => (panelRank === null ? [] : [parent])));
  const marks = new Map<string, string | null>();
  return ordered.flatMap((line) => {
    const need = byCode.get(line.id);
    if (!need) return [];
    const { parent } = line;
    const panel = places.get(line.id)?.place ?? null;
    const { evidenceRank, flag } = beside.get(line.id) ?? line;
    const byEvidence = withPanel.has(parent) || line.evidenceRank === null ? null : line.place;
    const place = panel ? (hasPlace(panel) ? panel.rank : null) : byEvidence;
    const above = parent === null ? '' : marks.get(parent);
    const own = place === null ? '' : parent === null ? String(place) : letter(place);
    const mark = place === null || above === null || above === undefined ? null : `${above}${own}`;
    marks.set(line.id, mark);
    return {
      need,
      parent,
      place,
      mark,
      panelPlace: panel?.ballotPlace ?? null,
      evidencePlace: evidenceRank,
      flag,
      panel,
    };
  });
}

/**
 * Ballots beside the evidence of the day of closing, list by list as the round had them. Where the reader may not see the
 * place of a need, the others are ranked among themselves.
 */
function besideEvidence(
  needs: ReadonlyMap<string, NeedResult>,
  panel: PanelResult | null,
): ReadonlyMap<string, OrderedNeed> {
  const lines = (panel?.lists ?? []).flatMap(({ order }) =>
    finalOrder(
      order.map(({ need, ballotPlace, evidencePlace }) => ({
        id: need,
        panel: ballotPlace === null ? null : -ballotPlace,
        evidence: evidencePlace === null || needs.get(need)?.rank == null ? null : -evidencePlace,
      })),
    ),
  );
  return new Map(lines.map((line) => [line.id, line]));
}

/** Whether the panel has spoken about the top level: then it set the order. */
export function panelHasSpoken(panel: PanelResult | null): boolean {
  return panel?.lists.some((list) => list.parent === null && list.order.length > 0) ?? false;
}

function comparePlain(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 1 → a, 2 → b … 26 → z; further children keep their number. */
function letter(place: number): string {
  return place <= 26 ? String.fromCharCode(96 + place) : `-${place}`;
}
