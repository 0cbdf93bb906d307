import { createUpload as uploadEndpoint, type Upload } from '@open-info/contract/uploads';
import type { Client, RequestOptions } from './client.ts';
import { toCall, type Call } from './core/call.ts';
import { askPrivately } from './core/private-call.ts';
import { sendForm } from './core/send-form.ts';

/** A file with its name: what a page's file field gives, or bytes. */
export type UploadSource =
  (Blob & { readonly name?: string }) | { name: string; bytes: Uint8Array | ArrayBuffer };

export interface UploadOptions extends RequestOptions {
  /**
   * Told how far the upload is; at its end both are equal. From a page of another origin it costs a
   * preflight.
   */
  onProgress?: ((sent: number, total: number) => void) | undefined;
}

/** A telephone on a bad line needs its time, and nothing else waits for it. */
const longest = 10 * 60_000;

const blobOf = (source: UploadSource): Blob =>
  source instanceof Blob ? source : new Blob([source.bytes as Uint8Array<ArrayBuffer>]);

async function attach(
  client: Client,
  source: UploadSource,
  { onProgress, ...options }: UploadOptions,
) {
  const blob = blobOf(source);
  const name = source.name ?? 'file';
  const send = (request: Request, own: ((request: Request) => Promise<Response>) | undefined) => {
    const form = new FormData();
    form.append('file', blob, name);
    return sendForm(request, form, own, onProgress);
  };
  const file = { name, type: blob.type, size: blob.size };
  const patience = { timeout: longest, deadline: longest };
  const result = await askPrivately(
    client,
    uploadEndpoint,
    { wire: { file, onProgress, send } },
    { ...patience, ...options },
  );
  onProgress?.(blob.size, blob.size);
  return result;
}

/**
 * Uploads a file. Its token then stands in the `attachments` of what is submitted. It is sent once
 * and not repeated after a failure; the signal stops it.
 */
export function attachFile(
  client: Client,
  file: UploadSource,
  options: UploadOptions = {},
): Call<Upload> {
  return toCall(attach(client, file, options));
}
