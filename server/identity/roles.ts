// The roles of a team. For now the first account has all of them; later they are given apart.

/** Every role in a project team. */
export const teamRoles = ['lead', 'editor', 'analyst', 'publisher'] as const;
