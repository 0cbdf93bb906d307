import { stripTypeScriptTypes } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { open, type Host } from '../embedding/host.ts';
import { wholeOf } from './scripts.ts';
import type { Block } from './blocks.ts';

/** The address the documents give the service. */
const written = 'https://open.example.gov.cn';

/** How long a page may take until it shows what it should, in milliseconds. */
const patience = 60_000;

/** Where blocks are put on a page. */
export interface Ground {
  browser: Browser;
  host: Host;
  serviceUrl: string;
  /** The policy the documents ask of a page. */
  policy: string;
}

/** Ends a fault that no waiting mends. */
const final = '.';

/** What is not yet, or not at all, as it should be with the elements of one frame. */
function faultsInside(): string[] {
  const elements = [...document.querySelectorAll('body *')].filter(({ localName }) =>
    localName.startsWith('oi-'),
  );
  // A page that frames one has none itself.
  if (elements.length === 0 && !document.querySelector('iframe')) return ['there is no element.'];
  return elements.flatMap((element) => {
    const { localName, shadowRoot } = element;
    const seen = (selector: string) =>
      [...(shadowRoot?.querySelectorAll(selector) ?? [])].filter(
        (one) => one.getClientRects().length > 0,
      );
    if (!shadowRoot) return `<${localName}> is not defined`;
    if (localName === 'oi-provider' || element.matches('[hidden]')) return [];
    if (seen('.skeleton').length > 0) return `<${localName}> is still reading`;
    const [alert] = seen('[role="alert"]');
    if (alert) return `<${localName}> failed: ${alert.textContent.trim()}.`;
    const [unconnected] = seen('.message').filter((one) => one.textContent.includes('数据服务'));
    if (unconnected) return `<${localName}> has no service.`;
    const { height } = element.getBoundingClientRect();
    return seen('*').length > 0 && height > 20 ? [] : `<${localName}> shows nothing`;
  });
}

/** Asks again until something holds, or something else has gone wrong, a minute at most. */
async function until(holds: () => Promise<boolean>, faults: readonly string[]): Promise<void> {
  const end = Date.now() + patience;
  while (!(await holds()) && faults.length === 0 && Date.now() < end) await setTimeout(100);
}

/** Waits until all elements of a page and its frames show what they should. */
async function elementFaults(page: Page, faults: readonly string[]): Promise<string[]> {
  let said: string[] = [];
  const holds = async () => {
    // A frame may still be on its way to its page.
    const asked = page.frames().map((frame) => frame.evaluate(faultsInside).catch(String));
    said = (await Promise.all(asked)).flat();
    return said.every((one) => one.endsWith(final));
  };
  await until(holds, faults);
  return said;
}

/** A page that loads nothing itself gets what the text around its block presupposes. */
function completed(code: string, serviceUrl: string): { body: string; head: string } {
  const body = code.replaceAll(written, serviceUrl);
  if (/<script|<iframe/.test(code)) return { body, head: '' };
  const head = `<meta name="open-info-service" content="${serviceUrl}"><script type="module" src="${serviceUrl}/embed/loader.js"></script>`;
  return { body, head };
}

/** Opens a block of HTML on a page of another origin. */
export async function openHtml(ground: Ground, code: string) {
  const { browser, host, serviceUrl, policy } = ground;
  const { body, head } = completed(code, serviceUrl);
  const url = host.put(body, policy.replaceAll(written, serviceUrl), head);
  return open(browser, url);
}

/** What of a block of HTML does not work. */
export async function htmlFaults(ground: Ground, { code }: Pick<Block, 'code'>): Promise<string[]> {
  const { page, faults } = await openHtml(ground, code);
  const found = await elementFaults(page, faults);
  await page.context().close();
  return [...found, ...faults];
}

/** Runs a script as a module of a page, that of the block of HTML before it. */
export async function pageScriptFaults(
  ground: Ground,
  block: Block,
  html: string,
): Promise<string[]> {
  const plain = block.language === 'ts' ? stripTypeScriptTypes(wholeOf(block)) : wholeOf(block);
  const code = `${plain.replaceAll(written, ground.serviceUrl)}\ndocument.documentElement.dataset.ran = '';`;
  const url = ground.host.putFile('text/javascript', code);
  const script = `<script type="module" src="${url}"></script>`;
  const { page, faults } = await openHtml(ground, `${html}${script}`);
  const ran = page.locator('html[data-ran]');
  await until(async () => (await ran.count()) > 0, faults);
  if ((await ran.count()) === 0) faults.push('it did not run to its end');
  await page.context().close();
  return faults;
}

/** A page on which every selector of a style sheet may find something. */
const everything = (serviceUrl: string) => `
  <oi-provider service="${serviceUrl}">
    <oi-catalog-browser organ="civil-affairs"></oi-catalog-browser>
    <oi-policy-list></oi-policy-list>
    <oi-policy-card policy-id="elder-care-subsidy-2026"></oi-policy-card>
    <oi-deadline-clock received-on="2026-09-24"></oi-deadline-clock>
    <oi-stamp attribute="open"></oi-stamp>
    <oi-follow kind="topic" subject="养老服务"></oi-follow>
  </oi-provider>`;

/** What of a style sheet has no effect. */
export async function cssFaults(ground: Ground, { code }: Pick<Block, 'code'>): Promise<string[]> {
  const { browser, host, serviceUrl, policy } = ground;
  const loader = `<script type="module" src="${serviceUrl}/embed/loader.js"></script>`;
  const sheet = `<link id="sheet" rel="stylesheet" href="${host.putFile('text/css', code)}">`;
  const url = host.put(
    everything(serviceUrl),
    policy.replaceAll(written, serviceUrl),
    `${loader}${sheet}`,
  );
  const { page, faults } = await open(browser, url);
  await page.locator('oi-catalog-browser [part~="item"]').first().waitFor();
  await page.locator('oi-policy-card [part~="title"]').first().waitFor();
  const found = await page.evaluate((text) => {
    const link = document.querySelector<HTMLLinkElement>('#sheet');
    const said: string[] = [];
    const looks = ['color', 'background-color', 'border-top-color', 'border-radius', 'font'];
    looks.push('min-block-size');
    const look = (): string =>
      [...document.querySelectorAll('oi-provider, oi-provider *')]
        .flatMap((element) => [element, ...(element.shadowRoot?.querySelectorAll('*') ?? [])])
        .map((element) => {
          const style = getComputedStyle(element);
          return looks.map((name) => style.getPropertyValue(name)).join();
        })
        .join('\n');
    const walk = (rules: CSSRuleList): void => {
      for (const rule of rules) {
        if (rule instanceof CSSGroupingRule) walk(rule.cssRules);
        if (!(rule instanceof CSSStyleRule)) continue;
        const light = rule.selectorText.replaceAll(/::part\([^)]*\)/g, '');
        if (!document.querySelector(light)) said.push(`${rule.selectorText} finds nothing`);
        if (rule.style.length === 0) said.push(`${rule.selectorText} says nothing`);
      }
    };
    if (!link?.sheet) return ['it is not read'];
    walk(link.sheet.cssRules);
    const declared = text.match(/^\s*[\w-]+:.*;/gm)?.length ?? 0;
    const kept = link.sheet.cssRules.length;
    if (declared === 0 || kept === 0) said.push('nothing is declared in it');
    const before = look();
    link.disabled = true;
    if (look() === before) said.push('it changes nothing');
    return said;
  }, code);
  await page.context().close();
  return [...found, ...faults];
}
