import { undoRequest, type RequestReceipt } from '@open-info/contract/requests';
import type { Client } from '@open-info/sdk/client';

/**
 * 撤销: takes a filing back. The key is the receipt's own, so nothing typed has to be read, and the
 * SDK's reader of what people type need not be loaded with every form.
 */
export async function undoFiling(
  client: Client,
  { number, code }: RequestReceipt,
  headers: Record<string, string>,
): Promise<void> {
  const wire = { init: { redirect: 'error' as const } };
  await client.call(undoRequest, { body: { number, code }, wire }, { headers });
}
