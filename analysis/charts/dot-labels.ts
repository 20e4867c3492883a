// Where the names of dots can stand so that none lies on another, on a dot or on a line: beside the dot where there is
// room, else further off with a line that leads to it (a greedy search over rings of places; Christensen, Marks & Shieber 1995).
import { round } from './drawing.ts';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
export interface Place {
  readonly x: number;
  readonly y: number;
}
/** A place for one name: its box, and the line that leads to it when it does not stand beside its dot. */
export interface LabelPlace {
  readonly box: Box;
  readonly leader: string | null;
}

/** How far from the edge of a dot a name may stand, nearest first; only the first needs no line. */
const distances = [5, 18, 30, 44, 60, 78, 98, 120] as const;
/** Directions of a name seen from its dot, in the order they are read best: right, left, above, under, and between. */
const directions = [0, 180, 270, 90, 315, 45, 225, 135, 340, 20, 200, 160].map(
  (degrees) => (degrees / 180) * Math.PI,
);

export interface LabelRoom {
  readonly radius: number;
  readonly field: Box;
  /** What no name may lie on: other words, lines as thin boxes. */
  readonly taken: readonly Box[];
}

/**
 * A place for the name of every dot.
 * @param sizes width and height of each name
 * @returns in the order of the dots; null where a name has no room anywhere
 */
export function placeLabels(
  dots: readonly Place[],
  sizes: readonly { readonly width: number; readonly height: number }[],
  { radius, field, taken }: LabelRoom,
): readonly (LabelPlace | null)[] {
  const around = dots.map(({ x, y }) => boxAround(x, y, radius + 1));
  const names: Box[] = [];
  const leaders: (readonly [Place, Place])[] = [];
  const placed: (LabelPlace | null)[] = dots.map(() => null);
  // Who has most neighbours has fewest places to choose from.
  const crowd = dots.map((dot) => dots.filter((other) => distanceOf(dot, other) < 70).length);
  const order = dots.map((_, index) => index).sort((one, other) => (crowd[other] ?? 0) - (crowd[one] ?? 0));
  for (const index of order) {
    const [dot, size] = [dots[index], sizes[index]];
    if (!dot || !size) continue;
    const others = around.filter((_, each) => each !== index);
    const all = candidates(dot, size, radius).filter(
      ({ box }) =>
        within(box, field) &&
        ![...taken, ...names, ...around].some((each) => overlaps(box, each)) &&
        !leaders.some(([start, end]) => crosses(start, end, box)),
    );
    const free = (over: readonly Box[]) =>
      all.find(
        ({ from, to }) =>
          to === null ||
          (!over.some((each) => crosses(from, to, each)) &&
            !leaders.some(([start, end]) => meet(from, to, start, end))),
      );
    // A dot with dots all around it has no way out but over one of them.
    const found = free([...names, ...others]) ?? free(names);
    if (!found) continue;
    names.push(found.box);
    if (found.to) leaders.push([found.from, found.to]);
    placed[index] = { box: found.box, leader: found.to && pathOf(found.from, found.to) };
  }
  return placed;
}

function pathOf(from: Place, to: Place): string {
  return `M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`;
}

interface Candidate {
  readonly box: Box;
  readonly from: Place;
  /** Where the line ends; null when the name stands beside its dot. */
  readonly to: Place | null;
}

function candidates(
  dot: Place,
  size: { width: number; height: number },
  radius: number,
): readonly Candidate[] {
  return distances.flatMap((distance, ring) =>
    directions.map((angle): Candidate => {
      const [across, down] = [Math.cos(angle), Math.sin(angle)];
      const reach = radius + distance;
      const edge = { x: dot.x + across * reach, y: dot.y + down * reach };
      // The side of the name that looks at the dot touches the ring.
      const left = across > 0.3 ? edge.x : across < -0.3 ? edge.x - size.width : edge.x - size.width / 2;
      const top = down > 0.3 ? edge.y : down < -0.3 ? edge.y - size.height : edge.y - size.height / 2;
      const box = { left, right: left + size.width, top, bottom: top + size.height };
      const from = { x: dot.x + across * radius, y: dot.y + down * radius };
      return { box, from, to: ring === 0 ? null : edge };
    }),
  );
}

function distanceOf(one: Place, other: Place): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/** The square around a place. */
export function boxAround(x: number, y: number, size: number): Box {
  return { left: x - size, right: x + size, top: y - size, bottom: y + size };
}

export function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function within(box: Box, field: Box): boolean {
  return (
    box.left >= field.left + 4 &&
    box.right <= field.right - 4 &&
    box.top >= field.top + 4 &&
    box.bottom <= field.bottom - 4
  );
}

/** Whether a line lies on a box, tried every two units. */
function crosses(from: Place, to: Place, box: Box): boolean {
  const steps = Math.max(1, Math.ceil(distanceOf(from, to) / 2));
  for (let step = 0; step <= steps; step += 1) {
    const x = from.x + ((to.x - from.x) * step) / steps;
    const y = from.y + ((to.y - from.y) * step) / steps;
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) return true;
  }
  return false;
}

/** Whether two lines cut each other: the ends of each lie on different sides of the other. */
function meet(from: Place, to: Place, start: Place, end: Place): boolean {
  const side = (one: Place, two: Place, at: Place) =>
    Math.sign((two.x - one.x) * (at.y - one.y) - (two.y - one.y) * (at.x - one.x));
  return side(from, to, start) !== side(from, to, end) && side(start, end, from) !== side(start, end, to);
}
