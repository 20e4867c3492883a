// An address as a QR code: squares of one path, for a drawing in the page itself.
import { encode } from 'uqr';

export interface QrDrawing {
  /** Squares along one side, the quiet border included. */
  readonly size: number;
  /** The dark squares, as the path of an SVG with that many units along a side. */
  readonly path: string;
}

/** The quiet border the standard asks for, in squares. */
const border = 4;

/** Draws an address. Repairs up to 15% of damage: a projector is no printed page. */
export function qrOf(address: string): QrDrawing {
  const { size, data } = encode(address, { ecc: 'M', border });
  const rows = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: rows.join('') };
}
