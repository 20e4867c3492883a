// Asking for full answers and saying yes or no to it: where a request stands is read from the log alone.
import type { FieldChoice } from '../../surveys/formats/data-files/field-choices.ts';
import type { Context } from '../context.ts';
import {
  addDataLine,
  dataLogOf,
  type SeenAtDecision,
  type StoredDataLine,
  type Wanted,
} from '../db/data-log.ts';
import type { Queries } from '../db/open.ts';
import { peopleOf } from '../db/people.ts';
import { dataNotApproved, ownRequest, requestDecided, requestsMoved, unknownPage } from '../errors.ts';
import { requestsAgainst, requestsBeside } from './requests-beside.ts';

export type RequestState = 'asked' | 'approved' | 'refused' | 'revoked' | 'expired';

/** A request and everything that happened to it. */
export interface DataRequest {
  /** The entry of the line that asked. */
  readonly entry: number;
  readonly account: string;
  readonly email: string | null;
  readonly at: string;
  readonly purpose: string;
  /** As asked; once approved, the fields and the day that were approved. */
  readonly wanted: Wanted;
  readonly state: RequestState;
  readonly lines: readonly StoredDataLine[];
}

/** The requests of a log, the newest first. @param today the day by which an approval is over or not. */
export function requestsOf(log: readonly StoredDataLine[], today: string): readonly DataRequest[] {
  return log
    .flatMap((line) => (line.act === 'asked' ? [requestOf(line, line.details, log, today)] : []))
    .reverse();
}

function requestOf(
  asked: StoredDataLine,
  wish: Wanted,
  log: readonly StoredDataLine[],
  today: string,
): DataRequest {
  const lines = log.filter(({ entry, request }) => entry === asked.entry || request === asked.entry);
  let wanted = wish;
  let state: RequestState = 'asked';
  for (const line of lines) {
    if (line.act === 'approved') {
      wanted = { ...wish, fields: line.details.fields, until: line.details.until };
      state = 'approved';
    } else if (line.act === 'refused' || line.act === 'revoked') state = line.act;
  }
  // Who waits past the day that was asked for gets nothing any more either.
  if ((state === 'approved' || state === 'asked') && wanted.until < today) state = 'expired';
  const { entry, account, email, at, reason } = asked;
  return { entry, account, email, at, purpose: reason, wanted, state, lines };
}

/** @throws ExpectedFailure when the project has no such request. */
export async function dataRequest(
  db: Queries,
  project: string,
  entry: string,
  today: string,
): Promise<DataRequest> {
  return requestNumbered(requestsOf(await dataLogOf(db, project), today), entry);
}

function requestNumbered(requests: readonly DataRequest[], entry: string): DataRequest {
  const found = requests.find((each) => String(each.entry) === entry);
  if (!found) throw unknownPage();
  return found;
}

/** Who does something at which moment. */
interface Doing {
  readonly account: string;
  readonly reason: string;
}

/** Keeps a request; gives its number. */
export function askForData(
  { writes, now }: Pick<Context, 'writes' | 'now'>,
  project: string,
  wanted: Wanted,
  { account, reason }: Doing,
): Promise<number> {
  const at = now().toISOString();
  return writes.run((db) =>
    addDataLine(db, project, { act: 'asked', details: wanted, at, account, reason, request: null }),
  );
}

/** What a data officer decides about a request. */
export type Decision =
  | (Pick<Wanted, 'fields' | 'until'> & {
      readonly say: 'approved';
      readonly seen: SeenAtDecision;
      /** Everything that can be chosen of the survey: what is library in it, and what background. */
      readonly choices: readonly FieldChoice[];
    })
  | { readonly say: 'refused' | 'revoked' };

/**
 * Decides about a request; taking back is for what was approved, anything else for what waits. Nobody approves their own request
 * while another data officer can.
 * @throws ExpectedFailure when somebody decided in between, about this request or about one whose file tells more together
 * with this one, or the day is over.
 */
export async function decideRequest(
  { writes, now }: Pick<Context, 'writes' | 'now'>,
  project: string,
  entry: number,
  decision: Decision,
  { account, reason }: Doing,
): Promise<void> {
  const at = now().toISOString();
  const line = { at, account, reason, request: entry };
  await writes.run(async (db) => {
    const requests = requestsOf(await dataLogOf(db, project), at.slice(0, 10));
    const { state, wanted, account: asker } = requestNumbered(requests, String(entry));
    if (state !== (decision.say === 'revoked' ? 'approved' : 'asked')) throw requestDecided();
    if (decision.say !== 'approved') {
      await addDataLine(db, project, { ...line, act: decision.say, details: {} });
      return;
    }
    if (asker === account && (await mayBeDecidedByOther(db, project, { entry, account }))) throw ownRequest();
    const { fields, until, seen, choices } = decision;
    const beside = requestsBeside(requests, { entry, wanted });
    // What the officer saw is what holds: anybody's approval or fetch since then is to be looked at first.
    const moved = beside.requests.join() !== (seen.beside ?? []).join();
    if (moved || requestsAgainst(beside, fields, choices).length > 0) throw requestsMoved();
    // Never more than was asked for, and no longer.
    const less = fields.every((name) => wanted.fields.includes(name)) && until <= wanted.until;
    if (!less || fields.length === 0) throw new RangeError('an approval gives at most what was asked');
    await addDataLine(db, project, { ...line, act: 'approved', details: { fields, until, seen } });
  });
}

/** Whether somebody else in the team can decide, or could until who asked changed roles after asking. */
async function mayBeDecidedByOther(
  db: Queries,
  project: string,
  { entry, account }: { readonly entry: number; readonly account: string },
): Promise<boolean> {
  const [people, log] = [await peopleOf(db, project), await dataLogOf(db, project)];
  return (
    people.some((person) => person.account !== account && person.roles.includes('dataOfficer')) ||
    log.some((line) => line.entry > entry && line.act === 'rolesGiven' && line.account === account)
  );
}

/**
 * @param who the account; null for who runs the program on the machine, and writes the file for whoever asked.
 * @throws ExpectedFailure unless this account asked and the approval is of force today.
 */
export function checkApproved({ state, account }: DataRequest, who: string | null): void {
  if (state !== 'approved' || (who !== null && account !== who)) throw dataNotApproved();
}
