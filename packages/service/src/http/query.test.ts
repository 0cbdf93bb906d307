import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listCatalog } from '@open-info/contract/catalog';
import { listAreas } from '@open-info/contract/areas';
import fc from 'fast-check';
import { ProblemError } from './problem.ts';
import { queryReader } from './query.ts';

const read = queryReader(listCatalog.query);

function faultsOf(search: string) {
  try {
    read(search);
  } catch (error) {
    assert.ok(error instanceof ProblemError);
    assert.equal(error.code, 'bad-query');
    return error.facts.errors ?? [];
  }
  return assert.fail(`"${search}" was taken`);
}

describe('what is right', () => {
  test('a repeated name is a list, a number a number, + and %20 a blank', () => {
    const { values } = read('field=a&field=b%2Cc&limit=20&q=%E5%85%AC%E5%BC%80+x%20y');
    assert.deepEqual(values, { field: ['a', 'b,c'], limit: 20, q: '公开 x y' });
  });

  test('a single value of a list is a list', () => {
    assert.deepEqual(read('field=a').values, { field: ['a'] });
  });

  test('nothing at all, and stray separators', () => {
    assert.deepEqual(read('').values, {});
    assert.deepEqual(read('&q=a&&').values, { q: 'a' });
  });

  test('the canonical form is the same for every way of writing the same query', () => {
    const canonical = read('field=b&limit=5&field=a&q=公').canonical;
    assert.equal(read('q=%E5%85%AC&field=a&&limit=5&field=b').canonical, canonical);
    assert.notEqual(read('q=公&limit=5&field=a').canonical, canonical);
  });

  test('whatever is asked for is read back as it was', () => {
    const value = fc.string({ minLength: 1, maxLength: 100, unit: 'binary' });
    const clean = value.filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(fc.array(clean, { minLength: 1, maxLength: 5 }), clean, (channel, level1) => {
        const search = new URLSearchParams([
          ...channel.map((entry): [string, string] => ['channel', entry]),
          ['level1', level1],
        ]);
        assert.deepEqual(read(search.toString()).values, {
          channel,
          level1: [level1],
        });
      }),
    );
  });
});

describe('what is wrong is named, with what would be right', () => {
  const cases: [search: string, field: string, expected: RegExp][] = [
    ['limit=0', 'limit', /1 到 100 的整数/],
    ['limit=101', 'limit', /1 到 100 的整数/],
    ['limit=ten', 'limit', /1 到 100 的整数/],
    ['limit=', 'limit', /1 到 100 的整数/],
    ['limit=1e1', 'limit', /1 到 100 的整数/],
    ['limit=99999999999999999999', 'limit', /1 到 100 的整数/],
    ['sort=best', 'sort', /relevance、catalog、updated、name/],
    ['asOf=yesterday', 'asOf', /YYYY-MM-DD/],
    ['asOf=2026-02-30', 'asOf', /YYYY-MM-DD/],
    ['asOf=0000-01-01', 'asOf', /YYYY-MM-DD/],
    ['area=42', 'area', /6、9 或 12 位/],
    ['level1=', 'level1', /1 到 100 个字符/],
    ['q=a&q=b', 'q', /只写一次/],
    ['q=%00', 'q', /不超过 200 个字符/],
    [`q=${'x'.repeat(10_240)}`, 'q', /不超过 200 个字符/],
    ['colour=red', 'colour', /可用的参数：q、field/],
    ['__proto__=x', '__proto__', /可用的参数/],
    ['constructor=x', 'constructor', /可用的参数/],
  ];
  for (const [search, field, expected] of cases) {
    test(search.slice(0, 40), () => {
      const [fault, ...others] = faultsOf(search);
      assert.ok(fault);
      assert.equal(fault.field, field);
      assert.match(fault.expected?.zh ?? '', expected);
      assert.ok((fault.expected?.en ?? '') !== '' && fault.message.en !== '');
      assert.deepEqual(others, []);
    });
  }

  test('several at once, each once', () => {
    const fields = faultsOf('limit=0&sort=z&x=1&x=2').map((fault) => fault.field);
    assert.deepEqual(fields.sort(), ['limit', 'sort', 'x']);
  });

  test('a long value is not given back in full', () => {
    const [fault] = faultsOf(`sort=${'长'.repeat(500)}`);
    assert.ok((fault?.message.zh.length ?? 999) < 80);
  });

  test('malformed percent-encoding', () => {
    for (const search of ['q=%', 'q=%zz', 'q=%E5%85', 'q=%FF', '%zz=1']) {
      assert.throws(() => read(search), { name: 'ProblemError', code: 'bad-query' });
    }
  });

  test('an address without parameters takes none', () => {
    const none = queryReader(listAreas.query);
    assert.deepEqual(none('').values, {});
    assert.throws(() => none('q=1'), { code: 'bad-query' });
  });

  test('no query, however odd, fails in any other way', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (search) => {
        try {
          read(search);
        } catch (error) {
          assert.ok(error instanceof ProblemError, String(error));
        }
      }),
    );
  });
});
