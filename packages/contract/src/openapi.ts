import * as z from 'zod/mini';
import { AreaSchema } from './areas.ts';
import { BlockSchema } from './blocks.ts';
import { CalendarYearSchema, PublishedCalendarSchema } from './calendar.ts';
import { PlainCardSchema } from './cards.ts';
import { CaseEventSchema } from './case-events.ts';
import { DeskRatingSchema } from './case-ratings.ts';
import { CaseKeySchema, CaseViewSchema } from './cases.ts';
import {
  CatalogChangeSchema,
  CatalogFacetsSchema,
  CatalogItemSchema,
  CatalogItemSummarySchema,
  CatalogPageSchema,
  CatalogVersionSchema,
} from './catalog.ts';
import { ChallengeSchema } from './challenge.ts';
import { ExchangeRecordSchema } from './exchange.ts';
import { CleanupSchema } from './cleanups.ts';
import { DeskRequestSchema } from './desk.ts';
import {
  DocumentRefSchema,
  InterpretationRefSchema,
  PolicyDocumentSchema,
  PolicyDocumentSummarySchema,
} from './documents.ts';
import {
  AttributeProposalSchema,
  DraftContentSchema,
  DraftInputSchema,
  DraftSchema,
  EditingEventSchema,
  EditingStaffSchema,
  ReleaseSchema,
} from './editing.ts';
import {
  CleanupInputSchema,
  DeskCleanupSchema,
  DeskResponseSchema,
  ResponseInputSchema,
  ReviewSchema,
} from './editing-after.ts';
import type { AnyEndpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { FieldRefSchema, FieldSchema } from './fields.ts';
import { HealthSchema } from './health.ts';
import { InterpretationSchema, InterpretationSummarySchema } from './interpretations.ts';
import { OrganRefSchema, OrganSchema } from './organs.ts';
import { OutcomeSchema } from './outcomes.ts';
import { FieldProblemSchema, ProblemSchema } from './problem.ts';
import { RequestEventSchema } from './request-events.ts';
import {
  RequestAdditionSchema,
  RequestKeySchema,
  RequestReceiptSchema,
  RequestViewSchema,
} from './requests.ts';
import { SubscriptionSchema, SubscriptionTokenSchema } from './subscriptions.ts';
import { TimeLimitSchema } from './time-limit.ts';
import { AttachmentSchema, UploadSchema } from './uploads.ts';

/** A JSON Schema (2020-12), or any other part of an API description. */
export type Json = Record<string, unknown>;

/** Schemas that have a name of their own in the description. */
const named: Record<string, z.ZodMiniType> = {
  Area: AreaSchema,
  Attachment: AttachmentSchema,
  AttributeProposal: AttributeProposalSchema,
  Block: BlockSchema,
  Calendar: PublishedCalendarSchema,
  CalendarYear: CalendarYearSchema,
  CaseEvent: CaseEventSchema,
  CaseKey: CaseKeySchema,
  CaseView: CaseViewSchema,
  DeskRating: DeskRatingSchema,
  CatalogChange: CatalogChangeSchema,
  CatalogFacets: CatalogFacetsSchema,
  CatalogItem: CatalogItemSchema,
  CatalogItemSummary: CatalogItemSummarySchema,
  CatalogPage: CatalogPageSchema,
  CatalogVersion: CatalogVersionSchema,
  Challenge: ChallengeSchema,
  ExchangeRecord: ExchangeRecordSchema,
  CleanupInput: CleanupInputSchema,
  DeskCleanup: DeskCleanupSchema,
  Cleanup: CleanupSchema,
  DeskRequest: DeskRequestSchema,
  DeskResponse: DeskResponseSchema,
  Draft: DraftSchema,
  DraftContent: DraftContentSchema,
  DraftInput: DraftInputSchema,
  EditingEvent: EditingEventSchema,
  EditingStaff: EditingStaffSchema,
  DocumentRef: DocumentRefSchema,
  Field: FieldSchema,
  FieldRef: FieldRefSchema,
  FieldProblem: FieldProblemSchema,
  Health: HealthSchema,
  Interpretation: InterpretationSchema,
  InterpretationRef: InterpretationRefSchema,
  InterpretationSummary: InterpretationSummarySchema,
  Organ: OrganSchema,
  OrganRef: OrganRefSchema,
  Outcome: OutcomeSchema,
  PlainCard: PlainCardSchema,
  PolicyDocument: PolicyDocumentSchema,
  PolicyDocumentSummary: PolicyDocumentSummarySchema,
  Problem: ProblemSchema,
  Release: ReleaseSchema,
  RequestAddition: RequestAdditionSchema,
  RequestEvent: RequestEventSchema,
  RequestKey: RequestKeySchema,
  RequestReceipt: RequestReceiptSchema,
  RequestView: RequestViewSchema,
  ResponseInput: ResponseInputSchema,
  Review: ReviewSchema,
  Subscription: SubscriptionSchema,
  SubscriptionToken: SubscriptionTokenSchema,
  TimeLimit: TimeLimitSchema,
  Upload: UploadSchema,
};

const componentPath = '#/components/schemas/';

const list: readonly AnyEndpoint[] = endpoints;

/** What each endpoint takes and answers, by a name of its own. */
const parts = new Map<string, z.ZodMiniType>();
for (const { id, body, response } of list) {
  if (response) parts.set(id, response);
  if (body) parts.set(`${id} body`, body);
}

/**
 * All schemas at once, so that each refers to the others by name. They are written as a reader
 * has to take them: a service may add properties.
 */
function allSchemas(): Record<string, Json> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  for (const [id, schema] of parts) {
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

/** A schema by its name, or, when it is used once, in place. */
function schemaOf(part: string, schema: z.ZodMiniType): Json {
  for (const [name, one] of Object.entries(named)) {
    if (one === schema) return { $ref: `${componentPath}${name}` };
  }
  const own = schemas[part];
  if (own) return own;
  throw new Error(`The schema of ${part} is shared: name it in openapi.ts.`);
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

function problem(description: string, headers: Json = {}): Json {
  return {
    description,
    headers: { 'X-Request-Id': { $ref: '#/components/headers/RequestId' }, ...headers },
    content: { 'application/problem+json': { schema: { $ref: `${componentPath}Problem` } } },
  };
}

function successOf(endpoint: AnyEndpoint): Json {
  const content: Json = {};
  for (const type of endpoint.files ?? []) {
    content[type] = {};
  }
  if (endpoint.response) {
    content['application/json'] = { schema: schemaOf(endpoint.id, endpoint.response) };
  }
  const headers: Json = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } };
  if (endpoint.caching !== 'none') headers.ETag = { $ref: '#/components/headers/ETag' };
  if (isPublicWrite(endpoint)) Object.assign(headers, rateLimitHeaders);
  return { description: 'OK', headers, content };
}

const isPublicWrite = ({ method, access }: AnyEndpoint): boolean =>
  method !== 'GET' && access === 'public';

const rateLimitHeaders: Json = {
  'RateLimit-Policy': { $ref: '#/components/headers/RateLimitPolicy' },
  RateLimit: { $ref: '#/components/headers/RateLimit' },
};

/** How an endpoint may refuse, by status; what is true of it decides which of them it has. */
const refusals: [status: string, response: string, has: (endpoint: AnyEndpoint) => unknown][] = [
  ['400', 'BadRequest', ({ query, params, body, upload }) => query ?? params ?? body ?? upload],
  ['401', 'Unauthenticated', ({ access }) => access === 'officer'],
  ['403', 'Forbidden', ({ access, method }) => access === 'officer' || method !== 'GET'],
  ['404', 'NotFound', ({ params }) => params],
  ['409', 'IllegalMove', ({ idempotent }) => idempotent],
  ['413', 'TooLarge', ({ body, upload }) => body ?? upload],
  ['415', 'UnsupportedMediaType', ({ body, upload }) => body ?? upload],
  ['422', 'KeyReused', ({ idempotent }) => idempotent],
  ['429', 'TooManyRequests', isPublicWrite],
  ['503', 'Unavailable', () => true],
  ['default', 'Problem', () => true],
];

function responsesOf(endpoint: AnyEndpoint): Json {
  const responses: Json = { '200': successOf(endpoint) };
  if (endpoint.caching !== 'none') {
    responses['304'] = { description: 'Not modified since the ETag given in If-None-Match' };
  }
  for (const [status, response, has] of refusals) {
    if (has(endpoint)) responses[status] = { $ref: `#/components/responses/${response}` };
  }
  return responses;
}

/** What an endpoint reads from the body, if it reads one. */
function requestOf({ id, body, upload }: AnyEndpoint): Json {
  if (upload) {
    const file = { type: 'object', required: ['file'], properties: { file: binary } };
    return {
      requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } },
    };
  }
  if (!body) return {};
  const schema = schemaOf(`${id} body`, body);
  return { requestBody: { required: true, content: { 'application/json': { schema } } } };
}

const binary: Json = { type: 'string', contentMediaType: 'application/octet-stream' };

function operationOf(endpoint: AnyEndpoint): Json {
  const [noun = ''] = endpoint.id.split('.');
  return {
    operationId: endpoint.id,
    tags: [noun],
    summary: endpoint.summary,
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
      ...(endpoint.idempotent ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ],
    ...requestOf(endpoint),
    responses: responsesOf(endpoint),
    security: endpoint.access === 'officer' ? [{ officer: [] }] : [],
  };
}

function describePaths(): Json {
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
    paths: describePaths(),
    components: {
      schemas: componentSchemas(),
      headers: {
        RequestId: {
          description: 'Names this request in the log of the service',
          schema: { type: 'string' },
        },
        ETag: {
          description: 'Changes when the answer may have changed',
          schema: { type: 'string' },
        },
        RateLimitPolicy: {
          description: 'What is limited, as `"requests.submit";q=10;w=3600`: 10 in 3600 seconds',
          schema: { type: 'string' },
        },
        RateLimit: {
          description:
            'What is left, as `"requests.submit";r=9;t=360`: 9 now, all of them in 360 seconds',
          schema: { type: 'string' },
        },
        RetryAfter: {
          description: 'Seconds after which to try again',
          schema: { type: 'integer' },
        },
      },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description:
            'Made by the caller, one for each thing to be done: the same key with the same body gives the same answer, and the thing is done once',
          schema: { type: 'string', minLength: 8, maxLength: 128 },
        },
      },
      securitySchemes: {
        officer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: "An officer's token, from the configured issuer or `open-info token`",
        },
      },
      responses: {
        BadRequest: problem('A parameter or a field is unknown or not right; `errors` names each'),
        Unauthenticated: problem("There is no officer's token, or it does not hold"),
        Forbidden: problem(
          'Not for this origin, organ or role, or a proof of work comes first (`challenge-required`)',
        ),
        NotFound: problem('There is nothing under this id'),
        IllegalMove: problem('This step is not possible now; `article` names the rule'),
        TooLarge: problem('The body is too large'),
        UnsupportedMediaType: problem('The body is of another media type than the endpoint takes'),
        KeyReused: problem('The Idempotency-Key came before with another body'),
        TooManyRequests: problem('Too many requests; `Retry-After` says when to try again', {
          ...rateLimitHeaders,
          'Retry-After': { $ref: '#/components/headers/RetryAfter' },
        }),
        Unavailable: problem('The database does not answer or holds no data; retry later'),
        Problem: problem('Any other failure'),
      },
    },
  };
}
