// A questionnaire drawn from a framework: the parts somebody picked and what their organisation adds, each on importance and ability.
import { emptyQuestionnaire, type StartWords } from '../editing/starts.ts';
import { type Questionnaire, questionnaireSchema, type Text } from '../questionnaire.ts';
import type { Framework, Part } from './framework.ts';
import { placedParts, scoredParts } from './parts.ts';

/** Words a drawn questionnaire is made with, in its languages. Steps go from 1 up, the same number for both scales. */
export interface DrawWords {
  readonly start: StartWords;
  readonly title: Text;
  /** From which framework and version. */
  readonly intro: Text;
  readonly question: Text;
  readonly importance: Text;
  readonly ability: Text;
  readonly importanceSteps: readonly Text[];
  readonly abilitySteps: readonly Text[];
  readonly notMine: Text;
  /** Heading of what the organisation adds itself. */
  readonly own: Text;
}

/** Parts that can be picked, in the groups they stand in: what is scored and holds no parts of its own. */
export interface PickGroup {
  readonly group: Part;
  /** Its words, after those of the part it stands under: "Omgeving: gedrag". */
  readonly label: Text;
  readonly parts: readonly Part[];
}

/** The groups of a framework with parts to pick, in its order. */
export function pickGroups(framework: Framework): readonly PickGroup[] {
  const scored = new Set(scoredParts(framework).filter(({ items }) => items.length === 0));
  return placedParts(framework)
    .map(({ part, parent }) => ({
      group: part,
      label: parent ? under(parent.label, part.label) : part.label,
      parts: part.items.filter((item) => scored.has(item)),
    }))
    .filter(({ parts }) => parts.length > 0);
}

/** The code by which one facet of a part is picked, by its place from 0. */
export function facetCode(part: Part, place: number): string {
  return `${part.code}~${place + 1}`;
}

/** Places that each organisation fills itself. */
export function localSlots(framework: Framework): readonly Part[] {
  return placedParts(framework)
    .map(({ part }) => part)
    .filter(({ empty }) => empty === 'local');
}

/**
 * A draft with a page per group that something was picked of, and one for what the organisation adds. A local place that
 * stays empty gives no row, so that it is never scored.
 * @param picked codes of parts, and of facets as `facetCode` gives them.
 * @param own the words the organisation added, in its own order.
 * @throws RangeError when nothing was picked and nothing added.
 */
export function drawnQuestionnaire(
  framework: Framework,
  picked: readonly string[],
  own: readonly Text[],
  code: string,
  languages: readonly string[],
  words: DrawWords,
): Questionnaire {
  const rows = (parts: readonly Part[]) =>
    parts.flatMap((part) => [
      ...(picked.includes(part.code)
        ? [{ code: codeIn(part.code), label: inLanguages(part.label, languages) }]
        : []),
      ...part.facets.flatMap((facet, place) =>
        picked.includes(facetCode(part, place))
          ? [
              {
                code: codeIn(facetCode(part, place)),
                label: inLanguages(under(part.label, facet), languages),
              },
            ]
          : [],
      ),
    ]);
  const groups = pickGroups(framework)
    .map(({ label, parts }) => ({
      title: inLanguages(label, languages),
      rows: rows(parts),
    }))
    .filter(({ rows: chosen }) => chosen.length > 0);
  const added = own.map((label, index) => ({ code: `own-${index + 1}`, label }));
  const pages = added.length > 0 ? [...groups, { title: words.own, rows: added }] : groups;
  if (pages.length === 0) throw new RangeError('a questionnaire needs something to ask');
  const empty = emptyQuestionnaire(code, languages, words.title, words.start);
  return questionnaireSchema.parse({
    ...empty,
    scales: {
      importance: scaleOf('sequential', words.importanceSteps, words.notMine),
      ability: scaleOf('mastery', words.abilitySteps, words.notMine),
    },
    pages: [
      ...empty.pages.slice(0, 1),
      ...pages.map((page, index) => ({
        code: `set-${index + 1}`,
        title: page.title,
        ...(index === 0 ? { intro: words.intro } : {}),
        questions: [
          {
            type: 'grid',
            code: `rated-${index + 1}`,
            label: words.question,
            rows: page.rows,
            scales: [
              { variable: `importance-${index + 1}`, scale: 'importance', label: words.importance },
              {
                variable: `ability-${index + 1}`,
                scale: 'ability',
                label: words.ability,
                unless: { variable: `importance-${index + 1}`, is: ['N'] },
              },
            ],
          },
        ],
      })),
    ],
  });
}

function scaleOf(look: string, steps: readonly Text[], notMine: Text) {
  const options = steps.map((label, index) => ({ code: String(index + 1), label, value: index + 1 }));
  return { look, options: [...options, { code: 'N', label: notMine, missing: 'notApplicable' }] };
}

/** Codes of answers have no points. */
function codeIn(code: string): string {
  return code.replaceAll('.', '_').replaceAll('~', '-');
}

function inLanguages(text: Text, languages: readonly string[]): Text {
  const known = Object.entries(text).filter(([language]) => languages.includes(language));
  return known.length > 0 ? Object.fromEntries(known) : text;
}

function under(parent: Text, own: Text): Text {
  const first = (words: string) => words.slice(0, 1).toLowerCase() + words.slice(1);
  return Object.fromEntries(
    Object.entries(own).map(([language, words]) => [
      language,
      parent[language] === undefined ? words : `${parent[language]}: ${first(words)}`,
    ]),
  );
}
