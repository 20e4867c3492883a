// Which way a remark points.
export const valences = ['praise', 'criticism', 'question'] as const;
export type Valence = (typeof valences)[number];
