// The proposal: every column of a file in one part of a plan, with why it is taken for that and how sure.
import { answerWords } from './answer-words.ts';
import type { ColumnFacts, FileFacts } from './column-facts.ts';
import { columnPart, type Known } from './column-part.ts';
import { groupPart } from './group-part.ts';
import { headingGroups } from './heading-stems.ts';
import { orderOf } from './order-answers.ts';
import { type Part, type Plan, type PlannedAnswer, remark } from './plan.ts';
import { questionCode, safeCodes } from './safe-codes.ts';

/**
 * What a file most likely asked.
 * @param sample its first rows. @param known the project's libraries.
 */
export function propose(
  facts: FileFacts,
  sample: readonly (readonly string[])[],
  known: Omit<Known, 'rows'>,
): Plan {
  const all = { ...known, rows: facts.rows };
  const grouped = new Map<number, Part>();
  const taken = new Set<number>();
  for (const group of headingGroups(facts.columns)) {
    const part = groupPart(group, sample);
    if (!part) continue;
    grouped.set(part.columns[0]?.place ?? 0, part);
    for (const { place } of part.columns) taken.add(place);
  }
  const parts = facts.columns.flatMap((column: ColumnFacts): readonly Part[] => {
    const group = grouped.get(column.place);
    if (group) return [group];
    return taken.has(column.place) ? [] : [columnPart(column, all)];
  });
  return { parts: withCodes(sharingScales(oneDay(parts))) };
}

/** One column at most says when somebody answered: the last moment of several, which is when they sent it. */
function oneDay(parts: readonly Part[]): readonly Part[] {
  const days = parts.filter(({ kind }) => kind === 'day');
  const isEnd = ({ label }: Part) => /end|submit|complet|voltooi|recorded|timestamp|tijdstempel/i.test(label);
  const chosen = days.findLast(isEnd) ?? days[0];
  return parts.map((part) =>
    part.kind === 'day' && part !== chosen
      ? { ...part, kind: 'leaveOut' as const, why: remark('moment') }
      : part,
  );
}

/**
 * Questions on the same scale get all of its answers: one that nobody gave here is still a place on it. Same scale is
 * what shares two answers and together is in order.
 */
function sharingScales(parts: readonly Part[]): readonly Part[] {
  const scales: PlannedAnswer[][] = [];
  const ofPart = parts.map((part) => {
    if (part.order !== 'scale') return null;
    const own = genuine(part);
    const known = scales.find(
      (scale) => shared(scale, own) >= 2 && inOrder([...scale, ...fresh(scale, own)]),
    );
    if (known) {
      known.push(...fresh(known, own));
      return known;
    }
    const scale = [...own];
    scales.push(scale);
    return scale;
  });
  return parts.map((part, index) => {
    const scale = ofPart[index];
    return scale && scale.length > genuine(part).length
      ? { ...part, answers: [...onScale(part, scale)] }
      : part;
  });
}

function genuine({ answers }: Part): readonly PlannedAnswer[] {
  return answers.filter(({ meaning }) => meaning === 'answer');
}

function shared(scale: readonly PlannedAnswer[], own: readonly PlannedAnswer[]): number {
  return own.length - fresh(scale, own).length;
}

function fresh(scale: readonly PlannedAnswer[], own: readonly PlannedAnswer[]): readonly PlannedAnswer[] {
  const known = new Set(scale.map(({ label }) => answerWords(label)));
  return own.filter(({ label }) => !known.has(answerWords(label)));
}

function inOrder(answers: readonly PlannedAnswer[]): boolean {
  return orderOf(answers.map(({ label }) => label))?.kind === 'scale';
}

/** The part's answers with those of the scale that nobody gave, all in the order of the scale. */
function onScale(part: Part, scale: readonly PlannedAnswer[]): readonly PlannedAnswer[] {
  const own = genuine(part);
  const added = fresh(own, scale).map((answer) => ({ ...answer, spellings: [answer.label], count: 0 }));
  const all = [...own, ...added];
  const places = orderOf(all.map(({ label }) => label))?.places ?? [];
  const sorted = all
    .map((answer, index) => ({ answer, place: places[index] ?? index }))
    .sort((first, second) => first.place - second.place)
    .map(({ answer }) => answer);
  const absent = part.answers.filter(({ meaning }) => meaning !== 'answer');
  const codes = safeCodes([...sorted, ...absent].map(({ label }) => label));
  return [...sorted, ...absent].map((answer, index) => ({ ...answer, code: codes[index] ?? '' }));
}

/** Every part with a code of its own. */
export function withCodes(parts: readonly Part[]): Part[] {
  const taken = parts.map(({ code }) => code).filter((code) => code !== '');
  return parts.map((part) => {
    if (part.code !== '') return part;
    const code = questionCode(part.label, part.columns[0]?.place ?? 0, taken);
    taken.push(code);
    return { ...part, code };
  });
}
