/**
 * What is asked: words of three frequencies taken from the data itself, and filters as people
 * combine them.
 */
const candidates = [
  ...['养老', '最低生活保障', '特困人员', '社会救助', '义务教育', '招生', '学生资助', '法律援助'],
  ...['行政处罚', '行政许可', '环境影响评价', '征收补偿', '公共租赁住房', '就业创业', '失业保险'],
  ...['户籍', '安全生产', '食品', '药品', '图书馆', '传染病', '疫苗', '供水', '燃气', '施工许可'],
  ...['招标', '中标', '政府采购', '预算', '决算', '税收', '发票', '纳税信用', '扶贫', '低保'],
  ...['工作日', '公开', '信息', '管理', '服务', '办法', '条例', '部门', '人民政府', '社区'],
];

/**
 * Sorts words by how many items they find: rare 1–100, middling 101–1,000, common more.
 * @param {string} url
 * @param {number} items
 */
export async function wordsByFrequency(url, items) {
  /** @type {Record<'rare' | 'middling' | 'common', string[]>} */
  const words = { rare: [], middling: [], common: [] };
  const names = await sampleNames(url, items);
  for (const q of [...candidates, ...names]) {
    const { total, totalIsLowerBound } = await ask(url, { q, limit: '1' });
    if (total === 0) continue;
    if (totalIsLowerBound || total > 1000) words.common.push(q);
    else (total > 100 ? words.middling : words.rare).push(q);
  }
  return words;
}

/** Pieces of names spread over the catalog. @param {string} url @param {number} items */
async function sampleNames(url, items) {
  /** @type {string[]} */
  const names = [];
  let cursor;
  const pages = Math.min(40, Math.floor(items / 100));
  for (let i = 0; i < pages; i++) {
    const page = await ask(url, { sort: 'name', limit: '100', ...(cursor ? { cursor } : {}) });
    for (const place of [17, 53]) {
      const name = page.items[place]?.name ?? '';
      names.push(name.slice(-6, -1), name.slice(-7, -4), name.slice(-9, -1));
    }
    cursor = page.next;
    if (!cursor) break;
  }
  return [...new Set(names.filter((name) => /^[\u4e00-\u9fff]+$/.test(name)))];
}

/**
 * @param {string} url
 * @param {Record<string, string>} query
 */
async function ask(url, query) {
  const answer = await fetch(`${url}/api/v1/catalog/items?${new URLSearchParams(query)}`);
  return answer.json();
}

/**
 * Addresses of filtered lists: every field, alone and with another filter.
 * @param {string} url
 */
export async function filteredLists(url) {
  const { facets } = await ask(url, { limit: '1' });
  const values = (/** @type {string} */ name, /** @type {number} */ count) =>
    facets[name].slice(0, count).map((/** @type {{ value: string }} */ { value }) => value);
  const list = [];
  for (const field of values('field', 40)) {
    list.push({ field });
    for (const channel of values('channel', 6)) list.push({ field, channel });
    for (const tier of values('tier', 3)) list.push({ field, tier });
    for (const organ of values('organ', 4)) list.push({ field, organ });
  }
  return list.map((query) => `${url}/api/v1/catalog/items?${new URLSearchParams(query)}`);
}
