// A page that would be waited for because its survey is still being read into columns: meanwhile a page that says how far
// that is. Scripts look again by themselves, a browser without them does so every few seconds.
import type { ErrorRequestHandler, Response } from 'express';
import type { Context } from '../../context.ts';
import type { Project } from '../../db/projects.ts';
import type { Survey } from '../../db/surveys.ts';
import { frameWithoutStations, projectFrame, wordsOf } from './workspace.ts';

export interface WaitingPage {
  /** Whole percent of the responses. */
  readonly done: number;
  /** How many of how many, in words. */
  readonly lead: string;
  /** The page that was asked for. */
  readonly address: string;
}

/** Milliseconds between two looks at how far the reading is. */
const pause = 50;
/** Seconds until a browser without scripts looks again. */
const again = 2;

/** Thrown where a page would be waited for; the work it asked goes on and is remembered. */
class StillReading extends Error {
  readonly project: Project;
  readonly read: number;
  readonly all: number;

  constructor(project: Project, read: number, all: number) {
    super('the responses are still being read');
    this.project = project;
    this.read = read;
    this.all = all;
  }
}

/**
 * What is worked out, where it comes in time or nothing is being read. Only who asks for a page can be told to wait: what
 * is sent is always done.
 * @throws StillReading when the answer takes longer than the server's patience and responses are being read for it
 */
export async function unlessReading<T>(
  { analysis, patience }: Pick<Context, 'analysis' | 'patience'>,
  { req }: Response,
  { project, surveys }: { readonly project: Project; readonly surveys: readonly Survey[] },
  work: Promise<T>,
): Promise<T> {
  if (req.method !== 'GET') return work;
  const begun = performance.now();
  // Who leaves for the page that waits does not hear what became of the work.
  const ended = work.then(
    () => true,
    () => true,
  );
  while (!(await Promise.race([ended, afterPause()]))) {
    if (performance.now() - begun < patience) continue;
    const readings = surveys.flatMap(({ code }) => analysis.reading(code) ?? []);
    if (readings.length === 0) continue;
    const sum = (of: 'read' | 'all') => readings.reduce((total, reading) => total + reading[of], 0);
    throw new StillReading(project, sum('read'), sum('all'));
  }
  return work;
}

function afterPause(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), pause).unref());
}

/** Shows how far the reading is in the place of the page that was asked for. */
export function waitingPages(ctx: Context): ErrorRequestHandler {
  return (thrown: unknown, request, response, next) => {
    if (!(thrown instanceof StillReading) || response.headersSent) return next(thrown);
    const { project, read, all } = thrown;
    const { language, say } = wordsOf(ctx, response);
    const title = say({ key: 'waiting.title' });
    // Nothing is done before it is: the last percent is for what follows the reading.
    const done = Math.min(99, Math.floor((read / all) * 100));
    const page: WaitingPage = {
      done,
      lead: say({ key: 'waiting.lead', values: { read, all } }),
      address: request.originalUrl,
    };
    ctx.render(response, 'team/waiting', page, {
      title,
      layout: 'workspace',
      demonstration: project.demonstration,
      refresh: again,
      styles: ['results.css', 'waiting.css'],
      scripts: ['waiting.js'],
      workspace: frameWithoutStations(
        response,
        projectFrame(project, response.locals.roles ?? [], { language, say }),
      ),
    });
  };
}
