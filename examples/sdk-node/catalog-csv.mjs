// Downloads the whole catalog (政务公开事项标准目录) as CSV and prints what changed since yesterday.
//
//   node catalog-csv.mjs --service https://open.example.gov.cn --out 目录.csv
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createOpenInfo, isOpenInfoError } from '@open-info/sdk';

/**
 * @typedef {import('@open-info/sdk').OpenInfo} OpenInfo
 * @typedef {import('@open-info/contract/catalog').CatalogItem} CatalogItem
 * @typedef {import('@open-info/contract/catalog').CatalogItemSummary} Summary
 */

/** What ends the program with a sentence instead of a stack: exit code 2, the person asked wrongly. */
class WrongUse extends Error {}

/** @type {[heading: string, text: (item: CatalogItem) => string][]} */
const columns = [
  ['事项编号', ({ id }) => id],
  ['领域', ({ field }) => field.name],
  ['一级事项', ({ level1 }) => level1 || '—'],
  ['二级事项', ({ level2 }) => level2 || '—'],
  ['三级事项', ({ level3 }) => level3 ?? ''],
  ['公开内容（要素）', ({ content }) => content.join('；')],
  ['公开依据', ({ basis }) => basis.join('；')],
  ['公开时限', ({ timeLimit }) => timeLimit.text],
  ['公开主体', ({ subject }) => subject.text],
  ['公开渠道和载体', ({ channels }) => channels.map(toChannel).join('\n')],
  ['填报单位', ({ reportingUnit }) => reportingUnit ?? ''],
  ['公开网址', ({ url }) => url ?? ''],
  ['生效日期', ({ change }) => change.effectiveFrom],
];

/** Properties an edition may change, as the table heads them. @type {[keyof CatalogItem, string][]} */
const compared = [
  ['level1', '一级事项'],
  ['level2', '二级事项'],
  ['level3', '三级事项'],
  ['content', '公开内容'],
  ['basis', '公开依据'],
  ['timeLimit', '公开时限'],
  ['subject', '公开主体'],
  ['channels', '公开渠道和载体'],
  ['audiences', '公开对象'],
  ['methods', '公开方式'],
  ['tiers', '公开层级'],
  ['url', '公开网址'],
  ['reportingUnit', '填报单位'],
  ['extensions', '其他列'],
];

/** ■ must be used, □ may be. @param {CatalogItem['channels'][number]} channel */
const toChannel = ({ name, required }) => `${required ? '■' : '□'}${name}`;

/** Excel runs what begins like a formula; an apostrophe makes it text. @param {string} text */
function toCell(text) {
  const plain = /^[\s"'“”‘’]*[=+\-@＝＋－＠\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** With a byte order mark, without which Excel reads Chinese as GBK. @param {CatalogItem[]} items */
function toCsv(items) {
  const rows = [
    columns.map(([heading]) => heading),
    ...items.map((item) => columns.map(([, text]) => text(item))),
  ];
  return `\uFEFF${rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`;
}

/** The day of an instant in China, `YYYY-MM-DD`. @param {number} time */
const dayOf = (time) => new Date(time + 8 * 3_600_000).toISOString().slice(0, 10);

/** The whole items of a list, asked for eight at a time, in the order of the list.
 * @param {OpenInfo} api @param {readonly Summary[]} list @param {string} asOf */
async function wholeOf(api, list, asOf) {
  /** @type {CatalogItem[]} */
  const whole = [];
  let next = 0;
  const ask = async () => {
    for (let place = next++; place < list.length; place = next++) {
      const { id } = /** @type {Summary} */ (list[place]);
      whole[place] = await api.catalog.get(id, { asOf });
    }
  };
  await Promise.all(Array.from({ length: 8 }, ask));
  return whole;
}

/** Every item as a list shows it, page by page. @param {OpenInfo} api @param {string} asOf */
async function listOn(api, asOf) {
  /** @type {Summary[]} */
  const all = [];
  for await (const item of api.catalog.list({ asOf, sort: 'catalog', limit: 100 })) all.push(item);
  return all;
}

/**
 * What differs between two days, one line each.
 * @param {OpenInfo} api @param {readonly CatalogItem[]} items of the later day @param {string} since
 */
async function changesOf(api, items, since) {
  const before = new Map((await listOn(api, since)).map((item) => [item.id, item]));
  const now = new Set(items.map(({ id }) => id));
  const touched = items.filter(({ id, change }) => {
    const old = before.get(id);
    return old !== undefined && old.change.versionId !== change.versionId;
  });
  const old = new Map((await wholeOf(api, touched, since)).map((item) => [item.id, item]));
  return [
    ...items.filter(({ id }) => !before.has(id)).map((item) => `新增 ${nameOf(item)}`),
    ...touched.map((item) => `调整 ${nameOf(item)}：${differing(old.get(item.id), item)}`),
    ...[...before.values()].filter(({ id }) => !now.has(id)).map((item) => `取消 ${nameOf(item)}`),
  ];
}

/** @param {Summary} item */
const nameOf = ({ id, field, level1, name }) => `${field.name} › ${level1} › ${name}（${id}）`;

/** Names of the columns in which an item differs. @param {CatalogItem | undefined} old @param {CatalogItem} item */
function differing(old, item) {
  const names = compared
    .filter(([property]) => JSON.stringify(old?.[property]) !== JSON.stringify(item[property]))
    .map(([, heading]) => heading);
  return names.length === 0 ? '—' : names.join('、');
}

/** All or nothing: a file that stands there is whole. @param {string} path @param {string} text */
function write(path, text) {
  const part = `${path}.part`;
  try {
    writeFileSync(part, text);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw new WrongUse(`写不了文件 ${path} · cannot write it: ${String(error)}`);
  }
}

function settings() {
  const days = { today: dayOf(Date.now()), yesterday: dayOf(Date.now() - 86_400_000) };
  try {
    const { values } = parseArgs({
      options: {
        service: { type: 'string' },
        out: { type: 'string', default: '政务公开事项标准目录.csv' },
        on: { type: 'string', default: days.today },
        since: { type: 'string', default: days.yesterday },
      },
    });
    if (values.service === undefined) throw new Error('--service https://…');
    return { ...values, service: values.service };
  } catch (error) {
    throw new WrongUse(
      `用法 · usage: catalog-csv.mjs --service https://… [--out FILE] [--on YYYY-MM-DD] [--since YYYY-MM-DD]\n${String(error)}`,
    );
  }
}

/** One sentence that says what to do next. @param {unknown} error */
function explain(error) {
  if (error instanceof WrongUse) return error.message;
  if (!isOpenInfoError(error)) return `程序出错 · a fault of this program: ${String(error)}`;
  const id = error.requestId === undefined ? '' : `（${error.requestId}）`;
  const advice = error.retryable
    ? '稍后再试 · try again later'
    : '请检查参数 · check the arguments';
  const fields = error.fields.map(({ field, expected }) => `${field}: ${expected}`).join('; ');
  return [`${error.code} ${error.status ?? ''} ${error.message}${id}`, fields, advice]
    .filter((line) => line !== '')
    .join('\n');
}

async function main() {
  const { service, out, on, since } = settings();
  const api = createOpenInfo({ baseUrl: service });
  const items = await wholeOf(api, await listOn(api, on), on);
  const changes = await changesOf(api, items, since);
  write(out, toCsv(items));
  const head = changes.length === 0 ? `自 ${since} 以来没有变化` : `自 ${since} 以来的变化：`;
  const lines = [`${out}：${items.length} 项，${on}`, head, ...changes.map((line) => `  ${line}`)];
  process.stdout.write(`${lines.join('\n')}\n`);
}

await main().catch((/** @type {unknown} */ error) => {
  process.stderr.write(`${explain(error)}\n`);
  const isUsage = error instanceof WrongUse || isOpenInfoError(error, 'usage');
  process.exitCode = isUsage ? 2 : 1;
});
