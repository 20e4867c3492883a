// Pages nobody has answered yet are the same for everyone but for the code and the time: drawn once, then filled.

/** What stands in a drawn page where something of one respondent belongs; no text of a questionnaire has it. */
export const receiptHole = '\u2063receipt\u2063';
export const savedAtHole = '\u2063saved-at\u2063';

type Pieces = readonly [string, string, string];

/** Beyond this many pages all are forgotten: surveys of long ago make room. */
const maximumPages = 300;

export interface PageCache {
  /**
   * The page under this key with its holes filled; `draw` makes it when it is not there yet.
   * @param draw gives the page with each hole once, the time before the code.
   */
  fill(key: string, savedAt: string, receipt: string, draw: () => string): string;
}

export function createPageCache(): PageCache {
  const pages = new Map<string, Pieces>();
  return {
    fill: (key, savedAt, receipt, draw) => {
      let pieces = pages.get(key);
      if (!pieces) {
        pieces = cut(draw());
        if (pages.size >= maximumPages) pages.clear();
        pages.set(key, pieces);
      }
      return pieces[0] + savedAt + pieces[1] + receipt + pieces[2];
    },
  };
}

function cut(html: string): Pieces {
  const [before, rest] = html.split(savedAtHole, 2);
  const [between, after] = rest?.split(receiptHole, 2) ?? [];
  if (before === undefined || between === undefined || after === undefined) {
    throw new RangeError('a page to keep must have both holes, the time before the code');
  }
  return [before, between, after];
}
