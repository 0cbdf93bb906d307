import type { Browser, CDPSession, Page } from 'playwright-core';
import { noteGlobals } from './globals.ts';

/**
 * Playwright's own scripts ask this, which Chromium has from 105 on. They run in a world of their own;
 * the page's is left as it is.
 */
const asked = `if (!Element.prototype.checkVisibility) {
  Element.prototype.checkVisibility = function () { return this.getClientRects().length > 0; };
}`;

/** Lets Playwright look at the page that is open, in a browser that is older than Playwright knows. */
async function befriend(page: Page): Promise<void> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name.includes('playwright')) worlds.push(context.id);
  });
  // Tells of every world there is before it answers.
  await session.send('Runtime.enable');
  for (const contextId of worlds)
    await session.send('Runtime.evaluate', { contextId, expression: asked });
  await session.detach();
}

/** Opens a page and notes what goes wrong on it: errors, warnings, violations, foreign requests. */
export async function open(
  browser: Browser,
  url: string,
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const { origin } = new URL(url);
  page.on('console', (message) => {
    if (message.type() !== 'log') faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().replace('blob:', '').startsWith(origin))
      faults.push(`foreign: ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      queueMicrotask(() => {
        throw new Error(`violation of ${event.effectiveDirective}: ${event.blockedURI}`);
      });
    });
  });
  await noteGlobals(page);
  await page.goto(url);
  await befriend(page);
  return { page, faults };
}
