import { startHourly, type Scheduled } from '../hourly.ts';
import type { Service } from '../service.ts';
import { runRetention } from './run.ts';

/** Erases what is due. */
export const startRetention = (service: Service): Scheduled =>
  startHourly(service, 'retention', async () => {
    const erased = await runRetention(service);
    return erased && { ...erased };
  });
