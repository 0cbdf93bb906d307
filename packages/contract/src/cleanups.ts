import * as z from 'zod/mini';
import {
  cleanupDecisions,
  DocumentRefSchema,
  type CleanupDecision,
  type DocumentRef,
} from './documents.ts';
import { endpoint } from './endpoint.ts';
import { openEnum, shape } from './shape.ts';

/** A document in a clean-up, and what was decided on it. */
export interface CleanupEntry {
  document: DocumentRef;
  decision: CleanupDecision;
  reason?: string | undefined;
}

/** 清理结果 (plan row 39): a published batch of decisions that drives the validity of documents. */
export interface Cleanup {
  id: string;
  title: string;
  /** The day its decisions hold from. */
  on: string;
  publishedAt: string;
  organ: string;
  /** 依据. */
  basis: string;
  /** How many entries each decision has. */
  counts: Record<string, number>;
  entries: CleanupEntry[];
}

export interface CleanupList {
  items: Cleanup[];
  updatedAt: string;
}

export const CleanupSchema = shape<Cleanup>()(
  z.object({
    id: z.string(),
    title: z.string(),
    on: z.string(),
    publishedAt: z.string(),
    organ: z.string(),
    basis: z.string(),
    counts: z.record(z.string(), z.number()),
    entries: z.array(
      z.object({
        document: DocumentRefSchema,
        decision: openEnum(cleanupDecisions),
        reason: z.optional(z.string()),
      }),
    ),
  }),
);

export interface CleanupParams {
  id: string;
}

export const getCleanup = endpoint({
  id: 'cleanups.get',
  method: 'GET',
  path: '/cleanups/{id}',
  summary: 'One clean-up with its decisions',
  params: shape<CleanupParams>()(z.object({ id: z.string() })),
  response: CleanupSchema,
  access: 'public',
  caching: 'published',
});

export const listCleanups = endpoint({
  id: 'cleanups.list',
  method: 'GET',
  path: '/cleanups',
  summary: 'Results of clean-ups of documents, the latest first',
  response: shape<CleanupList>()(
    z.object({ items: z.array(CleanupSchema), updatedAt: z.string() }),
  ),
  access: 'public',
  caching: 'published',
});
