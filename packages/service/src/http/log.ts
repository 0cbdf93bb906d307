/** How much is written: `silent` nothing, `error` failures, `info` also one line per request. */
export const logLevels = ['silent', 'error', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Facts of one log line; never a person's words, so no query text and no body. */
export type LogFacts = Record<string, string | number | boolean | undefined>;

/** Writes one JSON object per line. */
export interface Log {
  debug(event: string, facts?: LogFacts): void;
  info(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
}

/**
 * Writes to standard output, all lines of one turn of the event loop at once: one write per
 * request would cost more than many an answer.
 */
function standardOutput(): (line: string) => void {
  let waiting = '';
  const flush = () => {
    if (waiting !== '') process.stdout.write(waiting);
    waiting = '';
  };
  process.once('exit', flush);
  return (line) => {
    if (waiting === '') setImmediate(flush);
    waiting += line;
  };
}

/**
 * A log of the given level.
 *
 * @param write receives each line with its line break; standard output when absent
 */
export function createLog(level: LogLevel, write = standardOutput()): Log {
  const threshold = logLevels.indexOf(level);
  const at = (own: LogLevel) => {
    if (logLevels.indexOf(own) > threshold) return () => undefined;
    return (event: string, facts?: LogFacts) => {
      write(`${JSON.stringify({ time: new Date().toISOString(), level: own, event, ...facts })}\n`);
    };
  };
  return { debug: at('debug'), info: at('info'), error: at('error') };
}
