// A JSON value → a framework, with everything in it that is worth a look; or what is wrong with it, each with its place.
import type { DefinitionProblem } from '../check.ts';
import { duplicates, error } from '../checks/problem.ts';
import { problemOf, singleIssues, withoutSchema } from '../editing/schema-problems.ts';
import { type Finding, findingsOf } from './findings.ts';
import { type Framework, frameworkSchema } from './framework.ts';
import { placedParts } from './parts.ts';

export type FrameworkReading =
  | { readonly framework: Framework; readonly findings: readonly Finding[] }
  | { readonly problems: readonly DefinitionProblem[] };

/** Reads a framework. What its source says wrongly is kept as it is and told as a finding; what does not fit together is a problem. */
export function readFramework(value: unknown): FrameworkReading {
  const parsed = frameworkSchema.safeParse(withoutSchema(value), { reportInput: true });
  if (!parsed.success) return { problems: singleIssues(parsed.error.issues).map(problemOf) };
  const problems = [...partProblems(parsed.data), ...descriptionProblems(parsed.data)];
  if (problems.length > 0) return { problems };
  return { framework: parsed.data, findings: findingsOf(parsed.data) };
}

function partProblems(framework: Framework): readonly DefinitionProblem[] {
  const parts = placedParts(framework);
  const codes = parts.map(({ part }) => part.code);
  const depths = framework.depths.map(({ code }) => code);
  const roles = parts.flatMap(({ part }) => (part.kind === 'role' ? [part.code] : []));
  const unknown = (path: string, names: readonly string[], known: readonly string[]) =>
    names
      .filter((name) => !known.includes(name))
      .map((name) => error(path, 'frameworkReference', { code: name }));
  return [
    ...duplicates(codes).map((code) => error('parts', 'frameworkTwice', { code })),
    ...parts.flatMap(({ part, path }) => [
      ...unknown(`${path}.restates`, part.restates, codes),
      ...unknown(`${path}.onlyFor`, part.onlyFor, roles),
      ...unknown(`${path}.depth`, part.depth === undefined ? [] : [part.depth], depths),
      ...unknown(`${path}.joinedTo`, part.joinedTo === undefined ? [] : [part.joinedTo], codes),
      ...(part.empty !== undefined && part.items.length > 0
        ? [error(`${path}.empty`, 'frameworkNotEmpty')]
        : []),
    ]),
  ];
}

function descriptionProblems(framework: Framework): readonly DefinitionProblem[] {
  const { fields, descriptions, areas } = framework;
  const parts = placedParts(framework).map(({ part }) => part.code);
  const areaCodes = areas.map(({ code }) => code);
  return [
    ...duplicates(descriptions.map(({ code }) => code)).map((code) =>
      error('descriptions', 'frameworkTwice', { code }),
    ),
    ...duplicates(fields.map(({ code }) => code)).map((code) => error('fields', 'frameworkTwice', { code })),
    ...fields.flatMap((field, index) =>
      field.areas
        .filter((area) => !areaCodes.includes(area))
        .map((code) => error(`fields[${index}].areas`, 'frameworkReference', { code })),
    ),
    ...descriptions.flatMap((description, index) =>
      Object.entries(description.fields).flatMap(([code, value]) => {
        const path = `descriptions[${index}].fields.${code}`;
        const field = fields.find((each) => each.code === code && each.of === description.kind);
        if (!field) return [error(path, 'frameworkReference', { code })];
        const known = field.shape === 'steps' ? field.steps.map((step) => step.code) : parts;
        return value.codes
          .filter((each) => !known.includes(each))
          .map((each) => error(`${path}.codes`, 'frameworkReference', { code: each }));
      }),
    ),
  ];
}
