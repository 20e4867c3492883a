// What one respondent gave: variable name → code, or the words of a text. A variable without an answer is absent.

export type Answers = Readonly<Record<string, string>>;
