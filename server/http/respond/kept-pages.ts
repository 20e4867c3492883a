// Pages nobody has answered yet are the same for everyone but for a code and a time. They are drawn and compressed
// once, with holes; what differs is laid in between without compressing again, because compressing a page costs
// more than everything else a request does.
import { constants, crc32, deflateRawSync } from 'node:zlib';
import type { Response } from 'express';

/** Beyond this many pages all are forgotten: surveys of long ago make room. */
const maximumPages = 300;

export interface KeptPages {
  /**
   * Sends the page under this key with these values in its holes; status and other headers are set before.
   * @param draw makes the page when it is not there yet, with the marks it is given where the values belong, in order.
   */
  send(
    response: Response,
    key: string,
    values: readonly string[],
    draw: (marks: readonly string[]) => string,
  ): void;
}

/** A part of a page between holes: its bytes, and the same compressed so that it can stand beside others. */
interface Piece {
  readonly plain: Buffer;
  readonly packed: Buffer;
  readonly checksum: number;
}

export function createKeptPages(): KeptPages {
  const pages = new Map<string, readonly Piece[]>();
  return {
    send: (response, key, values, draw) => {
      let pieces = pages.get(key);
      if (!pieces) {
        pieces = cut(draw, values.length);
        if (pages.size >= maximumPages) pages.clear();
        pages.set(key, pieces);
      }
      const fillings = values.map((value) => Buffer.from(value));
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.setHeader('Vary', 'Accept-Encoding');
      if (/\bgzip\b/.test(response.req.headers['accept-encoding'] ?? '')) {
        response.setHeader('Content-Encoding', 'gzip');
        response.end(gzipped(pieces, fillings));
      } else {
        response.end(Buffer.concat(woven(pieces, fillings)));
      }
    },
  };
}

/** Invisible separators, which no text of a questionnaire has, around the number of the hole. */
function markOf(hole: number): string {
  return `\u2063hole ${hole}\u2063`;
}

function cut(draw: (marks: readonly string[]) => string, holes: number): readonly Piece[] {
  const marks = Array.from({ length: holes }, (_, hole) => markOf(hole));
  let rest = draw(marks);
  const pieces: Piece[] = [];
  for (const mark of marks) {
    const at = rest.indexOf(mark);
    if (at < 0) throw new RangeError('a page to keep must have every hole once, in order');
    pieces.push(pieceOf(rest.slice(0, at)));
    rest = rest.slice(at + mark.length);
  }
  pieces.push(pieceOf(rest));
  return pieces;
}

function pieceOf(text: string): Piece {
  const plain = Buffer.from(text);
  // Flushed, not finished: the piece ends on a whole byte and other blocks may follow it.
  const packed = deflateRawSync(plain, { level: 9, finishFlush: constants.Z_SYNC_FLUSH });
  return { plain, packed, checksum: crc32(plain) };
}

function woven(pieces: readonly Piece[], fillings: readonly Buffer[]): readonly Buffer[] {
  return pieces.flatMap(({ plain }, index) => {
    const filling = fillings[index];
    return filling ? [plain, filling] : [plain];
  });
}

const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const lastBlock = Buffer.from([3, 0]);

/** One gzip member (RFC 1952): the compressed pieces, what fills the holes as stored blocks, checksum and length. */
function gzipped(pieces: readonly Piece[], fillings: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [gzipHead];
  let checksum = 0;
  let length = 0;
  for (const [index, piece] of pieces.entries()) {
    const { plain, packed } = piece;
    parts.push(packed);
    // The first piece is nearly the whole page, and its checksum is known.
    checksum = index === 0 ? piece.checksum : crc32(plain, checksum);
    length += plain.length;
    const filling = fillings[index];
    if (!filling) continue;
    parts.push(storedHead(filling.length), filling);
    checksum = crc32(filling, checksum);
    length += filling.length;
  }
  const end = Buffer.alloc(8);
  end.writeUInt32LE(checksum, 0);
  end.writeUInt32LE(length, 4);
  parts.push(lastBlock, end);
  return Buffer.concat(parts);
}

/** The head of a stored deflate block (RFC 1951): not the last, its length, and its length inverted. */
function storedHead(length: number): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(length, 1);
  head.writeUInt16LE(0xffff - length, 3);
  return head;
}
