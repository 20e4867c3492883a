// How the commissioning parties look back: each under its own name, and who still has to.
import { partyAnswers } from '../../../../analysis/materials/party-answers.ts';
import type { ProjectRecord } from '../../../../surveys/project-records.ts';
import type { Text } from '../../../../surveys/questionnaire.ts';
import { evaluationQuestions } from '../../../../surveys/records/evaluation.ts';
import type { ReportWords } from '../../../report/report-words.ts';
import type { Lead, Tab } from '../page-parts.ts';
import { materialTabs } from './tabs.ts';

export interface EvaluationPage extends Lead {
  readonly tabs: readonly Tab[];
  /** Where the parties are written down. */
  readonly plan: string;
  readonly parties: readonly {
    readonly code: string;
    readonly name: string;
    /** When it was signed and by whom; empty while nothing was answered. */
    readonly facts: string;
    readonly complete: boolean;
    /** What it still has to answer; empty where nothing. */
    readonly missing: string;
    readonly edit: string | null;
  }[];
  readonly questions: readonly {
    readonly title: string;
    readonly answers: readonly { readonly party: string; readonly words: string }[];
  }[];
}

interface Party {
  readonly code: string;
  readonly name: Text;
}

export function evaluationPage(
  project: string,
  parties: readonly Party[],
  evaluations: readonly ProjectRecord<'evaluation'>[],
  words: ReportWords,
): EvaluationPage {
  const { t, text } = words;
  const root = `/team/${project}/evaluation`;
  const answered = partyAnswers(parties, evaluations);
  const missing = answered.filter(({ open }) => open.length > 0).map(({ party }) => text(party.name));
  const state = parties.length === 0 ? 'noParties' : missing.length === 0 ? 'complete' : 'missing';
  return {
    finding: t(`materials.evaluation.${state}`, {
      count: parties.length,
      names: words.list(missing),
      missing: missing.length,
    }),
    lead: t('materials.evaluation.lead'),
    action:
      missing.length > 0 ? { address: `${root}/parties/new`, name: t('materials.evaluation.new') } : null,
    tabs: materialTabs(project, 'evaluation', words),
    plan: `/team/${project}/plan`,
    parties: answered.map(({ party, evaluation, open }) => ({
      code: party.code,
      name: text(party.name),
      facts: evaluation ? `${text(evaluation.signedBy)} · ${text(evaluation.date.label)}` : '',
      complete: open.length === 0,
      missing:
        evaluation === null
          ? t('materials.evaluation.nothing')
          : open.length > 0
            ? t('materials.evaluation.open', {
                count: open.length,
                questions: words.list(open.map((each) => `“${t(`materials.evaluation.${each}`)}”`)),
              })
            : '',
      edit: evaluation ? `${root}/parties/${evaluation.code}` : null,
    })),
    questions: evaluationQuestions.map((question) => ({
      title: t(`materials.evaluation.${question}`),
      answers: answered.flatMap(({ party, evaluation }) => {
        const said = evaluation?.[question];
        return said ? [{ party: text(party.name), words: text(said) }] : [];
      }),
    })),
  };
}
