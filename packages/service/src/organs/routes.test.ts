import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AreaTree } from '@open-info/contract/areas';
import type { FieldList } from '@open-info/contract/fields';
import type { Organ, OrganList } from '@open-info/contract/organs';
import { startTestService, type TestService } from '../../test/service.ts';

// Organs, areas and fields refer to each other, so they are asked of one service.

let service: TestService;
before(async () => {
  service = await startTestService({ seeded: true });
});
after(() => service.close());

async function read<T>(path: string): Promise<T> {
  const answer = await fetch(`${service.url}/api/v1${path}`);
  assert.equal(answer.status, 200);
  return (await answer.json()) as T;
}

test('every organ works for an area of the tree, and one can be read by its id', async () => {
  const { items } = await read<OrganList>('/organs');
  const tree = await read<AreaTree>('/areas');
  const codes = new Set<string>();
  const walk = (areas: AreaTree['items']) => {
    for (const area of areas) {
      codes.add(area.code);
      walk(area.children);
    }
  };
  walk(tree.items);
  assert.ok(items.length > 20);
  for (const organ of items) assert.ok(codes.has(organ.areaCode), organ.id);
  const [first] = items;
  assert.deepEqual(await read<Organ>(`/organs/${first?.id}`), first);
});

test('organs of a kind, or of several', async () => {
  const { items: all } = await read<OrganList>('/organs');
  const { items: streets } = await read<OrganList>('/organs?kind=street');
  assert.deepEqual(
    streets,
    all.filter((organ) => organ.kind === 'street'),
  );
  assert.ok(streets.length > 0);
  const { items: both } = await read<OrganList>('/organs?kind=street&kind=department');
  assert.deepEqual(
    both,
    all.filter((organ) => organ.kind === 'street' || organ.kind === 'department'),
  );
  assert.deepEqual((await read<OrganList>('/organs?kind=unheard-of')).items, []);
});

test('organs of an area and of those inside it', async () => {
  const { items: all } = await read<OrganList>('/organs');
  const { items: district } = await read<OrganList>('/organs?area=420103');
  assert.deepEqual(district, all);
  const street = all.find((organ) => organ.areaCode.length === 9)?.areaCode ?? '';
  const { items } = await read<OrganList>(`/organs?area=${street}`);
  assert.ok(items.length > 0 && items.length < all.length);
  assert.ok(items.every((organ) => organ.areaCode.startsWith(street)));
  assert.deepEqual((await read<OrganList>('/organs?area=999999')).items, []);
});

test('areas are one district of streets of communities, each saying where it belongs', async () => {
  const { items, source } = await read<AreaTree>('/areas');
  const [district, ...others] = items;
  assert.deepEqual(others, []);
  assert.equal(district?.level, 'district');
  assert.equal(district.parent, undefined);
  assert.notEqual(source, '');
  for (const street of district.children) {
    assert.equal(street.level, 'street');
    assert.equal(street.parent, district.code);
    for (const community of street.children) {
      assert.equal(community.level, 'community');
      assert.equal(community.parent, street.code);
      assert.ok(community.code.startsWith(street.code));
    }
  }
});

test('fields come in the order of the catalog', async () => {
  const { items } = await read<FieldList>('/fields');
  assert.ok(items.length >= 23);
  const orders = items.map((field) => field.order);
  assert.deepEqual(
    orders,
    [...orders].sort((a, b) => a - b),
  );
  assert.equal(new Set(items.map((field) => field.id)).size, items.length);
});
