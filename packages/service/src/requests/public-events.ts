import type { RequestEvent } from '@open-info/contract/request-events';
import type { LoggedEvent } from './state.ts';

/** What an applicant sees of a log: neither who entered it nor what is for the office only. */
export function publicEvents(events: readonly LoggedEvent[]): RequestEvent[] {
  return events
    .filter(({ kind }) => kind !== 'noted')
    .map(({ actor: _actor, internal: _internal, opinion: _opinion, ...event }) => event);
}
