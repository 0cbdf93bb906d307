import type { ProblemCode } from '@open-info/contract/problem';
import { apiError, type ApiError } from '../errors.ts';

/** An error answer as the service gives it: `problem(404, 'not-found', '没有这个事项')`. */
export function problem(status: number, code: ProblemCode, title: string): ApiError {
  const type = `https://open-info.example/problems/${code}`;
  return apiError({
    status,
    headers: new Headers(),
    problem: { type, title, status, code, requestId: 'mock' },
  });
}
