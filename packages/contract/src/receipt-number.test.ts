import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  queryCodeAlphabet,
  readQueryCode,
  readReceiptNumber,
  receiptNumber,
} from './receipt-number.ts';

const numbers = fc
  .tuple(fc.integer({ min: 2020, max: 2099 }), fc.integer({ min: 1, max: 9_999_999 }))
  .map(([year, serial]) => receiptNumber(year, serial));

describe('申请编号', () => {
  it('is read back however it is written', () => {
    assert.equal(receiptNumber(2026, 123), '2026-0000123-5');
    for (const typed of [
      '202600001235',
      ' 2026 0000123 5 ',
      '２０２６－００００１２３－５',
      '2026—0000123—5',
    ]) {
      assert.equal(readReceiptNumber(typed), '2026-0000123-5');
    }
  });

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(numbers, fc.nat(13), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
        const digit = number[place];
        fc.pre(digit !== undefined && digit !== '-');
        const other = (Number(digit) + by) % 10;
        const wrong = `${number.slice(0, place)}${other}${number.slice(place + 1)}`;
        assert.equal(readReceiptNumber(number), number);
        assert.equal(readReceiptNumber(wrong), undefined);
      }),
    );
  });

  it('is not what has another length or other characters', () => {
    for (const typed of ['', '2026', '2026-0000123', '2026-0000123-55', '2026-00O0123-5']) {
      assert.equal(readReceiptNumber(typed), undefined);
    }
  });
});

describe('查询码', () => {
  const codes = fc
    .array(fc.constantFrom(...queryCodeAlphabet), { minLength: 10, maxLength: 10 })
    .map((characters) => `${characters.slice(0, 5).join('')}-${characters.slice(5).join('')}`);

  it('is read in small letters, in full width, without its hyphen, with letters for digits', () => {
    assert.equal(readQueryCode('k7m3q9txwp'), 'K7M3Q-9TXWP');
    assert.equal(readQueryCode('Ｋ７Ｍ３Ｑ ９ＴＸＷＰ'), 'K7M3Q-9TXWP');
    assert.equal(readQueryCode('OIL00-00000'), '01100-00000');
    fc.assert(
      fc.property(codes, (code) => {
        assert.equal(readQueryCode(code.toLowerCase().replace('-', '')), code);
      }),
    );
  });

  it('is nothing else', () => {
    for (const typed of ['', 'K7M3Q-9TXW', 'K7M3Q-9TXWPP', 'K7M3Q-9TXWU', 'K7M3Q-9TXW身']) {
      assert.equal(readQueryCode(typed), undefined);
    }
  });
});
