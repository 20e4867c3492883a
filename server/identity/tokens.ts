// Secrets people carry: invitations, set-up links and receipt codes. Only their hash is stored.
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Letters and digits that cannot be taken for one another when read aloud or copied by hand. */
const receiptAlphabet = '234679ACDEFGHJKMNPQRTVWXYZ';
const receiptLength = 8;
const receiptForm = new RegExp(`^[${receiptAlphabet}]{${receiptLength}}$`);

/** A new secret for a link: 24 random bytes in 32 characters that are safe in an address. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** Whether this can be such a secret, as a form or an address gives it back. */
export function isToken(typed: string): boolean {
  return /^[\w-]{32}$/.test(typed);
}

/** A new receipt code of eight characters, without the hyphen it is shown with. */
export function newReceipt(): string {
  return Array.from({ length: receiptLength }, () => receiptAlphabet[randomInt(receiptAlphabet.length)]).join(
    '',
  );
}

/** The code as it is shown and printed: `7KQ4-2MHR`. */
export function showReceipt(receipt: string): string {
  return `${receipt.slice(0, 4)}-${receipt.slice(4)}`;
}

/** A receipt as somebody typed it, with hyphens, spaces or small letters; null when it cannot be one. */
export function normaliseReceipt(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  return receiptForm.test(code) ? code : null;
}

/**
 * The code of a session in the room, as eight characters: made of its id and the server's own secret, so that the screen
 * can show it again after a restart and it is stored nowhere. It opens nothing: who has it may ask to come in.
 */
export function roomCode(secret: string, session: string): string {
  const bytes = createHmac('sha256', secret).update(`room\0${session}`).digest();
  return Array.from(
    { length: receiptLength },
    (_, index) => receiptAlphabet[bytes.readUInt16BE(2 * index) % receiptAlphabet.length],
  ).join('');
}

/**
 * The secret of a link to a shared result. It is made of the receipt and of what was drawn for this link, so that its owner can be
 * shown it again and the database alone cannot.
 */
export function sharedResultToken(receipt: string, share: string): string {
  return createHmac('sha256', receipt).update(`sharedResult\0${share}`).digest('base64url').slice(0, 32);
}

type TokenKind =
  | 'receipt'
  | 'sharedResult'
  | 'panel'
  | 'setup'
  | 'invitation'
  | 'password'
  | 'session'
  | 'email'
  | 'room'
  | 'device'
  | 'signUp'
  | 'contactOffer'
  | 'ownBallot'
  | 'library';

/**
 * What is stored of a token: SHA-256, so that who reads the database cannot use it. The kind is hashed with it:
 * a token of one kind is never one of another.
 */
export function hashToken(kind: TokenKind, token: string): string {
  return createHash('sha256').update(`${kind}\0${token}`).digest('base64url');
}

/** Whether two secrets are the same, in a time that does not tell how much of them is. */
export function sameSecret(one: string, other: string): boolean {
  const a = createHash('sha256').update(one).digest();
  const b = createHash('sha256').update(other).digest();
  return timingSafeEqual(a, b);
}
