// What a framework says that cannot be right: told, never mended, so that the source stays what it is.
import type { Text } from '../questionnaire.ts';
import type { Framework } from './framework.ts';
import { placedParts } from './parts.ts';
import { scoreGrid } from './scores.ts';

export const findingKinds = [
  'scoreDigits',
  'scoreSum',
  'missingList',
  'joinedLines',
  'brokenLine',
  'cutOff',
  'count',
  'noEnglish',
] as const;

/** One thing that is worth a look; the words are in views/texts under `frameworks.finding`. */
export interface Finding {
  readonly kind: (typeof findingKinds)[number];
  /** Where in the JSON. */
  readonly path: string;
  /** What it is about, in the framework's own words. */
  readonly about: Text;
  readonly values: Readonly<Record<string, string | number>>;
}

type Values = Finding['values'];

/** Every finding, in the order of the file. */
export function findingsOf(framework: Framework): readonly Finding[] {
  return [...contextFindings(framework), ...partFindings(framework), ...descriptionFindings(framework)];
}

function contextFindings({ context, label }: Framework): readonly Finding[] {
  return context.flatMap((text, index) => {
    const path = `context[${index}]`;
    // A sentence that ends has a sign that says so.
    const cut = Object.values(text).some((words) => !/[.!?…)]$/.test(words.trim()));
    return [...(cut ? [finding('cutOff', path, label, { end: endOf(text) })] : []), ...inEnglish(path, text)];
  });
}

function partFindings(framework: Framework): readonly Finding[] {
  const parts = placedParts(framework);
  const labels = new Map(parts.map(({ part }) => [part.code, part.label]));
  return parts.flatMap(({ part, path }) => {
    const found: Finding[] = [...inEnglish(path, part.label)];
    const lines = part.items.filter(({ joinedTo }) => joinedTo === undefined).length;
    if (part.count !== undefined && part.count !== lines) {
      found.push(finding('count', path, part.label, { stated: part.count, found: lines }));
    }
    if (part.kind === 'group' && part.items.length === 0 && part.empty === undefined) {
      found.push(finding('missingList', path, part.label));
    }
    const other = part.joinedTo === undefined ? undefined : labels.get(part.joinedTo);
    if (other) found.push(finding('joinedLines', path, part.label, { other: wordsOf(other) }));
    if (runTogether(part.label)) found.push(finding('joinedLines', path, part.label, { other: '' }));
    return found;
  });
}

function descriptionFindings(framework: Framework): readonly Finding[] {
  return framework.descriptions.flatMap((description, index) => {
    const { label, kind, fields } = description;
    const path = `descriptions[${index}]`;
    const found: Finding[] = [...inEnglish(path, label)];
    const grid = scoreGrid(description, framework.scoreGroups);
    if (grid && !grid.complete) {
      const { digits, expected } = grid;
      found.push(finding('scoreDigits', `${path}.scores.digits`, label, { digits, expected }));
    }
    if (grid && grid.computed !== grid.stated) {
      const { computed, stated } = grid;
      found.push(finding('scoreSum', `${path}.scores.sum`, label, { computed, stated }));
    }
    for (const field of framework.fields.filter(({ of }) => of === kind)) {
      const place = `${path}.fields.${field.code}`;
      const value = fields[field.code];
      const name = wordsOf(field.label);
      if (!value || (value.lines.length === 0 && value.codes.length === 0 && value.empty === undefined)) {
        found.push(finding('missingList', place, label, { field: name }));
        continue;
      }
      const counted = value.lines.length + value.codes.length;
      if (value.count !== undefined && value.count !== counted) {
        found.push(finding('count', place, label, { stated: value.count, found: counted }));
      }
      for (const [at, line] of value.lines.entries()) {
        const linePath = `${place}.lines[${at}]`;
        found.push(...inEnglish(linePath, line.text));
        if (line.broken) found.push(finding('brokenLine', linePath, line.text, { field: name }));
        if (runTogether(line.text)) found.push(finding('joinedLines', linePath, line.text, { other: '' }));
      }
    }
    return found;
  });
}

function finding(kind: Finding['kind'], path: string, about: Text, values: Values = {}): Finding {
  return { kind, path, about, values: { field: '', ...values } };
}

function inEnglish(path: string, text: Text): readonly Finding[] {
  return text.en === undefined ? [finding('noEnglish', path, text)] : [];
}

/**
 * Two lines in one: after at least three words, the last without a sign, a capital begins again and two words follow.
 * A name in the middle of a long line looks the same, and is worth the look.
 */
function runTogether(text: Text): boolean {
  return Object.values(text).some((words) =>
    /^\p{Lu}\S*(?: \S+)+ \S*\p{Ll} \p{Lu}\p{Ll}+(?: \S+){2,}$/u.test(words),
  );
}

/** The last words of a text, to find the place. */
function endOf(text: Text): string {
  return wordsOf(text).split(' ').slice(-4).join(' ');
}

function wordsOf(text: Text): string {
  return text.nl ?? Object.values(text)[0] ?? '';
}
