import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { shape } from './shape.ts';

/**
 * 扫码续填: a half-filled form on its way from a hall screen to a phone (plan row 57). The sender
 * encrypts it (AES-256-GCM) under a key that travels in the fragment of the scanned address only, so
 * the service holds what it cannot read. It is given out once and thrown away after `expiresAt`.
 */
export interface Handoff {
  id: string;
  /** ISO 8601. */
  expiresAt: string;
}

/** Base64url of nonce (12 bytes) and ciphertext. */
export interface HandoffContent {
  sealed: string;
}

export interface HandoffClaim {
  id: string;
}

const HandoffContentSchema = shape<HandoffContent>()(
  z.strictObject({
    sealed: z.string().check(z.maxLength(64_000), z.regex(/^[\w-]{20,}$/)),
  }),
);

export const createHandoff = endpoint({
  id: 'handoffs.create',
  method: 'POST',
  path: '/handoffs',
  summary: 'Keeps an encrypted, half-filled form for ten minutes, for one reader',
  body: HandoffContentSchema,
  response: shape<Handoff>()(z.object({ id: z.string(), expiresAt: z.string() })),
  access: 'public',
  caching: 'none',
});

export const claimHandoff = endpoint({
  id: 'handoffs.claim',
  method: 'POST',
  path: '/handoffs/claim',
  summary: 'Gives an encrypted form out, once',
  body: shape<HandoffClaim>()(z.strictObject({ id: z.string().check(z.regex(/^[\w-]{16,64}$/)) })),
  response: shape<HandoffContent>()(z.object({ sealed: z.string() })),
  access: 'public',
  caching: 'none',
});
