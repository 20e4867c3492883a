// How much fits on a slide, counted in pixels of a screen of 1280 by 720: on other screens all of it grows or shrinks as one.

/** What the style sheet of slides keeps to. */
export const wide = 1168;
export const body = 24;
const leading = 1.35;
/** Mean width of a letter as a part of its size, with some to spare. */
const letterWidth = 0.49;

/** Height of words at a size in a column. */
export function heightOf(text: string, size: number = body, width: number = wide): number {
  return linesIn(text, size, width) * size * leading;
}

/** Lines that words take; a word longer than a line is broken. */
export function linesIn(text: string, size: number = body, width: number = wide): number {
  const perLine = Math.max(1, Math.floor(width / (size * letterWidth)));
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= perLine) {
      used = needed;
      continue;
    }
    lines += used === 0 ? 0 : 1;
    lines += Math.floor(Math.max(0, word.length - 1) / perLine);
    used = word.length % perLine || Math.min(word.length, perLine);
  }
  return lines;
}

/** Height left under a heading. */
export function roomUnder(title: string): number {
  // Headings are bold, and so a little wider.
  return 574 - linesIn(title, 43) * 46;
}

/** Things over as few slides as they need, about as much on each; one that is too high has a slide to itself. */
export function shared<T>(things: readonly T[], height: (thing: T) => number, room: number): readonly T[][] {
  const fewest = filled(things, height, room);
  const step = room / 20;
  for (let limit = step; limit < room; limit += step) {
    const tried = filled(things, height, limit);
    if (tried.length === fewest.length) return tried;
  }
  return fewest;
}

/** The first things, as many as one slide has room for. */
export function fitting<T>(things: readonly T[], height: (thing: T) => number, room: number): readonly T[] {
  return filled(things, height, room)[0] ?? [];
}

function filled<T>(things: readonly T[], height: (thing: T) => number, room: number): T[][] {
  const slides: T[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const thing of things) {
    const own = height(thing);
    const last = slides.at(-1);
    if (last && used + own <= room) {
      last.push(thing);
      used += own;
    } else {
      slides.push([thing]);
      used = own;
    }
  }
  return slides;
}

/** Words cut between words where they are longer than a slide has room for; the report has them whole. */
export function shortened(text: string, most: number): string {
  const letters = [...text];
  if (letters.length <= most) return text;
  const cut = letters.slice(0, most - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`;
}
