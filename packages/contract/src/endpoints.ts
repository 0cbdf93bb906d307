import { listAreas } from './areas.ts';
import { getCalendar } from './calendar.ts';
import { getCard } from './cards.ts';
import { answerRating, listRatings } from './case-ratings.ts';
import { getCaseAttachment, getCaseBoard, rateCase, trackCase } from './cases.ts';
import {
  exportCatalog,
  getCatalogItem,
  listCatalog,
  listCatalogChanges,
  listCatalogVersions,
  suggestCatalog,
} from './catalog.ts';
import { getChallenge } from './challenge.ts';
import { getCleanup, listCleanups } from './cleanups.ts';
import {
  fileAtDesk,
  getDeskAttachment,
  getDeskRequest,
  getReplyDraft,
  listDesk,
  moveAtDesk,
} from './desk.ts';
import { getDocument, getDocumentFile, listDocuments } from './documents.ts';
import { getArticle, getFeed, getLinkedData, getSitemap } from './feeds.ts';
import {
  createDraft,
  createRelease,
  editDraft,
  getDraft,
  getDraftFile,
  getEditingStaff,
  listDrafts,
  listReleases,
  moveDraft,
  setEditingStaff,
} from './editing.ts';
import {
  createCleanup,
  createResponse,
  decideReview,
  editCleanup,
  editResponse,
  getDeskCleanup,
  getResponse,
  getReview,
  listDeskCleanups,
  listResponses,
  listReviews,
  publishCleanup,
  publishResponse,
} from './editing-after.ts';
import { pushRecords } from './exchange.ts';
import { listFields } from './fields.ts';
import { claimHandoff, createHandoff } from './handoffs.ts';
import { getHealth, getReadiness } from './health.ts';
import {
  getInterpretation,
  getInterpretationFile,
  listInterpretations,
} from './interpretations.ts';
import {
  getChecklist,
  getMatter,
  getMatterFile,
  getMatterLinkedData,
  listMatters,
} from './matters.ts';
import { getOrgan, listOrgans } from './organs.ts';
import { listOutcomes } from './outcomes.ts';
import {
  getRequestAttachment,
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
  stopByLink,
  stopSubscription,
  subscribe,
  viewSubscription,
} from './subscriptions.ts';
import { createUpload } from './uploads.ts';
import { getWatched } from './watch.ts';

/** Every endpoint there is: what the service must mount and the API description lists. */
export const endpoints = [
  listOrgans,
  getOrgan,
  listAreas,
  listFields,
  listCatalog,
  getCatalogItem,
  listCatalogChanges,
  listCatalogVersions,
  suggestCatalog,
  exportCatalog,
  getCalendar,
  listOutcomes,
  getRequestRules,
  submitRequest,
  trackRequest,
  supplementRequest,
  justifyRequest,
  withdrawRequest,
  undoRequest,
  getRequestAttachment,
  listDesk,
  getDeskRequest,
  fileAtDesk,
  moveAtDesk,
  getDeskAttachment,
  getReplyDraft,
  listDrafts,
  getDraft,
  getDraftFile,
  createDraft,
  editDraft,
  moveDraft,
  createRelease,
  listReleases,
  getEditingStaff,
  setEditingStaff,
  listReviews,
  getReview,
  decideReview,
  listDeskCleanups,
  getDeskCleanup,
  createCleanup,
  editCleanup,
  publishCleanup,
  listResponses,
  getResponse,
  createResponse,
  editResponse,
  publishResponse,
  createUpload,
  createHandoff,
  claimHandoff,
  getWatched,
  getHealth,
  getReadiness,
  getChallenge,
  listDocuments,
  getDocument,
  getDocumentFile,
  getArticle,
  getLinkedData,
  listInterpretations,
  getInterpretation,
  getInterpretationFile,
  listCleanups,
  getCleanup,
  getCard,
  getFeed,
  getSitemap,
  getSubscriptionRules,
  subscribe,
  confirmSubscription,
  viewSubscription,
  stopByLink,
  stopSubscription,
  changeSubscription,
  listMatters,
  getMatter,
  getChecklist,
  getMatterFile,
  getMatterLinkedData,
  trackCase,
  rateCase,
  getCaseAttachment,
  getCaseBoard,
  listRatings,
  answerRating,
  pushRecords,
] as const;
