import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** The day in Asia/Shanghai of a moment. */
const dayOf = (column: string) => sql`(${sql.ref(column)} at time zone interval '8 hours')::date`;

/**
 * Works out how each document ended, from what its record states, from clean-ups (清理) and from
 * the documents that replace it. Whoever writes or releases one of these calls it in the same
 * transaction.
 *
 * The first end counts (废止, 失效); an amendment (修改) stands beside it, as it only holds until then.
 * A successor ends what it replaces from the day it takes effect, and not before it is public; where
 * the record says itself how the document ended, that goes before.
 *
 * @returns how many documents ended otherwise than before
 */
export async function settleValidity(trx: Kysely<Tables>, at: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    with facts as (
      select id, stated_end ->> 'validity' as validity, (stated_end ->> 'on')::date as on_day
      from documents where stated_end is not null
      union all
      select e.document_id,
        case e.decision when 'abolish' then 'abolished' when 'expire' then 'expired' else 'amended' end,
        greatest(c.on_day, ${dayOf('c.released_at')})
      from cleanup_entries e join cleanups c on c.id = e.cleanup_id
      where e.decision <> 'keep' and c.released_at is not null
      union all
      select old.id, 'abolished',
        greatest(coalesce(new.effective_on, new.issued_on), ${dayOf('new.released_at')})
      from document_edges e
      join documents new on new.id = e.from_id
      join documents old on old.id = e.to_id
      where e.kind = 'replaces' and old.stated_end is null
        and new.released_at is not null and new.attribute in ('open', 'onRequest')
    ), settled as (
      select id,
        min(on_day) filter (where validity = 'amended') as amended_on,
        min(on_day) filter (where validity <> 'amended') as ended_on,
        (array_agg(validity order by on_day, validity) filter (where validity <> 'amended'))[1] as ended_as
      from facts group by id
    )
    update documents d
    set amended_on = s.amended_on, ended_on = s.ended_on, ended_as = s.ended_as,
      updated_at = ${at.toISOString()}::timestamptz
    from documents o left join settled s on s.id = o.id
    where o.id = d.id
      and (d.amended_on, d.ended_on, d.ended_as)
        is distinct from (s.amended_on, s.ended_on, s.ended_as)
    returning d.id`.execute(trx);
  return rows.length;
}
