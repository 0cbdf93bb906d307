import type {
  DeskFiling,
  DeskMove,
  DeskPage,
  DeskRequest,
  ReplyDraft,
} from '@open-info/contract/desk';
import type { Problem } from '@open-info/contract/problem';
import type { RequestReceipt } from '@open-info/contract/requests';
import type { Officer } from '../src/access/officer.ts';
import type { Answered } from './requests.ts';
import type { TestService } from './service.ts';

/** An officer's system, asking a running service over HTTP with a token of its own. */
export class TestDesk {
  readonly officer: Officer;
  private readonly url: string;
  private readonly authorization: string;

  constructor(url: string, officer: Officer, token: string) {
    this.url = url;
    this.officer = officer;
    this.authorization = `Bearer ${token}`;
  }

  fetch(path: string, init: { method?: string; body?: unknown; key?: string } = {}) {
    const { method = 'GET', body, key } = init;
    return fetch(`${this.url}/api/v1/desk/requests${path}`, {
      method,
      headers: {
        Authorization: this.authorization,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(key !== undefined && { 'Idempotency-Key': key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  private async ask<T>(path: string, init?: { method: string; body: unknown; key?: string }) {
    const answer = await this.fetch(path, init);
    const body = (await answer.json()) as T & Partial<Problem>;
    return { status: answer.status, headers: answer.headers, body } satisfies Answered<T>;
  }

  list(query = ''): Promise<Answered<DeskPage>> {
    return this.ask(query);
  }

  get(number: string): Promise<Answered<DeskRequest>> {
    return this.ask(`/${number}`);
  }

  template(number: string, outcome: string): Promise<Answered<ReplyDraft>> {
    return this.ask(`/${number}/templates/${outcome}`);
  }

  file(body: DeskFiling, key?: string): Promise<Answered<RequestReceipt>> {
    return this.ask('', { method: 'POST', body, ...(key !== undefined && { key }) });
  }

  move(number: string, body: DeskMove, key?: string): Promise<Answered<DeskRequest>> {
    return this.ask(`/${number}/moves`, {
      method: 'POST',
      body,
      ...(key !== undefined && { key }),
    });
  }
}

/** Signs an officer in. */
export async function signIn(
  { service, url }: TestService,
  officer: Partial<Officer> = {},
): Promise<TestDesk> {
  const whole: Officer = { id: '李工', organId: 'education', role: 'officer', ...officer };
  return new TestDesk(url, whole, await service.access.token(whole, 24 * 200));
}
