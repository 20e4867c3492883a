// The roles of a team. For now the first account has all of them; later they are given apart.
/** Every role in a project team. */
export const teamRoles = ['lead', 'editor', 'analyst', 'publisher', 'dataOfficer'] as const;
export type TeamRole = (typeof teamRoles)[number];

/** Whether this account was given the role; nobody has one by being signed in alone. */
export function hasRole(account: { readonly roles: readonly string[] } | undefined, role: TeamRole): boolean {
  return account?.roles.includes(role) ?? false;
}
