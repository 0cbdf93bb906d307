import {
  getRequestAttachment,
  getRequestRules,
  justifyRequest,
  submitRequest,
  supplementRequest,
  trackRequest,
  undoRequest,
  withdrawRequest,
  type RequestKey,
  type RequestView,
} from '@open-info/contract/requests';
import { route, type Route } from '../http/route.ts';
import type { Service } from '../service.ts';
import { openAttachment } from '../uploads/store.ts';
import { uploadRules } from '../uploads/kinds.ts';
import { undoMinutes } from './file.ts';
import type { ApplicantStep } from './life.ts';
import { takeStep } from './steps.ts';
import { submit } from './submit.ts';
import { defaultRetentionDays, erase } from '../retention/erase.ts';
import { openByKey, type Asker } from './track.ts';
import { viewOf } from './view.ts';

/** 依申请公开, the applicant's side. */
export function requestsRoutes(service: Service): Route[] {
  const { settings } = service;
  const view = async (asker: Asker, key: RequestKey): Promise<RequestView> =>
    viewOf(service, await openByKey(service, asker, key));
  const take = async (
    asker: Asker & { idempotencyKey: string | undefined },
    key: RequestKey,
    move: ApplicantStep,
  ): Promise<RequestView> => {
    const request = await openByKey(service, asker, key);
    return viewOf(
      service,
      await takeStep(service, request, move, 'applicant', asker.idempotencyKey),
    );
  };

  return [
    route(getRequestRules, async () => ({
      uploads: uploadRules,
      undoMinutes,
      retentionDays: settings.retentionDays ?? defaultRetentionDays,
      policy: { ...settings.clockPolicy },
      updatedAt: service.published.updatedAt,
    })),
    route(submitRequest, (call) => submit(service, call, call.body)),
    route(trackRequest, (call) => view(call, call.body)),
    route(supplementRequest, (call) => {
      const { text, attachments } = call.body;
      return take(call, call.body, { kind: 'supplement', text, attachments });
    }),
    route(justifyRequest, (call) => {
      const { text, attachments } = call.body;
      return take(call, call.body, { kind: 'justify', text, attachments });
    }),
    route(withdrawRequest, (call) => take(call, call.body, { kind: 'withdraw' })),
    route(undoRequest, async (call) => {
      const seen = await take(call, call.body, { kind: 'undo' });
      // As if it had not been made: nothing of it is kept for the next run of the job.
      await erase(service, seen.number);
      return { ...seen, applicantName: '*', sought: {}, attachments: [] };
    }),
    route(getRequestAttachment, async (call) => {
      const { number } = await openByKey(service, call, call.body);
      return openAttachment(service, number, call.body.id);
    }),
  ];
}
