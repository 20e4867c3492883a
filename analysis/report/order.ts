// The needs in the order a report tells them: the panel leads and evidence only breaks ties (docs/rules.md, Panel).
import { finalOrder, type OrderedNeed } from '../panel/final-order.ts';
import type { NeedResult, PanelPlace, PanelResult } from '../results.ts';

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

/** Needs in final order, children straight after their parent; a list without a panel is in evidence order. */
export function placeNeeds(needs: readonly NeedResult[], panel: PanelResult | null): readonly PlacedNeed[] {
  const byCode = new Map(needs.map((need) => [need.code, need]));
  const places = new Map(panel?.lists.flatMap((list) => list.order.map((place) => [place.need, place])));
  const byHand = new Set(
    panel?.lists.flatMap((list) => (list.byHand ? list.order.map(({ need }) => need) : [])),
  );
  const counted = [...byCode.keys()].sort(comparePlain).map((code) => {
    const need = byCode.get(code);
    const place = places.get(code);
    return {
      id: code,
      parent: need?.parent ?? null,
      panel: place ? (place.score ?? -place.rank) : null,
      // The place by evidence stays known where a score is withheld, so the order never depends on the reader.
      evidence: need?.rank == null ? null : -need.rank,
      tieBreak: place ? -place.rank : undefined,
    };
  });
  const ballots = new Map(finalOrder(counted).map((line) => [line.id, line]));
  // A list that was changed by hand stands as it was left; what ballots and evidence say of its needs stays the same.
  const ordered = finalOrder(
    counted.map((need) => (byHand.has(need.id) ? { ...need, panel: need.tieBreak ?? null } : need)),
  );
  const marks = new Map<string, string | null>();
  return ordered.flatMap((line) => {
    const need = byCode.get(line.id);
    if (!need) return [];
    const listHasPanel = ordered.some((other) => other.parent === line.parent && other.panelRank !== null);
    const placed = listHasPanel ? line.panelRank !== null : line.evidenceRank !== null;
    const place = placed ? line.place : null;
    const above = line.parent === null ? '' : marks.get(line.parent);
    const own = line.parent === null ? String(line.place) : letter(line.place);
    const mark = place === null || above === null || above === undefined ? null : `${above}${own}`;
    marks.set(line.id, mark);
    const { parent } = line;
    const { flag = null, panelRank = null, evidenceRank = null } = ballots.get(line.id) ?? {};
    const panel = places.get(line.id) ?? null;
    return { need, parent, place, mark, panelPlace: panelRank, evidencePlace: evidenceRank, flag, panel };
  });
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
