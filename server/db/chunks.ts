// Long inserts in pieces: databases limit the values one statement may bind.

/** The items in pieces of at most `size`. */
export function* chunksOf<T>(items: readonly T[], size = 500): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
