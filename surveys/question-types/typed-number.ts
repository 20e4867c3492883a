// A number as people type it, in Dutch or English manner, and as it is stored: digits with a point. Also its field.
import { numberToType } from '../in-words.ts';
import type { Text } from '../questionnaire.ts';

/** More digits than this do not come back the same from the numbers a response keeps. */
const mostDigits = 15;

/**
 * The number somebody typed, as it is stored (`12.5`), or null when it is none. A comma or a point before the decimals;
 * points, commas or spaces between thousands where that cannot be taken for decimals.
 */
export function typedNumber(typed: string, decimals: number): string | null {
  const text = typed
    .trim()
    .replaceAll(/[\u00a0\u202f ]/g, '')
    .replace('−', '-');
  const plain = withoutThousands(text, decimals).replace(',', '.');
  if (!/^-?\d{1,15}(\.\d{1,10})?$/.test(plain)) return null;
  // What is stored is told apart by its letters: no leading nought, no trailing one, no minus nought, no exponent.
  const [whole = '', rest = ''] = plain.replace('-', '').split('.');
  const [digits, tail] = [whole.replace(/^0+(?=\d)/, ''), rest.replace(/0+$/, '')];
  if (digits.length + tail.length > mostDigits) return null;
  const size = tail === '' ? digits : `${digits}.${tail}`;
  return plain.startsWith('-') && size !== '0' ? `-${size}` : size;
}

/** `1.234,5` and `1,234.5` say themselves which sign is which; `1.234` is a thousand only where no decimals are asked. */
function withoutThousands(text: string, decimals: number): string {
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(text)) return text.replaceAll('.', '');
  if (/^-?\d{1,3}(,\d{3})+\.\d+$/.test(text)) return text.replaceAll(',', '');
  const thousands = /^-?\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(text);
  const sure = /^-?\d{1,3}([.,])\d{3}(\1\d{3})+$/.test(text);
  return sure || (thousands && decimals === 0) ? text.replaceAll(/[.,]/g, '') : text;
}

/** How many digits a stored number has behind its point. */
export function decimalsOf(stored: string): number {
  return stored.split('.')[1]?.length ?? 0;
}

/** A number of the definition as a text, in every language `like` has. */
export function textOfNumber(value: number, like: Text): Text {
  return Object.fromEntries(
    Object.keys(like).map((language) => [language, numberToType(String(value), language)]),
  );
}

/** What the fields for a number share. `given` is a stored number or what was typed. */
export function numberField(
  name: string,
  given: string,
  language: string,
  min: number | undefined,
  decimals: boolean,
) {
  const negative = min === undefined || min < 0;
  return {
    id: name,
    name,
    // Where no decimals are asked a point stands between thousands, as it was typed.
    value: decimals ? numberToType(given, language) : given,
    inputMode: negative ? null : decimals ? ('decimal' as const) : ('numeric' as const),
  };
}
