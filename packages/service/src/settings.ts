import { statSync } from 'node:fs';
import { isIP } from 'node:net';
import { isAbsolute, resolve } from 'node:path';
import type { TrustProxy } from './http/address.ts';
import { usualPolicy, type ClockPolicy } from '@open-info/contract/clock';
import { logLevels, type LogLevel } from './http/log.ts';
import { cipherIds, type CipherId } from './privacy/cipher.ts';
import { digestIds, type DigestId } from './privacy/digest.ts';
import type { MailSettings } from './outbox/mail.ts';
import { readExchange, type ExchangeSystem } from './exchange/settings.ts';
import { readWebhooks } from './outbox/settings.ts';
import type { Webhook } from './outbox/webhook.ts';
import { StopError } from './stop.ts';
import {
  gatewayChannels,
  pushOf,
  type GatewayChannel,
  type PushSettings,
} from './subscriptions/settings.ts';

/** Whether the in-process read index is built: `auto` does so for up to 300,000 items. */
export const readIndexModes = ['on', 'auto', 'off'] as const;
export type ReadIndexMode = (typeof readIndexModes)[number];

/** How the service runs. */
export interface Settings {
  /** 0: any free port. */
  port: number;
  host: string;
  /** Folder of the embedded database; `memory` keeps it nowhere. */
  data: string;
  /** PostgreSQL instead of the embedded database. */
  databaseUrl?: string | undefined;
  /** Folder of static pages served at `/`. */
  site?: string | undefined;
  /** Folder of the built widget files served at `/embed/`; the workspace's own when absent. */
  embed?: string | undefined;
  /** Folder of older versions of the widget files, each in a folder named by its version. */
  embedArchive?: string | undefined;
  /** The file that draws the pages; the workspace's own when absent. */
  pages?: string | undefined;
  /** 网站名称 on the pages; made of the district's name when absent. */
  siteName?: string | undefined;
  /** 网站标识码 of the pages, 10 digits. */
  siteCode?: string | undefined;
  /** Origins that may frame one element, `none` for not even the service's own, `*` for all. */
  frameAncestors?: readonly string[] | undefined;
  /** Address of the official page of an item, with `{id}`; this service's own page when absent. */
  itemUrl?: string | undefined;
  /**
   * Address of the page of a policy document, with `{id}`; it stands in feeds and on cards. This
   * service's own page when absent.
   */
  documentUrl?: string | undefined;
  /** Address of the page of a service matter (办事指南), with `{id}`; this service's own when absent. */
  matterUrl?: string | undefined;
  /** 监督电话 on plain cards (明白卡), instead of that of each organ. */
  complaintPhone?: string | undefined;
  logLevel: LogLevel;
  readIndex: ReadIndexMode;
  /** What seals personal data; AES-256-GCM when absent. */
  cipher?: CipherId | undefined;
  /** The digest of the audit chain; SHA-256 when absent. */
  digest?: DigestId | undefined;
  /** The data key, or several with the newest first; the file `data-key` when neither is given. */
  dataKey?: string | undefined;
  dataKeys?: string | undefined;
  /** Origins whose pages may write, `*` for all; without it the service's own and, embedded, localhost. */
  writeOrigins?: readonly string[] | undefined;
  /** How many proxies stand in front, or their networks; only these are believed about addresses. */
  trustProxy?: TrustProxy | undefined;
  /** OpenID Connect issuer of the officers' tokens; without it the service's own key signs them. */
  oidcIssuer?: string | undefined;
  /** What the issuer calls this service. */
  oidcAudience?: string | undefined;
  /** Claim with the id of the officer's organ, `organ` when absent; a path has dots. */
  oidcOrganClaim?: string | undefined;
  /** Claim with the officer's role or roles, `role` when absent; a path has dots. */
  oidcRoleClaim?: string | undefined;
  /** Private key that signs tokens, JWK or PEM; from the environment alone, so no list of processes shows it. */
  accessKey?: string | undefined;
  /** Submissions of one address in ten minutes before a proof of work is asked for; 0: always. */
  challengeAfter?: number | undefined;
  /** Submissions of all in a minute before a proof of work is asked for; 0: always. */
  challengeOverall?: number | undefined;
  /** Filings of one address in an hour; 60 when absent. */
  submitLimit?: number | undefined;
  /** What of the clock this office counts differently from `usualPolicy`. */
  clockPolicy?: Partial<ClockPolicy> | undefined;
  /** Days after its end for which what is personal of a request is kept; 1,095 when absent. */
  retentionDays?: number | undefined;
  /** Months after which what is not open is looked at again; 12 when absent. */
  reviewMonths?: number | undefined;
  /** One officer may take steps of a draft one after another. */
  editingAlone?: boolean | undefined;
  /** Systems of offices that are told of changes. */
  webhooks?: readonly Webhook[] | undefined;
  /** Acceptance systems whose records are taken in. */
  exchange?: readonly ExchangeSystem[] | undefined;
  /** Feeds of acceptance systems may lie in the private network. */
  exchangePrivate?: boolean | undefined;
  /** Webhooks may lie in the private network. */
  webhookPrivate?: boolean | undefined;
  /** 信息主动推送; without it nothing can be followed. */
  push?: PushSettings | undefined;
  /** How offices are told by mail. */
  mail?: MailSettings | undefined;
  /** Address of a request in the office's own system, with `{number}`; stands in what is sent. */
  deskUrl?: string | undefined;
  /** Address of a draft, a release, a review or a clean-up there, with `{id}`, and `{kind}` if wanted. */
  editingUrl?: string | undefined;
}

/** Where each setting may come from; a flag wins over the environment. */
export interface Flags {
  port?: string | undefined;
  host?: string | undefined;
  data?: string | undefined;
  databaseUrl?: string | undefined;
  site?: string | undefined;
  embed?: string | undefined;
  embedArchive?: string | undefined;
  pages?: string | undefined;
  siteName?: string | undefined;
  siteCode?: string | undefined;
  frameAncestors?: string | undefined;
  itemUrl?: string | undefined;
  documentUrl?: string | undefined;
  complaintPhone?: string | undefined;
  matterUrl?: string | undefined;
  logLevel?: string | undefined;
  readIndex?: string | undefined;
  cipher?: string | undefined;
  digest?: string | undefined;
  writeOrigins?: string | undefined;
  trustProxy?: string | undefined;
  oidcIssuer?: string | undefined;
  oidcAudience?: string | undefined;
  oidcOrganClaim?: string | undefined;
  oidcRoleClaim?: string | undefined;
  challengeAfter?: string | undefined;
  challengeOverall?: string | undefined;
  submitLimit?: string | undefined;
  retentionDays?: string | undefined;
  clockPolicy?: string | undefined;
  reviewMonths?: string | undefined;
  editingAlone?: string | undefined;
  exchange?: string | undefined;
  exchangePrivate?: string | undefined;
  webhooks?: string | undefined;
  webhookPrivate?: string | undefined;
  subscriptionUrl?: string | undefined;
  serviceUrl?: string | undefined;
  progressUrl?: string | undefined;
  pushGateway?: string | undefined;
  pushGatewayChannels?: string | undefined;
  mailFrom?: string | undefined;
  mailTo?: string | undefined;
  deskUrl?: string | undefined;
  editingUrl?: string | undefined;
}

const environment: Record<keyof Flags, string> = {
  port: 'PORT',
  host: 'HOST',
  data: 'OPEN_INFO_DATA',
  databaseUrl: 'DATABASE_URL',
  site: 'OPEN_INFO_SITE',
  embed: 'OPEN_INFO_EMBED',
  embedArchive: 'OPEN_INFO_EMBED_ARCHIVE',
  pages: 'OPEN_INFO_PAGES',
  siteName: 'OPEN_INFO_SITE_NAME',
  siteCode: 'OPEN_INFO_SITE_CODE',
  frameAncestors: 'OPEN_INFO_FRAME_ANCESTORS',
  itemUrl: 'OPEN_INFO_ITEM_URL',
  documentUrl: 'OPEN_INFO_DOCUMENT_URL',
  complaintPhone: 'OPEN_INFO_COMPLAINT_PHONE',
  matterUrl: 'OPEN_INFO_MATTER_URL',
  logLevel: 'OPEN_INFO_LOG',
  readIndex: 'OPEN_INFO_READ_INDEX',
  writeOrigins: 'OPEN_INFO_WRITE_ORIGINS',
  trustProxy: 'OPEN_INFO_TRUST_PROXY',
  oidcIssuer: 'OPEN_INFO_OIDC_ISSUER',
  oidcAudience: 'OPEN_INFO_OIDC_AUDIENCE',
  oidcOrganClaim: 'OPEN_INFO_OIDC_ORGAN_CLAIM',
  oidcRoleClaim: 'OPEN_INFO_OIDC_ROLE_CLAIM',
  challengeAfter: 'OPEN_INFO_CHALLENGE_AFTER',
  challengeOverall: 'OPEN_INFO_CHALLENGE_OVERALL',
  submitLimit: 'OPEN_INFO_SUBMIT_LIMIT',
  retentionDays: 'OPEN_INFO_RETENTION_DAYS',
  clockPolicy: 'OPEN_INFO_CLOCK_POLICY',
  reviewMonths: 'OPEN_INFO_REVIEW_MONTHS',
  editingAlone: 'OPEN_INFO_EDITING_ALONE',
  cipher: 'OPEN_INFO_CIPHER',
  digest: 'OPEN_INFO_DIGEST',
  exchange: 'OPEN_INFO_EXCHANGE',
  exchangePrivate: 'OPEN_INFO_EXCHANGE_PRIVATE',
  webhooks: 'OPEN_INFO_WEBHOOKS',
  webhookPrivate: 'OPEN_INFO_WEBHOOK_PRIVATE',
  subscriptionUrl: 'OPEN_INFO_SUBSCRIPTION_URL',
  serviceUrl: 'OPEN_INFO_SERVICE_URL',
  progressUrl: 'OPEN_INFO_PROGRESS_URL',
  pushGateway: 'OPEN_INFO_PUSH_GATEWAY',
  pushGatewayChannels: 'OPEN_INFO_PUSH_GATEWAY_CHANNELS',
  mailFrom: 'OPEN_INFO_MAIL_FROM',
  mailTo: 'OPEN_INFO_MAIL_TO',
  deskUrl: 'OPEN_INFO_DESK_URL',
  editingUrl: 'OPEN_INFO_EDITING_URL',
};

const flagNames: Record<keyof Flags, string> = {
  port: '--port',
  host: '--host',
  data: '--data',
  databaseUrl: '--database-url',
  site: '--site',
  embed: '--embed',
  embedArchive: '--embed-archive',
  pages: '--pages',
  siteName: '--site-name',
  siteCode: '--site-code',
  frameAncestors: '--frame-ancestors',
  itemUrl: '--item-url',
  documentUrl: '--document-url',
  complaintPhone: '--complaint-phone',
  matterUrl: '--matter-url',
  logLevel: '--log-level',
  readIndex: '--read-index',
  writeOrigins: '--write-origins',
  trustProxy: '--trust-proxy',
  oidcIssuer: '--oidc-issuer',
  oidcAudience: '--oidc-audience',
  oidcOrganClaim: '--oidc-organ-claim',
  oidcRoleClaim: '--oidc-role-claim',
  challengeAfter: '--challenge-after',
  challengeOverall: '--challenge-overall',
  submitLimit: '--submit-limit',
  retentionDays: '--retention-days',
  clockPolicy: '--clock-policy',
  reviewMonths: '--review-months',
  editingAlone: '--editing-alone',
  cipher: '--cipher',
  digest: '--digest',
  exchange: '--exchange',
  exchangePrivate: '--exchange-private',
  webhooks: '--webhooks',
  webhookPrivate: '--webhook-private',
  subscriptionUrl: '--subscription-url',
  serviceUrl: '--service-url',
  progressUrl: '--progress-url',
  pushGateway: '--push-gateway',
  pushGatewayChannels: '--push-gateway-channels',
  mailFrom: '--mail-from',
  mailTo: '--mail-to',
  deskUrl: '--desk-url',
  editingUrl: '--editing-url',
};

interface Given {
  value: string;
  /** How the person wrote it: `--port` or `PORT`. */
  name: string;
}

function wrong({ name, value }: Given, zh: string, en: string): StopError {
  const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return new StopError({
    zh: `设置 ${name} 的值“${shown}”不正确：${zh}`,
    en: `The setting ${name} is "${shown}", which is not right: ${en}`,
  });
}

function toPort(given: Given): number {
  const port = Number(given.value);
  if (/^\d{1,5}$/.test(given.value) && port <= 65535) return port;
  throw wrong(given, '应为 0 到 65535 的整数。', 'give a whole number from 0 to 65535.');
}

function toHost(given: Given): string {
  if (/^[A-Za-z0-9.:_-]+$/.test(given.value)) return given.value;
  throw wrong(
    given,
    '应为主机名或 IP 地址，如 127.0.0.1 或 0.0.0.0。',
    'give a host name or an IP address, such as 127.0.0.1 or 0.0.0.0.',
  );
}

function toFolder(given: Given): string {
  if (given.value.includes('\0') || given.value.trim() === '') {
    throw wrong(given, '应为文件夹路径。', 'give the path of a folder.');
  }
  return isAbsolute(given.value) ? given.value : resolve(given.value);
}

function toExistingFolder(given: Given): string {
  const folder = toFolder(given);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw wrong(given, '没有这个文件夹。', 'there is no such folder.');
}

function toExistingFile(given: Given): string {
  const file = toFolder(given);
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
  throw wrong(given, '没有这个文件。', 'there is no such file.');
}

function toSiteName(given: Given): string {
  const name = given.value.trim();
  if (name !== '' && name.length <= 60) return name;
  throw wrong(
    given,
    '应为 1 到 60 个字的网站名称，如“某某区政务公开”。',
    'give the name of the site, 1 to 60 characters.',
  );
}

function toSiteCode(given: Given): string {
  if (/^[0-9A-Za-z]{10}$/.test(given.value)) return given.value;
  throw wrong(
    given,
    '应为 10 位网站标识码，如 4201030001。',
    'give the 10 characters of the site code (网站标识码), such as 4201030001.',
  );
}

function toDatabaseUrl(given: Given): string {
  const url = URL.parse(given.value);
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '') return given.value;
  // The value may hold a password, so it is not shown.
  throw wrong(
    { name: given.name, value: '***' },
    '应为 postgres://用户:密码@主机:端口/数据库名。',
    'give postgres://user:password@host:port/database.',
  );
}

function toDeskUrl(given: Given): string {
  const url = URL.parse(given.value.replaceAll('{number}', 'number'));
  if (given.value.includes('{number}') && url && /^https?:$/.test(url.protocol)) return given.value;
  throw wrong(
    given,
    '应为含 {number} 的 http(s) 地址，如 https://oa.example.gov.cn/requests/{number}。',
    'give an http(s) address with {number}, such as https://oa.example.gov.cn/requests/{number}.',
  );
}

function toEditingUrl(given: Given): string {
  const url = URL.parse(given.value.replaceAll(/\{kind\}|\{id\}/g, 'x'));
  if (given.value.includes('{id}') && url && /^https?:$/.test(url.protocol)) return given.value;
  throw wrong(
    given,
    '应为含 {id} 的 http(s) 地址，可以含 {kind}（draft、release、review、cleanup），如 https://oa.example.gov.cn/{kind}/{id}。',
    'give an http(s) address with {id}, and {kind} (draft, release, review, cleanup) if wanted, such as https://oa.example.gov.cn/{kind}/{id}.',
  );
}

function toWebhooks(given: Given): Webhook[] {
  const read = readWebhooks(given.value);
  if (Array.isArray(read)) return read;
  // The value may hold a secret, so it is not shown.
  throw wrong({ name: given.name, value: '***' }, read.zh, read.en);
}

function toExchange(given: Given): ExchangeSystem[] {
  const read = readExchange(given.value);
  if (Array.isArray(read)) return read;
  // The value may hold a secret, so it is not shown.
  throw wrong({ name: given.name, value: '***' }, read.zh, read.en);
}

function toMailAddress(given: Given): string {
  if (/^([^<>\r\n]*<)?[^\s@<>]+@[^\s@<>]+>?$/.test(given.value)) return given.value;
  throw wrong(
    given,
    '应为电子邮箱，如 zwgk@example.gov.cn。',
    'give an e-mail address, such as zwgk@example.gov.cn.',
  );
}

/** Mail is sent when a server is given; then it needs a sender. */
function mailOf(
  smtpUrl: string | undefined,
  from: string | undefined,
  to: string | undefined,
): MailSettings | undefined {
  if (smtpUrl === undefined) return undefined;
  if (!/^smtps?:$/.test(URL.parse(smtpUrl)?.protocol ?? '')) {
    throw wrong(
      { name: 'OPEN_INFO_SMTP_URL', value: '***' },
      '应为 smtps://用户:密码@主机:端口。',
      'give smtps://user:password@host:port.',
    );
  }
  if (from === undefined) {
    throw new StopError({
      zh: '设置了 OPEN_INFO_SMTP_URL 时，还须用 --mail-from 给出发件邮箱。',
      en: 'With OPEN_INFO_SMTP_URL, name the sender by --mail-from too.',
    });
  }
  return { smtpUrl, from, to };
}

/** A page or a service, without a fragment: that is where tokens stand. */
function toWebAddress(given: Given): string {
  const url = URL.parse(given.value);
  if (url && /^https?:$/.test(url.protocol) && url.hash === '') return given.value;
  throw wrong(
    given,
    '应为 http(s) 地址，不含 #，如 https://www.example.gov.cn/follow.html。',
    'give an http(s) address without #, such as https://www.example.gov.cn/follow.html.',
  );
}

function toGatewayChannels(given: Given): GatewayChannel[] {
  const list = listOf(given.value);
  const known = gatewayChannels.filter((channel) => list.includes(channel));
  if (known.length === list.length && known.length > 0) return known;
  throw wrong(
    given,
    '可用的值：sms、wechat，多个用逗号分开。',
    'use sms, wechat, or both with a comma.',
  );
}

function toItemUrl(given: Given): string {
  const url = URL.parse(given.value.replaceAll('{id}', 'id'));
  if (given.value.includes('{id}') && url && /^https?:$/.test(url.protocol)) return given.value;
  throw wrong(
    given,
    '应为含 {id} 的 http(s) 地址，如 https://www.example.gov.cn/zwgk/{id}.html。',
    'give an http(s) address with {id}, such as https://www.example.gov.cn/zwgk/{id}.html.',
  );
}

function toPhone(given: Given): string {
  if (/^\+?\d[\d -]{1,18}\d$/.test(given.value)) return given.value;
  throw wrong(
    given,
    '应为电话号码，如 12345 或 027-00000000。',
    'give a telephone number, such as 12345 or 027-00000000.',
  );
}

const listOf = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

function toOrigins(given: Given): string[] {
  const list = listOf(given.value);
  const isOrigin = (one: string) => one === '*' || URL.parse(one)?.origin === one;
  if (list.length > 0 && list.every(isOrigin)) return list;
  throw wrong(
    given,
    '应为网页来源，多个用逗号分开，如 https://www.example.gov.cn（末尾没有斜杠），或 *。',
    'give origins with commas between, such as https://www.example.gov.cn (no slash at the end), or *.',
  );
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address) as 0 | 4 | 6];
  if (rest.length > 0 || most < 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
}

function toTrustProxy(given: Given): TrustProxy {
  if (/^\d{1,2}$/.test(given.value)) return Number(given.value);
  const list = listOf(given.value);
  if (list.length > 0 && list.every(isNetwork)) return list;
  throw wrong(
    given,
    '应为前面代理的层数，如 1，或代理的地址段，如 10.0.0.0/8。',
    'give how many proxies stand in front, such as 1, or their networks, such as 10.0.0.0/8.',
  );
}

function toIssuer(given: Given): string {
  const url = URL.parse(given.value);
  const isLocal = url !== null && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url?.protocol === 'https:' || (isLocal && url.protocol === 'http:')) return given.value;
  throw wrong(
    given,
    '应为 https 地址，与令牌中的 iss 完全相同。',
    'give an https address, exactly as iss stands in the tokens.',
  );
}

function toWord(given: Given): string {
  if (/^[^\s,]{1,200}$/.test(given.value)) return given.value;
  throw wrong(given, '应为一个名称，没有空格。', 'give one name without blanks.');
}

function toCount(given: Given): number {
  if (/^\d{1,6}$/.test(given.value)) return Number(given.value);
  throw wrong(given, '应为 0 到 999999 的整数。', 'give a whole number from 0 to 999999.');
}

function toAmount(given: Given): number {
  if (/^[1-9]\d{0,5}$/.test(given.value)) return Number(given.value);
  throw wrong(given, '应为 1 到 999999 的整数。', 'give a whole number from 1 to 999999.');
}

/** `sendingDayCounts=off,answerDayCounts=on`. */
function toClockPolicy(given: Given): Partial<ClockPolicy> {
  const parts = listOf(given.value).map((part) => part.split('='));
  const isGood = parts.every(
    ([name = '', value = '']) =>
      Object.hasOwn(usualPolicy, name) && (value === 'on' || value === 'off'),
  );
  if (isGood && parts.length > 0) {
    return Object.fromEntries(parts.map(([name = '', value]) => [name, value === 'on'] as const));
  }
  const names = Object.keys(usualPolicy).join(', ');
  throw wrong(
    given,
    `写作 参数=on 或 参数=off，用逗号分开；可用的参数：${names}。`,
    `write parameter=on or parameter=off with commas between; the parameters are ${names}.`,
  );
}

/** Without an audience a token made out to any other client of the issuer would open the door. */
function checkIssuer({ oidcIssuer, oidcAudience }: Settings): void {
  if ((oidcIssuer === undefined) === (oidcAudience === undefined)) return;
  throw new StopError({
    zh: '设置 --oidc-issuer 和 --oidc-audience 须一起给出。',
    en: 'Give the settings --oidc-issuer and --oidc-audience together.',
  });
}

function oneOf<T extends string>(values: readonly T[]) {
  return (given: Given): T => {
    const found = values.find((value) => value === given.value);
    if (found) return found;
    const list = values.join(', ');
    throw wrong(given, `可用的值：${list}。`, `use one of ${list}.`);
  };
}

/**
 * Reads the settings from flags and environment.
 *
 * @throws StopError naming the setting that is wrong and what would be right
 */
export function readSettings(flags: Flags = {}, env: NodeJS.ProcessEnv = process.env): Settings {
  const read = <T>(key: keyof Flags, check: (given: Given) => T): T | undefined => {
    const flag = flags[key];
    if (flag !== undefined) return check({ value: flag, name: flagNames[key] });
    const value = env[environment[key]];
    if (value !== undefined && value !== '') return check({ value, name: environment[key] });
    return undefined;
  };
  const secret = (name: string) => (env[name] === '' ? undefined : env[name]);
  const settings: Settings = {
    port: read('port', toPort) ?? 8787,
    host: read('host', toHost) ?? '127.0.0.1',
    data:
      read('data', (given) => (given.value === 'memory' ? 'memory' : toFolder(given))) ??
      resolve('.open-info'),
    databaseUrl: read('databaseUrl', toDatabaseUrl),
    site: read('site', toExistingFolder),
    embed: read('embed', toExistingFolder),
    embedArchive: read('embedArchive', toExistingFolder),
    pages: read('pages', toExistingFile),
    siteName: read('siteName', toSiteName),
    siteCode: read('siteCode', toSiteCode),
    frameAncestors: read('frameAncestors', (given) =>
      given.value === 'none' ? ['none'] : toOrigins(given),
    ),
    itemUrl: read('itemUrl', toItemUrl),
    documentUrl: read('documentUrl', toItemUrl),
    complaintPhone: read('complaintPhone', toPhone),
    matterUrl: read('matterUrl', toItemUrl),
    logLevel: read('logLevel', oneOf(logLevels)) ?? 'info',
    readIndex: read('readIndex', oneOf(readIndexModes)) ?? 'auto',
    exchange: read('exchange', toExchange),
    exchangePrivate: read('exchangePrivate', oneOf(['on', 'off'])) === 'on' || undefined,
    webhooks: read('webhooks', toWebhooks),
    webhookPrivate: read('webhookPrivate', oneOf(['on', 'off'])) === 'on',
    push: pushOf({
      page: read('subscriptionUrl', toWebAddress),
      service: read('serviceUrl', toWebAddress),
      progress: read('progressUrl', toWebAddress),
      gateway: read('pushGateway', toWebAddress),
      channels: read('pushGatewayChannels', toGatewayChannels),
      secret: secret('OPEN_INFO_PUSH_GATEWAY_SECRET'),
    }),
    mail: mailOf(
      env.OPEN_INFO_SMTP_URL === '' ? undefined : env.OPEN_INFO_SMTP_URL,
      read('mailFrom', toMailAddress),
      read('mailTo', toMailAddress),
    ),
    deskUrl: read('deskUrl', toDeskUrl),
    editingUrl: read('editingUrl', toEditingUrl),
    cipher: read('cipher', oneOf(cipherIds)),
    digest: read('digest', oneOf(digestIds)),
    // Secrets come from the environment only: other users see the flags of a process.
    dataKey: secret('OPEN_INFO_DATA_KEY'),
    dataKeys: secret('OPEN_INFO_DATA_KEYS'),
    accessKey: secret('OPEN_INFO_ACCESS_KEY'),
    writeOrigins: read('writeOrigins', toOrigins),
    trustProxy: read('trustProxy', toTrustProxy),
    oidcIssuer: read('oidcIssuer', toIssuer),
    oidcAudience: read('oidcAudience', toWord),
    oidcOrganClaim: read('oidcOrganClaim', toWord),
    oidcRoleClaim: read('oidcRoleClaim', toWord),
    challengeAfter: read('challengeAfter', toCount),
    challengeOverall: read('challengeOverall', toCount),
    submitLimit: read('submitLimit', toAmount),
    retentionDays: read('retentionDays', toAmount),
    clockPolicy: read('clockPolicy', toClockPolicy),
    reviewMonths: read('reviewMonths', toAmount),
    editingAlone: read('editingAlone', oneOf(['on', 'off'])) === 'on' || undefined,
  };
  checkIssuer(settings);
  return settings;
}
