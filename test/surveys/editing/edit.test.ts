// Edits of a definition: what each gives, that references follow a new code, and that nothing is lost unsaid.
import { describe, expect, it } from 'vitest';
import { checkQuestionnaire } from '../../../surveys/check.ts';
import { codebookOf } from '../../../surveys/codebook.ts';
import { applyEdit, type Edit } from '../../../surveys/editing/edit.ts';
import { newQuestion } from '../../../surveys/editing/starts.ts';
import {
  type Question,
  type Questionnaire,
  type QuestionOf,
  questionnaireSchema,
  questionsOf,
} from '../../../surveys/questionnaire.ts';
import { sample, sampleDefinition } from '../sample-questionnaire.ts';
import { startWords } from './start-words.ts';

const both = (words: string) => ({ nl: words, en: words });

function edited(edit: Edit, questionnaire = sample): Questionnaire {
  const result = applyEdit(questionnaire, edit);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.questionnaire;
}
function refused(edit: Edit, questionnaire = sample) {
  const result = applyEdit(questionnaire, edit);
  if (!('problems' in result)) throw new Error('the edit was made');
  return result.problems.map(({ key, path }) => [key.replace('project.problem.', ''), path]);
}
function named<T extends Question['type']>(type: T, code: string, questionnaire = sample): QuestionOf<T> {
  const found = questionsOf(questionnaire).find((question) => question.code === code);
  if (found?.type !== type) throw new Error(`no ${type} ${code}`);
  return found as QuestionOf<T>;
}
const codes = (questionnaire: Questionnaire) =>
  questionnaire.pages.map(({ code, questions }) => [code, ...questions.map((question) => question.code)]);

/** The sample with words that name answers, and a page that hangs on a cell of the grid. */
const referring = questionnaireSchema.parse({
  ...sampleDefinition,
  pages: sampleDefinition.pages.map((page) =>
    page.code === 'ways'
      ? {
          ...page,
          intro: both('Als {role|collega} met {use.till} en {learn}'),
          showIf: {
            any: [{ not: { variable: 'use.till', is: ['N', '2'] } }, { answered: 'role.other.text' }],
          },
        }
      : page,
  ),
});

describe('pages', () => {
  const page = { code: 'extra', title: both('Extra'), questions: [named('text', 'words')] };
  it('are added behind another or in front', () => {
    const question = { ...named('text', 'words'), code: 'more' };
    const added = { ...page, questions: [question] };
    expect(codes(edited({ kind: 'addPage', after: 'you', page: added }))[1]).toEqual(['extra', 'more']);
    expect(codes(edited({ kind: 'addPage', after: null, page: added }))[0]).toEqual(['extra', 'more']);
  });

  it('are not added with a question whose code is taken', () => {
    expect(refused({ kind: 'addPage', after: 'you', page })).toEqual([
      ['codeTaken', 'pages[4].questions[2].code'],
    ]);
  });

  it('keep their questions when their own words change', () => {
    const after = edited({ kind: 'replacePage', code: 'ways', page: { code: 'how', title: both('Hoe?') } });
    expect(codes(after)[3]).toEqual(['how', 'ways', 'pace', 'words']);
    expect(after.pages[3]?.title).toEqual(both('Hoe?'));
  });

  it('move and keep what they are', () => {
    const after = edited({ kind: 'movePage', code: 'ways', to: 1 });
    expect(after.pages.map(({ code }) => code)).toEqual(['you', 'ways', 'tools', 'lead']);
    expect(after.pages[1]).toEqual(sample.pages[3]);
    expect(edited({ kind: 'movePage', code: 'ways', to: 99 })).toEqual(sample);
  });

  it('go when nothing outside reads their answers, and say where they are read when something does', () => {
    expect(codes(edited({ kind: 'removePage', code: 'ways' }))).toHaveLength(3);
    expect(refused({ kind: 'removePage', code: 'you' })).toEqual([['stillRead', 'pages[2].showIf']]);
  });

  it('that are not there any more are told so', () => {
    expect(refused({ kind: 'movePage', code: 'nowhere', to: 0 })).toEqual([['gone', '']]);
  });
});

describe('questions', () => {
  it('are added behind another, a grid with the scale it brings', () => {
    const question = { ...named('text', 'words'), code: 'more' };
    const after = edited({ kind: 'addQuestion', page: 'ways', after: 'ways', question });
    expect(codes(after)[3]).toEqual(['ways', 'ways', 'more', 'pace', 'words']);
    const plain = questionnaireSchema.parse({
      ...sampleDefinition,
      scales: {},
      lists: {},
      pages: [sampleDefinition.pages[0]],
    });
    const grid = newQuestion('grid', 'G1', startWords, plain);
    const withGrid = edited({ kind: 'addQuestion', page: 'you', after: 'role', ...grid }, plain);
    expect(checkQuestionnaire(withGrid)).toEqual([]);
    expect(Object.keys(withGrid.scales)).toEqual(['scale-1']);
  });

  it('move inside a page and to another', () => {
    expect(codes(edited({ kind: 'moveQuestion', code: 'words', page: 'ways', to: 0 }))[3]).toEqual([
      'ways',
      'words',
      'ways',
      'pace',
    ]);
    const after = edited({ kind: 'moveQuestion', code: 'pace', page: 'you', to: 1 });
    expect(codes(after)[0]).toEqual(['you', 'consent', 'pace', 'library', 'role']);
    expect(codes(after)[3]).toEqual(['ways', 'ways', 'words']);
  });

  it('do not leave a page empty', () => {
    expect(refused({ kind: 'moveQuestion', code: 'team', page: 'you', to: 1 })).toEqual([
      ['lastQuestionMoved', 'pages[2].questions[0]'],
    ]);
    expect(refused({ kind: 'removeQuestion', code: 'team' })).toEqual([
      ['lastQuestion', 'pages[2].questions[0]'],
    ]);
  });

  it('that conditions or words still read are not removed, and the places are told', () => {
    expect(refused({ kind: 'removeQuestion', code: 'learn' })).toEqual([
      ['stillRead', 'pages[1].questions[2].showIf'],
    ]);
    expect(refused({ kind: 'removeQuestion', code: 'role' }, referring)).toEqual([
      ['stillRead', 'pages[2].showIf'],
      ['stillRead', 'pages[3].intro'],
      ['stillRead', 'pages[3].showIf'],
    ]);
    expect(codes(edited({ kind: 'removeQuestion', code: 'pace' }))[3]).toEqual(['ways', 'ways', 'words']);
  });

  it('take a new code to every condition and every word that reads them', () => {
    const question = { ...named('single', 'role', referring), code: 'A1' };
    const after = edited({ kind: 'replaceQuestion', code: 'role', question }, referring);
    expect(after.pages[2]?.showIf).toEqual({ variable: 'A1', is: ['lead'] });
    expect(after.pages[3]?.intro?.nl).toBe('Als {A1|collega} met {use.till} en {learn}');
    expect(after.pages[3]?.showIf).toEqual({
      any: [{ not: { variable: 'use.till', is: ['N', '2'] } }, { answered: 'A1.other.text' }],
    });
    expect(checkQuestionnaire(after).filter(({ key }) => key.includes('nknown'))).toEqual([]);
  });

  it('take the new code of an option to what reads it', () => {
    const role = named('single', 'role', referring);
    const options = (role.options as readonly { code: string }[]).map((option) =>
      option.code === 'lead' ? { ...option, code: 'boss' } : option,
    );
    const after = edited({
      kind: 'replaceQuestion',
      code: 'role',
      question: { ...role, options } as Question,
    });
    expect(after.pages[2]?.showIf).toEqual({ variable: 'role', is: ['boss'] });
    const learn = named('multiple', 'learn');
    const ticks = (learn.options as readonly { code: string }[]).map((option) =>
      option.code === 'none' ? { ...option, code: '1' } : option,
    );
    const now = edited({
      kind: 'replaceQuestion',
      code: 'learn',
      question: { ...learn, options: ticks } as Question,
    });
    expect(named('single', 'why', now).showIf).toEqual({ variable: 'learn.1', is: ['1'] });
  });

  it('of the grid take the new name of a scale to its cells, and keep it when only their own code changes', () => {
    const use = named('grid', 'use', referring);
    const [often, well] = use.scales;
    if (!often || !well) throw new Error('two scales');
    const scales = [{ ...often, variable: 'FREQ' }, well];
    const after = edited({ kind: 'replaceQuestion', code: 'use', question: { ...use, scales } }, referring);
    expect(after.pages[3]?.intro?.nl).toContain('{FREQ.till}');
    expect(named('grid', 'use', after).scales[1]?.unless?.variable).toBe('FREQ');
    const recoded = edited(
      { kind: 'replaceQuestion', code: 'use', question: { ...use, code: 'B1' } },
      referring,
    );
    expect(recoded.pages[3]?.intro?.nl).toContain('{use.till}');
    expect([...codebookOf(recoded).position.keys()]).toEqual([...codebookOf(referring).position.keys()]);
  });

  it('keep their code when another has it', () => {
    const question = { ...named('text', 'words'), code: 'pace' };
    expect(refused({ kind: 'replaceQuestion', code: 'words', question })).toEqual([
      ['codeTaken', 'pages[3].questions[2].code'],
    ]);
  });

  it('are told by path what the schema finds wrong', () => {
    const question = { ...named('text', 'words'), maxLength: 0, label: { nl: '' } };
    expect(refused({ kind: 'replaceQuestion', code: 'words', question })).toEqual([
      ['noWords', 'pages[3].questions[2].label.nl'],
      ['tooLow', 'pages[3].questions[2].maxLength'],
    ]);
    const wordless = { ...named('text', 'words'), label: {} };
    expect(refused({ kind: 'replaceQuestion', code: 'words', question: wordless })).toEqual([
      ['check.noText', 'pages[3].questions[2].label'],
    ]);
  });

  it('do not name a list that is not there', () => {
    const question = { ...named('multiple', 'learn'), options: { list: 'nothing' } };
    expect(refused({ kind: 'replaceQuestion', code: 'learn', question })).toEqual([
      ['no.lists', 'pages[1].questions[1].options'],
    ]);
  });
});

describe('lists and scales', () => {
  it('are not removed while a question uses them', () => {
    expect(refused({ kind: 'removeList', code: 'tools' })).toEqual([
      ['stillUsed', 'pages[1].questions[0].rows'],
    ]);
    expect(refused({ kind: 'removeScale', code: 'WELL' }).map(([, path]) => path)).toEqual([
      'pages[1].questions[0].scales[1].scale',
      'pages[3].questions[1].options',
    ]);
    const added = edited({ kind: 'replaceScale', code: 'new', scale: sample.scales.WELL as never });
    expect(edited({ kind: 'removeScale', code: 'new' }, added)).toEqual(sample);
  });

  it('take a new code to conditions, required rows and rules inside a grid', () => {
    const tools = sample.lists.tools;
    const often = sample.scales.OFTEN;
    if (!tools || !often) throw new Error('the sample has both');
    const options = tools.options.map((option) =>
      option.code === 'till' ? { ...option, code: 'kassa' } : option,
    );
    const after = edited({ kind: 'replaceList', code: 'tools', list: { ...tools, options } }, referring);
    expect(named('grid', 'use', after).requiredRows).toEqual(['kassa']);
    expect(after.pages[3]?.intro?.nl).toContain('{use.kassa}');
    const answers = often.options.map((option) =>
      option.code === 'N' ? { ...option, code: 'nvt' } : option,
    );
    const rescaled = edited(
      { kind: 'replaceScale', code: 'OFTEN', scale: { ...often, options: answers } },
      referring,
    );
    expect(named('grid', 'use', rescaled).wholeGroup?.code).toBe('nvt');
    expect(named('grid', 'use', rescaled).scales[1]?.unless?.is).toEqual(['0', 'nvt']);
    expect(rescaled.pages[3]?.showIf).toEqual({
      any: [{ not: { variable: 'use.till', is: ['nvt', '2'] } }, { answered: 'role.other.text' }],
    });
  });
});

describe('the rest', () => {
  it('sets words of many texts at once, and takes a language away with empty ones', () => {
    const after = edited({
      kind: 'setTexts',
      texts: [
        { path: 'title', language: 'en', words: ' New ' },
        { path: 'pages[0].questions[2].options[1].label', language: 'en', words: 'Boss' },
        { path: 'lists.tools.options[1].note', language: 'en', words: '' },
      ],
    });
    expect(after.title).toEqual({ nl: 'Proefvragen', en: 'New' });
    expect(named('single', 'role', after).options).toContainEqual({
      code: 'lead',
      label: { nl: 'Leiding', en: 'Boss' },
    });
    expect(after.lists.tools?.options[1]?.note).toEqual({ nl: 'zoeken' });
    expect(sample.title.en).toBe('Trial questions');
  });

  it('refuses words for a text that is not there (any more)', () => {
    const texts = [{ path: 'pages[9].title', language: 'en', words: 'x' }];
    expect(refused({ kind: 'setTexts', texts })).toEqual([['noSuchText', 'pages[9].title']]);
  });

  it('replaces what stands around the pages', () => {
    const { title, welcome, notice, thanks, hiddenAnswers } = sample;
    const front = {
      title,
      welcome,
      notice,
      thanks,
      hiddenAnswers,
      languages: ['nl', 'en', 'fr'],
      contact: undefined,
    };
    const after = edited({ kind: 'replaceFront', front });
    expect(after.languages).toEqual(['nl', 'en', 'fr']);
    expect(after.pages).toEqual(sample.pages);
  });

  it('replaces everything but the code, which is the address', () => {
    const questionnaire = { ...referring, code: 'stolen' };
    expect(edited({ kind: 'replaceAll', questionnaire })).toEqual(referring);
  });
});
