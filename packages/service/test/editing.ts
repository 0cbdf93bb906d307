import assert from 'node:assert/strict';
import type { Block } from '@open-info/contract/blocks';
import type {
  AttributeProposal,
  Draft,
  DraftContent,
  DraftMove,
  InterpretationText,
  Release,
} from '@open-info/contract/editing';
import type { Problem } from '@open-info/contract/problem';
import type { Upload } from '@open-info/contract/uploads';
import type { Officer } from '../src/access/officer.ts';
import type { TestService } from './service.ts';

export interface Answered<T> {
  status: number;
  body: T & Partial<Problem>;
}

/** An officer's system with a token of its own. */
export class Desk {
  private readonly url: string;
  private readonly authorization: string;

  constructor(url: string, token: string) {
    this.url = url;
    this.authorization = `Bearer ${token}`;
  }

  fetch(method: string, path: string, body?: unknown, key?: string): Promise<Response> {
    return fetch(`${this.url}/api/v1/desk${path}`, {
      method,
      headers: {
        Authorization: this.authorization,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(key !== undefined && { 'Idempotency-Key': key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  async ask<T>(method: string, path: string, body?: unknown, key?: string): Promise<Answered<T>> {
    const answer = await this.fetch(method, path, body, key);
    return { status: answer.status, body: (await answer.json()) as T & Partial<Problem> };
  }

  /** What has to succeed. */
  async get<T>(path: string): Promise<T> {
    return this.done<T>('GET', path);
  }

  async post<T>(path: string, body?: unknown): Promise<T> {
    return this.done<T>('POST', path, body);
  }

  async put<T>(path: string, body: unknown): Promise<T> {
    return this.done<T>('PUT', path, body);
  }

  private async done<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.ask<T>(method, path, body);
    assert.equal(answer.status, 200, `${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}

export async function signIn(
  { service, url }: TestService,
  id: string,
  differs: Partial<Officer> = {},
): Promise<Desk> {
  const officer: Officer = { id, organId: 'education', role: 'officer', ...differs };
  return new Desk(url, await service.access.token(officer, 24 * 2000));
}

/** Those who take part: four of the education bureau, one of another organ, two coordinators. */
export interface Desks {
  drafter: Desk;
  head: Desk;
  office: Desk;
  signer: Desk;
  other: Desk;
  coordinator: Desk;
  second: Desk;
}

export async function openDesks(service: TestService): Promise<Desks> {
  const approval = { organId: 'administrative-approval', role: 'coordinator' } as const;
  return {
    drafter: await signIn(service, '拟稿人'),
    head: await signIn(service, '科长'),
    office: await signIn(service, '办公室'),
    signer: await signIn(service, '局长'),
    other: await signIn(service, '王工', { organId: 'civil-affairs' }),
    coordinator: await signIn(service, '吴协调', approval),
    second: await signIn(service, '郑协调', approval),
  };
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [{ text }] });

let made = 0;
/** A text nobody else has. */
export const own = (text: string) => `${text}${String((made += 1))}`;

export interface Making {
  title?: string;
  body?: string[];
  proposal?: AttributeProposal | undefined;
  content?: Partial<DraftContent>;
}

export const documentContent = ({ title, body, proposal, content }: Making = {}): DraftContent => ({
  kind: 'document',
  document: {
    title: title ?? own('关于做好招生入学工作的通知'),
    kind: '通知',
    level: 'district',
    issuers: [{ organId: 'education' }],
    topics: ['教育'],
    body: (body ?? ['各学校：现将有关事项通知如下。']).map(paragraph),
  },
  proposal: proposal ?? { attribute: 'open' },
  needsInterpretation: false,
  ...content,
});

/** 不予公开, with its reason and ground. */
export const refusalText: AttributeProposal = {
  attribute: 'closed',
  reason: '属于内部工作流程',
  ground: 'internalAffairs',
};

export const interpretationOf = (
  policies: string[],
  differs: Partial<InterpretationText> = {},
): DraftContent => ({
  kind: 'interpretation',
  interpretation: {
    title: own('招生入学政策解读'),
    form: 'text',
    level: 'district',
    summary: '一句话说明。',
    policies,
    main: [paragraph('主要内容。')],
    ...differs,
  },
});

const move = (id: string, by: Desk, body: DraftMove) => by.post<Draft>(`/drafts/${id}/moves`, body);

/** Takes a draft through the procedure up to its signature. */
export async function signDraft(desks: Desks, content: DraftContent): Promise<Draft> {
  const { drafter, head, office, signer } = desks;
  const { id } = await drafter.post<Draft>('/drafts', content);
  await move(id, drafter, { kind: 'propose' });
  await move(id, head, { kind: 'approve' });
  const isSecret = content.proposal?.ground === 'stateSecret';
  await move(id, office, { kind: 'approve', secrecy: isSecret ? 'secret' : 'clear' });
  return move(id, signer, { kind: 'approve' });
}

export const issueMove = (): DraftMove => ({ kind: 'issue', indexNumber: own('JH-JY/2026-') });

export async function issueDraft(desks: Desks, content: DraftContent): Promise<Draft> {
  const { id } = await signDraft(desks, content);
  return move(id, desks.office, issueMove());
}

/** A public document of the education bureau. */
export async function publishDraft(desks: Desks, making: Making = {}): Promise<Draft> {
  const { id } = await issueDraft(desks, documentContent(making));
  await desks.office.post<Release>('/releases', { drafts: [id] });
  return desks.drafter.get<Draft>(`/drafts/${id}`);
}

/** Uploads a text file, as an officer's page does. */
export async function uploadText(
  { url }: TestService,
  name: string,
  text: string,
): Promise<Upload> {
  const form = new FormData();
  form.append('file', new Blob([text]), name);
  const answer = await fetch(`${url}/api/v1/uploads`, { method: 'POST', body: form });
  assert.equal(answer.status, 200);
  return (await answer.json()) as Upload;
}
