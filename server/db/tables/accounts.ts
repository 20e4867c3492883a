// Accounts and what lets somebody in.

export interface AccountsTable {
  id: string;
  email: string;
  password_hash: string;
  roles: string;
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
