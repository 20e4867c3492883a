// What sets every paper: typst under the standard PDF/UA-1 with our fonts alone, so that the same words give the same bytes on
// every machine, and a character no font has is a box instead of a refusal.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFiles } from '../fonts.ts';
import { lastResortFont } from '../last-resort-font.ts';

const standard = 'ua-1';
const lastResort = 'Nodenkaart Last Resort';
/** Families in the order they are looked in; templates know them as `fonts` and set `fallback: false` beside. */
const families = [
  'Atkinson Hyperlegible Next',
  'Noto Sans Arabic',
  'Libertinus Serif',
  'Noto Emoji',
  lastResort,
];
const fonts = `#let fonts = (${families.map((family) => `"${family}"`).join(', ')})\n`;
/** What all templates share; every one begins with it. */
const look = 'paper-look.typ';

let compiler: NodeCompiler | undefined;
const templates = new Map<string, string>();

/**
 * The bytes of the PDF.
 * @param template name of a file beside this one.
 * @param date of the paper, ISO.
 * @throws Error that says why typst refuses it.
 */
export function setPaper(template: string, inputs: Readonly<Record<string, string>>, date: string): Buffer {
  compiler ??= NodeCompiler.create({
    fontArgs: [{ fontBlobs: [...fontFiles().map((file) => readFileSync(file)), lastResortFont(lastResort)] }],
  });
  const content = fonts + sourceOf(look) + sourceOf(template);
  try {
    return compiler.pdf(
      { mainFileContent: content, inputs, resetRead: true },
      { pdfStandard: standard, creationTimestamp: Date.parse(`${date}T00:00:00Z`) / 1000 },
    );
  } catch (error) {
    throw new Error(reasonOf(error), { cause: error });
  } finally {
    // What was set for one paper is of little use to the next.
    compiler.evictCache(10);
  }
}

/** typst leaves the message of what it throws empty and says why in its code. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}

function sourceOf(template: string): string {
  const source = templates.get(template) ?? readFileSync(join(import.meta.dirname, template), 'utf8');
  templates.set(template, source);
  return source;
}
