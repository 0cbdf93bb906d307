import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { AxeResults, RunOptions } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../scripts/lib/playwright.mjs';
import { serveFolder } from '../scripts/lib/static-server.mjs';
import { states, withoutState, type State } from './lib/states.ts';
import {
  built,
  dress,
  elementOf,
  entriesOfBuild,
  faultOf,
  languageOf,
  leafTo,
  moving,
  openContext,
  openStory,
  sideways,
  troublesOf,
  turnTo,
  unfold,
  unroll,
  type StoryEntry,
} from './testing/gallery.ts';
import { compare, openLightTable } from './testing/light-table.ts';
import {
  differences,
  dropPicture,
  isTolerated,
  keepDifference,
  keepMadeWith,
  keepPicture,
  kebab,
  majorOf,
  measureMachine,
  mostBytes,
  pictureName,
  pictureNames,
  readMadeWith,
  readPicture,
  sizeOfPictures,
  takePicture,
  viewsOf,
  type View,
} from './testing/pictures.ts';
import { isInPlaceOf, nameOf, unfolded, walkOf, type Step } from './testing/walk.ts';

/** `renew`: write the pictures that differ, look at nothing else. */
const isRenewing = process.env.OPEN_INFO_PICTURES === 'renew';
const howToRenew = 'If it is meant to look so, run "npm run storybook -- pictures" and commit.';

const stories = entriesOfBuild().filter(({ type }) => type === 'story');
/** Milliseconds before a picture is taken, and taken again as long as it is not alike. */
const pauses = [0, 500, 1500];
/** What a page is opened with before it is leafed through. */
const cover = stories.find(({ title }) => title.includes('oi-provider')) as StoryEntry;
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const server = await serveFolder(built);
const browser = await launchChromium();
const version = browser.version();
const madeWith = readMadeWith();
rmSync(differences, { recursive: true, force: true });

/** One story at a time is looked at in each; they share nothing but the browser. */
interface Room {
  context: BrowserContext;
  table: Page;
  /** The page that is leafed through; none after a story that went wrong. */
  open?: { page: Page; troubles: string[] } | undefined;
}
async function furnish(): Promise<Room> {
  const context = await openContext(browser);
  return { context, table: await openLightTable(await browser.newContext()) };
}
// Much of the time is waiting for what is to stay still: three keep two processors busy.
const rooms = await Promise.all([furnish(), furnish(), furnish()]);

after(async () => {
  await browser.close();
  await server.close();
});

/** Shows a story, on the page of the one before where there is one. */
async function show(room: Room, { id }: StoryEntry): Promise<NonNullable<Room['open']>> {
  if (room.open) {
    const { page } = room.open;
    // A story is played in the language that pages begin with.
    if ((await languageOf(page)) !== 'zh-CN') await turnTo(page, { language: 'zh-CN' });
    await leafTo(page, id);
    return room.open;
  }
  const page = await room.context.newPage();
  room.open = { page, troubles: troublesOf(page, server.url) };
  // Whoever has used a key sees where the focus is; a story may come after one that used none.
  await openStory(page, server.url, cover.id);
  await page.keyboard.press('F8');
  await page.addScriptTag({ path: axe });
  await leafTo(page, id);
  return room.open;
}

async function leave(room: Room): Promise<void> {
  const { page } = room.open ?? {};
  room.open = undefined;
  await page?.close();
}

const machine = await (async () => {
  const { page } = await show(rooms[0], cover);
  const measured = await measureMachine(page, version);
  await leave(rooms[0]);
  return measured;
})();
if (isRenewing) keepMadeWith(machine);

/** Why no pictures are compared; nothing when they are. Where they are, none may be missing. */
const withoutPictures = ((): string | undefined => {
  if (isRenewing) return undefined;
  if (!madeWith) return `there are no reviewed pictures yet. ${howToRenew}`;
  const isSame = machine.fonts === madeWith.fonts && machine.width === madeWith.width;
  if (isSame) return undefined;
  return (
    `the pictures are drawn with ${madeWith.fonts}, and this machine has ` +
    `${machine.fonts} (${machine.width} px instead of ${madeWith.width}). ` +
    'Install fonts-noto-cjk of Debian 12 to compare them (docs/storybook.md).'
  );
})();

/** Guidance shows an element twice, side by side: whatever it names is there twice. */
const except = (story: StoryEntry, options: RunOptions): RunOptions =>
  story.title.includes('Guidance') && options.rules
    ? { rules: { ...options.rules, 'landmark-unique': { enabled: false } } }
    : options;

/** What axe finds against the story, explained; nothing when all is well. */
async function violationsOf(page: Page, options: RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (chosen) =>
      (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(
        '#storybook-root',
        chosen,
      ),
    { ...options, resultTypes: ['violations'] },
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) =>
      [`${id}: ${help}`, JSON.stringify(target), failureSummary].join('\n  '),
    ),
  );
}

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

/** Sets page and window as a step wants them. */
async function goTo(page: Page, step: Step, before: Step | undefined): Promise<void> {
  const { mode, scheme, language, theme, direction, width, isForced = false } = step;
  if (language !== before?.language) await turnTo(page, { language });
  await dress(page, { mode, scheme, theme, direction });
  if (isForced !== (before?.isForced ?? false)) {
    await page.emulateMedia({ forcedColors: isForced ? 'active' : 'none' });
  }
  if (!isInPlaceOf(step, before)) await unroll(page, width, mode === 'kiosk' ? 1920 : 800);
}

/** What is wrong with a story as a step shows it: what does not fit, what moves, what axe says. */
async function check(page: Page, step: Step, story: StoryEntry): Promise<string[]> {
  const tooWide = await sideways(page);
  return [
    ...(tooWide > 0 ? [`scrolls sideways by ${tooWide} px`] : []),
    ...(await moving(page)).map((name) => `${name} moves`),
    ...(step.rules ? await violationsOf(page, except(story, step.rules)) : []),
  ];
}

/** Looks at a story until it is like its picture: on a slow machine it may not have come to rest. */
async function lookAlike(page: Page, table: Page, story: StoryEntry, view: View): Promise<string> {
  const name = pictureName(story, view);
  let unlike = '';
  for (const pause of pauses) {
    await delay(pause);
    unlike = await differs(table, name, await takePicture(page, view));
    if (unlike === '') break;
  }
  return unlike;
}

async function look(room: Room, story: StoryEntry, place: number): Promise<void> {
  const { page, troubles } = await show(room, story);
  const faults: string[] = [...(await faultOf(page))];
  const unlike: string[] = [];
  let before: Step | undefined;
  for (const step of walkOf(story, place)) {
    if (isRenewing && !step.view) continue;
    await goTo(page, step, before);
    before = step;
    if (step.view && withoutPictures === undefined) {
      unlike.push(await lookAlike(page, room.table, story, step.view));
    }
    if (isRenewing) continue;
    const found = await check(page, step, story);
    faults.push(...found.map((fault) => `${nameOf(step)}: ${fault}`));
  }
  if (!isRenewing && (await unfold(page)) > 0) {
    const found = await check(page, unfolded, story);
    faults.push(...found.map((fault) => `all opened, ${nameOf(unfolded)}: ${fault}`));
  }
  assert.deepEqual([...faults, ...troubles], []);
  const said = unlike.filter(Boolean);
  assert.equal(said.join('\n'), '', `${said.join('\n')}\n${howToRenew}`);
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

  const skip = withoutPictures ?? false;

  it('is drawn with the fonts of its pictures', { skip }, () => {
    assert.equal(machine.fonts, readMadeWith()?.fonts);
  });

  it('keeps no picture of what is no more', { skip }, () => {
    const wanted = new Set(
      stories.flatMap((story) => viewsOf(story).map((view) => pictureName(story, view))),
    );
    const left = pictureNames().filter((name) => !wanted.has(name));
    if (isRenewing) left.forEach(dropPicture);
    else assert.deepEqual(left, [], howToRenew);
  });

  it('keeps its pictures small', { skip }, () => {
    const bytes = sizeOfPictures();
    assert.ok(bytes < mostBytes, `the pictures weigh ${bytes} bytes, at most ${mostBytes}`);
  });
});

// Each room has its own stories in their order, whichever is faster: what comes before one stays the same.
describe('stories', { concurrency: rooms.length }, () => {
  const share = Math.ceil(stories.length / rooms.length);
  for (const [number, room] of rooms.entries()) {
    describe(`room ${number + 1}`, { concurrency: 1 }, () => {
      const first = number * share;
      for (const [index, story] of stories.slice(first, first + share).entries()) {
        it(`${story.title} › ${story.name}`, async () => {
          try {
            await look(room, story, first + index);
          } catch (error) {
            // Whatever went wrong is not handed on to the next story.
            await leave(room);
            throw error;
          }
        });
      }
    });
  }
});
