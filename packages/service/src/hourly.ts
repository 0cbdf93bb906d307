import type { Service } from './service.ts';

const hourMs = 3_600_000;

/** A task that runs beside the service. */
export interface Scheduled {
  /** Waits for a run that is under way. */
  close(): Promise<void>;
}

/**
 * Runs a task every hour, at another minute in every process, and logs what it did.
 *
 * @param event names it in the log
 * @param task says what it did; undefined: nothing to tell
 */
export function startHourly(
  { log }: Pick<Service, 'log'>,
  event: string,
  task: () => Promise<Record<string, number> | undefined>,
): Scheduled {
  let running = Promise.resolve();
  const run = async () => {
    try {
      const done = await task();
      if (done) log.info(event, done);
    } catch (error) {
      log.error(event, { cause: error instanceof Error ? error.stack : undefined });
    }
  };
  const next = (): NodeJS.Timeout =>
    setTimeout(
      () => {
        running = run();
        timer = next();
      },
      hourMs * (0.75 + Math.random() / 2),
    ).unref();
  let timer = next();
  return {
    async close() {
      clearTimeout(timer);
      await running;
    },
  };
}
