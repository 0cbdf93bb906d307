import type { Problem, problemCodes } from '@open-info/contract/problem';
import type { Language, Words } from './words.ts';

/** The codes this service answers with. */
export type Code = (typeof problemCodes)[number];

/** What each code means: its HTTP status and its title. One table, so no answer invents its own. */
const kinds: Record<Code, { status: number; title: Words }> = {
  'bad-query': {
    status: 400,
    title: { zh: '查询参数不正确', en: 'The query is not right' },
  },
  'bad-cursor': {
    status: 400,
    title: { zh: '翻页标记无效', en: 'The cursor is not valid' },
  },
  'bad-path': { status: 400, title: { zh: '地址写法不正确', en: 'The address is malformed' } },
  'bad-body': { status: 400, title: { zh: '提交的内容不正确', en: 'The body is not right' } },
  unauthenticated: {
    status: 401,
    title: { zh: '需要工作人员登录', en: 'An officer must be signed in' },
  },
  'bad-signature': {
    status: 401,
    title: { zh: '签名不正确', en: 'The signature is not right' },
  },
  forbidden: { status: 403, title: { zh: '无权进行这项操作', en: 'This is not allowed' } },
  'challenge-required': {
    status: 403,
    title: { zh: '需要先完成安全验证', en: 'A safety check comes first' },
  },
  'illegal-move': {
    status: 409,
    title: { zh: '现在不能进行这一步', en: 'This step is not possible now' },
  },
  'key-reused': {
    status: 422,
    title: {
      zh: '同一幂等键已用于另一份内容',
      en: 'The same Idempotency-Key came with other content',
    },
  },
  'unsupported-media-type': {
    status: 415,
    title: { zh: '不支持这种内容类型', en: 'This media type is not supported' },
  },
  'not-found': { status: 404, title: { zh: '没有找到', en: 'Not found' } },
  'method-not-allowed': {
    status: 405,
    title: { zh: '这个地址不支持该方法', en: 'This address does not take that method' },
  },
  'not-acceptable': {
    status: 406,
    title: { zh: '无法提供所要求的格式', en: 'The format asked for cannot be given' },
  },
  'too-large': { status: 413, title: { zh: '提交的内容过大', en: 'The body is too large' } },
  'too-many-requests': {
    status: 429,
    title: { zh: '请求过于频繁', en: 'Too many requests' },
  },
  unavailable: {
    status: 503,
    title: { zh: '服务暂时不可用', en: 'The service is not available for the moment' },
  },
  internal: { status: 500, title: { zh: '服务内部出错', en: 'Something failed inside' } },
};

/** What is wrong with one field, in both languages. */
export interface FieldFault {
  /** Name of the query parameter, or path into the body. */
  field: string;
  message: Words;
  /** What would be right. */
  expected?: Words | undefined;
}

/** What a problem says beyond its code. */
export interface ProblemFacts {
  detail?: Words | undefined;
  errors?: FieldFault[] | undefined;
  /** The article a refusal rests on, as 《条例》第三十条. */
  article?: string | undefined;
  /** Further headers of the answer: `Allow`, `Retry-After`. */
  headers?: Record<string, string> | undefined;
  /** What went wrong underneath; logged, never answered. */
  cause?: unknown;
}

/** Thrown anywhere below a route, answered as `application/problem+json` (RFC 9457). */
export class ProblemError extends Error {
  readonly code: Code;
  readonly status: number;
  readonly facts: ProblemFacts;

  constructor(code: Code, facts: ProblemFacts = {}) {
    super(facts.detail?.en ?? kinds[code].title.en, { cause: facts.cause });
    this.name = 'ProblemError';
    this.code = code;
    this.status = kinds[code].status;
    this.facts = facts;
  }
}

/** The body of a problem answer. */
export function problemOf(error: ProblemError, language: Language, requestId: string): Problem {
  const { detail, errors, article } = error.facts;
  return {
    type: `urn:open-info:problem:${error.code}`,
    title: kinds[error.code].title[language],
    status: error.status,
    code: error.code,
    requestId,
    ...(detail && { detail: detail[language] }),
    ...(errors && {
      errors: errors.map(({ field, message, expected }) => ({
        field,
        message: message[language],
        ...(expected && { expected: expected[language] }),
      })),
    }),
    ...(article && { article }),
  };
}
