import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readReceiptNumber } from '@open-info/contract/receipt-number';
import type { RequestView } from '@open-info/contract/requests';
import { failure, json, problem, serve, submission as sample } from '../test/server.ts';
import { startService, type RunningService } from '../test/service.ts';
import { isOpenInfoError, type ApiError } from './errors.ts';
import { FormError, isFormError } from './form-error.ts';
import { createOpenInfo, type OpenInfo } from './index.ts';
import { submitRequest, supplementRequest, trackRequest } from './requests.ts';

const organId = 'government-office';
const submission = { ...sample, organId };
const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');

const statusOf = (error: Error) => (isOpenInfoError(error) ? error.status : undefined);

describe('a request through the real service', { timeout: 120_000 }, () => {
  let service: RunningService;
  let api: OpenInfo;
  let desk: OpenInfo['desk'];

  before(async () => {
    // So that the third submission needs a proof of work.
    service = await startService(['--challenge-after', '2']);
    api = createOpenInfo({ baseUrl: service.url, contract: 'strict' });
    const own = await service.token(organId, 'officer');
    const token = async () => own;
    ({ desk } = createOpenInfo({ baseUrl: service.url, contract: 'strict', token }));
  });
  after(() => service.stop());

  test('is filed with a file, once for each key, and answered', async () => {
    const upload = await api.requests.attach({ name: '../证明.pdf', bytes: pdf });
    assert.equal(upload.type, 'application/pdf');
    const filed = { ...submission, attachments: [upload.token] };
    const options = { idempotencyKey: 'draft-of-the-sdk-test' };
    const receipt = await api.requests.submit(filed, options);
    assert.equal(readReceiptNumber(receipt.number), receipt.number);
    assert.deepEqual(await api.requests.submit(filed, options), receipt);

    // As people write them down.
    const typed = {
      number: ` ${receipt.number.replace(/-/g, '')}`,
      code: receipt.code.toLowerCase(),
    };
    const view = await api.requests.track(typed);
    assert.equal(view.status, 'submitted');
    const [attachment] = view.attachments;
    assert.ok(attachment);
    const file = await api.requests.download({ ...receipt, id: attachment.id });
    assert.equal(file.name, attachment.name);
    assert.deepEqual(new Uint8Array(await file.blob.arrayBuffer()), pdf);

    const seen: string[] = [];
    const replied = api.requests.wait(receipt, ({ reply }) => reply !== undefined, {
      view,
      interval: 20,
      onChange: ({ status }) => seen.push(status),
    });
    await desk.move(receipt.number, { kind: 'confirm' });
    const draft = await desk.template(receipt.number, 'disclosed');
    assert.ok(draft.text.includes(receipt.number));
    const letter = draft.text.replace(/〔[^〕]*〕/g, '见附件');
    await desk.move(receipt.number, { kind: 'reply', outcome: 'disclosed', text: letter });
    assert.equal((await replied).reply?.outcome, 'disclosed');
    assert.equal(seen[seen.length - 1], 'replied');
    const illegal = await failure<ApiError>(desk.move(receipt.number, { kind: 'confirm' }));
    assert.equal(illegal.problem?.code, 'illegal-move');
    assert.match(illegal.problem.article ?? '', /第.+条/);
  });

  test('is undone; the proof of work that is asked for is done by itself', async () => {
    const receipt = await api.requests.submit(submission);
    assert.equal((await api.requests.undo(receipt)).status, 'undone');
    const tried: number[] = [];
    const onChallenge = (count: number, most: number) => tried.push(count / most);
    for (const kind of ['disclosure', 'disclosure'] as const) {
      await api.requests.submit({ ...submission, kind }, { onChallenge });
    }
    assert.ok(tried.length > 0 && tried.every((part) => part > 0 && part <= 1.01));
  });

  test('is supplemented, withdrawn, filed at the counter', async () => {
    const receipt = await api.requests.submit(submission);
    await desk.move(receipt.number, { kind: 'confirm' });
    const dueOn = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    await desk.move(receipt.number, { kind: 'askSupplement', text: '请写明年份', dueOn });
    const asked = await api.requests.track(receipt);
    assert.equal(asked.expected?.action, 'supplement');
    const view = await api.requests.supplement({ ...keyOf(receipt), text: '2025年' });
    assert.equal(view.status, 'confirmed');
    assert.equal((await api.requests.withdraw(receipt)).status, 'withdrawn');
    assert.equal(
      statusOf(await failure(api.requests.justify({ ...keyOf(receipt), text: '理由' }))),
      409,
    );

    const arrivedOn = asked.submittedAt.slice(0, 10);
    const filed = await desk.file({ ...submission, channel: 'counter', arrivedOn });
    const request = await desk.get(filed.number);
    assert.equal(request.particulars?.applicant.name, sample.applicant.name);
    const numbers = (await desk.list({ limit: 1 }).toArray({ limit: 50 })).map((one) => one.number);
    assert.ok(numbers.includes(filed.number));
    assert.equal(statusOf(await failure(api.desk.list())), 401);
  });

  test('goes half-filled from a screen to a telephone, once', async () => {
    const { id, key } = await api.handoffs.send({ sought: '招生方案' });
    const wrong = await failure(api.handoffs.claim(id, key.slice(1)));
    assert.ok(isOpenInfoError(wrong, 'usage'));
    assert.deepEqual(await api.handoffs.claim(id, key), { sought: '招生方案' });
    assert.equal(statusOf(await failure(api.handoffs.claim(id, key))), 404);
  });

  test('wrong codes are not found', async () => {
    const error = await failure(
      api.requests.track({ number: '2026-0000123-5', code: 'K7M3Q-9TXWP' }),
    );
    assert.equal(statusOf(error), 404);
  });
});

const keyOf = ({ number, code }: { number: string; code: string }) => ({ number, code });

describe('what a person has to mend', () => {
  test('is said in words before anything is sent', async (t) => {
    const server = await serve(t, (response) => json(response, {}));
    const { applicant } = submission;
    const wrong = {
      ...submission,
      applicant: { ...applicant, name: '', identity: { kind: 'residentId', number: '123' } },
      contact: { phone: '027-00000000', email: 'x'.repeat(255) },
    };
    const error = await failure(submitRequest(server.client(), wrong));
    assert.ok(isFormError(error));
    assert.deepEqual(
      error.fields.map(({ field, message }) => [field, message]),
      [
        ['applicant.name', '请填写姓名'],
        ['applicant.identity.number', '身份证号码有误，请核对'],
        ['contact.email', '电子邮箱写法有误'],
        ['contact.email', '内容过长'],
      ],
    );
    assert.equal(error.fields[3]?.expected, '最多 254 个字符');
    const english = await failure<FormError>(
      submitRequest(server.client(), wrong, { language: 'en' }),
    );
    assert.equal(english.fields[1]?.message, 'The identity number is not right');
    assert.equal(server.log.length, 0);
  });

  test('a wrong shape is a fault of the program, not of the person', async (t) => {
    const server = await serve(t, (response) => json(response, {}));
    const shapeless = { ...submission, contact: undefined };
    const error = await failure(submitRequest(server.client(), shapeless as never));
    assert.ok(isOpenInfoError(error, 'usage') && !isFormError(error));
    assert.equal(error.fields[0]?.field, 'contact');
    assert.equal(server.log.length, 0);
  });

  test('number and code are looked at before they are sent', async (t) => {
    const server = await serve(t, (response) => json(response, {}));
    const key = { number: '2026-0000123-4', code: 'K7M3' };
    const error = await failure(trackRequest(server.client(), key));
    assert.ok(error instanceof FormError);
    assert.deepEqual(
      error.fields.map(({ field }) => field),
      ['number', 'code'],
    );
    const blank = { number: '2026-0000123-5', code: 'K7M3Q-9TXWP', text: ' ' };
    const added = await failure(supplementRequest(server.client(), blank));
    assert.ok(isFormError(added) && added.fields[0]?.field === 'text');
    assert.equal(server.log.length, 0);
  });
});

test('a lost answer is asked for again with the same key, and so is a question in a POST', async (t) => {
  const server = await serve(t, (response, _, count) => {
    if (count % 2 === 1) response.destroy();
    else json(response, problem(404, 'not-found'), 404);
  });
  const client = server.client();
  const filing = submitRequest(client, submission, { idempotencyKey: 'draft-7' });
  assert.equal(statusOf(await failure(filing.withResponse())), 404);
  const keys = server.requests.map(({ headers }) => headers['idempotency-key']);
  assert.deepEqual(keys, ['draft-7', 'draft-7']);
  await failure<RequestView>(
    trackRequest(client, { number: '2026-0000123-5', code: 'K7M3Q-9TXWP' }),
  );
  assert.equal(server.log.length, 4);
  assert.equal(server.requests[3]?.headers['idempotency-key'], undefined);
});
