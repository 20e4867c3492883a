// Which receipt codes were right from which network address, in memory only. Who answers from an address where
// somebody else is guessing codes must not be held up, and being right must cost no query.

/** Beyond this many the oldest are forgotten: they only have to be looked at as if new. */
const maximumCodes = 20_000;

export interface KnownCodes {
  has(address: string, receiptHash: string): boolean;
  add(address: string, receiptHash: string): void;
}

export function createKnownCodes(): KnownCodes {
  const codes = new Set<string>();
  const nameOf = (address: string, receiptHash: string) => `${receiptHash} ${address}`;
  return {
    has: (address, receiptHash) => codes.has(nameOf(address, receiptHash)),
    add: (address, receiptHash) => {
      codes.add(nameOf(address, receiptHash));
      const [oldest] = codes;
      if (codes.size > maximumCodes && oldest !== undefined) codes.delete(oldest);
    },
  };
}
