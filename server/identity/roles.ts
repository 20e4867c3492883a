// The roles of a team. For now the first account has all of them; later they are given apart.
/** Every role in a project team. */
export const teamRoles = ['lead', 'editor', 'analyst', 'publisher', 'dataOfficer'] as const;
export type TeamRole = (typeof teamRoles)[number];

type Account = { readonly roles: readonly string[] } | undefined;

/** Whether this account was given the role; nobody has one by being signed in alone. */
export function hasRole(account: Account, role: TeamRole): boolean {
  return account?.roles.includes(role) ?? false;
}

/** Whether this account reads open answers, masked, and codes them. */
export function mayCode(account: Account): boolean {
  return hasRole(account, 'lead') || hasRole(account, 'analyst');
}

/** Whether this account decides which quotes readers may see. */
export function mayRelease(account: Account): boolean {
  return hasRole(account, 'lead') || hasRole(account, 'publisher');
}
