import type { FieldProblem, Problem } from '@open-info/contract/problem';

/** What went wrong, in one word; branch on it, never on the message. */
export type ErrorCode =
  'usage' | 'aborted' | 'network' | 'timeout' | 'decode' | 'contract' | 'http';

/** Which call failed. `url` is shown with its query values only where it is not written down. */
export interface ErrorContext {
  /** Operation id of the contract: `catalog.list`. */
  operation?: string | undefined;
  method?: string | undefined;
  url?: string | undefined;
  /** Id the service gave the request; name it when you report a fault. */
  requestId?: string | undefined;
  /** How many times the request was sent. */
  attempts?: number | undefined;
}

interface Details {
  cause?: unknown;
  fields?: readonly FieldProblem[] | undefined;
  retryable?: boolean | undefined;
}

const mark = Symbol.for('@open-info/sdk/error');

/** Takes what may be private out of an address: the values of its query and any user part. */
export function redactUrl(url: string): string {
  return url.replace(/\/\/[^/@?#]*@/, '//').replace(/=[^&#]*/g, '=…');
}

/** Every failure of a call. The subclasses say more; all share these facts. */
export class OpenInfoError extends Error {
  static readonly title: string = 'OpenInfoError';
  readonly code: ErrorCode;
  /** True when the same call may succeed later. */
  readonly retryable: boolean;
  /** What is wrong with which field, ready for a form; empty when no field is to blame. */
  readonly fields: readonly FieldProblem[];
  readonly context: ErrorContext = {};
  override readonly cause: unknown;

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message);
    this.name = new.target.title;
    this.code = code;
    this.retryable = details.retryable ?? false;
    this.fields = details.fields ?? [];
    this.cause = details.cause;
    Object.defineProperty(this, mark, { value: true });
  }

  get requestId(): string | undefined {
    return this.context.requestId;
  }

  /** HTTP status of the answer, where there was one. */
  get status(): number | undefined {
    return undefined;
  }

  /** The service's own account of the failure (RFC 9457), where it gave one. */
  get problem(): Problem | undefined {
    return undefined;
  }

  /** Facts for a log: no headers, no bodies, no query values, no cause. */
  toJSON(): Record<string, unknown> {
    const { url, ...context } = this.context;
    return {
      name: this.name,
      code: this.code,
      message: this.message,
      status: this.status,
      problem: this.problem?.code,
      retryable: this.retryable,
      fields: this.fields.map(({ field, expected }) => ({ field, expected })),
      context: { ...context, url: url && redactUrl(url) },
    };
  }
}

/** The call itself is wrong: an argument, or a request that its own schema refuses. Nothing was sent. */
export class UsageError extends OpenInfoError {
  static override readonly title: string = 'UsageError';

  constructor(message: string, details?: Details) {
    super('usage', message, details);
  }
}

/** The caller's signal fired; `cause` is its reason. */
export class AbortedError extends OpenInfoError {
  static override readonly title: string = 'AbortedError';

  constructor(cause?: unknown) {
    super('aborted', 'The call was aborted by its caller.', { cause });
  }
}

/** No whole answer came: no network, no such host, a refused or broken connection. */
export class ConnectionError extends OpenInfoError {
  static override readonly title: string = 'ConnectionError';

  constructor(message: string, cause?: unknown, code: 'network' | 'timeout' = 'network') {
    super(code, message, { cause, retryable: true });
  }
}

/** No answer in time. `limit` says which time ran out: that of one attempt or of the whole call. */
export class TimeoutError extends ConnectionError {
  static override readonly title: string = 'TimeoutError';
  readonly limit: 'attempt' | 'deadline';

  constructor(limit: 'attempt' | 'deadline', milliseconds: number, cause?: unknown) {
    const what = limit === 'attempt' ? 'An attempt' : 'The call';
    super(`${what} took longer than ${milliseconds} ms.`, cause, 'timeout');
    this.limit = limit;
  }
}

/**
 * The answer is no JSON: a login page, a firewall's notice, a captive portal, a cut body.
 * `snippet` is its beginning, at most 200 characters.
 */
export class DecodeError extends OpenInfoError {
  static override readonly title: string = 'DecodeError';
  readonly contentType: string;
  readonly snippet: string;

  constructor(message: string, contentType: string, snippet: string, cause?: unknown) {
    super('decode', message, { cause });
    this.contentType = contentType;
    this.snippet = snippet;
  }
}

/** The answer is JSON of another shape than the contract says; `fields` holds the paths. */
export class ContractError extends OpenInfoError {
  static override readonly title: string = 'ContractError';

  constructor(message: string, fields: readonly FieldProblem[] = []) {
    super('contract', message, { fields });
  }

  /** The same as `fields`: what differs, by path. */
  get issues(): readonly FieldProblem[] {
    return this.fields;
  }
}

/** What an error answer said. */
export interface ErrorAnswer {
  status: number;
  headers: Headers;
  problem?: Problem | undefined;
  /** How long the service asks to wait, ms; absent when it does not say. */
  retryAfterMs?: number | undefined;
}

const retryableStatuses = [408, 429, 500, 502, 503, 504];

/** The service answered with an error status. */
export class ApiError extends OpenInfoError {
  static override readonly title: string = 'ApiError';
  readonly headers: Headers;
  /** How long the service asks to wait, ms. */
  readonly retryAfterMs: number | undefined;
  private readonly answer: ErrorAnswer;

  constructor(answer: ErrorAnswer) {
    const { problem, status } = answer;
    super('http', `${status} ${problem?.detail ?? problem?.title ?? 'error answer'}`, {
      fields: problem?.errors,
      retryable: retryableStatuses.includes(status),
    });
    this.answer = answer;
    this.headers = answer.headers;
    this.retryAfterMs = answer.retryAfterMs;
    Object.defineProperty(this, 'answer', { enumerable: false });
    Object.defineProperty(this, 'headers', { enumerable: false });
  }

  override get status(): number {
    return this.answer.status;
  }

  override get problem(): Problem | undefined {
    return this.answer.problem;
  }
}

export class BadRequestError extends ApiError {
  static override readonly title: string = 'BadRequestError';
}
export class UnauthorizedError extends ApiError {
  static override readonly title: string = 'UnauthorizedError';
}
export class ForbiddenError extends ApiError {
  static override readonly title: string = 'ForbiddenError';
}
export class NotFoundError extends ApiError {
  static override readonly title: string = 'NotFoundError';
}
export class ConflictError extends ApiError {
  static override readonly title: string = 'ConflictError';
}
export class ValidationError extends ApiError {
  static override readonly title: string = 'ValidationError';
}
export class RateLimitError extends ApiError {
  static override readonly title: string = 'RateLimitError';
}
export class ServerError extends ApiError {
  static override readonly title: string = 'ServerError';
}

const byStatus: Record<number, typeof ApiError> = {
  400: BadRequestError,
  401: UnauthorizedError,
  403: ForbiddenError,
  404: NotFoundError,
  409: ConflictError,
  422: ValidationError,
  429: RateLimitError,
};

/** The error that belongs to an error status. */
export function apiError(answer: ErrorAnswer): ApiError {
  const Kind = byStatus[answer.status] ?? (answer.status >= 500 ? ServerError : ApiError);
  return new Kind(answer);
}

interface ErrorByCode {
  usage: UsageError;
  aborted: AbortedError;
  network: ConnectionError;
  timeout: TimeoutError;
  decode: DecodeError;
  contract: ContractError;
  http: ApiError;
}

/**
 * True for an error of this SDK, also one of a second copy of it on the page. With a code, only
 * for that kind: `isOpenInfoError(error, 'http') && error.status === 404`.
 */
export function isOpenInfoError<C extends ErrorCode = ErrorCode>(
  value: unknown,
  code?: C,
): value is ErrorByCode[C] {
  return (
    typeof value === 'object' &&
    value !== null &&
    (value as Record<symbol, unknown>)[mark] === true &&
    (code === undefined || (value as OpenInfoError).code === code)
  );
}
