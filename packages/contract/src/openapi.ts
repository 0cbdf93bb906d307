import * as z from 'zod/mini';
import { AreaSchema } from './areas.ts';
import {
  CatalogChangeSchema,
  CatalogFacetsSchema,
  CatalogItemSchema,
  CatalogItemSummarySchema,
  CatalogPageSchema,
  CatalogVersionSchema,
} from './catalog.ts';
import type { AnyEndpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { FieldRefSchema, FieldSchema } from './fields.ts';
import { HealthSchema } from './health.ts';
import { OrganRefSchema, OrganSchema } from './organs.ts';
import { FieldProblemSchema, ProblemSchema } from './problem.ts';
import { TimeLimitSchema } from './time-limit.ts';

/** A JSON Schema (2020-12), or any other part of an API description. */
export type Json = Record<string, unknown>;

/** Schemas that have a name of their own in the description. */
const named: Record<string, z.ZodMiniType> = {
  Area: AreaSchema,
  CatalogChange: CatalogChangeSchema,
  CatalogFacets: CatalogFacetsSchema,
  CatalogItem: CatalogItemSchema,
  CatalogItemSummary: CatalogItemSummarySchema,
  CatalogPage: CatalogPageSchema,
  CatalogVersion: CatalogVersionSchema,
  Field: FieldSchema,
  FieldRef: FieldRefSchema,
  FieldProblem: FieldProblemSchema,
  Health: HealthSchema,
  Organ: OrganSchema,
  OrganRef: OrganRefSchema,
  Problem: ProblemSchema,
  TimeLimit: TimeLimitSchema,
};

const componentPath = '#/components/schemas/';

/** What each endpoint answers, by the id of the endpoint. */
const responses = new Map<string, z.ZodMiniType>();
for (const { id, response } of endpoints satisfies readonly AnyEndpoint[]) {
  if (response) responses.set(id, response);
}

/**
 * All schemas at once, so that each refers to the others by name. They are written as a reader
 * has to take them: a service may add properties.
 */
function allSchemas(): Record<string, Json> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  for (const [id, schema] of responses) {
    if (!registry.has(schema)) registry.add(schema, { id });
  }
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `${componentPath}${id}`,
    io: 'input',
    metadata: z.globalRegistry,
  });
  const plain: Record<string, Json> = {};
  for (const [id, schema] of Object.entries(schemas)) {
    const copy: Json = { ...schema };
    delete copy.$schema;
    delete copy.$id;
    plain[id] = copy;
  }
  return plain;
}

const schemas = allSchemas();

function responseSchema(endpoint: AnyEndpoint): Json {
  for (const [name, schema] of Object.entries(named)) {
    if (schema === endpoint.response) return { $ref: `${componentPath}${name}` };
  }
  const own = schemas[endpoint.id];
  if (own) return own;
  throw new Error(`The response of ${endpoint.id} is shared: name it in openapi.ts.`);
}

function componentSchemas(): Json {
  return Object.fromEntries(Object.keys(named).map((name) => [name, schemas[name]]));
}

function parametersOf(schema: z.ZodMiniType | undefined, where: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const json = z.toJSONSchema(schema, { io: 'input' }) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || (json.required?.includes(name) ?? false),
    schema: property,
    // Several values of one parameter: its name is repeated.
    ...(property.type === 'array' && { style: 'form', explode: true }),
  }));
}

function problem(description: string): Json {
  return {
    description,
    headers: { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } },
    content: { 'application/problem+json': { schema: { $ref: `${componentPath}Problem` } } },
  };
}

function successOf(endpoint: AnyEndpoint): Json {
  const content: Json = {};
  for (const type of endpoint.files ?? []) {
    content[type] = {};
  }
  if (endpoint.response) {
    content['application/json'] = { schema: responseSchema(endpoint) };
  }
  const headers: Json = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } };
  if (endpoint.caching === 'published') headers.ETag = { $ref: '#/components/headers/ETag' };
  return { description: 'OK', headers, content };
}

function responsesOf(endpoint: AnyEndpoint): Json {
  const responses: Json = { '200': successOf(endpoint) };
  if (endpoint.caching === 'published') {
    responses['304'] = { description: 'Not modified since the ETag given in If-None-Match' };
  }
  if (endpoint.query ?? endpoint.params) {
    responses['400'] = { $ref: '#/components/responses/BadRequest' };
  }
  if (endpoint.params) responses['404'] = { $ref: '#/components/responses/NotFound' };
  responses['503'] = { $ref: '#/components/responses/Unavailable' };
  responses.default = { $ref: '#/components/responses/Problem' };
  return responses;
}

function operationOf(endpoint: AnyEndpoint): Json {
  const [noun = ''] = endpoint.id.split('.');
  return {
    operationId: endpoint.id,
    tags: [noun],
    summary: endpoint.summary,
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
    ],
    responses: responsesOf(endpoint),
    security: [],
  };
}

function pathsOf(list: readonly AnyEndpoint[]): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of list) {
    const path = (paths[endpoint.path] ??= {});
    path[endpoint.method.toLowerCase()] = operationOf(endpoint);
  }
  return paths;
}

/**
 * The OpenAPI 3.1 description of every endpoint.
 *
 * @param version version of the software that answers
 */
export function describeApi(version: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'open-info',
      version,
      summary: 'Grassroots government disclosure: what must be public, and where to find it',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    paths: pathsOf(endpoints),
    components: {
      schemas: componentSchemas(),
      headers: {
        RequestId: {
          description: 'Names this request in the log of the service',
          schema: { type: 'string' },
        },
        ETag: {
          description: 'Changes when published data changes',
          schema: { type: 'string' },
        },
      },
      responses: {
        BadRequest: problem('A parameter is unknown or not right; `errors` names each'),
        NotFound: problem('There is nothing under this id'),
        Unavailable: problem('The database does not answer or holds no data; retry later'),
        Problem: problem('Any other failure'),
      },
    },
  };
}
