// Runs a conformance case: every result of expected.json is recognised by its shape, computed and compared.
import { type Case, NotMapped, type Reference } from './case.ts';
import { families } from './families/index.ts';
import { leftOut } from './left-out.ts';
import { type Comparison, compareParts } from './outcome.ts';

export type Outcome =
  | {
      readonly id: string;
      readonly family: string;
      readonly kind: 'compared';
      readonly comparison: Comparison;
    }
  | { readonly id: string; readonly kind: 'notComputed'; readonly reason: string };

const tolerance = { relative: 1e-8 };

export function runCase(one: Case): readonly Outcome[] {
  return one.references.map((reference) => outcomeOf(reference, one));
}

function outcomeOf(reference: Reference, one: Case): Outcome {
  const { id, value } = reference;
  const reason = one.mapping.notComputed?.[id];
  if (reason !== undefined) return { id, kind: 'notComputed', reason };
  const family = families.find((candidate) => candidate.recognises(value, id));
  if (!family) return { id, kind: 'notComputed', reason: 'no family of results has this shape' };
  try {
    const computed = family.compute(reference, one);
    const reasons = { ...leftOut, ...family.leftOut };
    const comparison = compareParts(value, computed, reasons, tolerance);
    if (comparison.compared === 0) {
      return { id, kind: 'notComputed', reason: [...comparison.leftOut.values()].join('; ') };
    }
    return { id, family: family.name, kind: 'compared', comparison };
  } catch (problem) {
    if (!(problem instanceof NotMapped)) throw problem;
    return { id, kind: 'notComputed', reason: problem.message };
  }
}
