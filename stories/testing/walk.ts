import type { RunOptions } from 'axe-core';
import type { StoryEntry, StoryGlobals } from './gallery.ts';
import { views, viewsOf, type View } from './pictures.ts';

/** Every rule. A story is a part of a page: what only a whole page can have is not asked. */
export const ofEverything: RunOptions = {
  rules: { region: { enabled: false }, 'target-size': { enabled: true } },
};

/** What colours alone can break; nothing else changes with scheme and theme. */
export const ofColours: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** A step of the walk: what the toolbars are set to, what is asked, what picture is taken. */
export interface Step extends StoryGlobals {
  width: number;
  /** What axe is asked; nothing where only the width is new. */
  rules?: RunOptions | undefined;
  view?: View;
  /** The person's own few colours instead of ours. */
  isForced?: boolean;
}

const usual: StoryGlobals = {
  ...{ mode: 'standard', scheme: 'light', language: 'zh-CN' },
  ...{ theme: 'neutral', direction: 'ltr' },
};

const step = (given: Partial<Step>): Step => ({
  ...{ ...usual, width: 1280, rules: ofEverything },
  ...given,
});

const viewOf = (name: View['name']) => views.find((view) => view.name === name) as View;

/** The same again in the other colours: nothing is drawn anew for it. */
const andIn = (one: Step, other: Partial<StoryGlobals>): Step[] => {
  const { view, ...seen } = one;
  return [one, { ...seen, ...other, rules: ofColours }];
};

const dark = { scheme: 'dark' } as const;
const light = { scheme: 'light' } as const;

const inChinese: readonly Step[] = [
  ...andIn(step({ view: viewOf('wide') }), dark),
  ...andIn(step({ mode: 'elder', width: 390, view: viewOf('elder') }), dark),
  ...andIn(step({ mode: 'kiosk', width: 1080, view: viewOf('kiosk') }), dark),
];

const inEnglish = [
  ...andIn(step({ width: 390, ...dark, view: viewOf('phone') }), light),
  ...andIn(step({ mode: 'elder', width: 768, ...dark }), light),
  ...andIn(step({ mode: 'kiosk', width: 1080, ...dark }), light),
].map((one): Step => ({ ...one, language: 'en' }));

/** As Windows draws pages for who needs contrast above all; where the story has a picture of it. */
const inForcedColours: Step = {
  ...step({ rules: undefined, view: viewOf('forced') }),
  isForced: true,
};

const themes = ['blue', 'red', 'contrast', 'host'];

/** One theme for each story in turn, in one mode: the other modes have the same colours. */
const inTheme = (place: number): Step[] =>
  [light, dark].map((scheme) =>
    step({
      ...{ language: 'en', width: 390, rules: ofColours },
      ...{ theme: themes[place % themes.length] ?? 'neutral', ...scheme },
    }),
  );

/** A phone of 320 px, which is also a desktop of 1280 px at 400 %: nothing may scroll sideways. */
const narrow = [
  step({ language: 'en', mode: 'elder', direction: 'rtl' }),
  step({ language: 'en' }),
  step({ mode: 'elder' }),
  step({}),
].map((one): Step => ({ ...one, width: 320, rules: undefined }));

/**
 * How the story at this place is looked at: mode, colour scheme and language in all twelve
 * combinations, every rule in six of them, which have every mode in both languages and both
 * schemes, and what colours can break in the other six. Then a theme, and the narrowest phone.
 * Pictures come first, so that where only pictures are taken a story has gone through the same. The
 * language changes as seldom as can be, for then a story is drawn anew; it ends as it began.
 */
export function walkOf(story: StoryEntry, place: number): readonly Step[] {
  const isShownForced = viewsOf(story).some(({ name }) => name === 'forced');
  return [
    ...(isShownForced ? [inForcedColours] : []),
    ...inChinese,
    ...inEnglish,
    ...inTheme(place),
    ...narrow,
  ];
}

/** How a story is looked at once more when all that opens has been opened. */
export const unfolded: Step = step({ width: 320 });

/** Whether a step shows a story in the same place as another: only colours may differ. */
export const isInPlaceOf = (one: Step, other: Step | undefined): boolean =>
  (['mode', 'language', 'direction', 'width'] as const).every(
    (name) => one[name] === other?.[name],
  );

export const nameOf = ({ mode, scheme, language, theme, direction, width }: Step): string =>
  [mode, scheme, language, theme, direction, width].join(', ');
