import assert from 'node:assert/strict';
import { test } from 'node:test';
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
      const parameters = operation.parameters as { name: string; in: string; required: boolean }[];
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

test('an answer may grow: no schema of an answer forbids further properties', () => {
  const { schemas } = description.components as { schemas: Json };
  assert.ok(!JSON.stringify(schemas).includes('"additionalProperties":false'));
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
