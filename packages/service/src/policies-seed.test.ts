import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BlockSchema, textOfBlocks, type Block } from '@open-info/contract/blocks';
import { detectStamp, disclosureAttributes } from '@open-info/contract/disclosure-attribute';
import { findDocumentNumbers, normalizeDocumentNumber } from '@open-info/contract/document-number';
import {
  cleanupDecisions,
  documentKinds,
  policyLevels,
  validityOn,
} from '@open-info/contract/documents';
import { interpretationForms } from '@open-info/contract/interpretations';
import { findOutcome } from '@open-info/contract/outcomes-table';
import { LegalDate } from '@open-info/contract/shape';
import * as z from 'zod/mini';
import { openTestDatabase } from '../test/database.ts';
import { readSeedFile } from './seed-file.ts';
import { seed } from './seed.ts';

/** The day for which the file is written. */
const today = '2026-11-23';

const text = z.string().check(z.minLength(1), z.trim());
const blocks = z.array(BlockSchema);
const instant = z.iso.datetime({ offset: true }).check(z.endsWith('+08:00'));

const DocumentSeed = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  indexNumber: text,
  title: text,
  documentNumber: text,
  kind: z.enum(documentKinds),
  level: z.enum(policyLevels),
  issuers: z.array(
    z.strictObject({
      organId: z.optional(text),
      name: text,
      lead: z.optional(z.literal(true)),
    }),
  ),
  issuedOn: LegalDate,
  publishedAt: instant,
  effectiveOn: LegalDate,
  expiresOn: z.optional(LegalDate),
  topics: z.array(text).check(z.minLength(1)),
  attribute: z.enum(disclosureAttributes),
  reason: z.optional(text),
  ground: z.optional(text),
  ended: z.optional(
    z.strictObject({
      validity: z.enum(['abolished', 'expired', 'amended']),
      on: LegalDate,
      by: text,
    }),
  ),
  predecessors: z.array(text),
  catalogItems: z.array(text),
  source: z.optional(z.strictObject({ name: text, url: z.url() })),
  body: blocks,
});

const InterpretationSeed = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  title: text,
  policies: z.array(text).check(z.minLength(1)),
  form: z.enum(interpretationForms),
  level: z.enum(policyLevels),
  organId: text,
  publishedAt: instant,
  synchronous: z.boolean(),
  summary: text,
  background: blocks,
  basis: blocks,
  main: blocks,
  changes: z.array(z.strictObject({ topic: text, before: z.optional(text), after: text })),
  scope: blocks,
  standards: blocks,
  benefits: blocks,
  cautions: blocks,
  terms: z.array(z.strictObject({ term: text, meaning: text })),
  questions: z.array(z.strictObject({ question: text, answer: blocks })),
  eligibility: blocks,
  steps: blocks,
  matters: z
    .array(z.strictObject({ name: text, matterId: z.optional(text) }))
    .check(z.minLength(1)),
  media: z.array(
    z.strictObject({ form: z.enum(interpretationForms), title: text, alternative: blocks }),
  ),
  interpreter: z.strictObject({ organ: text, organId: text, person: text, phone: text }),
});

const PolicySeed = z.strictObject({
  source: z.string().check(z.regex(/虚构/)),
  fictitious: z.literal(true),
  documents: z.array(DocumentSeed),
  interpretations: z.array(InterpretationSeed),
  cleanups: z.array(
    z.strictObject({
      id: text,
      title: text,
      on: LegalDate,
      publishedAt: instant,
      organId: text,
      basis: text,
      entries: z.array(
        z.strictObject({ document: text, decision: z.enum(cleanupDecisions), reason: text }),
      ),
    }),
  ),
  responses: z.array(
    z.strictObject({
      id: text,
      document: text,
      title: text,
      organId: text,
      publishedAt: instant,
      body: blocks,
    }),
  ),
});

const file = readSeedFile<unknown>('policies.json');
const { documents, interpretations, cleanups, responses } = z.parse(PolicySeed, file);
type Document = (typeof documents)[number];
type Interpretation = (typeof interpretations)[number];

const sections = [
  'background',
  'basis',
  'main',
  'scope',
  'standards',
  'benefits',
  'cautions',
  'eligibility',
  'steps',
] as const;

function document(id: string): Document {
  const found = documents.find((one) => one.id === id);
  assert.ok(found, `no document ${id}`);
  return found;
}

/** Everything a reader of an interpretation is told, a section a line. */
function wordsOf(interpretation: Interpretation): string {
  const { changes, terms, questions, media } = interpretation;
  return [
    ...sections.map((name) => textOfBlocks(interpretation[name])),
    ...changes.flatMap(({ topic, before = '', after }) => [topic, before, after]),
    ...terms.flatMap(({ term, meaning }) => [term, meaning]),
    ...questions.flatMap(({ question, answer }) => [question, textOfBlocks(answer)]),
    ...media.map(({ alternative }) => textOfBlocks(alternative)),
  ].join('\n');
}

const linesOf = (body: readonly Block[]) => textOfBlocks(body).split('\n');
/** The text without the line that says that it is invented. */
const officialText = ({ body }: Document) => textOfBlocks(body.slice(1));

/** The blocks of everything there is, with what they stand in. */
const texts: [string, Block[]][] = [
  ...documents.map(({ id, body }): [string, Block[]] => [id, body]),
  ...responses.map(({ id, body }): [string, Block[]] => [id, body]),
  ...interpretations.flatMap((one) => [
    ...sections.map((name): [string, Block[]] => [`${one.id} ${name}`, one[name]]),
    ...one.questions.map(({ question, answer }): [string, Block[]] => [question, answer]),
    ...one.media.map(({ title, alternative }): [string, Block[]] => [title, alternative]),
  ]),
];

test('is read whole by the schema of blocks, nothing in it empty', () => {
  assert.deepEqual(z.parse(PolicySeed, file), file);
  for (const [place, body] of texts) {
    assert.ok(body.length > 0, `${place} is empty`);
    for (const block of body) {
      assert.ok(textOfBlocks([block]).trim(), `${place}: an empty ${block.kind}`);
      if (block.kind === 'heading') assert.ok([2, 3, 4].includes(block.level ?? 0), place);
      if (block.kind === 'table') assertRectangular(place, block);
    }
  }
});

function assertRectangular(place: string, { rows = [], text: caption }: Block): void {
  assert.ok(caption, `${place}: a table without a caption`);
  const widths = rows.map(() => 0);
  rows.forEach((row, index) => {
    for (const { columns = 1, rows: down = 1 } of row) {
      for (let at = index; at < index + down; at += 1) {
        widths[at] = (widths[at] ?? 0) + columns;
      }
    }
  });
  assert.equal(widths.length, rows.length, `${place}: a cell reaches out of its table`);
  assert.equal(new Set(widths).size, 1, `${place}: rows of ${widths.join(', ')} cells`);
  assert.ok(
    rows[0]?.every(({ header }) => header),
    `${place}: a table without headings`,
  );
}

test('refers only to what there is', async (t) => {
  const database = await openTestDatabase();
  t.after(() => database.close());
  await seed({ db: database.db, now: () => new Date(`${today}T10:00:00+08:00`) });
  const organs = await database.db.selectFrom('organs').select(['id', 'name', 'office']).execute();
  const items = await database.db.selectFrom('catalog_revisions').select('item').execute();
  const organ = (id: string) => {
    const found = organs.find((one) => one.id === id);
    assert.ok(found, `no organ ${id}`);
    return found;
  };

  const known = new Set(items.map(({ item }) => item.id));
  for (const { id, issuers, catalogItems, predecessors } of documents) {
    assert.equal(issuers.filter(({ lead }) => lead).length, 1, `${id}: one leads`);
    for (const { organId, name } of issuers) {
      if (organId !== undefined) assert.equal(organ(organId).name, name);
    }
    for (const item of catalogItems) assert.ok(known.has(item), `${id}: no catalog item ${item}`);
    predecessors.forEach(document);
  }
  for (const { policies, organId, level, interpreter } of interpretations) {
    for (const policy of policies) assert.equal(document(policy).level, level);
    assert.equal(interpreter.organId, organId);
    assert.equal(interpreter.organ, organ(organId).name);
    assert.equal(interpreter.phone, organ(organId).office?.phone);
  }
  for (const { organId, entries } of cleanups) {
    organ(organId);
    for (const entry of entries) document(entry.document);
  }
  for (const { organId, document: id } of responses) {
    organ(organId);
    document(id);
  }
});

test('every id, 索引号 and 文号 is its own', () => {
  const all = [...documents, ...interpretations, ...cleanups, ...responses].map(({ id }) => id);
  const numbers = documents.map(({ documentNumber }) => documentNumber);
  const indexes = documents.map(({ indexNumber }) => indexNumber);
  for (const list of [all, numbers, indexes]) assert.equal(new Set(list).size, list.length);
  for (const number of numbers) {
    assert.equal(normalizeDocumentNumber(number), number);
    assert.match(number, /示/, 'a 文号 that cannot be taken for a real one');
  }
  const ours = new Set(numbers);
  for (const [place, body] of texts) {
    for (const { number } of findDocumentNumbers(textOfBlocks(body))) {
      assert.ok(ours.has(number) || /^国(?:办)?发〔/.test(number), `${place}: ${number}`);
    }
  }
});

test('has twelve policies, what they replaced, and every kind of case', () => {
  assert.deepEqual(Object.fromEntries(documents.map((one) => [one.id, validityOn(one, today)])), {
    'elder-care-subsidy-2026': 'inForce',
    'elder-care-subsidy-2021': 'abolished',
    'minimum-living-allowance-2026': 'inForce',
    'minimum-living-allowance-2024': 'abolished',
    'temporary-assistance-2023': 'amended',
    'relief-checking-procedure-2025': 'inForce',
    'school-enrolment-2026': 'expired',
    'talent-housing-2026': 'inForce',
    'elevator-subsidy-2025': 'inForce',
    'employment-insurance-subsidy-2025': 'inForce',
    'startup-loan-interest-2025': 'inForce',
    'disability-subsidies-2027': 'notYetInForce',
    'disability-subsidies-2022': 'inForce',
    'resident-medical-insurance-2027': 'inForce',
    'old-community-renovation-2026': 'inForce',
    'ebike-parking-charging-2026': 'inForce',
    'convenience-points-2019': 'abolished',
  });
  const old = document('disability-subsidies-2022');
  assert.equal(validityOn(old, '2026-12-31'), 'inForce');
  assert.equal(validityOn(old, '2027-01-01'), 'abolished');

  assert.deepEqual([...new Set(documents.map(({ kind }) => kind))].sort(), [
    '公告',
    '意见',
    '通告',
    '通知',
  ]);
  const taken = documents.filter(({ source }) => source);
  assert.deepEqual(
    taken.map(({ level, issuers }) => [level, issuers.some(({ organId }) => organId)]),
    [['municipal', false]],
  );
  assert.ok(taken[0]?.source?.url.startsWith('https://example.com/'));
});

test('its dates follow one another, and the text says the same', () => {
  for (const one of documents) {
    const { id, issuedOn, publishedAt, effectiveOn, expiresOn = '9999-12-31' } = one;
    const published = publishedAt.slice(0, 10);
    assert.ok(issuedOn <= published && published <= today, id);
    assert.ok(issuedOn <= effectiveOn && effectiveOn < expiresOn, id);
    const ownText = officialText(one);
    assert.ok(ownText.includes(dateInWords(issuedOn)), `${id}: 成文日期`);
    assert.ok(ownText.includes(`自${dateInWords(effectiveOn)}起施行`), `${id}: 施行日期`);
    assertTerm(one, ownText);
    const last = linesOf(one.body).at(-1) ?? '';
    assert.equal(detectStamp(last), one.attribute, id);
  }
});

function dateInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(day)}日`;
}

function assertTerm({ id, effectiveOn, expiresOn }: Document, ownText: string): void {
  const years = /有效期(\d)年/.exec(ownText)?.[1];
  const until = /有效期至(\d+年\d+月\d+日)/.exec(ownText)?.[1];
  if (until !== undefined) {
    assert.equal(until, dateInWords(expiresOn ?? ''), id);
    return;
  }
  if (years === undefined) {
    assert.equal(expiresOn, undefined, id);
    return;
  }
  const next = new Date(`${expiresOn ?? ''}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  const end = `${String(Number(effectiveOn.slice(0, 4)) + Number(years))}${effectiveOn.slice(4)}`;
  assert.equal(next.toISOString().slice(0, 10), end, id);
}

test('what a new document replaces is ended by it, on its first day, in its words', () => {
  const pairs = documents.flatMap((one) => one.predecessors.map((old) => [one, document(old)]));
  assert.equal(pairs.length, 3);
  for (const [fresh, old] of pairs as [Document, Document][]) {
    assert.deepEqual(old.ended, { validity: 'abolished', on: fresh.effectiveOn, by: fresh.id });
    const sentence = linesOf(fresh.body).find((line) => line.includes('同时废止'));
    assert.ok(sentence?.includes(old.documentNumber), fresh.id);
  }
  for (const { id, ended } of documents) {
    if (!ended) continue;
    const cause = [...documents, ...cleanups].find((one) => one.id === ended.by);
    assert.ok(cause, `${id}: nothing is called ${ended.by}`);
  }
});

test('only what is disclosed on request has a reason and a ground', () => {
  const asked = documents.filter(({ attribute }) => attribute !== 'open');
  assert.deepEqual(
    asked.map(({ id, attribute }) => [id, attribute]),
    [['relief-checking-procedure-2025', 'onRequest']],
  );
  for (const { attribute, reason, ground } of documents) {
    assert.equal(reason !== undefined, attribute !== 'open');
    assert.equal(ground !== undefined, attribute !== 'open');
    if (ground !== undefined) assert.ok(findOutcome(ground), ground);
  }
});

test('the clean-up decides as the validity says', () => {
  assert.equal(cleanups.length, 1);
  for (const { id, on, publishedAt, entries } of cleanups) {
    assert.ok(publishedAt.slice(0, 10) <= on);
    assert.deepEqual(
      [...new Set(entries.map(({ decision }) => decision))].sort(),
      [...cleanupDecisions].sort(),
    );
    assert.equal(new Set(entries.map((entry) => entry.document)).size, entries.length);
    for (const { document: entry, decision } of entries) {
      const one = document(entry);
      const meant = { keep: 'inForce', amend: 'amended', abolish: 'abolished', expire: 'expired' };
      assert.equal(validityOn(one, on), meant[decision], entry);
      const byIt = decision === 'amend' || decision === 'abolish';
      assert.equal(one.ended?.by === id, byIt, entry);
    }
    // All that the district had in force or ended that day, except what others issued.
    const due = documents.filter(
      (one) =>
        one.level === 'district' &&
        one.publishedAt < publishedAt &&
        !(one.ended && one.ended.on < on),
    );
    assert.deepEqual(entries.map((entry) => entry.document).sort(), due.map(({ id }) => id).sort());
  }
});

test('every policy is explained, some together, one twice, in several forms', () => {
  const explained = new Map<string, number>();
  for (const id of interpretations.flatMap(({ policies }) => policies)) {
    explained.set(id, (explained.get(id) ?? 0) + 1);
  }
  const replaced = new Set(documents.flatMap(({ predecessors }) => predecessors));
  const apart = new Set(['relief-checking-procedure-2025', 'convenience-points-2019']);
  const policies = documents.filter(({ id }) => !replaced.has(id) && !apart.has(id));
  assert.equal(policies.length, 12);
  assert.deepEqual([...explained.keys()].sort(), policies.map(({ id }) => id).sort());
  assert.deepEqual(
    [...explained].filter(([, times]) => times > 1),
    [['elevator-subsidy-2025', 2]],
  );
  assert.equal(interpretations.filter((one) => one.policies.length > 1).length, 1);
  const forms = new Set<string>(interpretations.map(({ form }) => form));
  for (const form of ['text', 'questions', 'picture', 'expert']) assert.ok(forms.has(form), form);
  for (const { id, form, media } of interpretations) {
    if (form === 'picture') assert.equal(media[0]?.form, 'picture', id);
  }
});

test('an interpretation of the same release bears the time of its policies', () => {
  for (const { id, policies, publishedAt, synchronous } of interpretations) {
    const times = policies.map((policy) => document(policy).publishedAt);
    if (synchronous) assert.deepEqual(new Set(times), new Set([publishedAt]), id);
    else
      assert.ok(
        times.every((time) => time < publishedAt),
        id,
      );
  }
});

test('old and new stand side by side, and the old side is empty only where there was nothing', () => {
  for (const { id, policies, changes } of interpretations) {
    assert.ok(changes.length >= 3, id);
    const compared = changes.filter(({ before }) => before !== undefined);
    assert.ok(compared.length >= 3, `${id}: ${String(compared.length)} rows with an old side`);
    assert.ok(
      changes.every(({ before, after }) => before !== after),
      id,
    );
    const old = policies.flatMap((policy) => document(policy).predecessors).map(document);
    for (const { topic, before } of compared) assertAmountsOf(old, `${id}: ${topic}`, before ?? '');
  }
});

/** Amounts said to have held before stand in the old document, or follow from its percentages. */
function assertAmountsOf(old: readonly Document[], place: string, before: string): void {
  if (old.length === 0) return;
  const words = old.map(officialText).join('\n');
  const derived = new Set(['210', '105']);
  for (const [, amount = ''] of before.matchAll(/(\d+)元/g)) {
    assert.ok(words.includes(amount) || derived.has(amount), `${place}: ${amount}元`);
  }
}

test('an interpretation is whole, short in its parts, and says more than the document', () => {
  for (const one of interpretations) {
    const { id, summary, terms, questions, steps } = one;
    assert.match(summary, /^[^。]{15,80}。$/, `${id}: one sentence`);
    assert.ok(terms.length >= 2 && terms.length <= 5, `${id}: terms`);
    assert.ok(questions.length >= 3 && questions.length <= 5, `${id}: questions`);
    assert.ok(
      steps.some(({ kind, ordered }) => kind === 'list' && ordered),
      `${id}: steps in order`,
    );
    const strong = sections
      .flatMap((name) => one[name])
      .flatMap(({ text: own = [], items = [], rows = [] }) => [
        ...own,
        ...items.flat(),
        ...rows.flat().flatMap((cell) => cell.text),
      ])
      .filter((run) => run.strong && /[\d一二三四五六七八九]/.test(run.text));
    assert.ok(strong.length >= 5, `${id}: ${String(strong.length)} numbers stand out`);
    const words = wordsOf(one);
    assert.ok(words.length >= 900 && words.length <= 3500, `${id}: ${String(words.length)}`);
    for (const policy of one.policies) assertNotCopied(id, words, officialText(document(policy)));
  }
});

/** 「不能简单地重复文件内容」: no sentence of the document stands in what explains it. */
function assertNotCopied(id: string, words: string, official: string): void {
  const clauses = official.split(/[。；：\n\t]/).filter((clause) => clause.length >= 24);
  const copied = clauses.filter((clause) => words.includes(clause));
  assert.deepEqual(copied, [], id);
}

test('documents are as long as real ones, in sections, with tables and lists', () => {
  for (const { id, body } of documents) {
    const { length } = textOfBlocks(body.slice(1));
    assert.ok(length >= 600 && length <= 1500, `${id}: ${String(length)} characters`);
    assert.ok(body.filter(({ kind }) => kind === 'heading').length >= 4, `${id}: headings`);
    assert.match(textOfBlocks(body), /（一）|第一条/, `${id}: numbered`);
  }
  const having = (kind: string) =>
    documents.filter(({ body }) => body.some((block) => block.kind === kind)).length;
  assert.ok(having('table') >= 3 && having('list') >= 3);
  assert.ok(responses.length >= 3);
  for (const { id, body, publishedAt, document: policy } of responses) {
    assert.ok(textOfBlocks(body).length >= 120, id);
    assert.ok(publishedAt > document(policy).publishedAt, id);
  }
});

test('says that it is invented, names no real telephone or person, and leaves nothing to fill in', () => {
  for (const { id, body } of documents) {
    assert.equal(body[0]?.kind, 'quote', id);
    assert.match(linesOf(body)[0] ?? '', /虚构/, id);
  }
  for (const { id, cautions, interpreter } of interpretations) {
    assert.match(linesOf(cautions).at(-1) ?? '', /虚构/, id);
    assert.match(interpreter.person, /负责人$|（特邀）$/, id);
  }
  const words = JSON.stringify(file);
  const all = (pattern: RegExp) => words.match(pattern) ?? [];
  const phones = all(/(?<!\d)0\d{2,3}[-—－ ]?\d{7,8}(?!\d)/g);
  assert.ok(phones.length > 0);
  for (const phone of phones) assert.match(phone, /^027-0000\d{4}$/);
  assert.deepEqual(all(/(?<!\d)1[3-9]\d{9}(?!\d)/g), [], 'mobile telephones');
  assert.deepEqual(all(/(?<!\d)(?:12345|12333|12393|12366|12348)(?!\d)/g), [], 'hotlines');
  assert.deepEqual(all(/(?:拨打|电话|报警)\s*1\d{2}(?!\d)/g), [], 'emergency numbers');
  assert.deepEqual(all(/×{2}|X{2,}|[＊*]|TODO|待定|待补|占位符|……|lorem/gi), []);
  for (const [place, body] of texts) {
    for (const line of linesOf(body)) {
      assert.doesNotMatch(line, /^[>|#-]|[ \u3000]$|\u3000{2}|。。|，，/, place);
    }
  }
});
