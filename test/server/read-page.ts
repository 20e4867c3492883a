// A page as a reader with pen and paper has it: its tables and lists as words, and the sums that stand in it worked out again.

export interface ReadTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly foot: readonly string[] | null;
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x3D;': '=',
};

/** Words without marks, one space between them. */
export function wordsOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&[#\w]+;/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/[ \n]+/g, ' ')
    .trim();
}

/** The inside of every element of a name, in order; for elements that do not nest. */
export function eachOf(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, 'gs'))].map(
    ([, inside = '']) => inside,
  );
}

/** The table of an id. @throws RangeError when the page has none */
export function tableOf(html: string, id: string): ReadTable {
  const found = new RegExp(`<table[^>]* id="${id}">(.*?)</table>`, 's').exec(html)?.[1];
  if (found === undefined) throw new RangeError(`there is no table ${id}`);
  const cells = (row: string) =>
    [...row.matchAll(/<t[hd](?: [^>]*)?>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => wordsOf(cell));
  const rowsIn = (name: string) => eachOf(found, name).flatMap((part) => eachOf(part, 'tr').map(cells));
  return { heads: rowsIn('thead')[0] ?? [], rows: rowsIn('tbody'), foot: rowsIn('tfoot')[0] ?? null };
}

/** A number as a page writes it, with a comma or a point, or a percentage. */
export function numberIn(words: string): number {
  const plain = words
    .replaceAll(/[%\u202f\u00a0]/g, '')
    .replace(',', '.')
    .replace('−', '-');
  if (!/^[-+]?\d+(\.\d+)?$/.test(plain)) throw new RangeError(`“${words}” is no number`);
  return Number(plain);
}

/** What a sum comes to: + − × ÷ and brackets, as one learns them at school. */
export function workOut(sum: string): number {
  const signs = sum.match(/\d+(?:[.,]\d+)?|[-+−×÷()]/g) ?? [];
  let at = 0;
  const one = (): number => {
    const sign = signs[at++] ?? '';
    if (sign !== '(') return sign === '-' ? -one() : numberIn(sign);
    const inside = added();
    at += 1;
    return inside;
  };
  const multiplied = (): number => {
    let value = one();
    while (signs[at] === '×' || signs[at] === '÷')
      value = signs[at++] === '×' ? value * one() : value / one();
    return value;
  };
  const added = (): number => {
    let value = multiplied();
    while (signs[at] === '+' || signs[at] === '−')
      value = signs[at++] === '+' ? value + multiplied() : value - multiplied();
    return value;
  };
  const value = added();
  if (at !== signs.length) throw new RangeError(`“${sum}” is no sum`);
  return value;
}

/** Every `sum = number` that stands in the words of a page. */
export function sumsIn(words: string): readonly { readonly sum: string; readonly told: number }[] {
  const found = words.matchAll(/([(\d][\d.,()+−×÷ ]*[+−×÷][\d.,()+−×÷ ]*?) = (-?\d+(?:[.,]\d+)?)/g);
  return [...found].map(([, sum = '', told = '']) => ({ sum, told: numberIn(told) }));
}
