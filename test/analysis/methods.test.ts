// The catalogue of methods tells the truth: each function is there, and each has its plain words.
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { methods } from '../../analysis/methods.ts';
import { textsFolder } from '../../server/paths.ts';
import { loadTexts } from '../../server/texts.ts';

const texts = loadTexts(textsFolder);

describe.each(Object.entries(methods))('the method %s', (name, { function: called, file, source }) => {
  it('names a function that its file exports', async () => {
    const module: Record<string, unknown> = await import(
      fileURLToPath(new URL(`../../${file}`, import.meta.url))
    );
    expect(typeof module[called]).toBe('function');
  });

  it('is told in plain words in both languages, and has a source', () => {
    for (const language of ['nl', 'en']) {
      expect(texts.has(language, `methods.how.${name}`)).toBe(true);
    }
    expect(source.length).toBeGreaterThan(3);
  });
});
