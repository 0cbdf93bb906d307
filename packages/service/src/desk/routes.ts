import {
  fileAtDesk as fileEndpoint,
  getDeskAttachment,
  getDeskRequest,
  getReplyDraft,
  listDesk,
  moveAtDesk,
  type DeskRequest,
} from '@open-info/contract/desk';
import { officerOf, type Officer } from '../access/officer.ts';
import { route, type Route } from '../http/route.ts';
import { takeStep } from '../requests/steps.ts';
import type { RequestRecord } from '../requests/store.ts';
import type { Service } from '../service.ts';
import { openAttachment } from '../uploads/store.ts';
import { Deadlines } from './deadlines.ts';
import { fileAtDesk } from './filing.ts';
import { checkFilled, draftReply } from './letter.ts';
import { listRequests } from './list.ts';
import { noteView, openForOfficer } from './scope.ts';
import { deskRequestOf } from './view.ts';

/** 办理端: what officers do with disclosure requests. */
export function deskRoutes(service: Service): Route[] {
  const deadlines = new Deadlines();
  const show = async (request: RequestRecord, officer: Officer): Promise<DeskRequest> => {
    const view = await deskRequestOf(service, request, officer);
    await noteView(service, officer, request, 'request.viewed');
    return view;
  };

  return [
    route(listDesk, (call) => listRequests(service, officerOf(call), call.query, deadlines)),
    route(getDeskRequest, async (call) => {
      const officer = officerOf(call);
      return show(await openForOfficer(service, officer, call.params.number), officer);
    }),
    route(fileEndpoint, (call) =>
      fileAtDesk(service, officerOf(call), call.body, call.idempotencyKey),
    ),
    route(moveAtDesk, async (call) => {
      const officer = officerOf(call);
      const request = await openForOfficer(service, officer, call.params.number);
      if (officer.role === 'officer') checkFilled(call.body);
      const moved = await takeStep(service, request, call.body, officer, call.idempotencyKey);
      return show(moved, officer);
    }),
    route(getDeskAttachment, async (call) => {
      const officer = officerOf(call);
      const { number, id } = call.params;
      const request = await openForOfficer(service, officer, number);
      const found = await openAttachment(service, request.number, id);
      await noteView(service, officer, request, 'request.fileViewed', { file: id });
      return found;
    }),
    route(getReplyDraft, async (call) => {
      const officer = officerOf(call);
      const { number, outcome } = call.params;
      const request = await openForOfficer(service, officer, number);
      const draft = await draftReply(service, request, outcome);
      await noteView(service, officer, request, 'request.letterBegun', { outcome });
      return draft;
    }),
  ];
}
