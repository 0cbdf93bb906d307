import {
  createDraft as createDraftEndpoint,
  createRelease as createReleaseEndpoint,
  editDraft as editDraftEndpoint,
  getDraft as getDraftEndpoint,
  getDraftFile as getDraftFileEndpoint,
  getEditingStaff as getStaffEndpoint,
  listDrafts as listDraftsEndpoint,
  listReleases as listReleasesEndpoint,
  moveDraft as moveDraftEndpoint,
  setEditingStaff as setStaffEndpoint,
  type Draft,
  type DraftContent,
  type DraftEdit,
  type DraftFileParams,
  type DraftMove,
  type DraftPage,
  type DraftQuery,
  type EditingStaff,
  type Release,
  type ReleaseInput,
  type ReleaseList,
} from '@open-info/contract/editing';
import {
  createCleanup as createCleanupEndpoint,
  createResponse as createResponseEndpoint,
  decideReview as decideReviewEndpoint,
  editCleanup as editCleanupEndpoint,
  editResponse as editResponseEndpoint,
  getDeskCleanup as getCleanupEndpoint,
  getResponse as getResponseEndpoint,
  getReview as getReviewEndpoint,
  listDeskCleanups as listCleanupsEndpoint,
  listResponses as listResponsesEndpoint,
  listReviews as listReviewsEndpoint,
  publishCleanup as publishCleanupEndpoint,
  publishResponse as publishResponseEndpoint,
  type CleanupEdit,
  type CleanupInput,
  type DeskCleanup,
  type DeskCleanupList,
  type DeskResponse,
  type DeskResponseList,
  type ResponseEdit,
  type ResponseInput,
  type Review,
  type ReviewDecisionInput,
  type ReviewPage,
  type ReviewQuery,
} from '@open-info/contract/editing-after';
import type { Endpoint } from '@open-info/contract/endpoint';
import { toCall, type Call } from './core/call.ts';
import type { Input } from './core/encode.ts';
import type { FileAnswer } from './core/file-answer.ts';
import { listBy, type Listing } from './core/listing.ts';
import { askAtDesk, askFileAtDesk, type DeskClient, type DeskOptions } from './desk.ts';

const at = <R>(
  client: DeskClient,
  endpoint: Endpoint<unknown, unknown, unknown, R>,
  input: Input,
  options: DeskOptions = {},
): Call<R> => toCall(askAtDesk(client, endpoint, input, options));

/** Drafts of documents and interpretations (拟稿) an officer may see, the latest first. */
export function listDrafts(
  client: DeskClient,
  query: DraftQuery = {},
  options: DeskOptions = {},
): Listing<DraftPage> {
  return listBy(listDraftsEndpoint, query, (following) =>
    askAtDesk(client, listDraftsEndpoint, { query: following }, options),
  );
}

/** One draft with its log and what the officer may do now. */
export function getDraft(client: DeskClient, id: string, options?: DeskOptions): Call<Draft> {
  return at(client, getDraftEndpoint, { params: { id } }, options);
}

/** A file of a draft. */
export function downloadDraftFile(
  client: DeskClient,
  params: DraftFileParams,
  options: DeskOptions = {},
): Call<FileAnswer> {
  return toCall(askFileAtDesk(client, getDraftFileEndpoint, params, options));
}

/**
 * Begins a draft; a document comes with its proposed attribute (公开属性建议). Its files are named by
 * the tokens `attachFile` gives.
 */
export function createDraft(
  client: DeskClient,
  content: DraftContent,
  options?: DeskOptions,
): Call<Draft> {
  return at(client, createDraftEndpoint, { body: content }, options);
}

/** Changes a draft that is with its drafter. */
export function editDraft(
  client: DeskClient,
  id: string,
  edit: DraftEdit,
  options?: DeskOptions,
): Call<Draft> {
  return at(client, editDraftEndpoint, { params: { id }, body: edit }, options);
}

/**
 * 送审、同意、退回、印发、记录例外、撤回.
 * @throws ConflictError `illegal-move` with the article when it is not allowed now
 */
export function moveDraft(
  client: DeskClient,
  id: string,
  move: DraftMove,
  options?: DeskOptions,
): Call<Draft> {
  return at(client, moveDraftEndpoint, { params: { id }, body: move }, options);
}

/** Who of an organ takes which steps. */
export function getEditingStaff(
  client: DeskClient,
  organ: string,
  options?: DeskOptions,
): Call<EditingStaff> {
  return at(client, getStaffEndpoint, { params: { organ } }, options);
}

/** Names who of an organ takes which steps; a coordinator does. */
export function setEditingStaff(
  client: DeskClient,
  organ: string,
  staff: Pick<EditingStaff, 'officers'>,
  options?: DeskOptions,
): Call<EditingStaff> {
  return at(client, setStaffEndpoint, { params: { organ }, body: staff }, options);
}

/**
 * 同步发布: publishes documents and their interpretations at one moment.
 * @throws ConflictError `illegal-move` with everything that is missing in `fields`
 */
export function createRelease(
  client: DeskClient,
  release: ReleaseInput,
  options?: DeskOptions,
): Call<Release> {
  return at(client, createReleaseEndpoint, { body: release }, options);
}

/** What was released, the latest 200 first. */
export function listReleases(client: DeskClient, options?: DeskOptions): Call<ReleaseList> {
  return at(client, listReleasesEndpoint, {}, options);
}

/** 待评估: documents that are not open, those to be looked at again first (art. 18). */
export function listReviews(
  client: DeskClient,
  query: ReviewQuery = {},
  options: DeskOptions = {},
): Listing<ReviewPage> {
  return listBy(listReviewsEndpoint, query, (following) =>
    askAtDesk(client, listReviewsEndpoint, { query: following }, options),
  );
}

/** What was decided on a document that is not open, or was not. */
export function getReview(client: DeskClient, id: string, options?: DeskOptions): Call<Review> {
  return at(client, getReviewEndpoint, { params: { id } }, options);
}

/** 维持、公开、失效、废止、修改: decides, with a reason; opening a document publishes it. */
export function decideReview(
  client: DeskClient,
  id: string,
  decision: ReviewDecisionInput,
  options?: DeskOptions,
): Call<Review> {
  return at(client, decideReviewEndpoint, { params: { id }, body: decision }, options);
}

/** Clean-ups (清理) an officer may see, the latest 200 first. */
export function listDeskCleanups(client: DeskClient, options?: DeskOptions): Call<DeskCleanupList> {
  return at(client, listCleanupsEndpoint, {}, options);
}

/** One clean-up as its office sees it. */
export function getDeskCleanup(
  client: DeskClient,
  id: string,
  options?: DeskOptions,
): Call<DeskCleanup> {
  return at(client, getCleanupEndpoint, { params: { id } }, options);
}

/** Prepares a clean-up. */
export function createCleanup(
  client: DeskClient,
  cleanup: CleanupInput,
  options?: DeskOptions,
): Call<DeskCleanup> {
  return at(client, createCleanupEndpoint, { body: cleanup }, options);
}

/** Changes a clean-up that is in preparation. */
export function editCleanup(
  client: DeskClient,
  id: string,
  edit: CleanupEdit,
  options?: DeskOptions,
): Call<DeskCleanup> {
  return at(client, editCleanupEndpoint, { params: { id }, body: edit }, options);
}

/** Publishes a clean-up; its decisions drive validity from its day on. */
export function publishCleanup(
  client: DeskClient,
  id: string,
  options?: DeskOptions,
): Call<DeskCleanup> {
  return at(client, publishCleanupEndpoint, { params: { id } }, options);
}

/** Responses (回应关切) an officer may see, the latest 200 first. */
export function listResponses(client: DeskClient, options?: DeskOptions): Call<DeskResponseList> {
  return at(client, listResponsesEndpoint, {}, options);
}

/** One response as its office sees it. */
export function getResponse(
  client: DeskClient,
  id: string,
  options?: DeskOptions,
): Call<DeskResponse> {
  return at(client, getResponseEndpoint, { params: { id } }, options);
}

/** Writes a response to what people say of a policy. */
export function createResponse(
  client: DeskClient,
  response: ResponseInput,
  options?: DeskOptions,
): Call<DeskResponse> {
  return at(client, createResponseEndpoint, { body: response }, options);
}

/** Changes a response; a published one is corrected, with the reason. */
export function editResponse(
  client: DeskClient,
  id: string,
  edit: ResponseEdit,
  options?: DeskOptions,
): Call<DeskResponse> {
  return at(client, editResponseEndpoint, { params: { id }, body: edit }, options);
}

/** Publishes a response beside its policy. */
export function publishResponse(
  client: DeskClient,
  id: string,
  options?: DeskOptions,
): Call<DeskResponse> {
  return at(client, publishResponseEndpoint, { params: { id } }, options);
}
