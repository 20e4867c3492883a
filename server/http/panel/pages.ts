// The pages of this audience and the data each one needs.

export type PanelPages = Record<never, never>;
