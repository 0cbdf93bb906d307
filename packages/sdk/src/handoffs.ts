import {
  claimHandoff as claimEndpoint,
  createHandoff as createEndpoint,
  type Handoff,
} from '@open-info/contract/handoffs';
import { plainJson } from '@open-info/contract/plain-json';
import type { Client, RequestOptions } from './client.ts';
import { askPrivately } from './core/private-call.ts';
import { subtle } from './core/runtime.ts';
import { UsageError } from './errors.ts';

/** A half-filled form on its way, and what opens it. */
export interface SentHandoff extends Handoff {
  /** Only for the fragment of the address that is scanned: no server ever sees a fragment. */
  key: string;
}

const nonceLength = 12;

function toText(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/**
 * Keeps a half-filled form for ten minutes, for one reader (扫码续填). It is encrypted here, so the
 * service holds what it cannot read.
 *
 * @throws UsageError where the page has no cryptography, or the form is too long
 */
export async function sendHandoff(
  client: Client,
  value: unknown,
  options?: RequestOptions,
): Promise<SentHandoff> {
  const crypto = subtle();
  const key = await crypto.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
  const iv = globalThis.crypto.getRandomValues(new Uint8Array(nonceLength));
  const plain = new TextEncoder().encode(plainJson(value));
  const sealed = new Uint8Array(await crypto.encrypt({ name: 'AES-GCM', iv }, key, plain));
  const both = new Uint8Array(nonceLength + sealed.length);
  both.set(iv);
  both.set(sealed, nonceLength);
  const raw = new Uint8Array(await crypto.exportKey('raw', key));
  const { data } = await askPrivately(
    client,
    createEndpoint,
    { body: { sealed: toText(both) } },
    options,
  );
  return { ...data, key: toText(raw) };
}

const unreadable = () =>
  new UsageError('This hand-off cannot be read with this key.', {
    fields: [{ field: 'key', message: 'not its key', expected: 'the key of the scanned address' }],
  });

async function open(sealed: string, key: string): Promise<unknown> {
  const crypto = subtle();
  try {
    const own = await crypto.importKey('raw', toBytes(key), 'AES-GCM', false, ['decrypt']);
    const both = toBytes(sealed);
    const iv = both.slice(0, nonceLength);
    const plain = await crypto.decrypt({ name: 'AES-GCM', iv }, own, both.slice(nonceLength));
    return JSON.parse(new TextDecoder().decode(plain)) as unknown;
  } catch {
    throw unreadable();
  }
}

/**
 * Takes a half-filled form, once: afterwards the service has it no more.
 * @throws NotFoundError when it was taken or is too old, UsageError when the key is not its key
 */
export async function claimHandoff(
  client: Client,
  id: string,
  key: string,
  options?: RequestOptions,
): Promise<unknown> {
  subtle();
  if (!/^[\w-]{43}$/.test(key)) throw unreadable();
  const { data } = await askPrivately(client, claimEndpoint, { body: { id } }, options);
  return open(data.sealed, key);
}

const fragment = /(?:^#?|&)oi-handoff=([\w-]{16,64})\.([\w-]{43})(?:&|$)/;

/** The fragment of the address to be scanned: `oi-handoff=<id>.<key>`. */
export const handoffFragment = ({ id, key }: Pick<SentHandoff, 'id' | 'key'>): string =>
  `oi-handoff=${id}.${key}`;

/** What stands in the fragment of a scanned address; undefined when none does. */
export function readHandoffFragment(hash: string): { id: string; key: string } | undefined {
  const [, id, key] = fragment.exec(hash) ?? [];
  return id === undefined || key === undefined ? undefined : { id, key };
}
