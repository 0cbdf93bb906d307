import type { DocumentRef } from '@open-info/contract/documents';
import type { PolicyMatter } from '@open-info/contract/interpretations';
import { documentRefs, publicInterpretations, type Reading } from '../documents/public.ts';
import { matterRefs, publicMatters } from './public.ts';

/**
 * The public documents some matters carry out, then those whose interpretations name them: the
 * edges between policies and matters, read from the matter.
 */
export async function documentsOf(
  reading: Reading,
  matterIds: readonly string[],
): Promise<DocumentRef[]> {
  const applied = await reading.db
    .selectFrom('document_edges')
    .select('to_id as id')
    .where('kind', '=', 'applies')
    .where('from_id', 'in', [...matterIds])
    .orderBy('place')
    .orderBy('to_id')
    .execute();
  const explained = await publicInterpretations(reading)
    .innerJoin('document_edges as n', 'n.from_id', 'i.id')
    .innerJoin('document_edges as x', 'x.from_id', 'i.id')
    .where('n.kind', '=', 'names')
    .where('n.to_id', 'in', [...matterIds])
    .where('x.kind', '=', 'explains')
    .select('x.to_id as id')
    .orderBy('i.released_at', 'desc')
    .orderBy('x.place')
    .execute();
  const ids = [...new Set([...applied, ...explained].map(({ id }) => id))];
  const refs = await documentRefs(reading, ids);
  return ids.flatMap((id) => refs.get(id) ?? []);
}

/**
 * The same edges read from the policy: the matters an interpretation names, then those that carry
 * out what it explains. A name leads to the matter of that name; what is not public is named only.
 *
 * @param policies ids of the public documents it explains
 */
export async function mattersFor(
  reading: Reading,
  policies: readonly string[],
  named: readonly PolicyMatter[],
): Promise<PolicyMatter[]> {
  const applying = policies.length === 0 ? [] : await mattersApplying(reading, policies);
  const byName = new Map(applying.map(({ id, name }) => [name, id]));
  const refs = await matterRefs(
    reading,
    named.flatMap(({ matterId }) => matterId ?? []),
  );
  const own = named.map(({ matterId, ...matter }): PolicyMatter => {
    const id = refs.get(matterId ?? '')?.id ?? byName.get(matter.name);
    return id === undefined ? matter : { ...matter, matterId: id };
  });
  const known = new Set(own.map(({ matterId }) => matterId));
  const further = applying.filter(({ id }) => !known.has(id));
  return [...own, ...further.map(({ id, name }) => ({ name, matterId: id }))];
}

function mattersApplying(reading: Reading, policies: readonly string[]) {
  return publicMatters(reading)
    .innerJoin('document_edges as e', 'e.from_id', 'm.id')
    .where('e.kind', '=', 'applies')
    .where('e.to_id', 'in', [...policies])
    .select(['m.id', 'm.name'])
    .distinct()
    .select('m.name_sort')
    .orderBy('m.name_sort')
    .execute();
}
