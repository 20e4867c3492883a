// The form by which somebody makes an account: with the first link of the server, or with an invitation to a project.
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { maximumPassword, minimumPassword } from '../../identity/passwords.ts';
import { fieldOf, formToken } from './access.ts';

export interface AccountMistake {
  /** The field it is about, which is also the id its link goes to. */
  readonly field: 'email' | 'password';
  readonly key: string;
  readonly values: Readonly<Record<string, number>>;
}

export interface AccountPage {
  readonly csrf: string;
  readonly action: string;
  readonly title: string;
  readonly intro: string;
  /** For who has an account: where signing in leads back here; null where there can be none yet. */
  readonly signIn: string | null;
  readonly email: string;
  /** Fewest characters of a password. */
  readonly minimum: number;
  readonly mistakes: readonly AccountMistake[];
  readonly emailMistake: AccountMistake | null;
  readonly passwordMistake: AccountMistake | null;
}

/** What was typed, and what is wrong with it. */
export function readAccountForm(request: Request): {
  readonly email: string;
  readonly password: string;
  readonly mistakes: readonly AccountMistake[];
} {
  const email = fieldOf(request, 'email').trim();
  const password = fieldOf(request, 'password');
  const emailWrong = email.length > 200 || !z.email().safeParse(email).success;
  return {
    email,
    password,
    mistakes: [
      ...(emailWrong ? [{ field: 'email' as const, key: 'team.setUp.emailWrong', values: {} }] : []),
      ...passwordMistakes(password).map((mistake) => ({ ...mistake, field: 'password' as const })),
    ],
  };
}

/** What is wrong with a password somebody chose: too short or too long. */
export function passwordMistakes(
  password: string,
): readonly { readonly key: string; readonly values: Readonly<Record<string, number>> }[] {
  if (password.length < minimumPassword)
    return [{ key: 'team.setUp.passwordShort', values: { minimum: minimumPassword } }];
  if (password.length > maximumPassword)
    return [{ key: 'team.setUp.passwordLong', values: { maximum: maximumPassword } }];
  return [];
}

export function showAccountForm(
  ctx: Context,
  request: Request,
  response: Response,
  words: Pick<AccountPage, 'action' | 'title' | 'intro' | 'signIn'>,
  mistakes: readonly AccountMistake[],
): void {
  const page: AccountPage = {
    ...words,
    csrf: formToken(request),
    email: fieldOf(request, 'email'),
    minimum: minimumPassword,
    mistakes,
    emailMistake: mistakes.find(({ field }) => field === 'email') ?? null,
    passwordMistake: mistakes.find(({ field }) => field === 'password') ?? null,
  };
  ctx.render(response, 'team/set-up', page, {
    title: words.title,
    layout: 'workspace',
    styles: ['project.css'],
    status: mistakes.length > 0 ? 422 : 200,
  });
}
