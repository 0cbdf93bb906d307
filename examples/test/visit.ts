import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** A page that was opened, and what it did. */
export interface Visit {
  page: Page;
  /** What went wrong on the page: violations of the policy, errors, foreign requests. */
  faults: string[];
  /** Every address it asked. */
  asked: string[];
}

/** How a page is looked at. */
export interface VisitOptions {
  width?: number;
  script?: boolean;
}

/** Opens a page of the service and notes everything a strict page must not do. */
export async function visit(
  browser: Browser,
  url: string,
  { width = 1280, script = true }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'zh-CN',
    javaScriptEnabled: script,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const asked: string[] = [];
  const { origin } = new URL(url);
  page.on('console', (message) => {
    if (message.type() !== 'log') faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    asked.push(request.url());
    const own = request.url().startsWith(origin) || request.url().startsWith(`blob:${origin}`);
    if (!own) faults.push(`foreign: ${request.url()}`);
  });
  if (script) {
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        reportError(new Error(`violation of ${event.effectiveDirective}: ${event.blockedURI}`));
      });
    });
  }
  await page.goto(url);
  return { page, faults, asked };
}

/** Lets what fades in arrive: half faded its words have not their contrast yet. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const { shadowRoot } of root.querySelectorAll('*'))
        if (shadowRoot) roots.push(shadowRoot);
    }
    const ending = roots
      .flatMap((root) => root.getAnimations())
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** Violations axe finds, each in one line. */
export async function axeFinds(page: Page): Promise<string[]> {
  await settle(page);
  // The policy of the page forbids injected scripts, so axe comes in through the debugger.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: readFileSync(axe, 'utf8') });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run().then(({ violations }) => JSON.stringify(violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => id + ': ' + help + ' ' + JSON.stringify(target)))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  return JSON.parse(String(result.value)) as string[];
}

/** How far a page can be scrolled sideways, in pixels. */
export function sidewaysOf(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
