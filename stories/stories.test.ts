import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, describe, it } from 'node:test';
import type { AxeResults, RunOptions } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../scripts/lib/playwright.mjs';
import { serveFolder } from '../scripts/lib/static-server.mjs';
import { states, withoutState, type State } from './lib/states.ts';
import {
  built,
  elementOf,
  entriesOfBuild,
  faultOf,
  openContext,
  openStory,
  troublesOf,
  turnTo,
  unroll,
  type StoryEntry,
  type StoryGlobals,
} from './testing/gallery.ts';
import { compare, openLightTable } from './testing/light-table.ts';
import {
  differences,
  dropPicture,
  keepDifference,
  keepMadeWith,
  kebab,
  keepPicture,
  majorOf,
  measureMachine,
  pictureName,
  pictureNames,
  readMadeWith,
  readPicture,
  takePicture,
  isTolerated,
  views,
  type View,
} from './testing/pictures.ts';

/** `renew`: write the pictures that differ, look at nothing else. */
const isRenewing = process.env.OPEN_INFO_PICTURES === 'renew';
const howToRenew = 'If it is meant to look so, run "npm run storybook -- pictures" and commit.';

const stories = entriesOfBuild().filter(({ type }) => type === 'story');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const server = await serveFolder(built);
const browser = await launchChromium();
const version = browser.version();
const madeWith = readMadeWith();
rmSync(differences, { recursive: true, force: true });

/** Until the first pictures are reviewed there is nothing to compare with; afterwards none may be missing. */
const arePicturesLookedAt = isRenewing || madeWith !== undefined;

/** One story at a time is looked at in each; they share nothing but the browser. */
interface Room {
  context: BrowserContext;
  table: Page;
}
async function furnish(): Promise<Room> {
  const context = await openContext(browser);
  return { context, table: await openLightTable(await browser.newContext()) };
}
const rooms = await Promise.all([furnish(), furnish()]);

after(async () => {
  await browser.close();
  await server.close();
});

/** What a story looks like beside being read aloud: these change with mode and colour scheme. */
const ofLooks: RunOptions = { runOnly: ['color-contrast', 'target-size'] };
const ofEverything: RunOptions = {
  // A story is a part of a page: what only a whole page can have is not asked.
  rules: { region: { enabled: false }, 'target-size': { enabled: true } },
};

/** Guidance shows an element twice, side by side: whatever it names is there twice. */
const except = (story: StoryEntry, options: RunOptions): RunOptions =>
  story.title.includes('Guidance') && options.rules
    ? { rules: { ...options.rules, 'landmark-unique': { enabled: false } } }
    : options;

async function check(page: Page, where: string, options: RunOptions): Promise<void> {
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (chosen) =>
      (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(
        '#storybook-root',
        chosen,
      ),
    { ...options, resultTypes: ['violations'] },
  );
  const explained = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) =>
      [`${where}: ${id}: ${help}`, JSON.stringify(target), failureSummary].join('\n  '),
    ),
  );
  assert.equal(explained.join('\n'), '');
}

/** A step of the walk through the modes: what the toolbars are set to, what is asked, what is kept. */
interface Step extends Pick<StoryGlobals, 'mode' | 'scheme' | 'language'> {
  width: number;
  rules: RunOptions;
  view?: View;
}

const viewOf = (name: View['name']) => views.find((view) => view.name === name) as View;

/**
 * Every mode with every colour scheme and language at least once, pairwise, and every rule in every
 * mode; contrast and size of targets in all modes light and dark.
 */
const walk: readonly Step[] = [
  {
    ...{ mode: 'standard', scheme: 'light', language: 'zh-CN', width: 1280 },
    ...{ rules: ofEverything, view: viewOf('wide') },
  },
  {
    ...{ mode: 'standard', scheme: 'light', language: 'zh-CN', width: 390 },
    ...{ rules: ofLooks, view: viewOf('phone') },
  },
  {
    ...{ mode: 'elder', scheme: 'light', language: 'zh-CN', width: 390 },
    ...{ rules: ofLooks, view: viewOf('elder') },
  },
  {
    ...{ mode: 'kiosk', scheme: 'light', language: 'zh-CN', width: 1080 },
    ...{ rules: ofLooks, view: viewOf('kiosk') },
  },
  { mode: 'kiosk', scheme: 'dark', language: 'en', width: 1080, rules: ofEverything },
  { mode: 'elder', scheme: 'dark', language: 'en', width: 390, rules: ofEverything },
  { mode: 'standard', scheme: 'light', language: 'en', width: 390, rules: ofEverything },
  { mode: 'standard', scheme: 'dark', language: 'zh-CN', width: 1280, rules: ofLooks },
];

/** Compares a picture of a story with the reviewed one; says what differs, or nothing. */
async function differs(table: Page, name: string, now: Buffer): Promise<string> {
  const before = readPicture(name);
  if (before?.equals(now)) return '';
  const found = before && (await compare(table, before, now));
  if (found && isTolerated(found)) return '';
  if (isRenewing) {
    keepPicture(name, now);
    return '';
  }
  if (!found) return `stories/pictures/${name} is missing. ${howToRenew}`;
  const other = madeWith?.chromium === majorOf(version) ? '' : ofOtherChromium();
  return `${name}: ${found.pixels} pixels differ; see ${keepDifference(name, found.picture)}${other}`;
}

const ofOtherChromium = () =>
  `\n  (drawn by Chromium ${version}; the pictures are of Chromium ${madeWith?.chromium ?? '?'})`;

async function look(room: Room, story: StoryEntry): Promise<void> {
  const page = await room.context.newPage();
  try {
    const troubles = troublesOf(page, server.url);
    await openStory(page, server.url, story.id);
    assert.deepEqual(await faultOf(page), []);
    await page.addScriptTag({ path: axe });
    await page.addStyleTag({ content: 'html { caret-color: transparent; }' });
    const unlike: string[] = [];
    for (const { width, rules, view, ...globals } of walk) {
      if (isRenewing && !view) continue;
      await turnTo(page, globals);
      const height = await unroll(page, width, globals.mode === 'kiosk' ? 1920 : 800);
      if (view && arePicturesLookedAt) {
        const picture = await takePicture(page, view, height);
        unlike.push(await differs(room.table, pictureName(story, view), picture));
      }
      if (!isRenewing) await check(page, Object.values(globals).join(', '), except(story, rules));
    }
    assert.deepEqual(troubles, []);
    const said = unlike.filter(Boolean);
    assert.equal(said.join('\n'), '', `${said.join('\n')}\n${howToRenew}`);
  } finally {
    await page.close();
  }
}

describe('the gallery', () => {
  it('has every state of every element', () => {
    const elements = new Set(stories.map(elementOf).filter((name) => name !== undefined));
    assert.ok(elements.size >= 12, `only ${elements.size} elements have stories`);
    const missing = [...elements].flatMap((element) => {
      const told = stories.filter((story) => elementOf(story) === element);
      const names = new Set(told.map(({ exportName }) => exportName));
      const excused = withoutState[element] ?? {};
      return states
        .filter((state: State) => !names.has(state) && excused[state] === undefined)
        .map((state) => `${element} ${state}`);
    });
    assert.deepEqual(missing, []);
  });

  it('has a page of guidance for every element', () => {
    const told = stories.filter(({ title }) => title.includes('Guidance'));
    const guided = new Set(told.map(({ exportName }) => `oi-${kebab(exportName)}`));
    const elements = new Set(stories.map(elementOf).filter((name) => name !== undefined));
    assert.deepEqual(
      [...elements].filter((element) => !guided.has(element)),
      [],
    );
  });

  const skip = arePicturesLookedAt ? false : `there are no reviewed pictures yet. ${howToRenew}`;

  it('is drawn with the fonts of its pictures', { skip }, async () => {
    const page = await rooms[0].context.newPage();
    await openStory(page, server.url, stories[0]?.id ?? '');
    const machine = await measureMachine(page, version);
    await page.close();
    if (isRenewing) {
      keepMadeWith(machine);
      return;
    }
    assert.ok(madeWith);
    assert.deepEqual(
      [machine.fonts, machine.width],
      [madeWith.fonts, madeWith.width],
      'This machine draws other letters than those of the pictures. Install fonts-noto-cjk of Debian 12 (docs/storybook.md).',
    );
  });

  it('keeps no picture of what is no more', { skip }, () => {
    const wanted = new Set(
      stories.flatMap((story) => views.map((view) => pictureName(story, view))),
    );
    const left = pictureNames().filter((name) => !wanted.has(name));
    if (isRenewing) left.forEach(dropPicture);
    else assert.deepEqual(left, [], howToRenew);
  });
});

describe('stories', { concurrency: rooms.length }, () => {
  const free = [...rooms];
  for (const story of stories) {
    it(`${story.title} › ${story.name}`, async () => {
      const room = free.pop();
      if (!room) throw new Error('more stories at once than rooms');
      try {
        await look(room, story);
      } finally {
        free.push(room);
      }
    });
  }
});
