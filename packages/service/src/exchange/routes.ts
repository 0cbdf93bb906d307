import { pushRecords } from '@open-info/contract/exchange';
import { parseJson, readBytes } from '../http/body.ts';
import { ProblemError } from '../http/problem.ts';
import { route, type Route } from '../http/route.ts';
import type { Service } from '../service.ts';
import { checkSignature } from './signature.ts';
import { takeIn } from './take-in.ts';

/** Records of one batch; more do not fit into one transaction that others wait for. */
export const mostRecords = 2_000;

function wrongBatch(zh: string, en: string): ProblemError {
  return new ProblemError('bad-body', {
    errors: [
      {
        field: 'records',
        message: { zh, en },
        expected: {
          zh: `数组，最多 ${mostRecords} 条`,
          en: `an array of at most ${mostRecords} records`,
        },
      },
    ],
  });
}

/** Only the frame is checked here: one broken record does not hold up the others. */
function recordsOf(body: unknown): unknown[] {
  const { records } = (typeof body === 'object' && body !== null ? body : {}) as {
    records?: unknown;
  };
  if (!Array.isArray(records)) throw wrongBatch('没有记录', 'There are no records');
  if (records.length <= mostRecords) return records;
  throw wrongBatch(
    `太多：共 ${records.length} 条`,
    `There are too many records: ${records.length}`,
  );
}

/** 办件数据交换. */
export function exchangeRoutes(service: Service): Route[] {
  const systems = new Map((service.settings.exchange ?? []).map((one) => [one.id, one]));
  return [
    route(pushRecords, async (call) => {
      const system = systems.get(call.params.system);
      const body = await readBytes(call, pushRecords.bodyLimit);
      checkSignature(call.request.headers, body, system?.secrets ?? [], service.now());
      // Nothing is signed for a system that is not there.
      if (!system) throw new ProblemError('bad-signature');
      const { refused, ...counts } = await takeIn(service, system, recordsOf(parseJson(body)));
      return {
        ...counts,
        refused: refused.map(({ id, field, message }) => ({
          id,
          field,
          message: message[call.language],
        })),
      };
    }),
  ];
}
