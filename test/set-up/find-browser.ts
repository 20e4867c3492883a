// Chromium for the browser tests: found, or installed where that is possible.
import { type Browser, chromium } from 'playwright-core';
import { findProgram } from './find-program.ts';

/** The path of a Chromium. @throws Error that says how to get one. */
export function findBrowser(): string {
  const candidates = [
    process.env.CHROMIUM_PATH ?? '',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  return findProgram(candidates, 'chromium');
}

/** A headless Chromium that asks no other host for anything. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
