// Changes every text within a plain value, wherever it stands.

/**
 * The same value with every string in it changed.
 * @param untouched names of fields that stay as they are, with all that is in them.
 */
export function eachText<T>(
  value: T,
  change: (text: string) => string,
  untouched: ReadonlySet<string> = new Set(),
): T {
  const walked = (part: unknown): unknown => {
    if (typeof part === 'string') return change(part);
    if (Array.isArray(part)) return part.map(walked);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, entry]) => [key, untouched.has(key) ? entry : walked(entry)]),
    );
  };
  // The walk keeps every shape and only changes letters in strings, which TypeScript cannot follow.
  return walked(value) as T;
}
