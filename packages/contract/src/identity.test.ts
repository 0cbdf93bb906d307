import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isCreditCode, isResidentId } from './identity.ts';
import { maskName, maskNumber } from './masks.ts';

describe('公民身份号码 (GB 11643)', () => {
  it('takes what the standard gives as examples', () => {
    assert.ok(isResidentId('11010519491231002X'));
    assert.ok(isResidentId('11010519491231002x'));
    assert.ok(isResidentId('440524188001010014'));
  });

  it('refuses a wrong check character, a day that is none, another length', () => {
    for (const number of [
      '110105194912310021',
      '110105194902300025',
      '11010519491331002X',
      '1101051949123100',
      '01010519491231002X',
      '',
    ]) {
      assert.equal(isResidentId(number), false, number);
    }
  });

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const number = '11010519491231002X';
        const digit = (Number(number[place]) + by) % 10;
        assert.equal(
          isResidentId(`${number.slice(0, place)}${digit}${number.slice(place + 1)}`),
          false,
        );
      }),
    );
  });
});

describe('统一社会信用代码 (GB 32100)', () => {
  it('takes codes of organs and firms', () => {
    assert.ok(isCreditCode('91350100M000100Y43'));
    assert.ok(isCreditCode('91350100m000100y43'));
  });

  it('refuses a wrong check character, letters that are not used, another length', () => {
    for (const code of ['91350100M000100Y44', '9135O100M000100Y43', '91350100M000100Y4', '']) {
      assert.equal(isCreditCode(code), false, code);
    }
  });
});

describe('脱敏', () => {
  it('leaves the first character of a name, and never its length beyond three', () => {
    assert.deepEqual(['张三', '朱丽叶', '欧阳娜娜', '李', ' 王五 ', '𠮷田'].map(maskName), [
      '张*',
      '朱**',
      '欧**',
      '李*',
      '王*',
      '𠮷*',
    ]);
  });

  it('leaves the last four of a number, of a short one nothing', () => {
    assert.equal(maskNumber('11010519491231002X'), '**************002X');
    assert.equal(maskNumber('E1234567'), '********');
  });
});
