import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnyEndpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { describeApi, type Json } from './openapi.ts';

const description = describeApi('1.2.3');
const paths = description.paths as Record<string, Record<string, Json>>;

function at(pointer: string): unknown {
  let value: unknown = description;
  for (const part of pointer.slice(2).split('/')) value = (value as Json | undefined)?.[part];
  return value;
}

function refsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(refsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { $ref, ...rest } = value as Json;
  return [...(typeof $ref === 'string' ? [$ref] : []), ...Object.values(rest).flatMap(refsIn)];
}

test('every endpoint of the contract is described, and no other', () => {
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [
      method.toUpperCase(),
      path,
      operation.operationId,
    ]),
  );
  const declared = endpoints.map(({ method, path, id }) => [method, path, id]);
  assert.deepEqual(described.sort(), declared.sort());
});

test('every reference leads somewhere', () => {
  const refs = refsIn(description);
  assert.ok(refs.length > 20);
  for (const ref of refs) {
    assert.match(ref, /^#\//);
    assert.notEqual(at(ref), undefined, ref);
  }
});

test('every JSON answer has a schema that says something', () => {
  for (const { path, method, response, id } of endpoints) {
    if (!response) continue;
    const operation = paths[path]![method.toLowerCase()] as {
      responses: Record<string, { content: Record<string, { schema: Json }> }>;
    };
    const { schema } = operation.responses['200']!.content['application/json']!;
    assert.notEqual(Object.keys(schema).length, 0, id);
  }
});

test('every parameter of a path is described as one', () => {
  for (const [path, methods] of Object.entries(paths)) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    for (const operation of Object.values(methods)) {
      const parameters = (operation.parameters as Json[]).filter(({ $ref }) => !$ref) as {
        name: string;
        in: string;
        required: boolean;
      }[];
      const inPath = parameters.filter((parameter) => parameter.in === 'path');
      assert.deepEqual(
        inPath.map((parameter) => parameter.name),
        names,
      );
      assert.ok(inPath.every((parameter) => parameter.required));
    }
  }
});

test('a list parameter is repeated, a number has its bounds, an open enumeration its known values', () => {
  const { parameters } = paths['/catalog/items']?.get as { parameters: Json[] };
  const named = (name: string) => parameters.find((parameter) => parameter.name === name);
  assert.equal(named('field')?.explode, true);
  assert.equal(named('field')?.style, 'form');
  assert.deepEqual(named('limit')?.schema, { type: 'integer', minimum: 1, maximum: 100 });
  const { properties } = at('#/components/schemas/Organ') as { properties: Record<string, Json> };
  assert.ok((properties.kind?.examples as string[]).includes('department'));
});

/** Everything a part of the description says, with what it refers to. */
function wholeOf(value: unknown, seen = new Set<string>()): string {
  const parts = [JSON.stringify(value)];
  for (const ref of refsIn(value)) {
    if (seen.has(ref)) continue;
    seen.add(ref);
    parts.push(wholeOf(at(ref), seen));
  }
  return parts.join('\n');
}

test('an answer may grow: no schema of an answer forbids further properties', () => {
  for (const methods of Object.values(paths)) {
    for (const { operationId, responses } of Object.values(methods)) {
      assert.ok(
        !wholeOf(responses).includes('"additionalProperties":false'),
        `${String(operationId)} answers with a strictObject: a newer service could not add a field`,
      );
    }
  }
});

const operations = new Map(
  endpoints.map(({ id, path, method }) => [id, paths[path]![method.toLowerCase()]!]),
);

test('a body is described by its schema, an upload as a form with a file', () => {
  for (const { id, body, upload } of endpoints as readonly AnyEndpoint[]) {
    const { requestBody } = operations.get(id) as { requestBody?: { content: Json } };
    const types = Object.keys(requestBody?.content ?? {});
    assert.deepEqual(
      types,
      body ? ['application/json'] : upload ? ['multipart/form-data'] : [],
      id,
    );
  }
  assert.match(
    JSON.stringify(operations.get('handoffs.claim')?.requestBody),
    /"required":\["id"\]/,
  );
});

test('who may ask, and how each endpoint may refuse, is said', () => {
  const statuses = (id: string) => Object.keys(operations.get(id)?.responses as Json);
  for (const { id, access, method, idempotent } of endpoints as readonly AnyEndpoint[]) {
    const { security, parameters } = operations.get(id) as { security: Json[]; parameters: Json[] };
    const isOfficers = access === 'officer';
    assert.deepEqual(security, isOfficers ? [{ officer: [] }] : [], id);
    assert.equal(statuses(id).includes('401'), isOfficers, id);
    assert.equal(statuses(id).includes('429'), method !== 'GET' && !isOfficers, id);
    assert.equal(statuses(id).includes('422'), idempotent ?? false, id);
    const key = parameters.some(({ $ref }) => $ref === '#/components/parameters/IdempotencyKey');
    assert.equal(key, idempotent ?? false, id);
  }
  assert.deepEqual(statuses('handoffs.create'), [
    ...['200', '400', '403', '413', '415', '429', '503', 'default'],
  ]);
  assert.deepEqual(statuses('health.live'), ['200', '503', 'default']);
});

test('a file is described by its media types, a failure as application/problem+json', () => {
  const { responses } = paths['/catalog/export']?.get as { responses: Record<string, Json> };
  assert.deepEqual(Object.keys(responses['200']?.content as Json), [
    'application/json',
    'text/csv',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ]);
  const failure = at('#/components/responses/Problem') as { content: Json };
  assert.deepEqual(Object.keys(failure.content), ['application/problem+json']);
});
