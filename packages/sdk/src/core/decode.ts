import type { Endpoint } from '@open-info/contract/endpoint';
import { ProblemSchema, type FieldProblem } from '@open-info/contract/problem';
import { apiError, ContractError, DecodeError, type ApiError } from '../errors.ts';
import { fieldProblems, inWords } from './issues.ts';
import { retryAfter } from './retry-after.ts';

/** A difference between the contract and what the service said. */
export interface Drift {
  /** `row`: a row of a list was wrong and left out. `deprecated`: the operation will go away. */
  kind: 'row' | 'deprecated';
  operation: string;
  /** Where in the answer: `items.3.name`; the text of the header for `deprecated`. */
  path: string;
  message: string;
}

/** Data read from an answer. */
export interface Decoded {
  data: unknown;
  /** Rows left out because they were wrong. */
  skipped: number;
}

function decodeError(what: string, headers: Headers, text: string, cause?: unknown): DecodeError {
  const type = headers.get('content-type') ?? '';
  return new DecodeError(
    `The answer is ${what}${type && ` (${type})`}.`,
    type,
    text.slice(0, 200),
    cause,
  );
}

/** @throws DecodeError unless the text is JSON. */
export function parseJson(headers: Headers, text: string): unknown {
  if (text.trim() === '') throw decodeError('empty', headers, text);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw decodeError('no JSON', headers, text, cause);
  }
}

/** The error an error answer stands for. */
export function readError({ status, headers }: Response, text: string): ApiError {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const problem = ProblemSchema.safeParse(value).data;
  return apiError({
    status,
    headers,
    problem,
    retryAfterMs: retryAfter(headers.get('retry-after')),
  });
}

interface Row {
  rows: unknown[];
  index: number;
}

/** The row of a list that a path leads into: the outermost one, and below it only a tree's. */
function rowAt(value: unknown, path: readonly PropertyKey[]): Row | undefined {
  let found: Row | undefined;
  let here = value;
  for (const key of path) {
    if (Array.isArray(here) && typeof key === 'number') found = { rows: here, index: key };
    else if (found && key !== 'children') return found;
    here = (here as Record<PropertyKey, unknown> | undefined)?.[key];
  }
  return found;
}

/** Takes the rows with problems out of a list; none when a problem lies outside any row. */
function dropRows(value: unknown, paths: readonly (readonly PropertyKey[])[]): number {
  if (!Array.isArray((value as { items?: unknown } | null)?.items)) return 0;
  const wrong = new Map<unknown[], Set<number>>();
  for (const path of paths) {
    const row = rowAt(value, path);
    if (!row) return 0;
    wrong.set(row.rows, (wrong.get(row.rows) ?? new Set()).add(row.index));
  }
  let dropped = 0;
  for (const [rows, indexes] of wrong) {
    rows.splice(0, rows.length, ...rows.filter((_, index) => !indexes.has(index)));
    dropped += indexes.size;
  }
  return dropped;
}

function mismatch(problems: FieldProblem[]): ContractError {
  return new ContractError(`The answer breaks the contract: ${inWords(problems)}.`, problems);
}

/**
 * Reads JSON as the endpoint declares it. Tolerant: unknown fields are ignored and a wrong row of a
 * list is left out and told; strict: anything wrong is an error.
 *
 * @throws ContractError
 */
export function decode(
  endpoint: Endpoint,
  value: unknown,
  strict: boolean,
  tell: (drift: Drift) => void,
): Decoded {
  const schema = endpoint.response;
  if (!schema) return { data: value, skipped: 0 };
  let result = schema.safeParse(value);
  if (result.success) return { data: result.data, skipped: 0 };
  const { issues } = result.error;
  const problems = fieldProblems(issues);
  const paths = issues.map(({ path }) => path);
  const skipped = strict ? 0 : dropRows(value, paths);
  if (skipped > 0) result = schema.safeParse(value);
  if (!result.success) throw mismatch(problems);
  for (const { field, message } of problems) {
    tell({ kind: 'row', operation: endpoint.id, path: field, message });
  }
  return { data: result.data, skipped };
}
