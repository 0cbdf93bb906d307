import type { Organ, OrganKind } from '@open-info/contract/organs';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { ProblemError } from '../http/problem.ts';
import type { Words } from '../http/words.ts';
import { findOrgan, findOrgans } from '../organs/store.ts';
import { law } from './law.ts';

/** Kinds of organ that receive requests under art. 29. */
const receiving: OrganKind[] = ['government', 'department', 'street'];

function refuse(message: Words, expected: Words | undefined, article: string): ProblemError {
  return new ProblemError('bad-body', {
    errors: [{ field: 'organId', message, expected }],
    article,
  });
}

function reach({ office }: Organ): Words {
  const parts = [office?.name, office?.phone, office?.address].filter(Boolean).join('，');
  return { zh: parts, en: parts };
}

/** Why an organ takes no requests, and who is to be asked instead. */
const others: Partial<Record<OrganKind, (db: Kysely<Tables>, organ: Organ) => Promise<never>>> = {
  publicEnterprise: (_, organ) => {
    throw refuse(
      {
        zh: `${organ.name}是公共企事业单位，依照自己的信息公开规定办理，不适用政府信息公开申请`,
        en: `${organ.name} is a public enterprise: it discloses by rules of its own, not on request to the government`,
      },
      {
        zh: `请直接向该单位提出：${reach(organ).zh}`,
        en: `ask it directly: ${reach(organ).en}`,
      },
      law.enterprise,
    );
  },
  community: async (db, organ) => {
    const [street] = await findOrgans(db, {
      kind: ['street'],
      area: organ.areaCode.slice(0, 9),
    });
    throw refuse(
      {
        zh: `${organ.name}是居民委员会，不是行政机关，不受理政府信息公开申请`,
        en: `${organ.name} is a residents' committee and no administrative organ, so it takes no requests`,
      },
      street && {
        zh: `请向所属街道提出：${street.name}（${street.id}）`,
        en: `ask its street office: ${street.name} (${street.id})`,
      },
      law.organ,
    );
  },
};

/**
 * The organ a request is for.
 *
 * @throws ProblemError `bad-body` at `organId` when there is none, or it takes no requests
 */
export async function receiverOf(db: Kysely<Tables>, organId: string): Promise<Organ> {
  const organ = await findOrgan(db, organId);
  if (!organ) {
    throw refuse(
      { zh: '没有这个机关', en: 'There is no such organ' },
      { zh: '机关编号见 /api/v1/organs', en: 'an id of /api/v1/organs' },
      law.application,
    );
  }
  if (receiving.includes(organ.kind)) return organ;
  await others[organ.kind]?.(db, organ);
  throw refuse(
    {
      zh: `${organ.name}不是行政机关，不受理政府信息公开申请`,
      en: `${organ.name} is no administrative organ, so it takes no requests`,
    },
    {
      zh: '人民政府、政府部门或者街道办事处',
      en: 'a government, a department or a street office',
    },
    law.organ,
  );
}
