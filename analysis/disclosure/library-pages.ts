// The figures of the pages of libraries, as their readers may see them: groups through the views of the family that every
// page keeps to, and a library's own answers by the rule of their own.
import type { ShareDefinition } from '../../surveys/needs-catalogue.ts';
import type { Variable } from '../../surveys/variable.ts';
import type { ProjectInput } from '../analyse-project.ts';
import type { RegisterLibrary } from '../coverage.ts';
import type { Dataset } from '../dataset.ts';
import { noGroup } from '../explore/splits.ts';
import type { Share } from '../figure.ts';
import { countPerLibrary, type LibraryCounts, pickLines } from '../library-counts.ts';
import type {
  FiguredLibrary,
  LibraryFigures,
  LibraryGroup,
  LibraryLine,
  OwnReason,
} from '../report/library-figures.ts';
import { releaseStep } from '../report/release-step.ts';
import { meaningOfBytes } from '../selected-rows.ts';
import { allConsent } from '../skills/skill-coverage.ts';
import { countPerLibraryOfShare, countShare, figuresIn, shareOfCodes } from '../tabulate.ts';
import type { Family } from './family.ts';
import { answersOf } from './group-cells.ts';
import { groupsMayMove } from './group-step.ts';
import { familyFor } from './kept-families.ts';
import { minimums } from './minimums.ts';
import { fewestStaff, ownLines, smallestTeam } from './own-figures.ts';
import { discloseShare, withheld } from './shares.ts';
import { groupView, opennessIn, type View } from './views.ts';

/** A line with how it is counted and which answers make it up. */
interface Counted {
  readonly line: LibraryLine;
  readonly variable: Variable;
  /** Per library, in the places of a share. */
  readonly counts: LibraryCounts;
  /** Places of the answers that count among the variable's figures, and those of the others. */
  readonly inside: readonly number[];
  readonly outside: readonly number[];
}

/**
 * The pages of the libraries of a register; null without a register or a survey.
 * @param needs codes in the order of the report: each is told by its first sign that can be counted in a group.
 * @param made the version they are made for, and its day.
 */
export function libraryPages(
  input: ProjectInput,
  needs: readonly string[],
  made: Pick<LibraryFigures, 'version' | 'madeOn'>,
): LibraryFigures | null {
  const [main] = input.surveys;
  const { register } = input;
  if (!main || register.length === 0) return null;
  const { groups: dataset = main.dataset } = main;
  const asked = input.catalogue.background.filter((name) => dataset.codebook.position.has(name));
  const family = familyFor(dataset, register, asked);
  const counted = needs.flatMap((need) => countedLine(input, dataset, need) ?? []);
  const groupShown = groupsOf(register).map((group) => ({
    ...group,
    shares: groupShares(group, counted, dataset, register, family),
  }));
  const own = ownShares(input, dataset, counted);
  return {
    survey: main.survey,
    upTo: dataset.lastSequence,
    responses: dataset.size,
    ...made,
    lines: counted.map(({ line }) => line),
    groups: groupShown,
    libraries: register.map((library) => ({ ...registered(library), ...own(library) })),
  };
}

/** Libraries' pages tell province and size class apart, and the two together. */
const toldApart = [['province'], ['sizeClass'], ['province', 'sizeClass']].map((names) =>
  names.map((variable) => ({ variable, codes: null })),
);

/**
 * Whether the pages may move on from those of an earlier version: in no group, and in no library whose own answers were
 * told, one to four people are new (docs/rules.md, Subtraction). All pages move together, or none. Where somebody who was in
 * them withdrew, groups are hidden until enough people are new in every one.
 */
export function stepOfLibraryPages(
  { surveys, register }: ProjectInput,
  before: LibraryFigures,
): 'moves' | 'stays' | 'hides' {
  const [main] = surveys;
  if (!main || main.survey !== before.survey) return 'moves';
  const { groups: dataset = main.dataset } = main;
  const withdrawn = main.dataset.upTo(before.upTo).size < before.responses;
  const still = withdrawn ? 'hides' : 'stays';
  if (dataset.size === 0) return still;
  const then = dataset.upTo(before.upTo);
  if (!groupsMayMove(dataset, register, toldApart, { after: before.upTo, withdrawn })) return still;
  const [was, is] = [answersByLibrary(then), answersByLibrary(dataset)];
  const moves = before.libraries.every(({ code, own }) => {
    const came = (is.get(code) ?? 0) - (was.get(code) ?? 0);
    return own === null || came === 0 || came >= releaseStep;
  });
  return moves ? 'moves' : still;
}

/** The sector as it is now beside the groups as they were; all as it was where other signs are shown now. */
export function withGroupsOf(before: LibraryFigures, now: LibraryFigures): LibraryFigures {
  const signs = ({ lines }: LibraryFigures) => JSON.stringify(lines.map(({ need, label }) => [need, label]));
  return signs(before) === signs(now) ? { ...before, lines: now.lines } : before;
}

/** The pages with the sector alone. They go on from the answers of the earlier version, which is still there to compare with. */
export function libraryPagesWithoutGroups(
  input: ProjectInput,
  needs: readonly string[],
  { version, madeOn, upTo, responses }: LibraryFigures,
): LibraryFigures | null {
  const surveys = input.surveys.map((survey) => ({ ...survey, groups: survey.dataset.upTo(0) }));
  const pages = libraryPages({ ...input, surveys }, needs, { version, madeOn });
  return pages && { ...pages, upTo, responses };
}

function answersByLibrary(dataset: Dataset): ReadonlyMap<string, number> {
  const counts = answersPerLibrary(dataset);
  return new Map(dataset.libraries.map((code, place) => [code, counts[place] as number]));
}

function registered({ code, name, province, sizeClass }: RegisterLibrary) {
  return { code, name: name ?? code, province, sizeClass };
}

/** @param dataset what figures of groups rest on; the sector's rest on all that is released. */
function countedLine({ catalogue, surveys }: ProjectInput, dataset: Dataset, code: string): Counted | null {
  const need = catalogue.needs.find((each) => each.code === code);
  const main = surveys[0]?.survey;
  const whole = surveys[0]?.dataset ?? dataset;
  for (const indicator of need?.indicators ?? []) {
    if (indicator.source !== 'survey' || !('share' in indicator)) continue;
    const { share, label } = indicator;
    if (share.survey !== undefined && share.survey !== main) continue;
    const found = answersOfShare(dataset, share);
    if (!found) continue;
    const sector = discloseShare(countShare(whole, share).share);
    return { line: { need: code, label, sector: { ...sector, missing: null } }, ...found };
  }
  return null;
}

/** Which answers a share counts, where it is about one variable whose views show them; null for any other. */
function answersOfShare(dataset: Dataset, share: ShareDefinition): Omit<Counted, 'line'> | null {
  const [selection, other] = share.any;
  if (!selection || other || share.where.length > 0) return null;
  if (selection.variables.some((name) => !name.endsWith('.*') && !dataset.codebook.position.has(name)))
    return null;
  const found = countPerLibraryOfShare(dataset, share);
  if (!found) return null;
  const { variable } = found;
  const { count, ofByte } = answersOf(dataset, variable.name);
  const meaning = meaningOfBytes(variable, selection.codes);
  const chosen = new Set<number>();
  const left = new Set<number>();
  for (const byte of variable.categories.keys()) {
    if (meaning[byte] === 0) continue;
    const answer = ofByte[byte] as number;
    // What counts though it is a missing answer elsewhere is in no view.
    if (answer === noGroup) return null;
    (meaning[byte] === 2 ? chosen : left).add(answer);
  }
  // A view tells of a ranked option only whether it was ranked.
  if ([...chosen].some((answer) => left.has(answer)) || chosen.size + left.size !== count) return null;
  return { ...found, inside: [...chosen], outside: [...left] };
}

/** Every province, every size class, and every size class in a province that the register has. */
function groupsOf(register: readonly RegisterLibrary[]): readonly Omit<LibraryGroup, 'shares'>[] {
  const keys = register.flatMap(({ province, sizeClass }) => [
    JSON.stringify({ province, sizeClass }),
    JSON.stringify({ province, sizeClass: null }),
    JSON.stringify({ province: null, sizeClass }),
  ]);
  // Made of these two facts just now.
  return [...new Set(keys)].sort().map((key) => JSON.parse(key) as Omit<LibraryGroup, 'shares'>);
}

function groupShares(
  { province, sizeClass }: Omit<LibraryGroup, 'shares'>,
  counted: readonly Counted[],
  dataset: Dataset,
  register: readonly RegisterLibrary[],
  family: Family,
): readonly Share[] {
  const filters = [
    ...(province === null ? [] : [{ variable: 'province', code: province }]),
    ...(sizeClass === null ? [] : [{ variable: 'sizeClass', code: sizeClass }]),
  ];
  const view = groupView(family, filters);
  const codes = new Set(
    register
      .filter(
        (each) =>
          (province === null || each.province === province) &&
          (sizeClass === null || each.sizeClass === sizeClass),
      )
      .map(({ code }) => code),
  );
  const lines = dataset.libraries.flatMap((code, place) => (codes.has(code) ? [place + 1] : []));
  return counted.map((each) => openSum(shareOfCodes(pickLines(each.counts, lines)), view, each));
}

/** A share that is a sum of answers: open where the view shows all that count, or all that do not. */
function openSum(share: Share, view: View, { variable, inside, outside }: Counted): Share {
  const openness = opennessIn(share.base, view);
  if (openness === 'withheld' || openness === 'countOnly') return withheld(share);
  const hidden = view.hidden(variable.name);
  const hides = (answers: readonly number[]) => answers.some((answer) => hidden.has(answer));
  if (hides(inside) && hides(outside)) return withheld(share);
  return { ...share, missing: null, interval: openness === 'full' ? share.interval : null, openness };
}

function ownShares(input: ProjectInput, dataset: Dataset, counted: readonly Counted[]) {
  const { register, catalogue } = input;
  const placeOf = new Map(dataset.libraries.map((code, place) => [code, place]));
  const answers = answersPerLibrary(dataset);
  const lineOf = ({ code }: RegisterLibrary) => {
    const place = placeOf.get(code);
    return place === undefined ? null : place + 1;
  };
  const why = ({ code, sizeClass }: RegisterLibrary): OwnReason | null => {
    const place = placeOf.get(code);
    if (place === undefined || (answers[place] ?? 0) < minimums.anything) return 'fewAnswers';
    const agreed = allConsent(dataset, catalogue.ownAnswers, place);
    return fewestStaff(sizeClass) >= smallestTeam || agreed ? null : 'smallTeam';
  };
  const eligible = new Set(
    register.filter((each) => why(each) === null).flatMap((each) => lineOf(each) ?? []),
  );
  const shown = counted.map(({ variable }) =>
    ownLines(countPerLibrary(dataset, variable, null), eligible, register, lineOf, figuresIn(variable)),
  );
  return (library: RegisterLibrary): Pick<FiguredLibrary, 'own' | 'why'> => {
    const reason = why(library);
    const line = lineOf(library);
    if (reason !== null || line === null) return { own: null, why: reason ?? 'fewAnswers' };
    const own = counted.map(({ counts }, place): Share => {
      const share = shareOfCodes(pickLines(counts, [line]));
      // A library is all there is of it: how sure its own answers are is no question.
      return shown[place]?.has(line)
        ? { ...share, missing: null, interval: null, openness: 'smallGroup' }
        : withheld(share);
    });
    return own.every(({ openness }) => openness === 'withheld')
      ? { own: null, why: 'wouldTell' }
      : { own, why: null };
  };
}

function answersPerLibrary({ library, libraries, size }: Dataset): Uint32Array {
  const counts = new Uint32Array(libraries.length);
  for (let row = 0; row < size; row += 1) {
    const place = library[row] as number;
    if (place >= 0) counts[place] = (counts[place] as number) + 1;
  }
  return counts;
}
