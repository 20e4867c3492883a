// The pages of this audience and the data each one needs.

export type PublicPages = Record<never, never>;
