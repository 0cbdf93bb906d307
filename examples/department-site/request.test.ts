import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { calendarChina } from '@open-info/contract/calendar-china';
import { runClock } from '@open-info/contract/clock';
import { createOpenInfo } from '@open-info/sdk';
import type { Browser, Page } from 'playwright-core';
import { officerTokens } from '../../scripts/lib/officer-token.mjs';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import { axeFinds, sidewaysOf, visit } from '../test/visit.ts';

const dayInShanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

const examples = new URL('..', import.meta.url).pathname;
const { accessKey, tokenFor } = officerTokens();

/** What must stay between the applicant and the office. */
const secrets = {
  name: '张标记',
  number: '11010519491231002X',
  phone: '13912345678',
  address: '江汉区标记路77号',
};

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

let browser: Browser;
let service: Awaited<ReturnType<typeof startService>>;
let receiver: Server;
const posted: string[] = [];

before(async () => {
  receiver = createServer((incoming, outgoing) => {
    let body = '';
    incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
    incoming.on('end', () => {
      posted.push(JSON.stringify(incoming.headers) + body);
      outgoing.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const webhooks = JSON.stringify([{ url: `http://127.0.0.1:${port}/hook`, secret }]);
  service = await startService(
    ['--site', examples, '--log-level', 'debug', '--webhooks', webhooks, '--webhook-private', 'on'],
    { OPEN_INFO_ACCESS_KEY: accessKey },
  );
  browser = await launchChromium();
});

after(async () => {
  await browser.close();
  await service.close();
  receiver.close();
});

const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { name }).waitFor();

/** Fills the form in, up to the check page. */
async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('信息的名称').fill('2025年度老年助餐点建设情况');
  await page
    .getByLabel('选择文件')
    .setInputFiles({ name: '说明材料.pdf', mimeType: 'application/pdf', buffer: pdf });
  await page.getByText('已上传').waitFor();
  await next(page);
  await heading(page, '您是谁');
  await page.getByLabel('姓名', { exact: true }).fill(secrets.name);
  await page.getByLabel('证件号码', { exact: true }).fill(secrets.number);
  await next(page);
  await heading(page, '怎样答复您');
  await page.getByLabel('电话', { exact: true }).fill(secrets.phone);
  await page.getByLabel('通信地址').fill(secrets.address);
  await next(page);
  await heading(page, '核对');
}

/** Opens a request on the page for it. */
async function open(page: Page, number: string, code: string): Promise<void> {
  await page.goto(`${service.url}/department-site/status.html#oi-request=${number}`);
  await page.getByRole('textbox', { name: '查询码' }).fill(code);
  await page.getByRole('button', { name: '查询进度' }).click();
  await heading(page, number);
}

describe('a request through the pages of the department', () => {
  test('from form to reply, without a fault, and with nothing let out', async () => {
    const { page, faults, asked } = await visit(
      browser,
      `${service.url}/department-site/request.html`,
    );
    await page.getByLabel('信息的名称').waitFor();
    assert.deepEqual(await axeFinds(page), []);
    await fillIn(page);
    await page.getByRole('button', { name: '提交申请' }).click();
    await heading(page, '申请已提交');
    assert.deepEqual(await axeFinds(page), []);

    const receipt = await page
      .locator('oi-request-form')
      .evaluate((form) => form.shadowRoot?.textContent ?? '');
    const number = /\d{4}-\d{7}-\d/.exec(receipt)?.[0] ?? '';
    const code = /\b[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}\b/.exec(
      receipt.replace(number, ''),
    )?.[0];
    assert.ok(number !== '' && code !== undefined, 'the receipt tells number and code');

    const api = createOpenInfo({
      baseUrl: service.url,
      token: await tokenFor('civil-affairs'),
    });
    const work = await api.desk.list();
    assert.deepEqual(
      work.items.map((one) => one.number),
      [number],
    );
    await api.desk.move(number, { kind: 'confirm' });

    await open(page, number, code);
    assert.deepEqual(await axeFinds(page), []);
    const view = await api.requests.track({ number, code });
    assert.ok(view.asOf);
    const today = dayInShanghai.format(new Date(view.asOf));
    const clock = runClock(view.events, calendarChina, today, view.policy);
    assert.equal(view.dueOn, clock.dueOn);
    await page
      .getByText(clock.dueOn ?? 'no date')
      .first()
      .waitFor();

    const inThreeWeeks = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10);
    await api.desk.move(number, {
      kind: 'askSupplement',
      text: '请写明需要哪些街道的情况。',
      dueOn: inThreeWeeks,
    });
    // The page hears of it by itself.
    await page.getByText('请写明需要哪些街道的情况。').first().waitFor({ timeout: 30_000 });
    assert.deepEqual(await axeFinds(page), []);
    await page.getByRole('textbox', { name: '补正的内容' }).fill('民意街道和新华街道。');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByText('提交补正').first().waitFor();

    const { token } = await api.requests.attach({ name: '助餐点名单.pdf', bytes: pdf });
    const draft = await api.desk.template(number, 'disclosed');
    await api.desk.move(number, {
      kind: 'reply',
      outcome: 'disclosed',
      text: draft.text.replace(/〔[^〕]*〕/g, '见附件'),
      attachments: [token],
    });
    await page.getByText('助餐点名单.pdf').waitFor({ timeout: 30_000 });
    assert.deepEqual(await axeFinds(page), []);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /助餐点名单\.pdf/ }).click(),
    ]);
    assert.ok(readFileSync(await download.path()).equals(pdf));
    assert.deepEqual(faults, []);

    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]),
    );
    assert.ok(posted.length >= 3, 'the office is told of every change');
    const out = {
      kept,
      asked: asked.join('\n'),
      log: service.said.join('\n'),
      hooks: posted.join(),
    };
    for (const [where, text] of Object.entries(out)) {
      for (const secret of [...Object.values(secrets), code, code.replace('-', '')]) {
        assert.equal(text.includes(secret), false, `${where} holds what only the applicant knows`);
        assert.equal(text.includes(encodeURIComponent(secret)), false, where);
      }
    }
    await page.context().close();
  });

  test('can be undone on the receipt, and the form says so', async () => {
    const { page, faults } = await visit(browser, `${service.url}/department-site/request.html`, {
      width: 390,
    });
    await fillIn(page);
    assert.equal(await sidewaysOf(page), 0);
    await page.getByRole('button', { name: '提交申请' }).click();
    await heading(page, '申请已提交');
    await page.getByRole('button', { name: /撤销申请/ }).click();
    await page
      .getByText(/已撤销/)
      .first()
      .waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('is told of in words where there is no script', async () => {
    for (const name of ['request.html', 'status.html']) {
      const { page } = await visit(browser, `${service.url}/department-site/${name}`, {
        script: false,
      });
      assert.ok(await page.getByText('027-0000-0000').first().isVisible());
      await page.context().close();
    }
  });
});
