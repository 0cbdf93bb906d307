import type { Service } from '../service.ts';
import { runRetention } from './run.ts';

const hourMs = 3_600_000;

/** A task that runs beside the service. */
export interface Scheduled {
  /** Waits for a run that is under way. */
  close(): Promise<void>;
}

/** Erases what is due every hour, at another minute in every process. */
export function startRetention(service: Service): Scheduled {
  let running = Promise.resolve();
  const run = async () => {
    try {
      const erased = await runRetention(service);
      if (erased) service.log.info('retention', { ...erased });
    } catch (error) {
      service.log.error('retention', { cause: error instanceof Error ? error.stack : undefined });
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
