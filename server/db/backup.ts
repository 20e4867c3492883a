// SQLite's own online backup: a consistent copy while others read and write.
import { StartFailure } from '../errors.ts';
import type { Database } from './open.ts';

/** Pages copied in one go, between which others get their turn. */
const pagesAtOnce = 500;

/**
 * Copies the database to a file.
 * @param progress is told how far it is, 0-1.
 * @throws StartFailure when the file cannot be written, or the database is not SQLite.
 */
export async function backupTo(
  { driver }: Database,
  file: string,
  progress: (done: number) => void,
): Promise<void> {
  if (driver.dialect !== 'sqlite') throw new StartFailure('backupPostgres');
  try {
    await driver.connection.backup(file, {
      progress: ({ totalPages, remainingPages }) => {
        progress(1 - remainingPages / Math.max(1, totalPages));
        return pagesAtOnce;
      },
    });
  } catch (error) {
    throw new StartFailure('backupFile', {
      file,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}
