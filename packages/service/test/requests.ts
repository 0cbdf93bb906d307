import type { RequestReceipt, RequestSubmission } from '@open-info/contract/requests';
import type { Problem } from '@open-info/contract/problem';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A 公民身份号码 of a person who does not exist. */
export function residentId(serial: number): string {
  const digits = `42010319900307${String(serial % 1000).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return `${digits}${'10X98765432'[sum % 11] ?? ''}`;
}

/** A submission with nothing wrong in it. */
export function submission(differs: Partial<RequestSubmission> = {}): RequestSubmission {
  return {
    organId: 'education',
    kind: 'disclosure',
    applicant: {
      category: 'person',
      name: '赵小满',
      identity: { kind: 'residentId', number: residentId(1) },
    },
    contact: { phone: '13800001111' },
    sought: { name: '2025年义务教育学区划分方案' },
    delivery: { form: 'electronic', way: 'online' },
    ...differs,
  };
}

/** An answer, read. */
export interface Answered<T> {
  status: number;
  headers: Headers;
  body: T & Partial<Problem>;
}

/** Asks the API of a running service as an applicant's page does. */
export async function post<T>(
  url: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answered<T>> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as T & Partial<Problem>,
  };
}

/** Files a request and gives the receipt back. */
export async function fileOne(
  url: string,
  differs: Partial<RequestSubmission> = {},
): Promise<RequestReceipt> {
  const { status, body } = await post<RequestReceipt>(url, '/requests', submission(differs));
  if (status !== 200) throw new Error(`not filed: ${JSON.stringify(body)}`);
  return body;
}
