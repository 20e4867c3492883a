// What pages of frameworks share, in the workspace and for anyone: addresses, and the words for a place where there is nothing.
import type { Empty } from '../../../surveys/frameworks/framework.ts';
import type { Message } from '../../texts.ts';

/** How these pages speak. */
export interface FrameworkWords {
  readonly language: string;
  say(message: Message): string;
}

/** Where frameworks are read by anyone. */
export const publicFrameworks = '/frameworks';

/** Where the frameworks of a project are. */
export function teamFrameworks(project: string): string {
  return `/team/${encodeURIComponent(project)}/frameworks`;
}

/** Addresses of the pages of frameworks. @param all where they are listed. */
export function frameworkAddresses(all: string, framework: string) {
  const one = `${all}/${encodeURIComponent(framework)}`;
  return { all, one, compare: `${one}/compare`, draw: `${one}/draw` };
}

/** "nog in te vullen", "geen, zegt de bron" …: why there is nothing. */
export function emptyWords(empty: Empty, { say }: FrameworkWords): string {
  return say({ key: `frameworks.empty.${empty}` });
}
