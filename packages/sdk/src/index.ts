import { listAreas } from './areas.ts';
import { getCalendar } from './calendar.ts';
import {
  catalogExportUrl,
  getCatalogItem,
  listCatalog,
  listCatalogChanges,
  listCatalogVersions,
  suggestCatalog,
} from './catalog.ts';
import { getCard } from './cards.ts';
import {
  downloadCaseAttachment,
  getCaseBoard,
  rateCase,
  trackCase,
  waitForCase,
  watchCase,
} from './cases.ts';
import { getChallenge } from './challenges.ts';
import { getCleanup, listCleanups } from './cleanups.ts';
import { createClient, type Client, type ClientOptions } from './client.ts';
import { outsideBrowser } from './core/runtime.ts';
import {
  downloadDeskAttachment,
  fileAtDesk,
  getDeskRequest,
  getReplyDraft,
  listDesk,
  moveAtDesk,
  type DeskClient,
  type TokenSource,
} from './desk.ts';
import {
  documentArticleUrl,
  documentFileUrl,
  documentLinkedDataUrl,
  getDocument,
  listDocuments,
} from './documents.ts';
import {
  createCleanup,
  createDraft,
  createRelease,
  createResponse,
  decideReview,
  downloadDraftFile,
  editCleanup,
  editDraft,
  editResponse,
  getDeskCleanup,
  getDraft,
  getEditingStaff,
  getResponse,
  getReview,
  listDeskCleanups,
  listDrafts,
  listReleases,
  listResponses,
  listReviews,
  moveDraft,
  publishCleanup,
  publishResponse,
  setEditingStaff,
} from './editing.ts';
import { etagMemory } from './etag-memory.ts';
import { feedUrl, sitemapUrl } from './feeds.ts';
import { listFields } from './fields.ts';
import { claimHandoff, sendHandoff } from './handoffs.ts';
import { getHealth, getReadiness } from './health.ts';
import {
  getInterpretation,
  interpretationFileUrl,
  listInterpretations,
} from './interpretations.ts';
import {
  getChecklist,
  getMatter,
  listMatters,
  matterFileUrl,
  matterLinkedDataUrl,
} from './matters.ts';
import { getOrgan, listOrgans } from './organs.ts';
import { listOutcomes } from './outcomes.ts';
import { watchProgress } from './progress-watch.ts';
import { trackProgress } from './progress.ts';
import { answerRating, listRatings } from './ratings.ts';
import {
  downloadAttachment,
  getRequestRules,
  justifyRequest,
  submitRequest,
  supplementRequest,
  trackRequest,
  undoRequest,
  withdrawRequest,
} from './requests.ts';
import {
  changeSubscription,
  confirmSubscription,
  getSubscriptionRules,
  stopSubscription,
  subscribe,
  viewSubscription,
} from './subscriptions.ts';
import { kyTransport } from './transport-ky.ts';
import { attachFile } from './uploads.ts';
import { waitForRequest, watchRequest } from './watch.ts';

export * from './clock.ts';
export * from './errors.ts';
export { FormError, isFormError, type Language } from './form-error.ts';
export { caseOutcomeWords, caseStatusWords, caseEventKinds } from '@open-info/contract/case-events';
export { runCaseClock, usualCasePolicy } from '@open-info/contract/case-clock';
export { checklistOf, isExempt } from '@open-info/contract/matter-checklist';
export { openNow } from '@open-info/contract/open-now';
export { handoffFragment, readHandoffFragment } from './handoffs.ts';
export { readSubscriptionFragment } from './subscriptions.ts';
export { newIdempotencyKey } from './idempotency.ts';
export { latest } from './latest.ts';
export { isKnown, type Open } from '@open-info/contract/shape';
export {
  audienceScopes,
  catalogElements,
  catalogFilters,
  catalogMethods,
  catalogSorts,
  catalogTiers,
  changeReasons,
  exportFormats,
} from '@open-info/contract/catalog';
export { areaLevels } from '@open-info/contract/areas';
export { deskMoveKinds } from '@open-info/contract/desk';
export { proposalFaults } from '@open-info/contract/editing';
export { identityKinds, isCreditCode, isResidentId } from '@open-info/contract/identity';
export { organKinds } from '@open-info/contract/organs';
export { outcomeGroups } from '@open-info/contract/outcomes';
export { problemCodes } from '@open-info/contract/problem';
export { readQueryCode, readReceiptNumber } from '@open-info/contract/receipt-number';
export { checkSubmission } from '@open-info/contract/request-check';
export {
  consultedParties,
  correctionDecisions,
  requestChannels,
  requestEventKinds,
  requestStatuses,
  reviewKinds,
} from '@open-info/contract/request-events';
export {
  applicantCategories,
  applicantMoves,
  assistanceNeeds,
  deliveryForms,
  deliveryWays,
  requestKinds,
} from '@open-info/contract/requests';
export { pushChannels, subscriptionKinds } from '@open-info/contract/subscriptions';
export { timeLimitKinds, timeLimitUnits } from '@open-info/contract/time-limit';
export type * from '@open-info/contract/areas';
export type * from '@open-info/contract/blocks';
export type { PublishedCalendar } from '@open-info/contract/calendar';
export type * from '@open-info/contract/cards';
export type * from '@open-info/contract/case-clock';
export type * from '@open-info/contract/case-events';
export type * from '@open-info/contract/case-ratings';
export type * from '@open-info/contract/cases';
export type * from '@open-info/contract/catalog';
export type { Challenge } from '@open-info/contract/challenge';
export type * from '@open-info/contract/cleanups';
export type * from '@open-info/contract/desk';
export type * from '@open-info/contract/documents';
export type * from '@open-info/contract/editing';
export type * from '@open-info/contract/editing-after';
export type * from '@open-info/contract/fields';
export type * from '@open-info/contract/health';
export type * from '@open-info/contract/identity';
export type * from '@open-info/contract/interpretations';
export type * from '@open-info/contract/matters';
export type * from '@open-info/contract/open-now';
export type * from '@open-info/contract/opening-hours';
export type * from '@open-info/contract/organs';
export type { Outcome, OutcomeGroup, OutcomeList } from '@open-info/contract/outcomes';
export type * from '@open-info/contract/problem';
export type * from '@open-info/contract/request-events';
export type * from '@open-info/contract/requests';
export type * from '@open-info/contract/subscriptions';
export type * from '@open-info/contract/time-limit';
export type * from '@open-info/contract/uploads';
export type { WatchTicket } from '@open-info/contract/watch';
export type * from '@open-info/contract/words';
export type { CatalogVersionList } from './catalog.ts';
export type * from './client.ts';
export type { Call } from './core/call.ts';
export type { FileAnswer } from './core/file-answer.ts';
export type { Listing, ListPage } from './core/listing.ts';
export type { DeskClient, DeskOptions, TokenSource } from './desk.ts';
export type { FeedOf } from './feeds.ts';
export type { SentHandoff } from './handoffs.ts';
export type { FormOptions, SubmitOptions } from './requests.ts';
export type { SubscribeOptions, SubscriptionFragment } from './subscriptions.ts';
export type { UploadOptions, UploadSource } from './uploads.ts';
export type { Progress } from './progress.ts';
export type { WatchedProgress } from './progress-watch.ts';
export type { WatchOptions } from './watch.ts';

export interface OpenInfoOptions extends ClientOptions {
  /**
   * An officer's token, or where to get the one that holds now: sent on the calls of `desk` alone, to
   * the service's own address alone, and written to no log line and no error.
   */
  token?: TokenSource | undefined;
}

/** A function of this package with its client already given. */
function bind<C extends Client, A extends unknown[], R>(
  client: C,
  ask: (client: C, ...args: A) => R,
): (...args: A) => R {
  return (...args) => ask(client, ...args);
}

/**
 * Every call of the service by name: `api.catalog.list({ q: '预算' })`. It stands on ky, and in Node
 * remembers answers by their ETag. A widget that needs few calls takes `createClient` and the
 * functions of `@open-info/sdk/catalog` instead.
 *
 * @throws UsageError when `baseUrl` is no address
 */
export function createOpenInfo({ token, ...options }: OpenInfoOptions) {
  const middleware = [...(options.middleware ?? []), ...(outsideBrowser() ? [etagMemory()] : [])];
  const client = createClient({ transport: kyTransport, ...options, middleware });
  // A function, so that the token is not seen where somebody prints the client.
  const ofToken = typeof token === 'string' ? () => token : token;
  const officer: DeskClient = { ...client, token: ofToken };
  return {
    /** For the functions of the subpaths. */
    client,
    /** 公开事项标准目录. */
    catalog: {
      list: bind(client, listCatalog),
      get: bind(client, getCatalogItem),
      changes: bind(client, listCatalogChanges),
      versions: bind(client, listCatalogVersions),
      suggest: bind(client, suggestCatalog),
      exportUrl: bind(client, catalogExportUrl),
    },
    /** 政策文件. */
    documents: {
      list: bind(client, listDocuments),
      get: bind(client, getDocument),
      fileUrl: bind(client, documentFileUrl),
      articleUrl: bind(client, documentArticleUrl),
      linkedDataUrl: bind(client, documentLinkedDataUrl),
    },
    /** 政策解读. */
    interpretations: {
      list: bind(client, listInterpretations),
      get: bind(client, getInterpretation),
      fileUrl: bind(client, interpretationFileUrl),
    },
    /** 清理结果. */
    cleanups: { list: bind(client, listCleanups), get: bind(client, getCleanup) },
    /** 订阅. */
    feeds: { url: bind(client, feedUrl), sitemapUrl: bind(client, sitemapUrl) },
    /** 明白卡. */
    cards: { get: bind(client, getCard) },
    /** 机关. */
    organs: { list: bind(client, listOrgans), get: bind(client, getOrgan) },
    /** 区、街道、社区. */
    areas: { list: bind(client, listAreas) },
    /** 领域. */
    fields: { list: bind(client, listFields) },
    /** 依申请公开. */
    requests: {
      rules: bind(client, getRequestRules),
      challenge: bind(client, getChallenge),
      submit: bind(client, submitRequest),
      attach: bind(client, attachFile),
      track: bind(client, trackRequest),
      supplement: bind(client, supplementRequest),
      justify: bind(client, justifyRequest),
      withdraw: bind(client, withdrawRequest),
      undo: bind(client, undoRequest),
      download: bind(client, downloadAttachment),
      watch: bind(client, watchRequest),
      wait: bind(client, waitForRequest),
    },
    /** 政务服务事项, 办事指南. */
    matters: {
      list: bind(client, listMatters),
      get: bind(client, getMatter),
      checklist: bind(client, getChecklist),
      fileUrl: bind(client, matterFileUrl),
      linkedDataUrl: bind(client, matterLinkedDataUrl),
    },
    /** 办件. */
    cases: {
      get: bind(client, trackCase),
      watch: bind(client, watchCase),
      wait: bind(client, waitForCase),
      rate: bind(client, rateCase),
      download: bind(client, downloadCaseAttachment),
      board: bind(client, getCaseBoard),
    },
    /** 办事进度: cases and disclosure requests through one door. */
    progress: { track: bind(client, trackProgress), watch: bind(client, watchProgress) },
    /** 信息主动推送. */
    subscriptions: {
      rules: bind(client, getSubscriptionRules),
      subscribe: bind(client, subscribe),
      confirm: bind(client, confirmSubscription),
      view: bind(client, viewSubscription),
      stop: bind(client, stopSubscription),
      change: bind(client, changeSubscription),
    },
    /** 依申请公开的办理, with the token of an officer. */
    desk: {
      list: bind(officer, listDesk),
      get: bind(officer, getDeskRequest),
      file: bind(officer, fileAtDesk),
      move: bind(officer, moveAtDesk),
      template: bind(officer, getReplyDraft),
      attachment: bind(officer, downloadDeskAttachment),
      /** 拟稿、审核、签发. */
      drafts: {
        list: bind(officer, listDrafts),
        get: bind(officer, getDraft),
        file: bind(officer, downloadDraftFile),
        create: bind(officer, createDraft),
        edit: bind(officer, editDraft),
        move: bind(officer, moveDraft),
        staff: bind(officer, getEditingStaff),
        setStaff: bind(officer, setEditingStaff),
      },
      /** 同步发布. */
      releases: { create: bind(officer, createRelease), list: bind(officer, listReleases) },
      /** 定期评估. */
      reviews: {
        list: bind(officer, listReviews),
        get: bind(officer, getReview),
        decide: bind(officer, decideReview),
      },
      /** 清理. */
      cleanups: {
        list: bind(officer, listDeskCleanups),
        get: bind(officer, getDeskCleanup),
        create: bind(officer, createCleanup),
        edit: bind(officer, editCleanup),
        publish: bind(officer, publishCleanup),
      },
      /** 好差评. */
      ratings: { list: bind(officer, listRatings), answer: bind(officer, answerRating) },
      /** 回应关切. */
      responses: {
        list: bind(officer, listResponses),
        get: bind(officer, getResponse),
        create: bind(officer, createResponse),
        edit: bind(officer, editResponse),
        publish: bind(officer, publishResponse),
      },
    },
    /** 工作日历. */
    calendar: { get: bind(client, getCalendar) },
    /** 办理结果. */
    outcomes: { list: bind(client, listOutcomes) },
    /** 扫码续填. */
    handoffs: { send: bind(client, sendHandoff), claim: bind(client, claimHandoff) },
    /** 服务状态. */
    health: { live: bind(client, getHealth), ready: bind(client, getReadiness) },
  };
}

export type OpenInfo = ReturnType<typeof createOpenInfo>;
