// Who is in the team of which project, with their roles there, and the invitations to come in. Until now an account had its
// roles in every project: it keeps them in those that are there.
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Dialect, typed } from '../portable.ts';

export function peopleOfProjects(dialect: Dialect): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await typed(dialect, db.schema.createTable('project_people'))
        .addColumn('project', 'text', (made) =>
          made.notNull().references('projects.code').onDelete('cascade'),
        )
        .addColumn('account', 'text', (made) => made.notNull().references('accounts.id').onDelete('cascade'))
        .addColumn('roles', 'text', (made) => made.notNull())
        .addColumn('since', 'text', (made) => made.notNull())
        .addPrimaryKeyConstraint('project_people_key', ['project', 'account'])
        .execute();
      await typed(dialect, db.schema.createTable('project_invitations'))
        .addColumn('hash', 'text', (made) => made.notNull().primaryKey())
        .addColumn('id', 'text', (made) => made.notNull())
        .addColumn('project', 'text', (made) =>
          made.notNull().references('projects.code').onDelete('cascade'),
        )
        .addColumn('roles', 'text', (made) => made.notNull())
        .addColumn('for_whom', 'text', (made) => made.notNull())
        .addColumn('expires_on', 'text', (made) => made.notNull())
        .execute();
      await sql`insert into project_people (project, account, roles, since)
        select projects.code, accounts.id, accounts.roles, accounts.created_at from projects cross join accounts`.execute(
        db,
      );
      await db.schema.alterTable('accounts').dropColumn('roles').execute();
    },
  };
}
