// The page of a project's plan: one sentence that says where the project stands, then phases, criteria, and who is who.
import {
  type ArtefactFound,
  type CriterionProgress,
  criteriaProgress,
  type ProjectOutput,
} from '../../../../analysis/plan/criteria.ts';
import { type PhaseProgress, phaseProgress } from '../../../../analysis/plan/phases.ts';
import type { NeedResult } from '../../../../analysis/results/needs.ts';
import type { ProjectRecords } from '../../../../surveys/project-records.ts';
import { inLanguage, type Text } from '../../../../surveys/questionnaire.ts';
import type { LineView } from '../process-view.ts';
import type { Words } from '../workspace.ts';
import { heldWords, type PhaseLine, phaseLines, phasesDrawn } from './phases-view.ts';
import { type PlanLine, type PlanPart, places, planPart } from './plan-lines.ts';

interface CriterionLine extends PlanLine {
  readonly met: boolean;
  readonly stateWord: string;
  readonly artefacts: readonly { readonly title: string; readonly kind: string; readonly address: string }[];
}
interface BodyLine extends PlanLine {
  readonly toConsider: boolean;
  readonly stateWord: string;
  readonly organisations: readonly string[];
  readonly note: string;
}
interface StrandLine extends PlanLine {
  readonly needs: readonly { readonly label: string; readonly address: string }[];
  readonly actions: readonly string[];
}
export interface PlanPage {
  readonly csrf: string;
  readonly finding: string;
  /** What was not held as planned; or that nothing is amiss; '' where nothing is planned. */
  readonly lead: string;
  /** By whom it was asked; '' where nobody is named. */
  readonly commissioned: string;
  readonly process: LineView | null;
  readonly phases: PlanPart<PhaseLine>;
  readonly meetings: PlanPart<PlanLine>;
  readonly criteria: PlanPart<CriterionLine>;
  readonly parties: PlanPart<PlanLine>;
  readonly bodies: PlanPart<BodyLine>;
  readonly strands: PlanPart<StrandLine>;
  /** Needs and actions that stand in no strand, where there are strands. */
  readonly without: readonly string[];
  /** Where its materials are. */
  readonly materials: string;
}

export interface PlanInput {
  readonly project: string;
  readonly records: ProjectRecords;
  readonly output: ProjectOutput;
}

export function planPage(
  { project, records, output }: PlanInput,
  needs: readonly Pick<NeedResult, 'code' | 'label'>[],
  today: string,
  csrf: string,
  words: Words,
): PlanPage {
  const { say, language } = words;
  const root = `/team/${project}/plan`;
  const text = (value: Text | undefined) => (value ? inLanguage(value, language) : '');
  const facts = (...parts: readonly string[]) => parts.filter(Boolean).join(' · ');
  const phases = phaseProgress(records, today);
  const criteria = criteriaProgress(records, output, today);
  const parties = records.party.map(({ name }) => text(name));
  const meetings = records.work_meeting.toSorted((a, b) => a.date.sort.localeCompare(b.date.sort));
  return {
    csrf,
    finding: standing(phases, criteria, words),
    lead: amiss(phases, words),
    commissioned:
      parties.length === 0
        ? ''
        : say({ key: 'plan.commissioned', values: { parties: listed(parties, words) } }),
    process: phasesDrawn(records, today, words),
    phases: planPart(root, 'phases', 'phase', phaseLines(phases, root, words), words),
    meetings: planPart(
      root,
      'meetings',
      'meeting',
      // In order of time, so there is nothing to move.
      places(root, 'meetings', meetings).map(({ record, place }) => ({
        ...place,
        first: true,
        last: true,
        title: text(record.title),
        facts: facts(
          text(record.date.label),
          say({ key: `plan.meeting.modeChoice.${record.mode}` }),
          say({ key: `plan.meeting.${record.date.sort <= today ? 'held' : 'toCome'}` }),
        ),
      })),
      words,
    ),
    criteria: planPart(
      root,
      'criteria',
      'criterion',
      places(root, 'criteria', criteria.map(withCode)).map(({ record, place }) => ({
        ...place,
        title: text(record.criterion.text),
        facts: '',
        met: record.met,
        stateWord: say({ key: `plan.criterion.${record.met ? 'met' : 'notYet'}` }),
        artefacts: record.artefacts.map((artefact) => ({
          title: text(artefact.title),
          kind: facts(
            say({ key: `plan.artefact.${artefact.kind}` }),
            artefact.isThere ? '' : say({ key: 'plan.criterion.toCome' }),
          ),
          address: addressOf(project, artefact),
        })),
      })),
      words,
    ),
    parties: planPart(
      root,
      'parties',
      'party',
      places(root, 'parties', records.party).map(({ record, place }) => ({
        ...place,
        title: text(record.name),
        facts: facts(text(record.role), text(record.sector)),
      })),
      words,
    ),
    bodies: planPart(
      root,
      'bodies',
      'body',
      places(root, 'bodies', records.body).map(({ record, place }) => ({
        ...place,
        title: text(record.name),
        facts: say({ key: `plan.body.roleChoice.${record.role}` }),
        toConsider: record.state === 'toConsider',
        stateWord: say({ key: `plan.body.stateChoice.${record.state}` }),
        organisations: record.organisations.map(({ name }) => text(name)),
        note: text(record.note),
      })),
      words,
    ),
    strands: planPart(
      root,
      'strands',
      'strand',
      places(root, 'strands', records.strand).map(({ record, place }) => ({
        ...place,
        title: text(record.name),
        facts: text(record.about),
        needs: needs
          .filter(({ code }) => record.needs.includes(code))
          .map(({ code, label }) => ({ label: text(label), address: `/team/${project}/needs/${code}` })),
        actions: records.action
          .filter(({ code }) => record.actions.includes(code))
          .map(({ title }) => text(title)),
      })),
      words,
    ),
    without: withoutStrand(records, needs).map(text),
    materials: `/team/${project}/materials`,
  };
}

function withCode(progress: CriterionProgress): CriterionProgress & { readonly code: string } {
  return { ...progress, code: progress.criterion.code };
}

function listed(words: readonly string[], { language }: Words): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words);
}

/** Needs and actions that no strand names; none where the project has no strands. */
function withoutStrand(
  { strand, action }: ProjectRecords,
  needs: readonly Pick<NeedResult, 'code' | 'label'>[],
): readonly Text[] {
  if (strand.length === 0) return [];
  const named = {
    needs: strand.flatMap((each) => each.needs),
    actions: strand.flatMap((each) => each.actions),
  };
  return [
    ...needs.filter(({ code }) => !named.needs.includes(code)).map(({ label }) => label),
    ...action.filter(({ code }) => !named.actions.includes(code)).map(({ title }) => title),
  ];
}

/** Where the project stands: its phase, and how many criteria are shown. */
function standing(
  phases: readonly PhaseProgress[],
  criteria: readonly CriterionProgress[],
  words: Words,
): string {
  const { say } = words;
  const met = criteria.filter((each) => each.met).length;
  const sentences = [
    ...(phases.length === 0 ? [] : [phaseSentence(phases, words)]),
    ...(criteria.length === 0 ? [] : [say({ key: 'plan.met', values: { met, count: criteria.length } })]),
  ];
  return sentences.length === 0 ? say({ key: 'plan.nothing' }) : sentences.join(' ');
}

function phaseSentence(phases: readonly PhaseProgress[], words: Words): string {
  const { say, language } = words;
  const count = phases.length;
  const now = phases.filter(({ state }) => state === 'now');
  const next = phases.find(({ state }) => state === 'ahead');
  const [one] = now;
  if (one && now.length === 1) {
    const values = { number: one.number, count, title: inLanguage(one.phase.title, language) };
    return say({ key: 'plan.stands.one', values });
  }
  if (one) {
    const numbers = listed(
      now.map(({ number }) => String(number)),
      words,
    );
    return say({ key: 'plan.stands.several', values: { numbers, count } });
  }
  if (!next) return say({ key: 'plan.stands.over', values: { count } });
  const values = { number: next.number, count, date: inLanguage(next.phase.date.label, language) };
  return say({ key: next.number === 1 ? 'plan.stands.ahead' : 'plan.stands.between', values });
}

/** What is short or more than planned; or that everything is as planned, where something was to be held by now. */
function amiss(phases: readonly PhaseProgress[], words: Words): string {
  const { say } = words;
  const due = phases.filter(({ state }) => state !== 'ahead').flatMap(({ counts }) => counts);
  if (due.length === 0) return '';
  const off = phases.flatMap(({ number, counts }) =>
    counts
      .filter(({ state }) => state === 'short' || state === 'above')
      .map((count) => {
        const kind = say({ key: `plan.phase.${count.kind}` }).toLowerCase();
        return say({ key: 'plan.amiss.one', values: { number, kind, held: heldWords(count, words) } });
      }),
  );
  return off.length === 0
    ? say({ key: 'plan.amiss.none' })
    : say({ key: 'plan.amiss.all', values: { list: off.join('; ') } });
}

/** Where an artefact is seen. */
function addressOf(project: string, { kind, code }: ArtefactFound): string {
  const root = `/team/${project}`;
  const own = encodeURIComponent(code);
  const addresses: Readonly<Record<ArtefactFound['kind'], string>> = {
    survey: `${root}/questionnaire?survey=${own}`,
    report: `/r/${own}`,
    interview: `${root}/records#interviews`,
    workshop: `${root}/workshops#${own}`,
    work_meeting: `${root}/plan#${own}`,
    material: `${root}/materials/material/${own}`,
    kit: `${root}/materials/kit/${own}`,
    course: `${root}/materials/course/${own}`,
    paper: `${root}/literature`,
    dissemination: `${root}/dissemination#${own}`,
    study: `${root}/records#studies`,
    finding: `${root}/records#findings`,
    recommendation: `${root}/records#recommendations`,
  };
  return addresses[kind];
}
