// Which receipt codes were right from which network address. Who answers from an address where somebody else is
// guessing codes must not be held up, and being right must cost no query. It is kept in memory for a day at most,
// as hashes with a salt of that day: nothing here says who answered from where.
import { createHash, randomBytes } from 'node:crypto';

/** Beyond this many the oldest are forgotten: they only have to be looked at as if new. */
const maximumCodes = 20_000;
const day = 24 * 60 * 60 * 1000;

export interface KnownCodes {
  has(address: string, receiptHash: string): boolean;
  add(address: string, receiptHash: string): void;
}

export function createKnownCodes(now: () => Date): KnownCodes {
  const codes = new Set<string>();
  let salt = randomBytes(16);
  let begunAt = now().getTime();

  function nameOf(address: string, receiptHash: string): string {
    const moment = now().getTime();
    if (moment - begunAt > day) {
      codes.clear();
      salt = randomBytes(16);
      begunAt = moment;
    }
    return createHash('sha256').update(salt).update(`${receiptHash} ${address}`).digest('base64url');
  }

  return {
    has: (address, receiptHash) => codes.has(nameOf(address, receiptHash)),
    add: (address, receiptHash) => {
      codes.add(nameOf(address, receiptHash));
      const [oldest] = codes;
      if (codes.size > maximumCodes && oldest !== undefined) codes.delete(oldest);
    },
  };
}
