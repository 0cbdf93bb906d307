/** Where log lines go: `console` fits. */
export interface Logger {
  debug(message: string, facts?: unknown): void;
  info(message: string, facts?: unknown): void;
  warn(message: string, facts?: unknown): void;
  error(message: string, facts?: unknown): void;
}

export const logLevels = ['debug', 'info', 'warn', 'error', 'off'] as const;
export type LogLevel = (typeof logLevels)[number];

export type Log = (level: Exclude<LogLevel, 'off'>, message: string, facts?: unknown) => void;

/** Writes lines of at least `least`; a logger that throws never harms a call. */
export function createLog(logger: Logger | undefined, least: LogLevel): Log {
  return (level, message, facts) => {
    if (!logger || logLevels.indexOf(level) < logLevels.indexOf(least)) return;
    try {
      logger[level](`[open-info] ${message}`, facts);
    } catch {
      return;
    }
  };
}
