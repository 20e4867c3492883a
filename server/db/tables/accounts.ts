// Accounts and what lets somebody in.

export interface AccountsTable {
  id: string;
  email: string;
  password_hash: string;
  created_at: string;
}

export interface SessionsTable {
  id_hash: string;
  data: string;
  expires_at: string;
}

export interface SetupTokensTable {
  hash: string;
  created_at: string;
  used_at: string | null;
}

/** Who is in the team of which project, with their roles there as a JSON list. */
export interface ProjectPeopleTable {
  project: string;
  account: string;
  roles: string;
  since: string;
}

/** A one-time link into the team of a project; gone when it is used or taken back. */
export interface ProjectInvitationsTable {
  hash: string;
  id: string;
  project: string;
  roles: string;
  for_whom: string;
  expires_on: string;
}
