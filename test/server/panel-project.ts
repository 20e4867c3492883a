// A small project with a panel on a running server: four needs, two of them inside the third, three members.
import type { Context } from '../../server/context.ts';
import { createRound, saveMembers, setMemberToken } from '../../server/db/panels.ts';
import { createProject } from '../../server/db/projects.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { needsCatalogueSchema } from '../../surveys/needs-catalogue.ts';
import { reportTemplateSchema } from '../../surveys/report-template.ts';
import { startApp } from '../set-up/start-app.ts';

export interface PanelServer {
  readonly ctx: Context;
  readonly base: string;
  /** Address of a member's ballot. */
  ballot(member: string): string;
  close(): Promise<void>;
}

const both = (words: string) => ({ nl: words, en: words });

/**
 * Starts the server with the project `klein` and nothing saved yet; round 1 is open unless left out.
 * @param more codes of needs at the top level beside the four
 */
export async function startPanelServer(withRound = true, more: readonly string[] = []): Promise<PanelServer> {
  const app = await startApp({ now: () => new Date('2024-03-01T19:14:00Z') });
  const { ctx } = app;
  const db = ctx.db.kysely;
  const needs = [
    { code: 'N1', label: both('Duidelijk aanbod') },
    { code: 'N2', label: both('Telefoon') },
    { code: 'N3', label: both('Vlotte start') },
    { code: 'N3a', parent: 'N3', label: both('Lage drempel') },
    { code: 'N3b', parent: 'N3', label: both('Op papier') },
    { code: 'N4', label: both('Herhalen') },
    ...more.map((code) => ({ code, label: both(code) })),
  ];
  await createProject(
    db,
    {
      code: 'klein',
      title: both('Klein project'),
      catalogue: needsCatalogueSchema.parse({ format: 'nodenkaart/needs/1', needs }),
      reportTemplate: reportTemplateSchema.parse({
        format: 'nodenkaart/report/1',
        code: 'klein',
        project: both('Klein'),
        title: both('Klein'),
      }),
      demonstration: true,
    },
    '2024-01-01T00:00:00Z',
  );
  const members = ['m1', 'm2', 'm3'];
  await saveMembers(
    db,
    'klein',
    members.map((code) => ({ code, library: `bib ${code}`, role: 'medewerker' })),
  );
  for (const member of members)
    await setMemberToken(db, 'klein', member, hashToken('panel', `token-${member}`));
  const lists = { top: ['N1', 'N2', 'N3', 'N4'], N3: ['N3a', 'N3b'] };
  if (withRound) await createRound(db, 'klein', { round: 1, closesOn: '2024-03-14', lists });
  return {
    ctx,
    base: app.address,
    ballot: (member) => `${app.address}/p/token-${member}`,
    close: () => app.stop(),
  };
}
