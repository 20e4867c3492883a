// new-password: gives somebody who lost theirs a new password, to be changed after signing in.
import { openContext } from '../context.ts';
import { credentialsOf, setPassword } from '../db/accounts.ts';
import { StartFailure } from '../errors.ts';
import { hashPassword } from '../identity/passwords.ts';
import { newToken } from '../identity/tokens.ts';
import { type Command, readArguments } from './command.ts';

export const newPassword: Command = {
  name: 'new-password',
  run: async (args, io) => {
    const email = readArguments(args, { arguments: ['email'] }).argument('email');
    const ctx = await openContext(io.config());
    try {
      const account = await credentialsOf(ctx.db.kysely, email);
      if (!account) throw new StartFailure('unknownAccount', { email });
      const password = newToken();
      const hash = await hashPassword(password);
      await ctx.writes.run((db) => setPassword(db, account.id, hash));
      io.tell(io.texts.say(io.language, 'cli.newPassword.done', { email }));
      io.print(password);
      return 0;
    } finally {
      await ctx.close();
    }
  },
};
