import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { textOfBlocks } from '@open-info/contract/blocks';
import { calendarChina } from '@open-info/contract/calendar-china';
import { checklistOf, isExempt } from '@open-info/contract/matter-checklist';
import {
  audienceWords,
  caseTypeWords,
  channelWords,
  matterLevelWords,
  matterTypeWords,
  MatterSchema,
  type Matter,
  type MatterPage,
} from '@open-info/contract/matters';
import { openDays } from '@open-info/contract/opening-hours';
import { openNow } from '@open-info/contract/open-now';
import { startTestService, type TestService } from '../test/service.ts';
import { matterFaults } from './matters/draft.ts';
import type { MatterRecord } from './matters/record.ts';
import { readSeedFile } from './seed-file.ts';

const { items, fictitious, source } = readSeedFile<{
  items: MatterRecord[];
  fictitious: boolean;
  source: string;
}>('matters.json');

let running: TestService;
const matters = new Map<string, Matter>();
before(async () => {
  running = await startTestService({
    seeded: true,
    now: () => new Date('2026-11-23T10:00:00+08:00'),
  });
  for (const { id = '' } of items) {
    const answer = await fetch(`${running.url}/api/v1/matters/${id}`);
    assert.equal(answer.status, 200, id);
    matters.set(id, MatterSchema.parse(await answer.json()));
  }
});
after(() => running.close());

const each = (check: (matter: Matter) => void) => {
  for (const matter of matters.values()) check(matter);
};

test('is invented and says so, with at least fourteen matters and two 一件事', () => {
  assert.ok(fictitious && source.includes('虚构'));
  const bundles = items.filter(({ parts }) => parts);
  assert.ok(items.length - bundles.length >= 14 && bundles.length >= 2);
  each(({ id, fictitious: invented, consultPhones, complaintPhones, offices }) => {
    assert.equal(invented, true, id);
    for (const phone of [...consultPhones, ...complaintPhones])
      assert.match(phone, /^027-000\d{5}$/, id);
    for (const { address } of offices) assert.match(address, /^示例地址/, id);
  });
});

test('every matter is complete: 依据、条件、材料、流程、结果, who, where, when and how long', () => {
  each((matter) => {
    const { id, basis, conditions, materials, steps, results, offices, faq } = matter;
    const sections = { basis, conditions, materials, steps, results, offices, faq };
    for (const [name, list] of Object.entries(sections))
      assert.ok(list.length > 0, `${id}: ${name}`);
    assert.ok(matter.consultPhones.length > 0 && matter.complaintPhones.length > 0, id);
    assert.ok(matter.version !== '' && matter.summary !== '' && matter.themes.length > 0, id);
    if (matter.caseType === '2') assert.ok(matter.promised, `${id}: 承诺件 promise a time`);
    for (const { title } of basis) assert.match(title, /《.+》/, id);
    const text = JSON.stringify(matter) + textOfBlocks(conditions);
    assert.doesNotMatch(text, /待补充|待定|TODO|XX|××|暂无|见附件/, id);
  });
});

test('uses the codes of GB/T 39046', () => {
  each(({ id, type, audiences, channels, caseType, level = '', bundle }) => {
    assert.ok(bundle ? type === undefined : type !== undefined && type in matterTypeWords, id);
    assert.ok(
      audiences.every((code) => code in audienceWords),
      id,
    );
    assert.ok(
      channels.every((code) => code in channelWords),
      id,
    );
    assert.ok(caseType in caseTypeWords && level in matterLevelWords, id);
  });
});

test('every organ, field, office and document named is there', async () => {
  const { db } = running.service;
  const organs = await db.selectFrom('organs').select('id').execute();
  const fields = new Set(
    (await db.selectFrom('fields').select('id').execute()).map(({ id }) => id),
  );
  const known = new Set(organs.map(({ id }) => id));
  const areas = new Set(
    (await db.selectFrom('areas').select('code').execute()).map(({ code }) => code),
  );
  each(({ id, organ, fields: own, offices }) => {
    assert.ok(known.has(organ.id), id);
    for (const field of own) assert.ok(fields.has(field), `${id}: ${field}`);
    for (const { areaCode = '' } of offices) assert.ok(areas.has(areaCode), `${id}: ${areaCode}`);
  });
  for (const { id = '', documents = [] } of items) {
    for (const document of documents) {
      const answer = await fetch(`${running.url}/api/v1/documents/${document}`);
      assert.equal(answer.status, 200, `${id}: ${document}`);
      assert.ok(
        matters.get(id)?.documents.some((one) => one.id === document),
        `${id}: ${document}`,
      );
    }
  }
});

test('conditions name questions and options there are, and nothing is named twice', () => {
  const known = {
    organs: new Map(items.map(({ organ }) => [organ, { id: organ, name: organ }])),
    fields: new Map<string, string>(),
    documentId: (name: string) => name,
    matters: new Map(items.map(({ id = '', parts }) => [id, { id, bundle: parts !== undefined }])),
  };
  for (const record of items) assert.deepEqual(matterFaults(record, known), [], record.id);
  const codes = items.map(({ code }) => code);
  assert.equal(new Set(codes).size, codes.length);
});

test('what the government has is never asked for, and says how it is got', () => {
  each((matter) => {
    for (const item of checklistOf(matter, {}).items) {
      if (isExempt(item)) assert.ok(!item.bring && item.exempt, `${matter.id}: ${item.name}`);
    }
  });
});

test('every question matters: some answer takes something off the list', () => {
  each((matter) => {
    if (matter.bundle) return;
    for (const { id } of matter.questions) {
      const used = [...matter.questions, ...matter.materials].some(({ when = [] }) =>
        when.some(({ question }) => question === id),
      );
      assert.ok(used, `${matter.id}: ${id} changes nothing`);
    }
  });
});

test('hours can be read: open on a Monday morning, closed at lunch unless a machine', () => {
  const at = (time: string) => new Date(`2026-11-23T${time}:00+08:00`);
  each(({ id, offices }) => {
    for (const { id: office, hours } of offices) {
      for (const { days, from, to } of hours) {
        assert.ok(
          days.every((day) => (openDays as readonly string[]).includes(day)),
          id,
        );
        assert.match(`${from} ${to}`, /^\d\d:\d\d \d\d:\d\d$/, id);
      }
      assert.ok(openNow(hours, calendarChina, at('10:00')).open, `${id}: ${office}`);
      assert.equal(openNow(hours, calendarChina, at('12:30')).open, office === 'self-service');
    }
  });
});

test('a 一件事 asks for less than its parts together', () => {
  each(({ id, bundle, parts, materials }) => {
    if (!bundle) return;
    const apart = parts.flatMap((part) => matters.get(part.id)?.materials ?? []);
    assert.ok(materials.length < apart.length, id);
    const keys = materials.map((material) => material.key ?? material.id);
    assert.equal(new Set(keys).size, keys.length, id);
  });
});

test('every policy of the district leads to something to do', async () => {
  const { items: interpretations } = (await (
    await fetch(`${running.url}/api/v1/interpretations?limit=100`)
  ).json()) as { items: { id: string }[] };
  assert.ok(interpretations.length >= 12);
  for (const { id } of interpretations) {
    const answer = await fetch(`${running.url}/api/v1/interpretations/${id}`);
    const { matters: links } = (await answer.json()) as { matters: { matterId?: string }[] };
    assert.ok(
      links.some(({ matterId = '' }) => matters.has(matterId)),
      id,
    );
  }
});

test('people find what they mean in their own words', async () => {
  const meant: Record<string, string> = {
    低保: 'minimum-living-allowance',
    怎么办低保: 'minimum-living-allowance',
    老人吃饭补贴: 'elder-care-subsidy',
    上户口: 'birth-registration',
    生孩子: 'newborn',
    去世: 'after-death',
    开饭馆: 'food-business-licence',
    开公司: 'open-company',
    营业执照: 'individual-business',
    社保卡: 'social-security-card',
    身份证丢了: 'id-card',
    幼升小: 'school-enrolment',
    人才公寓: 'talent-housing',
    装电梯: 'elevator-review',
    创业贷款: 'startup-loan',
    残疾人补贴: 'disability-care-subsidy',
    暂住证: 'residence-permit',
    邻里纠纷: 'mediation',
  };
  for (const [q, id] of Object.entries(meant)) {
    const answer = await fetch(`${running.url}/api/v1/matters?limit=5&q=${encodeURIComponent(q)}`);
    const page = (await answer.json()) as MatterPage;
    assert.ok(
      page.items.some((one) => one.id === id),
      `${q}: ${page.items.map((one) => one.id).join()}`,
    );
  }
});
