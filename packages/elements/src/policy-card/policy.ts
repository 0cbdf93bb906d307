import type { PolicyDocument } from '@open-info/contract/documents';
import type { Interpretation } from '@open-info/contract/interpretations';
import type { Client, RequestOptions } from '@open-info/sdk/client';
import { getDocument } from '@open-info/sdk/documents';
import { getInterpretation } from '@open-info/sdk/interpretations';

/** What a card shows: a document, what explains it, or both. */
export interface Policy {
  document?: PolicyDocument | undefined;
  interpretation?: Interpretation | undefined;
}

/** Which policy: by document, by interpretation, or a document with one of several interpretations. */
export interface PolicyKey {
  policyId?: string | undefined;
  interpretationId?: string | undefined;
}

/** Reads a document with its latest interpretation, or an interpretation with its first document. */
export async function readPolicy(
  client: Client,
  { policyId, interpretationId }: PolicyKey,
  options: RequestOptions,
): Promise<Policy> {
  if (policyId !== undefined) {
    const document = await getDocument(client, policyId, options);
    const chosen = interpretationId ?? document.interpretationList[0]?.id;
    if (chosen === undefined) return { document };
    return { document, interpretation: await getInterpretation(client, chosen, options) };
  }
  const interpretation = await getInterpretation(client, interpretationId ?? '', options);
  const first = interpretation.policies[0];
  if (!first) return { interpretation };
  return { interpretation, document: await getDocument(client, first.id, options) };
}
