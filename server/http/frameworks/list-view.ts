// The frameworks there are, each with how much is in it.
import { partsOf } from '../../../surveys/frameworks/parts.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { ReadFramework } from '../../frameworks.ts';
import type { Lead } from '../team/page-parts.ts';
import { type FrameworkWords, frameworkAddresses } from './words.ts';

export interface FrameworksPage extends Lead {
  readonly frameworks: readonly {
    readonly name: string;
    readonly address: string;
    /** Null where there is nothing to hold side by side. */
    readonly compare: string | null;
    readonly facts: readonly string[];
    readonly source: string;
  }[];
}

/** Kinds of parts that are counted on the list. */
const counted = [
  'task',
  'activity',
  'knowledge',
  'skill',
  'area',
  'result',
  'behaviour',
  'competence',
] as const;

export function frameworksPage(
  all: string,
  frameworks: readonly ReadFramework[],
  words: FrameworkWords,
): FrameworksPage {
  const { language, say } = words;
  return {
    finding: say({ key: 'frameworks.title' }),
    lead: say({ key: 'frameworks.lead' }),
    action: null,
    frameworks: frameworks.map(({ framework, findings }) => {
      const { code, label, source, version, descriptions } = framework;
      const to = frameworkAddresses(all, code);
      const kinds = counted.map((kind) => [kind, partsOf(framework, kind).length] as const);
      const found = [
        ...kinds,
        ...(['profile', 'typing'] as const).map(
          (kind) => [kind, descriptions.filter((each) => each.kind === kind).length] as const,
        ),
      ].filter(([, count]) => count > 0);
      return {
        name: inLanguage(label, language),
        address: to.one,
        compare: descriptions.length > 1 ? to.compare : null,
        facts: [
          say({ key: 'frameworks.version', values: { version } }),
          ...found.map(([kind, count]) => say({ key: `frameworks.count.${kind}`, values: { count } })),
          say({ key: 'frameworks.findings', values: { count: findings.length } }),
        ],
        source: inLanguage(source, language),
      };
    }),
  };
}
