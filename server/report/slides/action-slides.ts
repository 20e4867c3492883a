// Actions as rows: what, who, when and how it stands.
import type { ActionView } from '../report-need.ts';
import type { ReportWords } from '../report-words.ts';
import { inParts } from './in-parts.ts';
import { body, heightOf, roomUnder, shared, shortened } from './room.ts';
import type { Slide } from './slide.ts';

/** Pixels wide: the column of the action, and that of who does it. */
const columns = { title: 560, owner: 250 } as const;
/** Height of the names of the columns. */
const headRow = 50;

export function actionSlides(
  actions: readonly ActionView[],
  heading: Pick<Slide, 'kicker' | 'title' | 'place'>,
  words: ReportWords,
): readonly Slide[] {
  const cut = actions.map((action) => ({
    ...action,
    title: shortened(action.title, 200),
    owner: shortened(action.owner, 90),
    start: shortened(action.start, 40),
  }));
  const height = ({ title, owner }: ActionView) =>
    Math.max(heightOf(title, body, columns.title), heightOf(owner, body, columns.owner)) + 24;
  return inParts(shared(cut, height, roomUnder(heading.title) - headRow), heading, words, (some) => ({
    kind: 'actions',
    actions: some,
  }));
}
