// The lines of the log of data that leave, in words.
import type { StoredDataLine } from '../../../db/data-log.ts';
import { formatDate, formatTime } from '../../../format-values.ts';
import type { Words } from '../workspace.ts';

export interface LineView {
  readonly what: string;
  readonly why: string;
  readonly when: string;
  readonly who: string;
  /** SHA-256 of what went out; empty where nothing did. */
  readonly hash: string;
}

export function lineView(line: StoredDataLine, { language, say }: Words): LineView {
  const unnamed = line.act === 'erased' ? 'bySchedule' : 'byCommand';
  const who = line.account === '' ? unnamed : 'formerAccount';
  return {
    what: say({ key: `data.act.${line.act}`, values: valuesOf(line, language, say) }),
    why: line.reason,
    when: `${formatDate(language, line.at.slice(0, 10))}, ${formatTime(language, line.at)}`,
    who: line.email ?? say({ key: `data.${who}` }),
    hash: 'hash' in line.details ? line.details.hash : '',
  };
}

/** Roles as a sentence names them. */
export function rolesInWords(roles: readonly string[], language: string, say: Words['say']): string {
  return new Intl.ListFormat(language).format(roles.map((role) => say({ key: `people.role.${role}` })));
}

function valuesOf(
  line: StoredDataLine,
  language: string,
  say: Words['say'],
): Readonly<Record<string, string | number>> {
  const request = line.request ?? line.entry;
  switch (line.act) {
    case 'asked': {
      const { survey, kind, fields, until } = line.details;
      const values = { survey, kind: say({ key: `data.kind.${kind}` }), fields: fields.length };
      return { request, ...values, until: formatDate(language, until) };
    }
    case 'approved': {
      const { fields, until, seen } = line.details;
      const values = { fields: fields.length, until: formatDate(language, until) };
      return { request, ...values, below: seen.below, alone: seen.alone };
    }
    case 'erased': {
      const { left, ...details } = line.details;
      return { ...details, left: left?.join(', ') ?? 'none' };
    }
    case 'invited':
    case 'joined':
      return { roles: rolesInWords(line.details.roles, language, say) };
    case 'rolesGiven': {
      const { roles } = line.details;
      const person = line.person ?? say({ key: 'data.formerAccount' });
      return { person, count: roles.length, roles: rolesInWords(roles, language, say) };
    }
    case 'fetching':
      return { request, kind: say({ key: `data.kind.${line.details.kind}` }) };
    case 'fetched':
    case 'cutShort':
    case 'exported': {
      const { kind, rows, bytes } = line.details;
      return { request, kind: say({ key: `data.kind.${kind}` }), rows, bytes };
    }
    default:
      return { request };
  }
}
