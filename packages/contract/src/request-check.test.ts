import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkSubmission } from './request-check.ts';
import type { RequestSubmission } from './requests.ts';

const whole: RequestSubmission = {
  organId: 'civil-affairs',
  kind: 'disclosure',
  applicant: {
    category: 'person',
    name: '张三',
    identity: { kind: 'residentId', number: '11010519491231002X' },
  },
  contact: { phone: '13800000000' },
  sought: { name: '2025年养老服务补贴发放标准' },
  delivery: { form: 'electronic', way: 'online' },
};

const fieldsOf = (change: Partial<RequestSubmission>): string[] =>
  checkSubmission({ ...whole, ...change }).map(({ field }) => field);

const identity = { kind: 'residentId', number: '11010519491231002X' };

describe('what art. 29 asks of a submission', () => {
  it('is there', () => {
    assert.deepEqual(checkSubmission(whole), []);
  });

  const cases: [string, Partial<RequestSubmission>, string[]][] = [
    ['an organ', { organId: ' ' }, ['organId']],
    ['something sought, in one of three ways', { sought: { name: ' ' } }, ['sought.name']],
    ['a 文号 alone is enough', { sought: { documentNumber: '江政规〔2024〕3号' } }, []],
    ['a description alone is enough', { sought: { description: '2025年的标准' } }, []],
    ['a name', { applicant: { category: 'person', name: ' ', identity } }, ['applicant.name']],
    [
      'the number of a paper',
      { applicant: { category: 'person', name: '张三', identity: { kind: 'other', number: ' ' } } },
      ['applicant.identity.number'],
    ],
    [
      'a right number',
      {
        applicant: {
          category: 'person',
          name: '张三',
          identity: { kind: 'residentId', number: '110105194912310021' },
        },
      },
      ['applicant.identity.number'],
    ],
    [
      'never the form of a foreign paper',
      {
        applicant: {
          category: 'person',
          name: 'Jane Roe',
          identity: { kind: 'passport', number: 'x' },
        },
      },
      [],
    ],
    [
      'never the form of a kind unknown here',
      {
        applicant: {
          category: 'person',
          name: 'Jane Roe',
          identity: { kind: 'newKind', number: '1' },
        },
      },
      [],
    ],
    [
      'the representative of an organisation',
      {
        applicant: {
          category: 'business',
          name: '某公司',
          identity: { kind: 'creditCode', number: '91350100M000100Y43' },
        },
      },
      ['applicant.representative'],
    ],
    [
      'all of an agent',
      { agent: { name: ' ', identity: { kind: 'residentId', number: '1' }, phone: ' ' } },
      ['agent.name', 'agent.identity.number', 'agent.phone'],
    ],
    ['one way to reach the applicant', { contact: {} }, ['contact.phone']],
    ['an e-mail that is one', { contact: { email: 'nobody' } }, ['contact.email']],
    ['a telephone number that is one', { contact: { phone: '电话' } }, ['contact.phone']],
    ['an e-mail alone is enough', { contact: { email: 'a@example.com' } }, []],
    ['an address alone is enough', { contact: { address: '江汉区示例路 1 号' } }, []],
    [
      'an address for a reply by post',
      { delivery: { form: 'paper', way: 'post' } },
      ['contact.address'],
    ],
    [
      'an e-mail for a reply by e-mail',
      { delivery: { form: 'electronic', way: 'email' } },
      ['contact.email'],
    ],
    [
      'what is wrong and what would be right, of a correction',
      { kind: 'correction' },
      ['correction.wrong', 'correction.right'],
    ],
  ];
  for (const [name, change, fields] of cases) {
    it(name, () => assert.deepEqual(fieldsOf(change), fields));
  }

  it('is told in the order of the form, in both languages, with what would be right', () => {
    const faults = checkSubmission({
      ...whole,
      organId: '',
      sought: {},
      applicant: { category: 'person', name: '', identity: { kind: 'residentId', number: '1' } },
      contact: {},
    });
    assert.deepEqual(
      faults.map(({ field }) => field),
      ['organId', 'sought.name', 'applicant.name', 'applicant.identity.number', 'contact.phone'],
    );
    for (const { message } of faults) assert.ok(message.zh !== '' && message.en !== '');
    assert.match(faults[1]?.expected?.zh ?? '', /第二十九条/);
  });
});
