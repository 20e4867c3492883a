// The catalogue of expected failures: a status and the key of a plain sentence. Anything else is unexpected:
// it is logged, and shown as one page that tells nothing about the inside.

export type FailureValues = Readonly<Record<string, string | number>>;

/** Something that can go wrong in normal use. Its words are `errors.<key>.title` and `errors.<key>.text`. */
export class ExpectedFailure extends Error {
  readonly status: number;
  readonly key: string;
  readonly values: FailureValues;
  /** The project whose outcome the page tells of beside the words; null on most pages. */
  readonly outcomeOf: string | null;

  constructor(
    status: number,
    key: string,
    values: FailureValues = {},
    more: { readonly outcomeOf?: string } = {},
  ) {
    super(key);
    this.name = 'ExpectedFailure';
    this.outcomeOf = more.outcomeOf ?? null;
    this.status = status;
    this.key = key;
    this.values = values;
  }
}

/** The program cannot start or a command cannot run; its words are `cli.failure.<key>`. */
export class StartFailure extends Error {
  readonly key: string;
  readonly values: FailureValues;

  constructor(key: string, values: FailureValues = {}) {
    super(key);
    this.name = 'StartFailure';
    this.key = key;
    this.values = values;
  }
}

export const unknownPage = () => new ExpectedFailure(404, 'unknownPage');
export const unknownSurvey = (survey: string) => new ExpectedFailure(404, 'unknownSurvey', { survey });
/** The survey was never fielded; the words do not tell a respondent more than that. */
export const surveyNotOpen = () => new ExpectedFailure(404, 'surveyNotOpen');
/** What is closed is not changed or fielded any more. */
export const surveyClosedForGood = () => new ExpectedFailure(409, 'surveyClosedForGood');
export const surveyClosed = () => new ExpectedFailure(410, 'surveyClosed');
/** The same to whoever may have answered: with the project, whose report the page leads to. */
export const surveyClosedOf = (project: string) =>
  new ExpectedFailure(410, 'surveyClosed', {}, { outcomeOf: project });
export const unknownToken = () => new ExpectedFailure(404, 'unknownToken');
/** The link to an own result was taken back, or its time is over. */
export const resultNotShared = () => new ExpectedFailure(404, 'resultNotShared');
/** Own results belong to the person: no role of a team opens them. */
export const resultOfPerson = () => new ExpectedFailure(403, 'resultOfPerson');
export const usedToken = () => new ExpectedFailure(410, 'usedToken');
export const roundClosed = () => new ExpectedFailure(409, 'roundClosed');
/** The stored ballot is another than the one a change was made on. */
export const ballotChanged = () => new ExpectedFailure(409, 'ballotChanged');
export const anotherRoundOpen = () => new ExpectedFailure(409, 'anotherRoundOpen');
/** The panel's decision is frozen: nothing about it changes any more. */
export const panelDecided = () => new ExpectedFailure(409, 'panelDecided');
/** A session in the room needs an open round, and there is one at a time. */
export const noRoundForSession = () => new ExpectedFailure(409, 'noRoundForSession');
/** The member handed in on a screen: paper does not take its place. */
export const ballotThere = () => new ExpectedFailure(409, 'ballotThere');
/** On a device of the room: the member it was let in as votes with the own link. */
export const votesElsewhere = () => new ExpectedFailure(403, 'votesElsewhere');
/** On a device of the room: another one was let in as the same person in its place. */
export const deviceGaveWay = () => new ExpectedFailure(403, 'deviceGaveWay');
export const noSession = () => new ExpectedFailure(409, 'noSession');
/** So many wait that no more sign-ups are taken. */
export const callFull = () => new ExpectedFailure(429, 'callFull');
export const unknownProject = (project: string) => new ExpectedFailure(404, 'unknownProject', { project });
export const projectExists = (project: string) => new ExpectedFailure(409, 'projectExists', { project });
export const surveyExists = (survey: string) => new ExpectedFailure(409, 'surveyExists', { survey });
export const unknownFramework = (framework: string) =>
  new ExpectedFailure(404, 'unknownFramework', { framework });
export const unknownNeed = (need: string) => new ExpectedFailure(404, 'unknownNeed', { need });
/** Full answers leave with the approval of the data officer alone, to who asked for them. */
export const dataNotApproved = () => new ExpectedFailure(403, 'dataNotApproved');
/** Only a data officer decides about full answers. */
/** None of the roles somebody has in a project lets them see or change this part of it. */
export const notYourRole = (area: string, right: string) =>
  new ExpectedFailure(403, 'notYourRole', { area, right });
/** A project keeps somebody who leads it. */
export const lastLead = () => new ExpectedFailure(409, 'lastLead');
/** Who asked for full answers does not approve the request while somebody else can. */
export const ownRequest = () => new ExpectedFailure(403, 'ownRequest');
export const onlyDataOfficer = () => new ExpectedFailure(403, 'onlyDataOfficer');
/** Somebody decided about the request in between. */
export const requestDecided = () => new ExpectedFailure(409, 'requestDecided');
/** Another request was decided about or fetched since the officer looked at this one. */
export const requestsMoved = () => new ExpectedFailure(409, 'requestsMoved');
export const unknownReport = () => new ExpectedFailure(404, 'unknownReport');
/** Too few new persons since the last version of a report to show new figures (docs/rules.md, Subtraction). */
export const releaseTooSmall = (moved: number, step: number) =>
  new ExpectedFailure(409, 'releaseTooSmall', { moved, step });
/** Something in the report must be mended before it may go out (docs/rules.md, Report). */
export const reportNotReady = (count: number) => new ExpectedFailure(409, 'reportNotReady', { count });
/** Answers a version would be about had their time and went: it would say less than the one that is out. */
export const answersGone = () => new ExpectedFailure(409, 'answersGone');
export const otherSite = () => new ExpectedFailure(403, 'otherSite');
export const expiredForm = () => new ExpectedFailure(403, 'expiredForm');
export const tooManyAttempts = (minutes: number) => new ExpectedFailure(429, 'tooManyAttempts', { minutes });
export const formTooLarge = () => new ExpectedFailure(413, 'formTooLarge');
export const formUnreadable = () => new ExpectedFailure(400, 'formUnreadable');
export const unsupportedForm = () => new ExpectedFailure(415, 'unsupportedForm');
const unexpected = () => new ExpectedFailure(500, 'unexpected');

/**
 * The expected failure to show for anything thrown.
 * What nobody foresaw becomes `unexpected`; the caller logs the original.
 */
export function failureOf(thrown: unknown): ExpectedFailure {
  if (thrown instanceof ExpectedFailure) return thrown;
  if (!(thrown instanceof Error)) return unexpected();
  // What the framework and the form reader throw is told apart by these two.
  const status: unknown = 'status' in thrown ? thrown.status : null;
  const type: unknown = 'type' in thrown ? thrown.type : null;
  if (type === 'entity.too.large' || type === 'parameters.too.many') return formTooLarge();
  if (status === 415) return unsupportedForm();
  if (typeof status === 'number' && status >= 400 && status < 500) return formUnreadable();
  return unexpected();
}
