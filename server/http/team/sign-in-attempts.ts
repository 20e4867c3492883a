// Attempts at a password, counted so that nobody guesses one.
import type { Request } from 'express';
import type { Context } from '../../context.ts';
import { tooManyAttempts } from '../../errors.ts';
import { hashToken } from '../../identity/tokens.ts';

/**
 * Counts before the password is looked at, so that guessing many at once does not help; a right one is taken back.
 * Who is stopped at the nearest limit does not count further, so that nobody uses up the limit of somebody else's
 * e-mail address from one place.
 */
export async function countAttempt(ctx: Context, request: Request, email: string) {
  const { signInByBoth, signInByAddress, signInByEmail } = ctx.limits;
  const address = request.ip ?? '';
  const emailKey = keyOf(email);
  const bothKey = `${emailKey} ${address}`;
  const refuse = (seconds: number) => {
    if (seconds > 0) throw tooManyAttempts(Math.ceil(seconds / 60));
  };
  refuse(await signInByBoth.attempt(bothKey));
  refuse(await signInByAddress.attempt(address));
  refuse(await signInByEmail.attempt(emailKey));
  return {
    wasRight: async () => {
      await signInByBoth.forget(bothKey);
      await signInByAddress.takeBack(address);
      await signInByEmail.takeBack(emailKey);
    },
  };
}

/** Addresses people tried are not kept as they are. */
function keyOf(email: string): string {
  return hashToken('email', email.trim().toLowerCase());
}
