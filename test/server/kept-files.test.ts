// Files kept for who asks next: made once, the ones asked for last stay, and a failure is not kept.
import { describe, expect, it } from 'vitest';
import { keptFiles } from '../../server/http/kept-files.ts';

const file = (text: string) => new TextEncoder().encode(text);

describe('kept files', () => {
  it('are made once, also for two who ask at the same time', async () => {
    const kept = keptFiles(2);
    let made = 0;
    const make = () => {
      made += 1;
      return Promise.resolve(file('a'));
    };
    const [first, second] = await Promise.all([kept.get('a', make), kept.get('a', make)]);
    expect(first).toBe(second);
    await kept.get('a', make);
    expect(made).toBe(1);
  });

  it('have a digest of their bytes: drawn otherwise they have another', async () => {
    const of = async (text: string) => (await keptFiles(1).get('a', async () => file(text))).digest;
    expect(await of('a')).toMatch(/^[0-9a-f]{32}$/);
    expect(await of('a')).toBe(await of('a'));
    expect(await of('b')).not.toBe(await of('a'));
  });

  it('are forgotten when more are asked for than may stay, the one asked for longest ago first', async () => {
    const kept = keptFiles(2);
    const made: string[] = [];
    const ask = (name: string) =>
      kept.get(name, () => {
        made.push(name);
        return Promise.resolve(file(name));
      });
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(name);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('are made one after another', async () => {
    const kept = keptFiles(5);
    const told: string[] = [];
    const ask = (name: string) =>
      kept.get(name, async () => {
        told.push(`${name} begins`);
        await Promise.resolve();
        told.push(`${name} ends`);
        return file(name);
      });
    await Promise.all(['a', 'b', 'c'].map(ask));
    expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('are tried again after a failure', async () => {
    const kept = keptFiles(2);
    await expect(kept.get('a', () => Promise.reject(new Error('no paper')))).rejects.toThrow('no paper');
    expect((await kept.get('a', () => Promise.resolve(file('a')))).bytes).toEqual(file('a'));
  });
});
