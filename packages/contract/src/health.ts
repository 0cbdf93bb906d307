import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { openEnum, shape, type Open } from './shape.ts';

export interface Health {
  status: Open<'ok' | 'starting' | 'failing'>;
  version: string;
}

export const HealthSchema = shape<Health>()(
  z.object({ status: openEnum(['ok', 'starting', 'failing']), version: z.string() }),
);

/** The process answers. */
export const getHealth = endpoint({
  id: 'health.live',
  method: 'GET',
  path: '/health',
  summary: 'The process answers',
  response: HealthSchema,
  access: 'public',
  caching: 'none',
});

/** The process can serve: the database answers and holds data. */
export const getReadiness = endpoint({
  id: 'health.ready',
  method: 'GET',
  path: '/ready',
  summary: 'The service can answer: its database is there',
  response: HealthSchema,
  access: 'public',
  caching: 'none',
});
