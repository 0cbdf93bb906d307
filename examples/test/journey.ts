import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { embeddables } from '../../packages/elements/src/embedding/embeddable.ts';

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { name }).waitFor();

/** Searches the catalog and opens what is found. */
export async function search(page: Page): Promise<void> {
  const catalog = page.locator('oi-catalog-browser');
  await catalog.getByRole('combobox', { name: '查找公开事项' }).fill('低保');
  await page.keyboard.press('Enter');
  const found = catalog.locator('[part~="item"]', { hasText: '低保' }).first();
  await found.locator('mark').first().waitFor();
  const title = found.getByRole('button').first();
  const name = (await title.textContent())?.trim() ?? '';
  await title.click();
  await catalog.getByRole('heading', { name, exact: true }).waitFor();
  await catalog.locator('[part~="item-page"]').getByText('公开依据').first().waitFor();
}

/** Files a request as a person does. @returns what the receipt says */
export async function file(page: Page): Promise<string> {
  const form = page.locator('oi-request-form');
  const next = () => form.getByRole('button', { name: '下一步' }).click();
  await form.getByLabel('信息的名称').fill('2025年度老年助餐点建设情况');
  await form.getByLabel('选择文件').setInputFiles({
    name: '说明材料.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
  });
  await form.getByText('已上传').waitFor();
  await next();
  await heading(page, '您是谁');
  await form.getByLabel('姓名', { exact: true }).fill('张三');
  await form.getByLabel('证件号码', { exact: true }).fill('11010519491231002X');
  await next();
  await heading(page, '怎样答复您');
  await form.getByLabel('电话', { exact: true }).fill('13900000000');
  await form.getByLabel('通信地址').fill('江汉区示例路1号');
  await next();
  await heading(page, '核对');
  await form.getByRole('button', { name: '提交申请' }).click();
  await heading(page, '申请已提交');
  return form.evaluate((element) => element.shadowRoot?.textContent ?? '');
}

/** Reads a policy: whether it holds, who may use it, what to do. */
export async function read(page: Page): Promise<void> {
  const card = page.locator('oi-policy-card');
  await card
    .getByRole('heading', { name: /养老服务补贴/ })
    .first()
    .waitFor();
  assert.match((await card.locator('[part~="validity"]').first().textContent()) ?? '', /有效|施行/);
  await card.getByRole('button', { name: '我该怎么办' }).click();
  await card.locator('[part~="section"]').getByText('到哪里办').first().waitFor();
}

/** Waits until every element of ours shows what it has read. */
export async function allReady(page: Page): Promise<void> {
  for (const { name } of embeddables) await page.locator(`oi-${name} .frame`).first().waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('main > *')].every(
      ({ shadowRoot, localName }) =>
        !localName.startsWith('oi-') || !shadowRoot?.querySelector('.skeleton'),
    ),
  );
}

/** Goes through the frame of a touch screen: a page that is not opened, a view, its keyboard, the start again. */
export async function touch(page: Page): Promise<void> {
  const kiosk = page.locator('oi-kiosk');
  const button = (name: string) => kiosk.getByRole('button', { name, exact: true });
  await kiosk.locator('[part~="stage"]').waitFor();
  await kiosk.getByRole('link', { name: '中国政府网' }).click();
  await kiosk.getByRole('img', { name: /二维码/ }).waitFor();
  await button('返回').click();
  await kiosk.getByRole('link', { name: '查政务公开' }).click();
  await kiosk.locator('[part~="item"]').first().waitFor();
  const search = kiosk.getByRole('combobox', { name: /查找公开事项/ });
  await search.click();
  await button('d').click();
  assert.equal(await search.inputValue(), 'd');
  await button('返回首页').click();
  await kiosk.getByRole('link', { name: '查政务公开' }).waitFor();
}
