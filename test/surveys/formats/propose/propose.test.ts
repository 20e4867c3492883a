// What is proposed for the columns of a file, and that whatever a file holds, the questionnaire is sound and every row
// is imported.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuestionnaire, errorsAmong } from '../../../../surveys/check.ts';
import { lossesOf } from '../../../../surveys/formats/propose/losses.ts';
import { csvOf, madeOf, partOf, readText } from './read-text.ts';

const repeat = (cells: readonly string[], times: number) => Array.from({ length: times }, () => cells).flat();
const count = 30;
const row = (at: number) => String(at + 1);

describe('one column', () => {
  const read = readText(
    csvOf({
      'Response ID': Array.from({ length: count }, (_, at) => `R_${1000 + at}`),
      'E-mail': Array.from({ length: count }, (_, at) => `p${at}@voorbeeld.be`),
      Contactpunt: Array.from({ length: count }, (_, at) => `10.0.0.${at}`),
      Tijdstempel: Array.from(
        { length: count },
        (_, at) => `2026-03-${String((at % 28) + 1).padStart(2, '0')} 10:15:00`,
      ),
      'In welke bib werk je?': repeat(['Bib Een', 'bib een'], 15),
      'Hoeveel uur per week?': repeat(['12,5 uur', '38 uur', '7 uur', 'veel'], 8).slice(0, count),
      'Welk deel?': repeat(['10%', '25%', '50%'], 10),
      Budget: repeat(['€ 1.250', '€ 800', '€ 12.000'], 10),
      'Tevreden?': repeat(['Zeer tevreden', 'Tevreden', 'tevreden ', 'Ontevreden', 'n.v.t.', 'Weet niet'], 5),
      Cijfer: repeat(['0', '7', '10', '8', '99'], 6),
      Land: repeat(['NA', 'BE', 'FR'], 10),
      Antwoord: repeat(['NA', 'Ja', 'Nee'], 10),
      'Wat gebruik je?': repeat(
        ['Boeken; Films', 'Films', 'Boeken; Muziek, ook online', 'Muziek, ook online'],
        8,
      ).slice(0, count),
      'Wat nog?': Array.from(
        { length: count },
        (_, at) => `Ik zou graag, zoals vorig jaar, nummer ${row(at)}\nop papier krijgen.`,
      ),
      'Wanneer begon je?': repeat(['13/4/2020', '1/12/2019', '28/2/2021'], 10),
      Leeg: [],
    }),
  );
  const kindOf = (heading: string) => partOf(read, heading).kind;
  const meaning = (heading: string, label: string) =>
    partOf(read, heading).answers.find((answer) => answer.label === label)?.meaning;

  it.each([
    ['Response ID', 'leaveOut', 'identifier'],
    ['E-mail', 'leaveOut', 'personal'],
    ['Contactpunt', 'leaveOut', 'personal'],
    ['Tijdstempel', 'day', 'day'],
    ['In welke bib werk je?', 'library', 'libraryName'],
    ['Hoeveel uur per week?', 'single', 'choice'],
    ['Welk deel?', 'number', 'numberUnit'],
    ['Budget', 'number', 'number'],
    ['Tevreden?', 'single', 'scale'],
    ['Cijfer', 'single', 'numbers'],
    ['Wat gebruik je?', 'list', 'list'],
    ['Wat nog?', 'text', 'text'],
    ['Wanneer begon je?', 'date', 'date'],
    ['Leeg', 'leaveOut', 'empty'],
  ])('%s is %s', (heading, kind, why) => {
    expect([kindOf(heading), partOf(read, heading).why.key]).toEqual([kind, why]);
  });

  it('gives words that are no answer their reason, and asks where it is not sure', () => {
    expect(meaning('Tevreden?', 'n.v.t.')).toBe('notApplicable');
    expect(meaning('Tevreden?', 'Weet niet')).toBe('dontKnow');
    expect(meaning('Cijfer', '99')).toBe('skipped');
    expect(meaning('Antwoord', 'NA')).toBe('skipped');
    expect(partOf(read, 'Antwoord').warnings).toContainEqual({
      key: 'maybeAbsent',
      values: { cell: 'NA', count: 10 },
    });
    expect(meaning('Land', 'NA')).toBe('answer');
    expect(partOf(read, 'Land').warnings).toContainEqual({
      key: 'genuine',
      values: { cell: 'NA', count: 10 },
    });
  });

  it('counts two spellings of one answer together, and says so', () => {
    const { answers, warnings } = partOf(read, 'Tevreden?');
    expect(answers.slice(0, 3).map(({ label, count: given }) => [label, given])).toEqual([
      ['Ontevreden', 5],
      ['Tevreden', 10],
      ['Zeer tevreden', 5],
    ]);
    expect(warnings.map(({ key }) => key)).toEqual(['spellings']);
    const spelled = readText(
      csvOf({ Vraag: repeat(['Ja', 'ja', 'Nee', "Weet 't niet", 'Weet ’t niet'], 5) }),
    );
    expect(partOf(spelled, 'Vraag').warnings.map(({ values }) => values.others)).toEqual([
      'ja',
      'Weet ’t niet',
    ]);
  });

  it('keeps commas inside an option of a list', () => {
    expect(partOf(read, 'Wat gebruik je?').answers.map(({ label }) => label)).toEqual([
      'Films',
      'Boeken',
      'Muziek, ook online',
    ]);
    const commas = [
      'Lezen, ook thuis, Spelen',
      'Spelen',
      'Lezen, ook thuis',
      'Spelen, Films',
      'Films',
      'Lezen, ook thuis, Films',
    ];
    const parts = partOf(readText(csvOf({ Nr: repeat(['1', '2', '3'], 12), Wat: repeat(commas, 6) })), 'Wat');
    expect(parts.kind).toBe('list');
    expect(parts.answers.map(({ label }) => label).toSorted()).toEqual([
      'Films',
      'Lezen, ook thuis',
      'Spelen',
    ]);
  });

  it('reads numbers with a unit, and money with points between thousands', () => {
    const { rows } = madeOf(read, read.plan);
    const answers = rows[0]?.row?.answers ?? {};
    expect(answers[partOf(read, 'Welk deel?').code]).toBe('10');
    expect(answers[partOf(read, 'Budget').code]).toBe('1250');
    expect(rows[0]?.row).toMatchObject({ library: 'b1', day: '2026-03-01' });
  });

  it('tells what is lost', () => {
    expect(lossesOf(read.plan, read.facts).map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        'leftOut.personal',
        'leftOut.identifier',
        'leftOut.empty',
        'merged',
        'time',
        'routing',
      ]),
    );
  });
});

describe('columns side by side', () => {
  const scale = ['Nooit', 'Soms', 'Vaak'];
  const places = ['1', '2', '3'];
  const turned = (cells: readonly string[], by: number) =>
    repeat([...cells.slice(by), ...cells.slice(0, by)], 5);
  const read = readText(
    csvOf({
      'Wat doe je? [Lezen]': repeat(['Ja', '', 'Ja'], 5),
      'Wat doe je? [Films]': repeat(['', '', 'Ja'], 5),
      'Wat doe je? [Andere]': ['Zingen', '', '', 'Dansen', ...repeat([''], 11)],
      'Hoe vaak? / Boeken': turned(scale, 0),
      'Hoe vaak? / Strips': turned(scale, 1),
      'Orde - Rust': turned(places, 0),
      'Orde - Licht': turned(places, 1),
      'Orde - Warmte': turned(places, 2),
      Q9_1: repeat(['1', '0', '1'], 5),
      Q9_2: repeat(['0', '0', '1'], 5),
    }),
  );
  it.each([
    ['Wat doe je? [Lezen]', 'multiple', 3, ['Lezen', 'Films', 'Andere']],
    ['Hoe vaak? / Boeken', 'grid', 2, ['Boeken', 'Strips']],
    ['Orde - Rust', 'rank', 3, ['Rust', 'Licht', 'Warmte']],
    ['Q9_1', 'multiple', 2, ['Q9_1', 'Q9_2']],
  ])('%s: %s', (heading, kind, columns, labels) => {
    const part = partOf(read, heading);
    expect([part.kind, part.columns.length]).toEqual([kind, columns]);
    expect(part.columns.map(({ label }) => label)).toEqual(labels);
  });

  it('are read as one question, with the words of "other"', () => {
    const { rows } = madeOf(read, read.plan);
    const { code, columns } = partOf(read, 'Wat doe je? [Lezen]');
    const [lezen, films, andere] = columns.map((column) => `${code}.${column.code}`);
    expect(rows[0]?.row?.answers).toMatchObject({
      [lezen ?? '']: '1',
      [films ?? '']: '0',
      [andere ?? '']: '1',
    });
    expect(rows[0]?.row?.texts).toEqual({ [`${andere}.text`]: 'Zingen' });
    expect(rows[1]?.row?.answers[lezen ?? '']).toBeUndefined();
  });
});

describe('whatever a file holds', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'Ja',
      'Nee',
      'ja',
      'NA',
      'N/A',
      '1',
      '2',
      '3',
      '-99',
      '12,5',
      '1.250',
      '45%',
      'a;b',
      'b; c',
      'a, b',
      '2026-03-01',
      '1/2/2026',
      '=1+1',
      '__proto__',
      'constructor',
      '{x}',
      'Weet niet',
      ' ',
      '"',
    ),
    fc.string({ maxLength: 12 }),
    fc.integer({ min: -5, max: 120 }).map(String),
  );
  const heading = fc.oneof(
    fc.constantFrom(
      '',
      'Q1_1',
      'Q1_2',
      'Vraag',
      'Vraag',
      'Hoe? [a]',
      'Hoe? [b]',
      'Hoe? - c',
      'Column2',
      'E-mail',
      'Datum',
      'id',
      'text',
      '__proto__',
      'constructor',
      'form',
      '{naam}',
    ),
    fc.string({ maxLength: 20 }),
  );
  const table = fc.integer({ min: 1, max: 8 }).chain((width) =>
    fc.record({
      headings: fc.array(heading, { minLength: width, maxLength: width }),
      rows: fc.array(fc.array(cell, { minLength: Math.max(1, width - 1), maxLength: width + 1 }), {
        minLength: 1,
        maxLength: 25,
      }),
    }),
  );
  const quoted = (cells: readonly string[]) =>
    cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(',');

  it('the questionnaire is sound, the map fits it and every row is read', () => {
    fc.assert(
      fc.property(table, ({ headings, rows }) => {
        const csv = [headings, ...rows].map(quoted).join('\n');
        const read = readText(csv);
        if (
          read.records.length === 0 ||
          read.plan.parts.every(({ kind }) => kind === 'leaveOut' || kind === 'day')
        )
          return;
        const { questionnaire, problems, rows: imported } = madeOf(read, read.plan);
        expect(errorsAmong(checkQuestionnaire(questionnaire))).toEqual([]);
        expect(problems).toEqual([]);
        expect(imported.flatMap((each) => each.problems ?? [])).toEqual([]);
        const taken = read.plan.parts.flatMap(({ columns }) => columns.map(({ place }) => place));
        expect(taken.toSorted((first, second) => first - second)).toEqual(
          read.headings.map((_, place) => place),
        );
      }),
      { numRuns: 300 },
    );
  });
});
