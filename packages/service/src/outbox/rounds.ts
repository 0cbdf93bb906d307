import type { Service } from '../service.ts';
import { reasonOf } from './attempts.ts';

/** Tells others of changes while the service runs. */
export interface Outbox {
  /** Lets what is on its way arrive. */
  close(): Promise<void>;
}

/** What is done again and again. */
export interface Rounds {
  /** @returns whether there is more to do at once */
  round(): Promise<boolean>;
  /** Called once no round runs any more. */
  close(): void | Promise<void>;
}

/** How soon something new is noticed, in milliseconds. */
const pollMs = 500;

/**
 * Does rounds until it is closed; one that fails is logged and done again.
 *
 * @param name stands in the log
 */
export function startRounds({ log }: Pick<Service, 'log'>, name: string, rounds: Rounds): Outbox {
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  const turn = async (): Promise<void> => {
    const isMore = await rounds.round().catch((error: unknown) => {
      if (!isClosed) log.error(name, { reason: reasonOf(error) });
      return false;
    });
    if (!isClosed) timer = setTimeout(begin, isMore ? 0 : pollMs);
  };
  let running: Promise<void> = Promise.resolve();
  const begin = () => {
    running = turn();
  };
  begin();
  return {
    async close() {
      isClosed = true;
      await running;
      clearTimeout(timer);
      await rounds.close();
    },
  };
}
