// The font behind all others: one empty box for every character there is. Words in a script our fonts do not have are then
// still set, as boxes on paper and as the words themselves for who copies, searches or listens, on every machine the same.

/** Units of the em; the box is 500 wide and 700 high. */
const em = 1000;
const advance = 600;

/** The bytes of a TrueType font whose family is `name`. */
export function lastResortFont(name: string): Buffer {
  const box = boxGlyph();
  const tables: readonly (readonly [string, Buffer])[] = [
    ['OS/2', os2()],
    ['cmap', everyCharacter()],
    ['glyf', Buffer.concat([box, box])],
    ['head', head()],
    ['hhea', words([1, 0, 800, -200, 0, advance, 0, 0, em, 1, 0, 0, 0, 0, 0, 0, 0, 2])],
    ['hmtx', words([advance, 50, advance, 50])],
    ['loca', words([0, box.length / 2, box.length])],
    ['maxp', words([1, 0, 2, 8, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['name', names(name)],
    ['post', words([3, 0, 0, 0, -100, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ];
  return fileOf(tables);
}

/** Numbers of 16 bits, as most of a font is. */
function words(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [place, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, place * 2);
  return bytes;
}

function longs(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [place, value] of values.entries()) bytes.writeUInt32BE(value, place * 4);
  return bytes;
}

/** An outer and an inner rectangle: their difference is the edge of a box. */
function boxGlyph(): Buffer {
  const xs = [50, 0, 500, 0, -440, 380, 0, -380];
  const ys = [0, 700, 0, -700, 60, 0, 580, 0];
  const head = words([2, 50, 0, 550, 700, 3, 7, 0]);
  const flags = Buffer.alloc(8, 1);
  const glyph = Buffer.concat([head, flags, words(xs), words(ys)]);
  return Buffer.concat([glyph, Buffer.alloc((4 - (glyph.length % 4)) % 4)]);
}

/** Format 13: one range of all characters of Unicode, all drawn by glyph 1. */
function everyCharacter(): Buffer {
  return Buffer.concat([
    words([0, 1, 3, 10]),
    longs([12]),
    words([13, 0]),
    longs([28, 0, 1, 0, 0x10ffff, 1]),
  ]);
}

function head(): Buffer {
  return Buffer.concat([
    longs([0x00010000, 0x00010000, 0, 0x5f0f3cf5]),
    words([3, em]),
    longs([0, 0, 0, 0]),
    words([50, 0, 550, 700, 0, 8, 2, 0, 0]),
  ]);
}

function os2(): Buffer {
  const bytes = Buffer.alloc(96);
  bytes.set(words([4, advance, 400, 5, 0]));
  bytes.write('NONE', 58, 'latin1');
  bytes.set(words([0x40, 0x20, 0xffff, 800, -200, 0, 800, 200]), 62);
  bytes.set(words([500, 700, 0, 0x20, 1]), 86);
  return bytes;
}

/** Family, style and full name, for Windows in English. */
function names(family: string): Buffer {
  const said = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, family.replaceAll(' ', '')],
  ] as const;
  const texts = said.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  let offset = 0;
  const records = said.flatMap(([id], place) => {
    const length = texts[place]?.length ?? 0;
    offset += length;
    return [3, 1, 0x409, id, length, offset - length];
  });
  return Buffer.concat([words([0, said.length, 6 + said.length * 12, ...records]), ...texts]);
}

/** The tables after their directory, each at a multiple of four bytes with the sum of its words. */
function fileOf(tables: readonly (readonly [string, Buffer])[]): Buffer {
  let offset = 12 + tables.length * 16;
  const entries = tables.map(([tag, bytes]) => {
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
    const entry = Buffer.concat([Buffer.from(tag, 'latin1'), longs([sumOf(padded), offset, bytes.length])]);
    offset += padded.length;
    return { entry, padded };
  });
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const search = [power * 16, Math.log2(power), (tables.length - power) * 16];
  return Buffer.concat([
    longs([0x00010000]),
    words([tables.length, ...search]),
    ...entries.map(({ entry }) => entry),
    ...entries.map(({ padded }) => padded),
  ]);
}

function sumOf(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
