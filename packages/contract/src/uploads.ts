import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { shape } from './shape.ts';

/** A file the service holds for whoever has its token, until a request or a draft takes it. */
export interface Upload {
  /** Secret: stands in the `attachments` of what is submitted, or in a draft. */
  token: string;
  /** File name, made safe. */
  name: string;
  /** Media type by content, not by name. */
  type: string;
  /** Bytes. */
  size: number;
  /** When an upload that nothing took is thrown away, ISO 8601. */
  expiresAt: string;
}

export const UploadSchema = shape<Upload>()(
  z.object({
    token: z.string(),
    name: z.string(),
    type: z.string(),
    size: z.number(),
    expiresAt: z.string(),
  }),
);

/** 附件 of a request, a reply or a draft, as it is listed. */
export interface Attachment {
  id: string;
  name: string;
  type: string;
  /** Bytes. */
  size: number;
}

export const AttachmentSchema = shape<Attachment>()(
  z.object({ id: z.string(), name: z.string(), type: z.string(), size: z.number() }),
);

export const createUpload = endpoint({
  id: 'uploads.create',
  method: 'POST',
  path: '/uploads',
  summary:
    'Uploads a file that a request, a supplement, a reply or a draft then names by its token',
  upload: true,
  response: UploadSchema,
  access: 'public',
  caching: 'none',
});
