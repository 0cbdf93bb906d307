import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { findDocumentNumbers, normalizeDocumentNumber } from './document-number.ts';

for (const text of [
  '国办发〔2019〕54号',
  '国办发[2019]54号',
  '国办发（2019）54号',
  '国办发(2019)54号',
  '国办发【2019】54号',
  '国办发［2019］54号',
  '国办发 〔 2019 〕 54 号',
  '国办发〔2019〕第54号',
  '国办发〔２０１９〕５４号',
  '国办发〔2019年〕054号',
]) {
  test(`writes ${text} in the standard form`, () => {
    assert.equal(normalizeDocumentNumber(text), '国办发〔2019〕54号');
  });
}

for (const text of [
  '',
  '54号',
  '国办发2019第54号',
  '国办发〔19〕54号',
  '《意见》（国办发〔2019〕54号）',
]) {
  test(`「${text}」 is not a 文号`, () => {
    assert.equal(normalizeDocumentNumber(text), undefined);
  });
}

test('finds every 文号 in running text, without the words that lead to it', () => {
  const text =
    '根据国办发(2019)54号和鄂政办发〔2020〕39号，《最低生活保障审核审批办法》（民发[2012] 220号，由民发〔2021〕57号替代）';
  const found = findDocumentNumbers(text);
  assert.deepEqual(
    found.map(({ number }) => number),
    ['国办发〔2019〕54号', '鄂政办发〔2020〕39号', '民发〔2012〕220号', '民发〔2021〕57号'],
  );
  assert.equal(text.slice(found[0]?.start, found[0]?.end), '国办发(2019)54号');
});

test('a normalised 文号 is its own normal form', () => {
  const issuer = fc.constantFrom('国办发', '民发', '鄂政办发', '人社厅函', '环办厅函');
  fc.assert(
    fc.property(
      issuer,
      fc.integer({ min: 1950, max: 2099 }),
      fc.nat(9999),
      (body, year, serial) => {
        const number = `${body}〔${String(year)}〕${String(serial)}号`;
        assert.equal(normalizeDocumentNumber(number), number);
        assert.deepEqual(findDocumentNumbers(number), [{ number, start: 0, end: number.length }]);
      },
    ),
  );
});
