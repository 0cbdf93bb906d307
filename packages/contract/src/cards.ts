import * as z from 'zod/mini';
import { DocumentRefSchema, type DocumentRef } from './documents.ts';
import { endpoint } from './endpoint.ts';
import { shape } from './shape.ts';

/**
 * 明白卡 (plan row 28): one page that says who gets what, how and from whom. It is made of the policy
 * and its interpretation each time it is asked for, so it cannot differ from them.
 */
export interface PlainCard {
  /** Id of the document. */
  id: string;
  title: string;
  policy: DocumentRef;
  /** 谁能享受. */
  who: string[];
  /** 享受什么. */
  what: string[];
  /** 怎么办. */
  how: string[];
  /** 找谁问. */
  ask: { organ: string; phone?: string | undefined; address?: string | undefined };
  /** 监督电话: of the district, of the organ's disclosure office, or 12345. */
  complaint: string;
  /**
   * What the QR code leads to: an address, or a path of the service where no page of documents is
   * configured.
   */
  url: string;
  /** Changes with what the card is made of. */
  version: string;
  asOf: string;
}

export const PlainCardSchema = shape<PlainCard>()(
  z.object({
    id: z.string(),
    title: z.string(),
    policy: DocumentRefSchema,
    who: z.array(z.string()),
    what: z.array(z.string()),
    how: z.array(z.string()),
    ask: z.object({
      organ: z.string(),
      phone: z.optional(z.string()),
      address: z.optional(z.string()),
    }),
    complaint: z.string(),
    url: z.string(),
    version: z.string(),
    asOf: z.string(),
  }),
);

export interface CardParams {
  /** Id of the document. */
  id: string;
}

export const getCard = endpoint({
  id: 'cards.get',
  method: 'GET',
  path: '/cards/{id}',
  summary: 'The plain card (明白卡) of a policy',
  params: shape<CardParams>()(z.object({ id: z.string() })),
  response: PlainCardSchema,
  access: 'public',
  caching: 'published',
});
