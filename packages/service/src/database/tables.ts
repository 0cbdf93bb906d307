import type { Block } from '@open-info/contract/blocks';
import type { CalendarYear, LocalDays } from '@open-info/contract/calendar';
import type { CatalogItem, ChangeReason } from '@open-info/contract/catalog';
import type { DocumentSource, Issuer } from '@open-info/contract/documents';
import type { EditingEvent, Release } from '@open-info/contract/editing';
import type { DisclosureOffice } from '@open-info/contract/organs';
import type { Json } from '../audit/canonical.ts';
import type { RecordFacts } from '../exchange/records.ts';
import type { Delivery } from '@open-info/contract/requests';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { EditingFacts } from '../editing/records.ts';
import type { StatedEnd } from '../documents/record.ts';
import type { InterpretationContent } from '../interpretations/record.ts';
import type { MatterContent } from '../matters/record.ts';
import type { LoggedEvent } from '../requests/state.ts';

/** One row for each organ (机关). */
export interface OrgansTable {
  id: string;
  name: string;
  short_name: string | null;
  kind: string;
  area_code: string;
  aliases: string[];
  office: JSONColumnType<DisclosureOffice> | null;
  fictitious: boolean;
  position: number;
}

/** 区、街道、社区. */
export interface AreasTable {
  code: string;
  name: string;
  level: string;
  parent: string | null;
  position: number;
}

/** 领域. */
export interface FieldsTable {
  id: string;
  name: string;
  position: number;
  aliases: string[];
  guideline: string | null;
}

/** Dated editions of the catalog. */
export interface CatalogVersionsTable {
  id: string;
  title: string;
  effective_from: string;
  published_at: ColumnType<string, string, never>;
  source: string;
  added: number;
  adjusted: number;
  removed: number;
}

/**
 * An item as it held from `valid_from` (included) to `valid_to` (excluded; null: until further
 * notice). Rows are never deleted: a removed item ends with a row whose reason is `removed`.
 */
export interface CatalogRevisionsTable {
  revision: Generated<number>;
  item_id: string;
  version_id: string;
  reason: ChangeReason;
  /** Properties an adjustment touched. */
  changed: string[];
  valid_from: string;
  valid_to: string | null;
  /** 目录顺序: order of the field × 1,000,000 + place within the field. */
  place: number;
  /** 拼音 of the name, then the name: compared byte by byte. */
  name_sort: string;
  name: string;
  field_id: string;
  level1: string;
  organs: string[];
  /** Codes of the areas the organs work for and of the areas these lie in. */
  areas: string[];
  audiences: string[];
  methods: string[];
  channels: string[];
  tiers: string[];
  /** The item itself, without `version`, `change` and `matches`. */
  item: JSONColumnType<Omit<CatalogItem, 'version' | 'change' | 'matches'>>;
  /** Normalised text of the name and its 拼音, one line each. */
  name_text: string;
  /** Normalised text of every element, one line each, `name_text` first. */
  search_text: string;
  /** Characters and two-character windows of `name_text`, packed into int4. */
  name_grams: number[];
  /** The same of `search_text`; indexed by GIN. */
  grams: number[];
}

/**
 * One row. `data_version` rises with every write of published data; caches, ETags and the read
 * index hang on it.
 */
export interface PublishedTable {
  id: 1;
  data_version: number;
  updated_at: ColumnType<string, string, string>;
  area_source: string;
}

/** One row: the sealed secret that proves which data key fits. */
export interface PrivacyTable {
  id: 1;
  pepper: Uint8Array;
}

/** The audit chain; see `audit/chain.ts`. Rows are only ever added. */
export interface AuditTable {
  seq: number;
  at: ColumnType<string, string, never>;
  actor: string;
  action: string;
  /** Never personal data: the chain is kept for good. */
  subject: string;
  facts: JSONColumnType<Record<string, Json>>;
  digest: string;
  previous: string;
  hash: string;
}

/** One row: the last link of the audit chain. */
export interface AuditHeadTable {
  id: 1;
  seq: number;
  hash: string;
}

/** What others are to be told; written with the change itself. */
export interface OutboxChangesTable {
  id: Generated<number>;
  kind: string;
  subject: string;
  organ_id: string;
  event: string;
  at: ColumnType<string, string, never>;
  /** Its deliveries have been made out. */
  addressed: Generated<boolean>;
  /** Its followers have all been noted. */
  followed: Generated<boolean>;
  /** The last subscription that was noted. */
  followed_to: string | null;
}

/** One change on its way to one receiver. */
export interface OutboxDeliveriesTable {
  /** Stays the same through every attempt: `webhook-id`, and the Message-ID of a mail. */
  id: string;
  change_id: number;
  target: string;
  state: 'waiting' | 'sent' | 'dead';
  attempts: Generated<number>;
  /** When it is tried next; while it is being tried, when it counts as not accepted. */
  next_at: ColumnType<string, string, string>;
  ended_at: ColumnType<string | null, string | null | undefined, string>;
}

/** A count of a limit, of a lock, or of what is used once. */
export interface LimitsTable {
  /** Keyed hash of what is counted and for whom. */
  id: string;
  /** Milliseconds since 1970: when a bucket is full again, or a lock opens. */
  mark: Generated<number>;
  failures: Generated<number>;
  word: Generated<string>;
  /** Milliseconds since 1970 from which it may be forgotten. */
  expires: number;
}

/** 附件: the row beside a sealed file; without a `number` until a request takes it. */
export interface UploadsTable {
  id: string;
  token_hash: string;
  /** Sealed: its name. */
  particulars: Uint8Array;
  type: string;
  size: number;
  sha256: string;
  created_at: string;
  expires_at: string;
  /** What has taken it: a 申请编号, or the id of a draft. */
  number: string | null;
  role: 'applicant' | 'reply' | 'draft' | 'result' | null;
  taken_at: string | null;
}

/** 扫码续填: what this service cannot read, for one reader. */
export interface HandoffsTable {
  id_hash: string;
  sealed: string;
  expires_at: string;
}

/** 依申请公开: what a filing is, beside its log; the columns from `status` on follow from the log. */
export interface RequestsTable {
  number: string;
  kind: string;
  organ_id: string;
  channel: string;
  category: string;
  delivery: JSONColumnType<Delivery>;
  dictated: boolean;
  submitted_at: ColumnType<string, string, never>;
  submitted_on: string;
  undo_until: ColumnType<string, string, never>;
  code_hash: string;
  /** Keyed hash of the applicant's paper; null once erased. */
  applicant: string | null;
  /** Sealed `Particulars`; null once erased. */
  particulars: Uint8Array | null;
  /** `seq` of the last event. */
  revision: number;
  status: string;
  received_on: string | null;
  outcome: string | null;
  ended_on: string | null;
  /** When what is personal was erased. */
  erased_at: ColumnType<string | null, string | null | undefined, string>;
}

/** 办理记录: the log of requests; rows are added and never changed but for erasing `words`. */
export interface RequestEventsTable {
  number: string;
  seq: number;
  kind: string;
  /** The day it counts for. */
  on_day: string;
  at: ColumnType<string, string, never>;
  by_whom: string;
  /** The officer's account. */
  actor: string | null;
  /** What of an event nobody has typed. */
  facts: JSONColumnType<Omit<LoggedEvent, EventColumn>>;
  /** Sealed: what somebody has typed; null where nothing was, or once erased. */
  words: Uint8Array | null;
}

type EventColumn = 'seq' | 'kind' | 'on' | 'at' | 'by' | 'actor' | 'text' | 'internal';

/** The last number given out in each year. */
export interface RequestSerialsTable {
  year: number;
  last: number;
}

/** Idempotency-Keys that were used, by keyed hash. */
export interface IdempotencyKeysTable {
  id: string;
  /** Keyed hash of the body it came with. */
  content: string;
  /** The request it wrote. */
  number: string;
  created_at: ColumnType<string, string, never>;
}

/** 放假通知 of a year that was imported; it goes before the year the release came with. */
export interface CalendarYearsTable {
  year: number;
  body: JSONColumnType<CalendarYear>;
  local: JSONColumnType<LocalDays[]>;
}

/**
 * 政策文件. Public when `released_at` has come and the attribute is `open` or `onRequest`; every
 * public read goes through `publicDocuments`.
 */
export interface DocumentsTable {
  id: string;
  /** 索引号; null: a draft that has none yet. */
  index_number: string | null;
  title: string;
  document_number: string | null;
  kind: string;
  level: string;
  issuers: JSONColumnType<Issuer[]>;
  /** Ids of the issuers among our organs. */
  organs: string[];
  topics: string[];
  issued_on: string;
  effective_on: string | null;
  expires_on: string | null;
  /** The end as the record itself states it. */
  stated_end: JSONColumnType<StatedEnd> | null;
  /** These three follow from `stated_end`, clean-ups and successors: see `settleValidity`. */
  amended_on: string | null;
  ended_on: string | null;
  ended_as: string | null;
  /** Null: not decided. */
  attribute: string | null;
  reason: string | null;
  ground: string | null;
  /** 发布时间; null: not public. */
  released_at: ColumnType<string | null, string | null, string | null>;
  updated_at: ColumnType<string, string, string>;
  /** Of the record this row was written from. */
  digest: string;
  /** Normalised title and its 拼音, a line each. */
  title_text: string;
  /** Normalised 文号 and 索引号. */
  number_text: string;
  source: JSONColumnType<DocumentSource> | null;
  body: JSONColumnType<Block[]>;
  /** All that a search may find: never the text of what is not open. */
  search_text: string;
  grams: number[];
}

/**
 * An edge, stored once and read from both ends. `replaces`: document → the one it replaced;
 * `explains`: interpretation → document; `listed`: document → catalog item; `applies`: matter →
 * document; `names`: interpretation → matter. What it leads to need not be there.
 */
export interface DocumentEdgesTable {
  kind: 'replaces' | 'consulted' | 'explains' | 'listed' | 'applies' | 'names';
  from_id: string;
  to_id: string;
  place: number;
}

/** 回应关切. */
export interface DocumentResponsesTable {
  id: string;
  document_id: string;
  title: string;
  organ_id: string | null;
  organ: string;
  released_at: ColumnType<string | null, string | null, string | null>;
  body: JSONColumnType<Block[]>;
  digest: string;
}

/** A file of a document or an interpretation. */
export interface DocumentFilesTable {
  owner_id: string;
  /** As blocks name it. */
  id: string;
  place: number;
  name: string;
  type: string;
  size: number;
  sha256: string;
  /** Its id in the folder of files. */
  stored: string;
}

/** 政策解读; public when `released_at` has come and one of its documents is public, or it names none. */
export interface InterpretationsTable {
  id: string;
  title: string;
  form: string;
  level: string;
  organ_id: string | null;
  organ: string;
  topics: string[];
  summary: string;
  released_at: ColumnType<string | null, string | null, string | null>;
  updated_at: ColumnType<string, string, string>;
  digest: string;
  title_text: string;
  content: JSONColumnType<InterpretationContent>;
  search_text: string;
  grams: number[];
}

/** 清理结果. */
export interface CleanupsTable {
  id: string;
  title: string;
  on_day: string;
  released_at: ColumnType<string | null, string | null, string | null>;
  organ_id: string | null;
  organ: string;
  basis: string;
  digest: string;
}

export interface CleanupEntriesTable {
  cleanup_id: string;
  document_id: string;
  place: number;
  decision: string;
  reason: string | null;
}

/** 拟稿: what an office has in hand; nothing of it is read by a public path. */
export interface EditingRecordsTable {
  id: string;
  /** Order of the list. */
  position: Generated<number>;
  kind: string;
  organ_id: string;
  stage: string;
  revision: number;
  /** As its officers wrote it. */
  content: JSONColumnType<object>;
  /** What the procedure has decided so far. */
  facts: JSONColumnType<EditingFacts>;
  updated_at: ColumnType<string, string, string>;
  published_at: ColumnType<string | null, string | null | undefined, string>;
}

/** The log of `editing_records`; rows are only ever added. */
export interface EditingEventsTable {
  record_id: string;
  seq: number;
  kind: string;
  at: ColumnType<string, string, never>;
  /** The officer's account. */
  actor: string;
  facts: JSONColumnType<Omit<EditingEvent, 'seq' | 'kind' | 'at' | 'by'>>;
  /** What was published before a correction. */
  former: JSONColumnType<object> | null;
}

/** 发布批次: what went out at one moment. */
export interface EditingReleasesTable {
  id: string;
  organ_id: string;
  actor: string;
  published_at: ColumnType<string, string, never>;
  content: JSONColumnType<Pick<Release, 'drafts' | 'exemptions'>>;
}

/** 定期评估: the decisions on documents that are not open; rows are only ever added. */
export interface EditingReviewsTable {
  document_id: string;
  seq: number;
  at: ColumnType<string, string, never>;
  actor: string;
  decision: string;
  reason: string;
  next_on: string | null;
}

/** Of which reviews that are due offices have been told. */
export interface EditingReviewNoticesTable {
  document_id: string;
  due_on: string;
}

/** Who of an organ takes which steps. */
export interface EditingStaffTable {
  organ_id: string;
  officer_id: string;
  steps: string[];
}

/** 政务服务事项 and 一件事; public while they are in use. */
export interface MattersTable {
  id: string;
  /** 实施编码. */
  code: string | null;
  name: string;
  bundle: boolean;
  type: string | null;
  organ_id: string;
  organ: string;
  audiences: string[];
  themes: string[];
  fields: string[];
  channels: string[];
  /** What people call it; only searched. */
  aliases: string[];
  /** Of a bundle: ids of the matters it merges, in order. */
  parts: string[];
  state: string;
  updated_at: ColumnType<string, string, string>;
  digest: string;
  /** 拼音 of the name, then the name: compared byte by byte. */
  name_sort: string;
  title_text: string;
  /** Normalised codes. */
  code_text: string;
  content: JSONColumnType<MatterContent>;
  search_text: string;
  grams: number[];
}

/** 统一受理平台 and other systems whose records are taken in, and how far each has been read. */
export interface ExchangeSystemsTable {
  id: string;
  /** Where its feed goes on. */
  cursor: string | null;
  heard_at: ColumnType<string | null, string | null | undefined, string | null>;
  /** Polls that failed since the last good one. */
  failures: Generated<number>;
  /** When it is polled again. */
  next_at: ColumnType<string | null, string | null | undefined, string | null>;
  /** The process that polls it, and until when no other does. */
  lease: string | null;
  lease_until: ColumnType<string | null, string | null | undefined, string | null>;
}

/** Versions of records as they came; rows are only ever added. */
export interface ExchangeRecordsTable {
  system: string;
  id: string;
  revision: number;
  /** Keyed hash of all of it. */
  digest: string;
  /** 办件编号. */
  number: string;
  facts: JSONColumnType<RecordFacts>;
  /** Sealed; null when there are none, or they were erased. */
  words: Buffer | null;
  code_hash: string | null;
  received_at: ColumnType<string, string, never>;
}

/** 办件: what follows from the records of one, for lists and for watching. */
export interface CasesTable {
  number: string;
  system: string;
  /** Rises with every change of its view, over all cases. */
  revision: number;
  organ_id: string;
  /** Name of the matter. */
  matter: string;
  code_hash: string | null;
  /** Null while no record holds of it. */
  status: string | null;
  status_at: ColumnType<string | null, string | null | undefined, string | null>;
  accepted_on: string | null;
  completed_on: string | null;
  ended_on: string | null;
  last_on: string | null;
  erased_at: ColumnType<string | null, string | null | undefined, string | null>;
}

/** 好差评: one for each case. */
export interface CaseRatingsTable {
  number: string;
  organ_id: string;
  level: string;
  channel: string;
  reasons: string[];
  /** Sealed. */
  words: Buffer | null;
  at: ColumnType<string, string, never>;
  /** 差评整改, sealed. */
  answer: Buffer | null;
  answered_on: string | null;
}

/** 信息主动推送: who follows what, by which channel. */
export interface SubscriptionsTable {
  id: string;
  kind: string;
  /** What is followed, `topic:养老`, `request:2026-0000123-5`; see `subscriptions/subjects.ts`. */
  follows: string;
  channel: string;
  /** Sealed; null once it is stopped. */
  address: Uint8Array | null;
  /** Keyed hash of channel and address. */
  receiver: string;
  language: string;
  /** 免打扰时段, `HH:MM` in Asia/Shanghai; null: none. */
  quiet_from: string | null;
  quiet_to: string | null;
  state: 'pending' | 'active' | 'stopped';
  /** Version of the text agreed to, and when. */
  consent: string;
  consented_at: ColumnType<string, string, string>;
  confirmed_at: ColumnType<string | null, string | null | undefined, string>;
  stopped_at: ColumnType<string | null, string | null | undefined, string>;
  /** Messages given up one after another. */
  given_up: Generated<number>;
}

/** The log of consents; rows are only ever added, and outlive the address. */
export interface SubscriptionConsentsTable {
  subscription_id: string;
  seq: number;
  event: 'agreed' | 'confirmed' | 'stopped';
  consent: string;
  receiver: string;
  at: ColumnType<string, string, never>;
}

/** One message to one follower. */
export interface SubscriptionMessagesTable {
  /** Stays the same through every attempt: `webhook-id`, and the Message-ID of a mail. */
  id: string;
  subscription_id: string;
  /** `confirm`, `known` (it is followed already), `news`. */
  kind: 'confirm' | 'known' | 'news';
  state: 'waiting' | 'sent' | 'dead' | 'dropped';
  attempts: Generated<number>;
  /** As of a delivery of the outbox. */
  next_at: ColumnType<string, string, string>;
  made_at: ColumnType<string, string, never>;
  ended_at: ColumnType<string | null, string | null | undefined, string>;
}

/** That a follower is to be told of a change; those due together go in one message. */
export interface SubscriptionNoticesTable {
  change_id: number;
  receiver: string;
  subscription_id: string;
  message_id: string | null;
  /** When it may be told, which quiet hours put off. */
  due_at: ColumnType<string, string, string>;
}

export interface Tables {
  privacy: PrivacyTable;
  audit: AuditTable;
  audit_head: AuditHeadTable;
  organs: OrgansTable;
  areas: AreasTable;
  fields: FieldsTable;
  catalog_versions: CatalogVersionsTable;
  catalog_revisions: CatalogRevisionsTable;
  published: PublishedTable;
  calendar_years: CalendarYearsTable;
  limits: LimitsTable;
  outbox_changes: OutboxChangesTable;
  outbox_deliveries: OutboxDeliveriesTable;
  uploads: UploadsTable;
  handoffs: HandoffsTable;
  requests: RequestsTable;
  request_events: RequestEventsTable;
  request_serials: RequestSerialsTable;
  idempotency_keys: IdempotencyKeysTable;
  documents: DocumentsTable;
  document_edges: DocumentEdgesTable;
  document_responses: DocumentResponsesTable;
  document_files: DocumentFilesTable;
  interpretations: InterpretationsTable;
  cleanups: CleanupsTable;
  cleanup_entries: CleanupEntriesTable;
  matters: MattersTable;
  exchange_systems: ExchangeSystemsTable;
  exchange_records: ExchangeRecordsTable;
  cases: CasesTable;
  case_ratings: CaseRatingsTable;
  editing_records: EditingRecordsTable;
  editing_events: EditingEventsTable;
  editing_releases: EditingReleasesTable;
  editing_reviews: EditingReviewsTable;
  editing_staff: EditingStaffTable;
  subscriptions: SubscriptionsTable;
  subscription_consents: SubscriptionConsentsTable;
  subscription_messages: SubscriptionMessagesTable;
  subscription_notices: SubscriptionNoticesTable;
  editing_review_notices: EditingReviewNoticesTable;
}
