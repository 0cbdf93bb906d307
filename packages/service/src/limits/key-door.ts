import { ProblemError } from '../http/problem.ts';
import type { Words } from '../http/words.ts';
import type { Service } from '../service.ts';
import type { Quota } from './limits.ts';

/** How often one address may ask by number and code. */
const addressQuota: Quota = { most: 120, perSeconds: 600 };

/** What is opened by number and code (编号和查询码), such as a request or a case. */
export interface KeyDoor<T> {
  /** What limits count under: `requests`. */
  noun: string;
  /** The key in the form it is kept by. @throws ProblemError `bad-body` for what cannot be one */
  readKey: (given: { number: string; code: string }) => { number: string; code: string };
  /** The hash of the code; undefined when there is no such number. */
  readHash: (number: string) => Promise<string | undefined>;
  load: (number: string) => Promise<T | undefined>;
  /** Said when number and code do not belong together, and when there is no such number. */
  notFound: Words;
}

/** Who asks: the address for limits, the headers to tell them. */
export interface Asker {
  address: string;
  answerHeaders: Headers;
}

/** What a code is compared with where there is nothing: it takes the same time. */
const noHashes = new WeakMap<Service['privacy'], Promise<string>>();

function noHash({ privacy }: Pick<Service, 'privacy'>): Promise<string> {
  const made = noHashes.get(privacy) ?? privacy.hashCode('');
  noHashes.set(privacy, made);
  return made;
}

/** What a field of a key says that cannot be one. */
export function unreadableKey(field: 'number' | 'code', what: Words, expected: Words) {
  return new ProblemError('bad-body', { errors: [{ field, message: what, expected }] });
}

/**
 * Opens something to whoever has number and code. A number that is not there and a wrong code look
 * the same, in the answer and in time.
 *
 * Wrong codes close the number to the address that sent them, for longer each time: were it closed
 * to all, anybody could lock an applicant out who only knows how numbers are counted. What many
 * addresses together can try against ten characters of chance is nothing.
 *
 * @throws ProblemError `not-found`, `too-many-requests`, or `bad-body` for what cannot be a key
 */
export async function openDoor<T>(
  service: Pick<Service, 'limits' | 'privacy'>,
  { address, answerHeaders }: Asker,
  { noun, readKey, readHash, load, notFound }: KeyDoor<T>,
  given: { number: string; code: string },
): Promise<T> {
  const { limits, privacy } = service;
  await limits.pass({ answerHeaders }, `${noun}.key`, address, addressQuota);
  const { number, code } = readKey(given);
  const door = `${number} ${address}`;
  limits.refuse(await limits.fail(`${noun}.code`, door));
  const kept = await readHash(number);
  const isRight = await privacy.verifyCode(code, kept ?? (await noHash(service)));
  const absent = () => new ProblemError('not-found', { detail: notFound });
  if (kept === undefined || !isRight) throw absent();
  await limits.clear(`${noun}.code`, door);
  const found = await load(number);
  if (found === undefined) throw absent();
  return found;
}
