// How often something may be tried. Only failures count. What is counted for an e-mail address is in the database,
// under a hash: it survives a restart and holds for all processes. What is counted for a network address stays in the
// memory of this process and is gone within a quarter of an hour: where somebody came from is never stored.
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  RateLimiterSQLite,
} from 'rate-limiter-flexible';
import type { Database } from './open.ts';

export interface RateLimit {
  /** Counts one attempt. Returns 0 when it is allowed, else the seconds to wait. */
  attempt(key: string): Promise<number>;
  /** Takes one attempt back, after it turned out to be in order. */
  takeBack(key: string): Promise<void>;
  /** Forgets all attempts of this key. */
  forget(key: string): Promise<void>;
  /** The seconds to wait before another attempt; 0 when one is allowed now. Counts nothing. */
  wait(key: string): Promise<number>;
}

export interface RateLimits {
  /** Wrong passwords for one e-mail address from one network address. */
  readonly signInByBoth: RateLimit;
  /** Wrong passwords for one e-mail address from anywhere: many, so that nobody is easily locked out by another. */
  readonly signInByEmail: RateLimit;
  /** Wrong passwords from one network address, which many people may share. */
  readonly signInByAddress: RateLimit;
  /** Wrong receipt codes from one network address, typed or in a cookie. */
  readonly wrongCode: RateLimit;
  /** Offers to be contacted from one network address. */
  readonly contact: RateLimit;
  /** Wrong codes of a session in the room from one network address, which the whole room shares. */
  readonly roomCode: RateLimit;
  /** Devices that ask to come into a session from one network address: the room shares one, but nobody fills the door. */
  readonly roomDoor: RateLimit;
}

const quarterOfAnHour = 15 * 60;

export function createRateLimits(database: Database): RateLimits {
  return {
    signInByBoth: inMemory(8),
    signInByEmail: inDatabase(database, 'sign-in-email', 100),
    signInByAddress: inMemory(100),
    wrongCode: inMemory(100),
    contact: inMemory(30),
    roomCode: inMemory(100),
    roomDoor: inMemory(40),
  };
}

function inMemory(points: number): RateLimit {
  return rateLimit(new RateLimiterMemory({ points, duration: quarterOfAnHour }), points);
}

function inDatabase({ driver }: Database, keyPrefix: string, points: number): RateLimit {
  const duration = quarterOfAnHour;
  const settings = { keyPrefix, points, duration, tableName: 'rate_limits', tableCreated: true };
  const limiter =
    driver.dialect === 'sqlite'
      ? new RateLimiterSQLite({ ...settings, storeClient: driver.connection, storeType: 'better-sqlite3' })
      : new RateLimiterPostgres({ ...settings, storeClient: driver.pool });
  return rateLimit(limiter, points);
}

type Limiter = Pick<RateLimiterMemory, 'consume' | 'reward' | 'delete' | 'get'>;

/** At most `points` attempts of one key in the duration of its limiter. */
function rateLimit(limiter: Limiter, points: number): RateLimit {
  return {
    attempt: async (key) => {
      try {
        await limiter.consume(key);
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return secondsOf(refusal);
        throw refusal;
      }
    },
    takeBack: async (key) => {
      await limiter.reward(key);
    },
    forget: async (key) => {
      await limiter.delete(key);
    },
    wait: async (key) => {
      const counted = await limiter.get(key);
      return counted && counted.consumedPoints >= points ? secondsOf(counted) : 0;
    },
  };
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.ceil(msBeforeNext / 1000);
}
