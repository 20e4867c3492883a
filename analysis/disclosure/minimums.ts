/** The table of docs/rules.md, Few people, printed in the notice and the method note. */
export const minimums = {
  anything: 5,
  distribution: 8,
  cross: 10,
  verdict: 20,
  libraries: 3,
  cell: 5,
} as const;
