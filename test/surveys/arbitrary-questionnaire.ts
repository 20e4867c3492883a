// Any questionnaire that is sound: every kind of question in every shape, hanging on each other in every way. Its parts
// are numbers that fast-check makes smaller; whatever they are, a definition comes out.
import fc from 'fast-check';
import { checkQuestionnaire, errorsAmong } from '../../surveys/check.ts';
import { variablesOf } from '../../surveys/question-types/index.ts';
import { type Question, type Questionnaire, questionnaireSchema } from '../../surveys/questionnaire.ts';
import { registerOf } from '../../surveys/register.ts';
import { isNumeric, type Variable } from '../../surveys/variable.ts';

/** The libraries somebody can choose from. */
export const anyRegister = registerOf([
  { code: 'bib-1', province: 'Limburg', sizeClass: 'small' },
  { code: 'bib-2', province: 'Antwerpen', sizeClass: 'large' },
  { code: 'bib-3', province: 'Antwerpen', sizeClass: 'small' },
]);
/** The same as a page shows them. */
export const anyLibraries = [
  { label: 'Limburg', libraries: [{ code: 'bib-1', name: 'Bib Lindedorp' }] },
  {
    label: 'Antwerpen',
    libraries: [
      { code: 'bib-2', name: 'Bib Havenstad' },
      { code: 'bib-3', name: 'Bib <Kempen> & co' },
    ],
  },
];

const types = [
  'single',
  'multiple',
  'grid',
  'rank',
  'pick',
  'points',
  'scale',
  'slider',
  'number',
  'date',
  'text',
  'section',
  'register',
] as const satisfies readonly Question['type'][];

interface ConditionSeed {
  readonly kind: number;
  readonly pick: number;
  readonly other: number;
  readonly parts: readonly ConditionSeed[];
}

interface QuestionSeed {
  readonly type: number;
  readonly required: number;
  /** Sizes, bounds and choices, each used where it is needed. */
  readonly sizes: readonly number[];
  readonly flags: readonly boolean[];
  readonly showIf: ConditionSeed | null;
  readonly offeredIf: ConditionSeed | null;
  readonly words: string;
  /** An answer that is named in its label, or none. */
  readonly refersTo: number | null;
}

const small = fc.nat({ max: 1000 });

const { condition: conditionSeed } = fc.letrec<{ condition: ConditionSeed }>((tie) => ({
  condition: fc.record({
    kind: small,
    pick: small,
    other: small,
    parts: fc.oneof({ maxDepth: 2 }, fc.constant([]), fc.array(tie('condition'), { maxLength: 3 })),
  }),
}));

const questionSeed: fc.Arbitrary<QuestionSeed> = fc.record({
  type: small,
  required: fc.nat({ max: 3 }),
  sizes: fc.array(small, { minLength: 6, maxLength: 6 }),
  flags: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  showIf: fc.option(conditionSeed, { freq: 2 }),
  offeredIf: fc.option(conditionSeed, { freq: 2 }),
  words: fc.constantFrom(
    'Wat denk je?',
    '<b>Hoe</b> & "wat"',
    "l'été à 5 °",
    'שאלה',
    '  rand  ',
    '{',
    '{ x }',
  ),
  refersTo: fc.option(small, { freq: 3 }),
});

const pageSeed = fc.record({
  questions: fc.array(questionSeed, { minLength: 1, maxLength: 4 }),
  showIf: fc.option(conditionSeed, { freq: 3 }),
});

/** A definition as its seeds say, with conditions that may never hold. */
export const anyDraftQuestionnaire: fc.Arbitrary<Questionnaire> = fc
  .record({ pages: fc.array(pageSeed, { minLength: 1, maxLength: 4 }), keep: fc.boolean() })
  .map(({ pages, keep }) => build(pages, keep));

/** A definition without errors: conditions that can never hold are left out. */
export const anyQuestionnaire: fc.Arbitrary<Questionnaire> = anyDraftQuestionnaire.map(withoutUnreachable);

interface Known {
  readonly variable: Variable;
  readonly page: number;
}

function build(
  pages: readonly { readonly questions: readonly QuestionSeed[]; readonly showIf: ConditionSeed | null }[],
  keep: boolean,
): Questionnaire {
  const known: Known[] = [];
  const scales = {
    AGREE: { look: 'agreement', options: scaleOptions(4) },
    OFTEN: { look: 'frequency', options: scaleOptions(3) },
  };
  const lists = {
    tools: {
      groups: [
        { code: 'one', label: text('Groep een') },
        { code: 'two', label: text('Groep twee') },
      ],
      options: ['t1', 't2', 't3', 't4'].map((code, index) => ({
        code,
        label: text(`Dienst ${code}`),
        group: index % 2 === 0 ? 'one' : 'two',
      })),
    },
  };
  const frame = { scales, lists } as unknown as Questionnaire;
  let count = 0;
  let registers = 0;
  const built = pages.map(({ questions, showIf }, page) => {
    // The page's own condition reads the pages before it; what its questions read may stand on the page itself.
    const ofPage = known.length === 0 || showIf === null ? {} : shown(showIf, known, registers > 0);
    const asked = questions.map((seed) => {
      count += 1;
      const type = types[seed.type % types.length] as (typeof types)[number];
      const question = buildQuestion(
        type === 'register' && registers > 0 ? 'single' : type,
        `Q${count}`,
        seed,
        known,
        registers > 0,
        page,
      );
      if (type === 'register') registers += 1;
      // Only parsed questions have their defaults, which variables need.
      const parsed = questionnaireSchema.shape.pages.element.shape.questions.element.parse(question);
      for (const variable of variablesOf(frame, parsed)) known.push({ variable, page });
      return question;
    });
    return { code: `p${page}`, title: text(`Deel ${page}: zo`), ...ofPage, questions: asked };
  });
  const [first, ...rest] = built;
  const consent = { type: 'consent', code: 'consent', label: text('Doe je mee?'), statement: text('Ja') };
  return questionnaireSchema.parse({
    format: 'nodenkaart/questionnaire/1',
    code: 'zomaar',
    languages: ['nl', 'en'],
    title: text('Zomaar'),
    welcome: { title: text('Welkom'), paragraphs: [text('Fijn.')] },
    notice: [{ title: text('Wie?'), text: text('Wij.') }],
    thanks: { title: text('Dank je'), paragraphs: [text('Tot later.')] },
    hiddenAnswers: keep ? 'keep' : 'clear',
    scales,
    lists,
    pages: [{ ...first, questions: [consent, ...(first?.questions ?? [])] }, ...rest],
  });
}

function text(words: string) {
  return { nl: words, en: `${words} (en)` };
}

function scaleOptions(count: number) {
  const points = Array.from({ length: count }, (_, value) => ({
    code: String(value),
    label: text(`Punt ${value}`),
    value,
  }));
  return [...points, { code: 'N', label: text('Niet bij ons'), missing: 'notApplicable' }];
}

function buildQuestion(
  type: (typeof types)[number],
  code: string,
  seed: QuestionSeed,
  known: readonly Known[],
  register: boolean,
  page: number,
): Record<string, unknown> {
  const { sizes, flags, required, showIf } = seed;
  const [one = 0, two = 0, three = 0] = sizes;
  const named = known.filter(
    (candidate) => candidate.page < page && candidate.variable.measure !== 'register',
  );
  const refers = seed.refersTo === null ? undefined : named[seed.refersTo % Math.max(1, named.length)];
  const label = text(refers ? `${seed.words} {${refers.variable.name}|iets}` : seed.words);
  const asked = {
    type,
    code,
    label,
    required: [false, true, 'soft', true][required],
    ...(showIf && known.length > 0 ? shown(showIf, known, register) : {}),
  };
  const options = Array.from({ length: 2 + (one % 4) }, (_, index) => ({
    code: `o${index}`,
    label: text(`Antwoord ${index}`),
    ...(flags[0] && index === 1 && ['single', 'multiple'].includes(type) ? { text: true } : {}),
    ...(flags[1] && index === 2 && type === 'multiple' ? { exclusive: true } : {}),
    ...(flags[1] && index === 2 && type === 'single' ? { missing: 'dontKnow' } : {}),
    ...(flags[2] && type === 'single' ? { value: index } : {}),
    // The first is always offered, so that something is.
    ...(seed.offeredIf && index > 0 && index % 2 === two % 2 && known.length > 0
      ? shown(seed.offeredIf, known, register)
      : {}),
  }));
  const shuffle = flags[3];
  const instead = flags[4]
    ? [
        { code: 'dk', label: text('Weet ik niet'), missing: 'dontKnow' },
        { code: 'na', label: text('Niet bij ons'), missing: 'notApplicable' },
      ].slice(0, 1 + (three % 2))
    : [];
  switch (type) {
    case 'register':
      return { ...asked, ...(flags[0] ? { decline: text('Liever niet') } : {}) };
    case 'single':
      return { ...asked, shuffle, options: flags[5] ? { scale: 'AGREE' } : options };
    case 'multiple': {
      const max = flags[3] ? 1 + (two % options.length) : undefined;
      // More may be asked for than everybody is offered, but not more than there are.
      const most = options.filter((option) => !('exclusive' in option)).length;
      const min = flags[5] ? 1 + (three % Math.min(most, max ?? most)) : undefined;
      return { ...asked, shuffle, instead, options, ...defined({ min, max }) };
    }
    case 'rank':
      return { ...asked, shuffle, instead, options, top: 1 + (two % options.length) };
    case 'pick':
      return { ...asked, shuffle, instead, options, count: 1 + (two % options.length) };
    case 'points':
      return { ...asked, shuffle, instead, options, total: 2 + (two % 99) };
    case 'scale':
      return { ...asked, instead, from: one % 2, to: 2 + (two % 10), low: text('laag'), high: text('hoog') };
    case 'slider': {
      const step = [1, 5, 0.5, 0.25][one % 4] ?? 1;
      const min = [0, -10, 1, 0.5][two % 4] ?? 0;
      const ends = { low: text('laag'), high: text('hoog') };
      return { ...asked, instead, min, max: min + step * (1 + (three % 40)), step, ...ends };
    }
    case 'number': {
      const decimals = one % 4;
      const min = flags[0] ? (two % 50) - 25 : undefined;
      const max = flags[1] ? (three % 1000) + 30 : undefined;
      return {
        ...asked,
        instead,
        decimals,
        ...(flags[2] ? { unit: text('uur') } : {}),
        ...defined({ min, max }),
      };
    }
    case 'date': {
      const precision = (['day', 'month', 'year'] as const)[one % 3] ?? 'day';
      const length = { day: 10, month: 7, year: 4 }[precision];
      const earliest = flags[0] ? '2019-02-28'.slice(0, length) : undefined;
      const latest = flags[1] ? '2031-01-01'.slice(0, length) : undefined;
      return { ...asked, instead, precision, period: flags[2], ...defined({ earliest, latest }) };
    }
    case 'text':
      return { ...asked, maxLength: 5 + (one % 100) };
    case 'section':
      return { ...asked, paragraphs: [text('Even lezen.')] };
    case 'grid':
      return { ...asked, shuffle, ...gridParts(code, seed, options) };
  }
}

function gridParts(
  code: string,
  { flags, sizes }: QuestionSeed,
  options: readonly Record<string, unknown>[],
) {
  const rows = options.map(({ code, label, showIf }) => (showIf ? { code, label, showIf } : { code, label }));
  const list = flags[0] === true;
  const second = {
    variable: `${code}b`,
    label: text('Hoe goed?'),
    scale: 'AGREE',
    ...(flags[2] ? { unless: { variable: `${code}a`, is: ['0', 'N'] } } : {}),
  };
  return {
    rows: list ? { list: 'tools' } : rows,
    scales: [
      { variable: `${code}a`, label: text('Hoe vaak?'), scale: 'OFTEN' },
      ...(flags[1] ? [second] : []),
    ],
    requiredRows: flags[4] ? [list ? 't1' : 'o0'] : [],
    ...(list && (sizes[5] ?? 0) % 2 === 0 ? { wholeGroup: { code: 'N', label: text('Alles niet') } } : {}),
  };
}

function defined(parts: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

function shown(seed: ConditionSeed, known: readonly Known[], register: boolean) {
  return { showIf: conditionOf(seed, known, register) };
}

/** A condition on what is known; every code and bound it names is one of the variable's. */
function conditionOf(
  { kind, pick, other, parts }: ConditionSeed,
  known: readonly Known[],
  register: boolean,
): object {
  const inner = parts.map((part) => conditionOf(part, known, register));
  if (inner.length > 0) {
    if (kind % 3 === 0) return { all: inner };
    if (kind % 3 === 1) return { any: inner };
    return { not: inner[0] };
  }
  if (register && kind % 5 === 0) {
    return kind % 2 === 0
      ? { register: 'province', is: [['Limburg', 'Antwerpen'][pick % 2]] }
      : { register: 'sizeClass', is: [['small', 'large'][pick % 2]] };
  }
  const { variable } = known[pick % known.length] as Known;
  if (kind % 7 === 1) return { answered: variable.name };
  if (isNumeric(variable)) {
    const bound = {
      number: other % 40,
      year: 2015 + (other % 20),
      month: 24_200 + (other % 200),
      day: 18_000 + other,
    };
    const place = bound[variable.measure];
    return kind % 2 === 0
      ? { variable: variable.name, atLeast: place }
      : { variable: variable.name, atLeast: place - 5, atMost: place + 5 };
  }
  if (variable.measure === 'text' || variable.measure === 'register') return { answered: variable.name };
  if (kind % 3 === 2 && variable.categories.some(({ value }) => value !== null)) {
    return { variable: variable.name, atLeast: other % 3 };
  }
  const codes = variable.categories.map(({ code }) => code);
  const chosen = [codes[other % codes.length], codes[(other * 7 + kind) % codes.length]];
  return { variable: variable.name, is: [...new Set(kind % 2 === 0 ? chosen.slice(0, 1) : chosen)] };
}

/** The definition without the conditions that can never hold. */
function withoutUnreachable(questionnaire: Questionnaire): Questionnaire {
  let current = questionnaire;
  for (;;) {
    const unreachable = errorsAmong(checkQuestionnaire(current)).filter(({ key }) =>
      key.startsWith('check.unreachable'),
    );
    if (unreachable.length === 0) return current;
    const copy = structuredClone(current);
    for (const { path } of unreachable) removeAt(copy, path);
    current = copy;
  }
}

function removeAt(value: unknown, path: string): void {
  const names = path.split(/[.[\]]+/).filter(Boolean);
  const last = names.pop() ?? '';
  // A path of check.ts always leads to a part of the definition.
  const holder = names.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], value);
  delete (holder as Record<string, unknown>)[last];
}
