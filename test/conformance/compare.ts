// Compares computed results with reference numbers and names every place where they differ.
// Only what the reference has is compared; a result may say more.

/** How far two numbers may differ: a fixed distance, a share of the expected number, or both. */
export interface Tolerance {
  readonly absolute?: number;
  readonly relative?: number;
}

/** Paths with expected and computed value; empty when all is equal. */
export function differences(
  expected: unknown,
  computed: unknown,
  tolerance: Tolerance,
  path = 'result',
): readonly string[] {
  if (typeof expected === 'number' && typeof computed === 'number') {
    const allowed = (tolerance.absolute ?? 0) + (tolerance.relative ?? 0) * Math.abs(expected);
    return Math.abs(expected - computed) <= allowed ? [] : [told(path, expected, computed)];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(computed) || computed.length !== expected.length)
      return [told(path, expected, computed)];
    return expected.flatMap((value, index) =>
      differences(value, computed[index], tolerance, `${path}[${index}]`),
    );
  }
  if (isObject(expected)) {
    if (!isObject(computed)) return [told(path, expected, computed)];
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(value, computed[key], tolerance, `${path}.${key}`),
    );
  }
  return Object.is(expected, computed) ? [] : [told(path, expected, computed)];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function told(path: string, expected: unknown, computed: unknown): string {
  return `${path}: expected ${JSON.stringify(expected)}, computed ${JSON.stringify(computed)}`;
}
