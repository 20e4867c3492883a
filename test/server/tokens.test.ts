// Codes people copy by hand, and secrets of which only a hash is kept.
import { describe, expect, it } from 'vitest';
import { checkPassword, hashPassword } from '../../server/identity/passwords.ts';
import {
  hashToken,
  newReceipt,
  newToken,
  normaliseReceipt,
  sameSecret,
  showReceipt,
} from '../../server/identity/tokens.ts';

describe('a receipt code', () => {
  it('has eight characters, none of which looks like another', () => {
    const codes = Array.from({ length: 500 }, newReceipt);
    expect(codes.every((code) => /^[234679ACDEFGHJKMNPQRTVWXYZ]{8}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('is understood as it is shown, in small letters and with spaces', () => {
    expect(showReceipt('7KQ42MHR')).toBe('7KQ4-2MHR');
    for (const typed of ['7KQ4-2MHR', ' 7kq4 2mhr ', '7KQ42MHR']) {
      expect(normaliseReceipt(typed)).toBe('7KQ42MHR');
    }
  });

  it.each(['', '7KQ4-2MH', '7KQ4-2MHRR', '0000-0000', 'bij jou?'])('is not "%s"', (typed) => {
    expect(normaliseReceipt(typed)).toBeNull();
  });
});

describe('a token', () => {
  it('is long, safe in an address, and never the same', () => {
    expect(newToken()).toMatch(/^[\w-]{32}$/);
    expect(newToken()).not.toBe(newToken());
  });

  it('has a hash of its own for each kind', () => {
    expect(hashToken('panel', 'abc')).toBe(hashToken('panel', 'abc'));
    expect(hashToken('panel', 'abc')).not.toBe(hashToken('setup', 'abc'));
    expect(hashToken('panel', 'abc')).not.toContain('abc');
  });

  it('is compared whole', () => {
    expect(sameSecret('abc', 'abc')).toBe(true);
    expect(sameSecret('abc', 'abcd')).toBe(false);
    expect(sameSecret('', 'a')).toBe(false);
  });
});

describe('a password', () => {
  it('is kept as an argon2id hash of the advised strength and checked against it', async () => {
    const hash = await hashPassword('een lang wachtwoord');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await checkPassword(hash, 'een lang wachtwoord')).toBe(true);
    expect(await checkPassword(hash, 'een ander wachtwoord')).toBe(false);
  });

  it('of nobody is never right', async () => {
    expect(await checkPassword(null, 'nobody has this password')).toBe(false);
  });
});
