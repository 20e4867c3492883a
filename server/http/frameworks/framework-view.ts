// One framework to read: what its record says, what is worth a look in its source, and its parts with what stays empty.
import type { Framework, Part } from '../../../surveys/frameworks/framework.ts';
import { isFor, partByCode, partsOf } from '../../../surveys/frameworks/parts.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import { formatDate } from '../../format-values.ts';
import type { ReadFramework } from '../../frameworks.ts';
import type { Lead } from '../team/page-parts.ts';
import { emptyWords, type FrameworkWords, frameworkAddresses, publicFrameworks } from './words.ts';

interface PartView {
  readonly code: string;
  readonly label: string;
  /** "kerntaak", "resultaatgebied" …; empty for what only holds others together, and where the list above says it. */
  readonly kind: string;
  readonly facts: readonly string[];
  readonly facets: readonly string[];
  readonly term: { readonly word: string; readonly meaning: string } | null;
  readonly note: string;
  /** Why nothing stands under it. */
  readonly empty: string;
  readonly items: readonly PartView[];
}
export interface FrameworkPage extends Lead {
  readonly back: string;
  /** Picking parts for a questionnaire; null for who has no project. */
  readonly draw: string | null;
  readonly source: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly context: readonly string[];
  readonly findings: readonly { readonly name: string; readonly about: string; readonly text: string }[];
  /** Whose parts are shown; empty where no part is limited to a role. */
  readonly roles: readonly { readonly name: string; readonly address: string; readonly here: boolean }[];
  readonly parts: readonly PartView[];
}

/** For somebody in none of the roles a part may be limited to. */
const otherRole = '-';

/** @param role shows only what is for this role; null shows every part, with the roles it is for. */
export function frameworkPage(
  all: string,
  { framework, findings }: ReadFramework,
  role: string | null,
  words: FrameworkWords,
): FrameworkPage {
  const { language, say } = words;
  const text = (value: Text) => inLanguage(value, language);
  const to = frameworkAddresses(all, framework.code);
  const roles = partsOf(framework, 'role');
  return {
    finding: text(framework.label),
    lead: say({
      key: 'frameworks.one.lead',
      values: { version: framework.version, day: formatDate(language, framework.read) },
    }),
    action:
      framework.descriptions.length > 1
        ? { address: to.compare, name: say({ key: 'frameworks.one.compare' }) }
        : null,
    back: to.all,
    draw: all === publicFrameworks ? null : to.draw,
    source: text(framework.source),
    facts: framework.facts.map(({ label, value }) => ({
      label: text(label),
      value: value ?? say({ key: 'frameworks.one.blank' }),
    })),
    context: framework.context.map(text),
    findings: findings.map(({ kind, about, values }) => ({
      name: say({ key: `frameworks.finding.${kind}.name` }),
      about: text(about),
      text: say({ key: `frameworks.finding.${kind}.text`, values }),
    })),
    roles:
      roles.length === 0
        ? []
        : [
            { name: say({ key: 'frameworks.one.everyRole' }), address: to.one, here: role === null },
            ...[...roles.map(({ code, label }) => [code, text(label)] as const), other(say)].map(
              ([code, name]) => ({
                name,
                address: `${to.one}?role=${encodeURIComponent(code)}`,
                here: role === code,
              }),
            ),
          ],
    parts: partViews(
      framework,
      framework.parts.filter(({ items }) => !items.some(({ kind }) => kind === 'role')),
      role,
      words,
    ),
  };
}

function other(say: FrameworkWords['say']): readonly [string, string] {
  return [otherRole, say({ key: 'frameworks.one.otherRole' })];
}

function partViews(
  framework: Framework,
  parts: readonly Part[],
  role: string | null,
  words: FrameworkWords,
): readonly PartView[] {
  const { language, say } = words;
  const text = (value: Text) => inLanguage(value, language);
  const names = (codes: readonly string[]) =>
    codes.map((code) => text(partByCode(framework, code)?.label ?? { nl: code })).join(', ');
  return parts
    .filter((part) => role === null || isFor(part, role))
    .map((part) => {
      const depth = framework.depths.find(({ code }) => code === part.depth);
      const fact = (key: string, list: string) =>
        list === '' ? [] : [say({ key: `frameworks.part.${key}`, values: { list } })];
      return {
        code: part.code,
        label: text(part.label),
        kind:
          part.kind === 'group' || part.items.length === 0
            ? ''
            : say({ key: `frameworks.kind.${part.kind}` }),
        facts: [
          ...countOf(part, words),
          ...fact('codes', part.codes.join(', ')),
          ...fact('depth', depth ? text(depth.label) : ''),
          ...fact('restates', names(part.restates)),
          ...fact('onlyFor', names(part.onlyFor)),
          ...fact('evidenceFor', part.evidenceFor.join(', ')),
        ],
        facets: part.facets.map(text),
        term: part.term ? { word: text(part.term.word), meaning: text(part.term.meaning) } : null,
        note: part.note ? text(part.note) : '',
        empty: part.empty ? emptyWords(part.empty, words) : '',
        items: partViews(framework, part.items, role, words),
      };
    });
}

/** "18 activiteiten": what a part holds, where that is all of one kind. */
function countOf({ items }: Part, { say }: FrameworkWords): readonly string[] {
  const kind = items[0]?.kind;
  if (kind === undefined || kind === 'group' || kind === 'role') return [];
  return [say({ key: `frameworks.count.${kind}`, values: { count: items.length } })];
}
