// How often something may be tried. The counters are in the database: they survive a restart and hold for all processes.
import { RateLimiterPostgres, RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible';
import type { Database } from './open.ts';

export interface RateLimit {
  /** Counts one attempt. Returns 0 when it is allowed, else the seconds to wait. */
  attempt(key: string): Promise<number>;
  /** Forgets the attempts of this key, after it turned out to be in order. */
  forget(key: string): Promise<void>;
}

export interface RateLimits {
  /** Attempts to sign in with one e-mail address. */
  readonly signInByEmail: RateLimit;
  /** Attempts to sign in from one network address, which many people may share. */
  readonly signInByAddress: RateLimit;
  /** Wrong receipt codes, invitations and set-up links from one network address. */
  readonly wrongCode: RateLimit;
}

const quarterOfAnHour = 15 * 60;

export function createRateLimits(database: Database): RateLimits {
  return {
    signInByEmail: rateLimit(database, 'sign-in-email', 8, quarterOfAnHour),
    signInByAddress: rateLimit(database, 'sign-in-address', 100, quarterOfAnHour),
    wrongCode: rateLimit(database, 'wrong-code', 100, quarterOfAnHour),
  };
}

/** At most `points` attempts of one key in `duration` seconds. */
function rateLimit(database: Database, keyPrefix: string, points: number, duration: number): RateLimit {
  const settings = { keyPrefix, points, duration, tableName: 'rate_limits', tableCreated: true };
  const { driver } = database;
  const limiter =
    driver.dialect === 'sqlite'
      ? new RateLimiterSQLite({ ...settings, storeClient: driver.connection, storeType: 'better-sqlite3' })
      : new RateLimiterPostgres({ ...settings, storeClient: driver.pool });
  return {
    attempt: async (key) => {
      try {
        await limiter.consume(key);
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
        throw refusal;
      }
    },
    forget: async (key) => {
      await limiter.delete(key);
    },
  };
}
