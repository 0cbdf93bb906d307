import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startMailServer, type MailServer } from '../../packages/service/test/mail-server.ts';
import { freePort } from '../../scripts/lib/free-port.mjs';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import { axeFinds, sidewaysOf, visit } from '../test/visit.ts';

const examples = new URL('..', import.meta.url).pathname;
const path = '/department-site/follow.html';

let browser: Browser;
let mail: MailServer;
let service: Awaited<ReturnType<typeof startService>>;
let address: string;

before(async () => {
  mail = await startMailServer();
  const port = await freePort();
  address = `http://127.0.0.1:${port}${path}`;
  service = await startService(
    [
      ...['--site', examples, '--port', String(port), '--subscription-url', address],
      ...['--mail-from', 'noreply@example.gov.cn'],
    ],
    { OPEN_INFO_SMTP_URL: mail.smtpUrl },
  );
  browser = await launchChromium();
});

after(async () => {
  await browser.close();
  mail.close();
  await service.close();
});

const linkIn = (text: string, use: string): string =>
  new RegExp(`http\\S+#${use}=\\S+`).exec(text)?.[0] ?? '';

/** Follows what stands first on the page. */
async function order(page: Page, to: string): Promise<void> {
  await page.getByRole('button', { name: '订阅更新：养老服务' }).click();
  await page.getByRole('textbox', { name: '电子邮箱' }).fill(to);
  await page.getByRole('checkbox', { name: '我已阅读以上内容，同意' }).check();
  await page.getByRole('button', { name: '订阅', exact: true }).click();
  await page.getByText('请到邮箱里确认').waitFor();
}

test('a person follows, confirms by mail and stops, and no address holds a word of it', async () => {
  const { page, faults, asked } = await visit(browser, address);
  await order(page, 'li.xiaoman@example.cn');
  assert.deepEqual(await axeFinds(page), []);
  await mail.until(1);
  const link = linkIn(mail.mails[0]?.text ?? '', 'confirm');
  assert.ok(link.startsWith(address));

  const second = await visit(browser, link);
  await second.page.getByRole('button', { name: '确认', exact: true }).click();
  await second.page.getByText('已订阅').waitFor();
  assert.equal(second.page.url(), address);
  assert.deepEqual(await axeFinds(second.page), []);
  await second.page.getByRole('button', { name: '停止接收' }).click();
  await second.page.getByText('已停止，不会再发消息').waitFor();

  for (const one of [...asked, ...second.asked]) assert.ok(!/xiaoman|=\w{20}\./.test(one), one);
  assert.deepEqual([...faults, ...second.faults], []);
  assert.ok(!service.said.join('\n').includes('xiaoman'));
});

test('the page fits a telephone, and without script says what it is for', async () => {
  const { page } = await visit(browser, address, { width: 390 });
  await page.getByRole('button', { name: '订阅更新：养老服务' }).click();
  await page.getByText('个人信息处理告知').waitFor();
  assert.equal(await sidewaysOf(page), 0);
  const plain = await visit(browser, address, { script: false });
  await plain.page.getByText('也可以定期到本页查看更新').waitFor();
});
