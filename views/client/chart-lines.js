// Words on a canvas do not break by themselves.
// @ts-check

/** Words broken over lines that fit. @param {CanvasRenderingContext2D} context @param {string} words @param {number} width */
export function wrapped(context, words, width) {
  /** @type {string[]} */
  const lines = [];
  for (const word of words.split(' ')) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length > 0 && context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
