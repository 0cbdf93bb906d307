import { createLog, type LogLevel } from '../src/http/log.ts';
import { seed } from '../src/seed.ts';
import { startService, type RunningService } from '../src/server.ts';
import type { Settings } from '../src/settings.ts';
import { openTestDatabase } from './database.ts';

export interface TestServiceOptions extends Partial<Settings> {
  /** Fill it with the district's catalog. */
  seeded?: boolean | undefined;
  now?: (() => Date) | undefined;
}

/** One line of the log, read back. */
export type LogLine = { event: string; level: LogLevel } & Record<string, unknown>;

export interface TestService extends RunningService {
  /** What the service has logged so far. */
  readonly lines: LogLine[];
}

/**
 * A whole service on a free port with a database of its own.
 *
 * @param options settings that differ from the tests' own, and whether it is filled
 */
export async function startTestService(options: TestServiceOptions = {}): Promise<TestService> {
  const { seeded = false, now, ...settings } = options;
  const database = await openTestDatabase();
  const lines: LogLine[] = [];
  const log = createLog('debug', (line) => lines.push(JSON.parse(line) as LogLine));
  const running = await startService(
    {
      port: 0,
      host: '127.0.0.1',
      data: 'memory',
      logLevel: 'silent',
      readIndex: 'off',
      ...settings,
    },
    { log, now, database },
  );
  if (seeded) {
    await seed(running.service);
    await running.service.published.refresh();
  }
  return { ...running, lines };
}
