import { ProblemError, problemOf } from './problem.ts';
import { publicHeaders, varyOf } from './headers.ts';
import type { Log } from './log.ts';
import type { Trace } from './trace.ts';
import { languageOf } from './words.ts';

/**
 * Codes with which a database says that it is not there: Node's for the connection, SQLSTATE
 * classes 08 (connection), 53 (resources) and 57P (shutdown).
 */
const absentCodes =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|08\w{3}|53\w{3}|57P\w{2})$/;
const absentMessages =
  /database thread has ended|timeout exceeded when trying to connect|Connection terminated|driver has already been destroyed/;

function isAbsence(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return absentCodes.test(String(code)) || absentMessages.test(String(message));
}

/** Any failure as a problem; what is not one already tells the reader nothing of the inside. */
function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (typeof error === 'object' && error !== null && isAbsence(error)) {
    return new ProblemError('unavailable', {
      detail: {
        zh: '数据库暂时没有应答，请稍后重试。',
        en: 'The database does not answer for the moment; try again shortly.',
      },
      headers: { 'Retry-After': '5' },
      cause: error,
    });
  }
  return new ProblemError('internal', {
    detail: {
      zh: '请稍后重试；仍然出错时，请把 requestId 告诉维护人员。',
      en: 'Try again shortly; if it fails again, give the requestId to those who run the service.',
    },
    cause: error,
  });
}

/** Answers a failure as `application/problem+json` and logs what lies behind it. */
export function respondProblem(
  error: unknown,
  headers: { get(name: string): string | null },
  trace: Trace,
  log: Log,
  /** Who may read it, and what the answer was to carry anyway. */
  base: Record<string, string> = publicHeaders,
): Response {
  const problem = toProblem(error);
  const { cause } = problem.facts;
  if (problem.status >= 500 && cause !== undefined) {
    log.error('failure', {
      requestId: trace.requestId,
      route: trace.route,
      code: problem.code,
      cause: cause instanceof Error ? cause.stack : JSON.stringify(cause),
    });
  }
  const language = languageOf(headers.get('accept-language'));
  return new Response(JSON.stringify(problemOf(problem, language, trace.requestId)), {
    status: problem.status,
    headers: {
      ...base,
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': language === 'zh' ? 'zh-CN' : 'en',
      'Cache-Control': 'no-store',
      Vary: varyOf(base, 'Accept-Language'),
      'X-Request-Id': trace.requestId,
      ...problem.facts.headers,
    },
  });
}
