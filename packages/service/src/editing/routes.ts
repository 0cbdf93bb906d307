import {
  createDraft as createDraftEndpoint,
  createRelease as createReleaseEndpoint,
  editDraft as editDraftEndpoint,
  getDraft,
  getDraftFile,
  getEditingStaff,
  listDrafts as listDraftsEndpoint,
  listReleases as listReleasesEndpoint,
  moveDraft as moveDraftEndpoint,
  setEditingStaff,
} from '@open-info/contract/editing';
import {
  createCleanup as createCleanupEndpoint,
  createResponse as createResponseEndpoint,
  decideReview as decideReviewEndpoint,
  editCleanup as editCleanupEndpoint,
  editResponse as editResponseEndpoint,
  getDeskCleanup,
  getResponse,
  getReview,
  listDeskCleanups,
  listResponses as listResponsesEndpoint,
  listReviews as listReviewsEndpoint,
  publishCleanup as publishCleanupEndpoint,
  publishResponse as publishResponseEndpoint,
} from '@open-info/contract/editing-after';
import { officerOf } from '../access/officer.ts';
import { route, type Route } from '../http/route.ts';
import type { Service } from '../service.ts';
import {
  createCleanup,
  editCleanup,
  listCleanups,
  publishCleanup,
  readCleanup,
} from './cleanups.ts';
import { createDraft, editDraft, listDrafts, moveDraft, readDraft } from './drafts.ts';
import { openDraftFile } from './files.ts';
import { createRelease, listReleases } from './releases.ts';
import {
  createResponse,
  editResponse,
  listResponses,
  publishResponse,
  readResponse,
} from './responses.ts';
import { decideReview, listReviews, readReview } from './reviews.ts';
import { nameStaff, readStaff } from './staff.ts';

/** 拟稿到发布: what officers do with documents and what goes with them. */
export function editingRoutes(service: Service): Route[] {
  return [
    route(listDraftsEndpoint, (call) => listDrafts(service, officerOf(call), call.query)),
    route(getDraft, (call) => readDraft(service, officerOf(call), call.params.id)),
    route(getDraftFile, (call) =>
      openDraftFile(service, officerOf(call), call.params.id, call.params.file),
    ),
    route(createDraftEndpoint, (call) =>
      createDraft(service, officerOf(call), call.body, call.idempotencyKey),
    ),
    route(editDraftEndpoint, (call) =>
      editDraft(service, officerOf(call), call.params.id, call.body, call.idempotencyKey),
    ),
    route(moveDraftEndpoint, (call) =>
      moveDraft(service, officerOf(call), call.params.id, call.body, call.idempotencyKey),
    ),
    route(createReleaseEndpoint, (call) =>
      createRelease(service, officerOf(call), call.body, call.idempotencyKey),
    ),
    route(listReleasesEndpoint, (call) => listReleases(service, officerOf(call))),
    route(getEditingStaff, (call) => readStaff(service, officerOf(call), call.params.organ)),
    route(setEditingStaff, (call) =>
      nameStaff(service, officerOf(call), call.params.organ, call.body, call.idempotencyKey),
    ),
    route(listReviewsEndpoint, (call) => listReviews(service, officerOf(call), call.query)),
    route(getReview, (call) => readReview(service, officerOf(call), call.params.id)),
    route(decideReviewEndpoint, (call) =>
      decideReview(service, officerOf(call), call.params.id, call.body, call.idempotencyKey),
    ),
    route(listDeskCleanups, (call) => listCleanups(service, officerOf(call))),
    route(getDeskCleanup, (call) => readCleanup(service, officerOf(call), call.params.id)),
    route(createCleanupEndpoint, (call) =>
      createCleanup(service, officerOf(call), call.body, call.idempotencyKey),
    ),
    route(editCleanupEndpoint, (call) =>
      editCleanup(service, officerOf(call), call.params.id, call.body, call.idempotencyKey),
    ),
    route(publishCleanupEndpoint, (call) =>
      publishCleanup(service, officerOf(call), call.params.id, call.idempotencyKey),
    ),
    route(listResponsesEndpoint, (call) => listResponses(service, officerOf(call))),
    route(getResponse, (call) => readResponse(service, officerOf(call), call.params.id)),
    route(createResponseEndpoint, (call) =>
      createResponse(service, officerOf(call), call.body, call.idempotencyKey),
    ),
    route(editResponseEndpoint, (call) =>
      editResponse(service, officerOf(call), call.params.id, call.body, call.idempotencyKey),
    ),
    route(publishResponseEndpoint, (call) =>
      publishResponse(service, officerOf(call), call.params.id, call.idempotencyKey),
    ),
  ];
}
