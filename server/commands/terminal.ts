// A command's view of the real terminal.
import { readConfig } from '../config.ts';
import { textsFolder } from '../paths.ts';
import { loadTexts } from '../texts.ts';
import type { CommandIo } from './command.ts';

/** Standard output and error, the environment's settings, and Ctrl-C or a request to end. */
export function terminal(): CommandIo {
  const { env, stdout, stderr } = process;
  // `nodenkaart analyse … | head` closes the pipe early: that is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    config: () => readConfig(env),
    texts: loadTexts(textsFolder),
    language: (env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '').startsWith('nl') ? 'nl' : 'en',
    print: (line) => stdout.write(`${line}\n`),
    tell: (line) => stderr.write(`${line}\n`),
    interactive: stderr.isTTY,
    stopped: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      }),
  };
}
