// A process of its own that adds lines to the log of a panel: the address of the database, the project and how many lines.
import { type Address, openDatabase } from '../../server/db/open.ts';
import { addToLog } from '../../server/db/panel-log.ts';
import { createWriteQueue } from '../../server/db/write-queue.ts';

const [address = '', project = '', count = ''] = process.argv.slice(2);
// The test beside this file gives the address it has itself.
const database = await openDatabase(JSON.parse(address) as Address);
const writes = createWriteQueue(database);
const line = { act: 'roundOpened', account: '', at: '2024-03-01T13:00:00Z', round: 1, reason: '' } as const;
// One after the other: works that wait together would share a commit, and hardly meet another process.
for (let place = 0; place < Number(count); place += 1)
  await writes.run((db) => addToLog(db, project, { ...line, details: { process: process.pid, place } }));
await database.close();
