import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../lib/root.mjs';

/**
 * Where the usual words stand that plain ones stand for, by the place of the plain ones: of an
 * element those shown first and those of its parts, of a late part and of what elements share its own.
 * @type {Readonly<Record<string, readonly [file: string, name: string][]>>}
 */
const usual = {
  'catalog-browser': [
    ['catalog-browser.terms', 'firstTerms'],
    ['parts/page.terms', 'pageTerms'],
  ],
  'deadline-clock': [
    ['deadline-clock.terms', 'firstTerms'],
    ['../clock-view/clock-view.terms', 'clockViewTerms'],
  ],
  'clock-view': [['clock-view.terms', 'clockViewTerms']],
  'request-view': [['request-view.terms', 'requestViewTerms']],
  'progress-tracker/clock/case-clock': [['case-clock.terms', 'caseClockTerms']],
  'progress-tracker/rating/rating': [['rating.terms', 'ratingTerms']],
  'progress-tracker/request/request': [['request.terms', 'requestTerms']],
  follow: [
    ['follow.terms', 'firstTerms'],
    ['parts/panel.terms', 'panelTerms'],
  ],
  'plain-card': [['plain-card.terms', 'plainCardTerms']],
  'policy-card': [
    ['policy-card.terms', 'firstTerms'],
    ['parts/card.terms', 'cardTerms'],
  ],
  'policy-list': [['policy-list.terms', 'policyListTerms']],
  'progress-tracker': [
    ['progress-tracker.terms', 'doorTerms'],
    ['parts/page.terms', 'pageTerms'],
  ],
  'request-form': [
    ['request-form.terms', 'firstTerms'],
    ['parts/further.terms', 'furtherTerms'],
    ['beside/offer.terms', 'offerTerms'],
    ['beside/attachment.terms', 'attachmentTerms'],
    ['hall/hall.terms', 'hallTerms'],
    ['beside/offer.terms', 'offerTerms'],
    ['beside/attachment.terms', 'attachmentTerms'],
    ['hall/hall.terms', 'hallTerms'],
    ['receipt/receipt.terms', 'receiptTerms'],
  ],
  'request-status': [
    ['request-status.terms', 'doorTerms'],
    ['parts/case.terms', 'caseTerms'],
  ],
  'service-guide': [
    ['service-guide.terms', 'firstTerms'],
    ['page.terms', 'pageTerms'],
  ],
  stamp: [['stamp.terms', 'stampTerms']],
};

/** What only the mode for older people says. */
const elderOnly = ['otherTools', 'moreFilters', 'moreFields'];

/** 官话: what a person hears at a counter only, so it may stand in brackets or in a title. */
const officialese = [
  ...['依申请公开', '受理', '补正', '不予', '准予', '予以', '届满', '逾期', '告知', '送达', '办结'],
  ...['要素', '载体', '主体', '事项', '时限', '提起', '救济', '征求', '归档', '兹', '尚未', '之日'],
  ...['次日', '履行', '知悉', '缴纳', '机关', '须', '计入', '废止', '失效', '公开依据', '视为'],
];

/** Words of the law and of papers that are called so and nothing else. */
const proper = ['信息公开工作机构', '法定节假日'];

const source = join(root, 'packages/elements/src');

/** Folder of a place: of an element and of what elements share its own, of a late part that of its file. */
const folderOf = (/** @type {string} */ place) =>
  join(source, place.includes('/') ? dirname(place) : place);

/** @param {string} place @param {string} file */
const load = (place, file) => import(join(folderOf(place), `${file}.ts`));

/** @param {string} place */
const loadPlain = (place) => load(place, `${basename(place)}.terms.plain`);

/** @param {string} element @returns {Promise<Record<string, unknown>>} */
async function usualChinese(element) {
  const parts = (usual[element] ?? []).map(async ([file, name]) => {
    const words = (await load(element, file))[name];
    return words['zh-CN'] ?? words;
  });
  return Object.assign({}, ...(await Promise.all(parts)));
}

/** What a word may be told: days to come and gone, or a list of one. */
const told = [['3'], ['-3']];

/**
 * What a word says.
 * @param {unknown} word @returns {string}
 */
function said(word) {
  if (typeof word !== 'function') return String(word);
  return told.map((value) => String(word(value, value, value, value))).join(' ');
}

/**
 * Every plain word with the usual one beside it.
 * @param {object} plain @param {Record<string, unknown>} words
 * @returns {[name: string, plain: unknown, usual: unknown][]}
 */
function pairs(plain, words) {
  /** @type {[name: string, plain: unknown, usual: unknown][]} */
  const found = [];
  for (const [name, word] of Object.entries(plain)) {
    const beside = words[name];
    if (typeof word !== 'object') {
      found.push([name, word, beside]);
      continue;
    }
    assert.equal(typeof beside, 'object', `${name} is no record of words`);
    const inner = pairs(word, /** @type {Record<string, unknown>} */ (beside));
    for (const [part, now, before] of inner) found.push([`${name}.${part}`, now, before]);
  }
  return found;
}

describe('plain words (大白话)', () => {
  it('are told of in this test', () => {
    const having = globSync('**/*.terms.plain.ts', { cwd: source }).map((file) => {
      const [element = '', ...parts] = file.replace('.terms.plain.ts', '').split('/');
      return parts.length > 1 ? [element, ...parts].join('/') : element;
    });
    assert.deepEqual(having.sort(), Object.keys(usual).sort());
  });

  for (const element of Object.keys(usual)) {
    it(`of ${element} stand for a usual word, are not long and no officialese`, async () => {
      const { plain } = await loadPlain(element);
      const words = await usualChinese(element);
      for (const [name, word, beside] of pairs(plain['zh-CN'], words)) {
        if (elderOnly.includes(name)) continue;
        assert.notEqual(beside, undefined, `${name} stands for nothing`);
        assert.equal(typeof word, typeof beside, `${name} is of another kind`);
        const [text, before] = [said(word), said(beside)];
        assert.notEqual(text, before, `${name} changes nothing`);
        const most = Math.max(before.length * 1.6, before.length + 8);
        assert.ok(text.length <= most, `${name} is too long: ${text}`);
        const open = proper.reduce(
          (rest, name) => rest.replaceAll(name, ''),
          text.replace(/《[^》]*》/g, '').replace(/（[^）]*）/g, ''),
        );
        const found = officialese.filter((official) => open.includes(official));
        assert.deepEqual(found, [], `${name}: ${text}`);
      }
    });

    it(`of ${element} stand for a usual word in English`, async () => {
      const { plain } = await loadPlain(element);
      const words = await usualChinese(element);
      for (const [name, word, beside] of pairs(plain.en, words)) {
        if (elderOnly.includes(name)) continue;
        assert.equal(typeof word, typeof beside, `${name} stands for nothing`);
        assert.doesNotMatch(said(word), /[\u4e00-\u9fff]/, name);
      }
    });
  }
});
