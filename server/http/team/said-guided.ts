// What the forms of a talk and of a workshop say, line by line in words, so that two states of one can be laid side by side.
import type { Guide } from '../../../surveys/guides/guide.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import type { Said } from './both-texts.ts';
import type { TalkTyped } from './talk-form.ts';
import { ideaMarks, tallies, type WorkshopTyped } from './workshop-form.ts';
import type { Words } from './workspace.ts';

export function saidOfTalk(typed: TalkTyped, guide: Guide, words: Words): readonly Said[] {
  const { say } = words;
  const line = (key: string, said: string): Said => ({ label: say({ key: `guide.talk.${key}` }), said });
  const yes = (given: boolean) => (given ? say({ key: 'record.yes' }) : '');
  const named = namesIn(words);
  return [
    line('participant', typed.participant),
    line('selection', typed.selection),
    line('day', typed.day),
    line('mode', typed.mode === '' ? '' : say({ key: `guide.mode.${typed.mode}` })),
    line('participants', named(guide.participants, typed.participants)),
    line('people', typed.people),
    line('consentNotes', yes(typed.consentNotes)),
    line('consentAudio', yes(typed.consentAudio)),
    line('consentName', yes(typed.consentName)),
    ...guide.blocks.map(({ code, title }) => ({
      label: `${say({ key: 'guide.talk.notes' })}: ${inLanguage(title, words.language)}`,
      said: typed.notes.get(code) ?? '',
    })),
    ...[...typed.recognised].map(([need, answer]) => ({
      label: `${say({ key: 'guide.talk.recognised' })}: ${need}`,
      said: say({ key: `guide.talk.answer.${answer || 'notAsked'}` }),
    })),
    line('missing', typed.missing),
    ...typed.solutions.flatMap(({ text, need, works, note }, place) => {
      const of = say({ key: 'guide.talk.solution', values: { number: place + 1 } });
      return [
        ['solutionText', text],
        ['solutionNeed', need],
        ['works', works === '' ? '' : say({ key: `guide.talk.working.${works}` })],
        ['solutionNote', note],
      ].map(([key, said]) => ({ label: `${of}: ${say({ key: `guide.talk.${key}` })}`, said: said ?? '' }));
    }),
    ...typed.excerpts.flatMap((excerpt, place) => {
      const of = say({ key: 'guide.talk.excerpt', values: { number: place + 1 } });
      const part = (key: string, said: string): Said => ({
        label: `${of}: ${say({ key: `guide.talk.${key}` })}`,
        said,
      });
      return [
        part('said', excerpt.text),
        part('role', excerpt.role),
        part('need', excerpt.need),
        part('direction', say({ key: `team.direction.${excerpt.direction}` })),
        part(
          'block',
          named(
            guide.blocks.map(({ code, title }) => ({ code, label: title })),
            excerpt.block,
          ),
        ),
        part('certainty', say({ key: `team.records.certainty.${excerpt.certainty}` })),
      ];
    }),
    line('followUp', typed.followUp),
  ];
}

export function saidOfWorkshop(typed: WorkshopTyped, guide: Guide, words: Words): readonly Said[] {
  const { say, language } = words;
  const line = (key: string, said: string): Said => ({ label: say({ key }), said });
  const named = namesIn(words);
  const rows = <T>(
    one: string,
    list: readonly T[],
    parts: (row: T) => readonly (readonly [string, string])[],
  ) =>
    list.flatMap((row, place) =>
      parts(row).map(([key, said]) => ({
        label: `${say({ key: one })} ${place + 1}: ${say({ key })}`,
        said,
      })),
    );
  const boards = (guide.workshop?.boards ?? []).map(({ code, title }) => ({ code, label: title }));
  return [
    line('guide.workshop.name', typed.title),
    line('guide.workshop.day', typed.day),
    line('guide.workshop.parts', typed.parts),
    line('guide.talk.people', typed.people),
    ...rows('guide.workshop.party', typed.invited, ({ party, from, people }) => [
      ['guide.workshop.partyName', party],
      ['guide.workshop.from', from === '' ? '' : say({ key: `guide.workshop.invitedFrom.${from}` })],
      ['guide.workshop.invitedPeople', people],
    ]),
    ...(guide.workshop?.agenda ?? []).map(({ code, title }) => ({
      label: inLanguage(title, language),
      said: typed.outputs.get(code) ?? '',
    })),
    ...rows('guide.workshop.statement', typed.statements, (statement) => [
      ['guide.workshop.said', statement.text],
      ['guide.workshop.board', named(boards, statement.board)],
      ...tallies.map((tally) => [`guide.tally.${tally}`, statement[tally]] as const),
      ['guide.cards.needed', statement.needed],
    ]),
    ...rows('guide.workshop.idea', typed.ideas, (idea) => [
      ['guide.workshop.what', idea.text],
      ...ideaMarks.map((mark) => [`guide.workshop.${mark}`, idea[mark]] as const),
    ]),
  ];
}

/** What a code is called in a list; '' for none of it. */
function namesIn({ language }: Words) {
  return (list: readonly { readonly code: string; readonly label: Text }[], code: string) => {
    const found = list.find((each) => each.code === code);
    return found ? inLanguage(found.label, language) : '';
  };
}
