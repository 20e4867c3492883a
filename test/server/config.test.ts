// Settings have safe defaults, and a wrong one is named.
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { StartFailure } from '../../server/errors.ts';
import { textsFolder } from '../../server/paths.ts';
import { loadTexts } from '../../server/texts.ts';

const texts = loadTexts(textsFolder);

describe('the settings', () => {
  it('have safe defaults: port 3000, this machine only, SQLite in the folder data', () => {
    expect(readConfig({ DATABASE_URL: '' })).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: `${process.cwd()}/data`,
      databaseUrl: null,
      baseUrl: null,
      trustedProxies: 0,
    });
  });

  it('are taken from the environment', () => {
    const environment = {
      PORT: '8080',
      HOST: '0.0.0.0',
      DATA_DIR: '/srv/nodenkaart',
      DATABASE_URL: 'postgres://user:secret@db/nodenkaart',
      BASE_URL: 'https://noden.example.be/',
      TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,::1/128, uniquelocal',
    };
    expect(readConfig(environment)).toEqual({
      port: 8080,
      host: '0.0.0.0',
      dataDir: '/srv/nodenkaart',
      databaseUrl: 'postgres://user:secret@db/nodenkaart',
      baseUrl: 'https://noden.example.be',
      trustedProxies: ['127.0.0.1', '10.0.0.0/8', '::1/128', 'uniquelocal'],
    });
    expect(readConfig({ TRUSTED_PROXIES: '2' }).trustedProxies).toBe(2);
  });

  it.each([
    ['PORT', 'abc', '65535'],
    ['PORT', '65536', '65535'],
    ['PORT', '-1', '65535'],
    ['HOST', 'a host', '127.0.0.1'],
    ['DATABASE_URL', 'mysql://user:secret@db/x', 'postgres://'],
    ['BASE_URL', 'noden.example.be', 'https://'],
    ['BASE_URL', 'https://', 'https://'],
    ['BASE_URL', 'https://noden.example.be/noden', 'https://'],
    ['BASE_URL', 'https://noden.example.be/?a=b', 'https://'],
    ['BASE_URL', 'https://noden.example.be#top', 'https://'],
    ['BASE_URL', 'https://user:secret@noden.example.be', 'https://'],
    ['TRUSTED_PROXIES', 'true', '10.0.0.0/8'],
    ['TRUSTED_PROXIES', '10', '10.0.0.0/8'],
    ['TRUSTED_PROXIES', '10.0.0.5,', '10.0.0.0/8'],
    ['TRUSTED_PROXIES', '10.0.0.0/33', '10.0.0.0/8'],
    ['TRUSTED_PROXIES', 'proxy.example.be', '10.0.0.0/8'],
  ])('stop the start when %s is %s, with the allowed values', (name, value, allowed) => {
    const failure = failureOf({ [name]: value });
    for (const language of texts.workspaceLanguages) {
      const sentence = texts.say(language, `cli.failure.${failure.key}`, failure.values);
      expect(sentence).toContain(name);
      expect(sentence).toContain(allowed);
      expect(sentence).not.toContain('secret');
    }
  });
});

function failureOf(environment: Readonly<Record<string, string>>): StartFailure {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof StartFailure) return error;
  }
  throw new Error('the settings were taken');
}
