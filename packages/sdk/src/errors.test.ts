import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { build } from 'esbuild';
import { problem } from '../test/server.ts';
import {
  AbortedError,
  apiError,
  ConnectionError,
  ContractError,
  DecodeError,
  isOpenInfoError,
  OpenInfoError,
  TimeoutError,
  UsageError,
} from './errors.ts';

const headers = new Headers({ 'set-cookie': 'session=secret' });

test('each status has its error, and each error its name and facts', () => {
  const cases: [number, string, boolean][] = [
    [400, 'BadRequestError', false],
    [401, 'UnauthorizedError', false],
    [403, 'ForbiddenError', false],
    [404, 'NotFoundError', false],
    [409, 'ConflictError', false],
    [410, 'ApiError', false],
    [422, 'ValidationError', false],
    [429, 'RateLimitError', true],
    [500, 'ServerError', true],
    [503, 'ServerError', true],
  ];
  for (const [status, name, retryable] of cases) {
    const error = apiError({ status, headers });
    assert.equal(error.name, name);
    assert.equal(error.status, status);
    assert.equal(error.retryable, retryable);
    assert.ok(error instanceof OpenInfoError && error instanceof Error);
    assert.ok(isOpenInfoError(error, 'http'));
  }
});

test('the fields of a problem are ready for a form', () => {
  const errors = [{ field: 'limit', message: '须在1到100之间', expected: '1–100' }];
  const error = apiError({
    status: 422,
    headers,
    problem: { ...problem(422, 'bad-body'), errors },
  });
  assert.deepEqual(error.fields, errors);
});

test('an error written as JSON holds facts and no secrets', () => {
  const error = apiError({ status: 404, headers, problem: problem(404, 'not-found') });
  Object.assign(error.context, {
    operation: 'catalog.get',
    url: 'https://user:word@host/items?code=secret&q=%E9%A2%84',
  });
  const text = JSON.stringify(error);
  assert.doesNotMatch(text, /secret|word|%E9/);
  assert.deepEqual(JSON.parse(text), {
    name: 'NotFoundError',
    code: 'http',
    message: '404 not-found',
    status: 404,
    problem: 'not-found',
    retryable: false,
    fields: [],
    context: { operation: 'catalog.get', url: 'https://host/items?code=…&q=…' },
  });
});

test('the guard knows an error of another copy of this package, and the kind of it', async () => {
  const address = './errors.ts?copy';
  const copy = (await import(address)) as typeof import('./errors.ts');
  const foreign = new copy.TimeoutError('deadline', 10);
  assert.ok(!(foreign instanceof OpenInfoError));
  assert.ok(isOpenInfoError(foreign));
  assert.ok(isOpenInfoError(foreign, 'timeout'));
  assert.ok(!isOpenInfoError(foreign, 'http'));
  for (const other of [new Error('x'), null, undefined, 'x', { code: 'http' }]) {
    assert.ok(!isOpenInfoError(other));
  }
});

test('names outlive a minifier', async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./errors.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  const text = outputFiles[0]?.text ?? '';
  const address = `data:text/javascript,${encodeURIComponent(text)}`;
  const small = (await import(address)) as typeof import('./errors.ts');
  assert.notEqual(small.NotFoundError.name, 'NotFoundError', 'the class itself was renamed');
  assert.equal(small.apiError({ status: 404, headers }).name, 'NotFoundError');
  assert.match(String(new small.AbortedError()), /^AbortedError: /);
});

test('the codes are told apart', () => {
  const all = [
    new UsageError('x'),
    new AbortedError(),
    new ConnectionError('x'),
    new TimeoutError('attempt', 1),
    new DecodeError('x', 'text/html', '<'),
    new ContractError('x'),
    apiError({ status: 500, headers }),
  ];
  assert.deepEqual(
    all.map(({ code }) => code),
    ['usage', 'aborted', 'network', 'timeout', 'decode', 'contract', 'http'],
  );
  assert.deepEqual(
    all.map(({ retryable }) => retryable),
    [false, false, true, true, false, false, true],
  );
});
