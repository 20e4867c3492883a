// Passwords are kept as argon2id hashes, at the strength OWASP advises as the least: 19 MiB, two passes, one lane.
import { hash, verify } from '@node-rs/argon2';

const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const minimumPassword = 12;
/** Longer ones only serve to keep the server busy. */
export const maximumPassword = 200;

export function hashPassword(password: string): Promise<string> {
  return hash(password, strength);
}

let hashOfNobody: Promise<string> | null = null;

/**
 * Whether the password belongs to the hash. Without a hash (no such account) it takes as long and is false:
 * the time must not tell who has an account.
 */
export async function checkPassword(passwordHash: string | null, password: string): Promise<boolean> {
  hashOfNobody ??= hashPassword('nobody has this password');
  const matches = await verify(passwordHash ?? (await hashOfNobody), password);
  return matches && passwordHash !== null;
}
