import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { shape } from './shape.ts';

/**
 * What polling asks: has it changed? It says nothing of a matter but a tag that changes with it, so
 * its ticket may stand in an address, and most answers are 304 without a body.
 */
export interface Watched {
  /** Changes whenever the view of the request would. */
  tag: string;
}

/** What a view gives for polling. */
export interface WatchTicket {
  ticket: string;
  /** The tag the view was made under. */
  tag: string;
  /** When the ticket ends, ISO 8601; asking for the view again gives a new one. */
  expiresAt: string;
}

export const WatchTicketSchema = shape<WatchTicket>()(
  z.object({ ticket: z.string(), tag: z.string(), expiresAt: z.string() }),
);

export interface WatchParams {
  ticket: string;
}

export const getWatched = endpoint({
  id: 'watch.get',
  method: 'GET',
  path: '/watch/{ticket}',
  summary: 'The tag of what a ticket watches; 304 while nothing has changed',
  params: shape<WatchParams>()(z.object({ ticket: z.string().check(z.regex(/^[\w.-]{20,300}$/)) })),
  response: shape<Watched>()(z.object({ tag: z.string() })),
  access: 'public',
  caching: 'revalidate',
});
