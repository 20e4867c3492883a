// The roles of a project's team, and what each may see and change. Nobody has a right by being signed in alone.

/** Every role in a project team. */
export const teamRoles = ['lead', 'editor', 'analyst', 'coder', 'publisher', 'dataOfficer'] as const;
export type TeamRole = (typeof teamRoles)[number];

/** Parts of a project that rights are given over. */
export const areas = [
  'questionnaire',
  'fieldwork',
  'results',
  'coding',
  'quotes',
  'needs',
  'panel',
  'report',
  'data',
  'people',
] as const;
export type Area = (typeof areas)[number];

/**
 * Who may see and who may change what (PRV-18). Whoever works with people's words is named: coders see them masked and nothing
 * else, the data officer sees how data are handled and decides about them, and opens no words.
 */
const rights: Readonly<
  Record<Area, { readonly see: readonly TeamRole[]; readonly change: readonly TeamRole[] }>
> = {
  questionnaire: { see: teamRoles, change: ['lead', 'editor'] },
  fieldwork: { see: ['lead', 'editor', 'analyst', 'publisher', 'dataOfficer'], change: ['lead'] },
  results: { see: ['lead', 'editor', 'analyst', 'publisher'], change: ['lead', 'analyst'] },
  coding: { see: ['lead', 'analyst', 'coder'], change: ['lead', 'analyst', 'coder'] },
  quotes: { see: ['lead', 'analyst', 'coder', 'publisher'], change: ['lead', 'publisher'] },
  needs: { see: ['lead', 'editor', 'analyst', 'publisher'], change: ['lead', 'editor', 'analyst'] },
  panel: { see: ['lead', 'editor', 'analyst', 'publisher'], change: ['lead'] },
  report: { see: ['lead', 'editor', 'analyst', 'publisher', 'dataOfficer'], change: ['lead', 'publisher'] },
  data: { see: ['lead', 'analyst', 'dataOfficer'], change: ['lead', 'analyst', 'dataOfficer'] },
  people: { see: ['lead', 'dataOfficer'], change: ['lead'] },
};

export type Right = 'see' | 'change';

/** Whether one of these roles gives the right. */
export function mayDo(roles: readonly TeamRole[], area: Area, right: Right): boolean {
  return roles.some((role) => rights[area][right].includes(role));
}

/** Whether this role is among those of somebody in a project. */
export function hasRole(roles: readonly TeamRole[] | undefined, role: TeamRole): boolean {
  return roles?.includes(role) ?? false;
}

/** Those of these names that are roles, in their usual order. */
export function rolesAmong(names: readonly string[]): readonly TeamRole[] {
  return teamRoles.filter((role) => names.includes(role));
}
