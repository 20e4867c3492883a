// Which parties looked back on the project, and what each still has to answer.
import type { ProjectRecord } from '../../surveys/project-records.ts';
import { evaluationQuestions } from '../../surveys/records/evaluation.ts';

export interface PartyAnswers<P> {
  readonly party: P;
  /** Null while it answered nothing at all. */
  readonly evaluation: ProjectRecord<'evaluation'> | null;
  /** Questions it left open: all of them without an evaluation. */
  readonly open: readonly (typeof evaluationQuestions)[number][];
}

/** Each party with what it answered. */
export function partyAnswers<P extends { readonly code: string }>(
  parties: readonly P[],
  evaluations: readonly ProjectRecord<'evaluation'>[],
): readonly PartyAnswers<P>[] {
  return parties.map((party) => {
    const evaluation = evaluations.find((each) => each.party.includes(party.code)) ?? null;
    return {
      party,
      evaluation,
      open: evaluationQuestions.filter((question) => !evaluation?.[question]),
    };
  });
}
