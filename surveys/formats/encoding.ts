// Which encoding the bytes of a text file are in: said by a byte order mark, proved by UTF-8's own rules, or judged by
// how well the letters above ASCII fit between their neighbours.

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'] as const;
export type Encoding = (typeof encodings)[number];

interface EncodingGuesser {
  push(bytes: Uint8Array): void;
  /** The encoding, once every byte was pushed. */
  end(): Encoding;
}

/** Encodings of one byte a letter, the likelier one first: it wins when both fit as well. */
const singleByte = ['windows-1252', 'macintosh'] as const;

/** Judges a file given piece by piece. Nothing is kept but counts. */
export function encodingGuesser(): EncodingGuesser {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const scores = singleByte.map((encoding) => ({ encoding, decoder: new TextDecoder(encoding), score: 0 }));
  let marked: Encoding | null = null;
  let isUtf8 = true;
  let first = true;

  function judgeUtf8(bytes: Uint8Array | undefined): void {
    if (!isUtf8) return;
    try {
      utf8.decode(bytes, { stream: bytes !== undefined });
    } catch {
      isUtf8 = false;
    }
  }

  return {
    push(bytes) {
      if (first) marked = wideEncoding(bytes);
      first = false;
      if (marked) return;
      judgeUtf8(bytes);
      // Only letters above ASCII tell the others apart, and there are few: each is judged with its neighbours.
      for (let at = 0; at < bytes.length; at += 1) {
        if ((bytes[at] ?? 0) < 0x80) continue;
        const around = bytes.subarray(Math.max(0, at - 1), at + 2);
        for (const candidate of scores) candidate.score += fit(candidate.decoder.decode(around), at > 0);
      }
    },
    end() {
      if (marked) return marked;
      judgeUtf8(undefined);
      if (isUtf8) return 'utf-8';
      return scores.reduce((best, next) => (next.score > best.score ? next : best)).encoding;
    },
  };
}

/** UTF-16 has a byte order mark of its own, or a zero byte beside every Latin letter. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  const [one = 0, two = 0] = bytes;
  if (one === 0xff && two === 0xfe) return 'utf-16le';
  if (one === 0xfe && two === 0xff) return 'utf-16be';
  const start = [...bytes.subarray(0, 200)];
  const zeros = (odd: number) => start.filter((byte, place) => byte === 0 && place % 2 === odd).length;
  if (zeros(1) > 20) return 'utf-16le';
  return zeros(0) > 20 ? 'utf-16be' : null;
}

/** How well a letter stands between its neighbours: letters in words, signs and blanks around them. */
function fit(words: string, hasBefore: boolean): number {
  const before = hasBefore ? (words[0] ?? '') : '';
  const letter = words[hasBefore ? 1 : 0] ?? '';
  const after = words[hasBefore ? 2 : 1] ?? '';
  const inWord = /\p{L}/u.test(before) || /\p{L}/u.test(after);
  if (/\p{Ll}/u.test(letter)) return inWord ? 2 : -1;
  if (/\p{Lu}/u.test(letter)) return /\p{Ll}/u.test(before) ? -2 : 1;
  if (/[\u00a0’‘“”–—…€«»]/.test(letter)) return 1;
  return -2;
}
