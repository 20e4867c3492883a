// The other things a project keeps beside answers: interviews, meetings, desk figures, studies, findings,
// recommendations, actions and quotes. Values with one schema per kind, by subject in records/; stored and shown as they are.
import { z } from 'zod';
import { decisionRecords } from './records/decisions.ts';
import { evaluationRecords } from './records/evaluation.ts';
import { evidenceRecords } from './records/evidence.ts';
import { literatureRecords } from './records/literature.ts';
import { materialRecords } from './records/materials.ts';
import { planRecords } from './records/plan.ts';
import { sharingRecords } from './records/sharing.ts';
import { talkRecords } from './records/talks.ts';
import { timelineRecords } from './records/timeline.ts';
import { weighingRecords } from './records/weighing.ts';

export const recordSchemas = {
  ...talkRecords,
  ...timelineRecords,
  ...planRecords,
  ...sharingRecords,
  ...evidenceRecords,
  ...decisionRecords,
  ...materialRecords,
  ...literatureRecords,
  ...evaluationRecords,
  ...weighingRecords,
};

export type RecordKind = keyof typeof recordSchemas;
export type ProjectRecord<K extends RecordKind> = z.infer<(typeof recordSchemas)[K]>;
export const recordKinds = Object.keys(recordSchemas) as readonly RecordKind[];

/** All records of a project by kind, each list in its own order. */
export type ProjectRecords = { readonly [K in RecordKind]: readonly ProjectRecord<K>[] };

type ListsOfRecords = { [K in RecordKind]: z.ZodDefault<z.ZodArray<(typeof recordSchemas)[K]>> };

/** The records file of a project: a list per kind; a kind left out has none. */
export const projectRecordsSchema = z.strictObject(
  // The keys and schemas are those of `recordSchemas`; entries lose which belongs to which.
  Object.fromEntries(
    Object.entries(recordSchemas).map(([kind, schema]) => [kind, z.array(schema).default([])]),
  ) as unknown as ListsOfRecords,
);
