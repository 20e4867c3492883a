// The pages of this audience and the data each one needs.

export type TeamPages = Record<never, never>;
