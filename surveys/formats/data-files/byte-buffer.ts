// Bytes put together piece by piece: little-endian numbers and padded words, for file formats of that kind.

/** Grows as it is written to. */
export class ByteBuffer {
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  int32(...numbers: readonly number[]): this {
    for (const number of numbers) {
      const place = this.#more(4);
      this.#view.setInt32(place, number, true);
    }
    return this;
  }

  float64(...numbers: readonly number[]): this {
    for (const number of numbers) {
      const place = this.#more(8);
      this.#view.setFloat64(place, number, true);
    }
    return this;
  }

  byte(number: number): this {
    const place = this.#more(1);
    this.#view.setUint8(place, number);
    return this;
  }

  /** The bytes, and behind them spaces up to `length`; longer ones are an error of the caller. */
  padded(bytes: Uint8Array, length: number, filler = 0x20): this {
    const start = this.#more(length);
    this.#bytes.fill(filler, start + bytes.length, start + length);
    this.#bytes.set(bytes, start);
    return this;
  }

  /** What was written since the last time; the buffer is empty again. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  /** Makes room; asked before `#view` is used, which may be another one then. */
  #more(count: number): number {
    const start = this.#length;
    this.#length += count;
    if (this.#length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#length, 2 * this.#bytes.length));
      grown.set(this.#bytes);
      this.#bytes = grown;
      this.#view = new DataView(grown.buffer);
    }
    return start;
  }
}

const encoder = new TextEncoder();

/** Words in UTF-8, cut to so many bytes where they are longer, never within a character. */
export function utf8(words: string, most = Number.POSITIVE_INFINITY): Uint8Array {
  const bytes = encoder.encode(words);
  if (bytes.length <= most) return bytes;
  let end = most;
  // Bytes 10xxxxxx go on with the character before them.
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}
