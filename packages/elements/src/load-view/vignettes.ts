import { svg, type SVGTemplateResult } from 'lit';
import type { FailureCause } from '../base/failure.ts';

/**
 * Small drawings for what cannot be shown, all of one line and one size. Decoration only: the words beside
 * them say the same. They are part of every bundle, because the one that is wanted when the network is
 * away could not be fetched then.
 */
const vignette = (path: string): SVGTemplateResult =>
  svg`<svg class="vignette no-print" viewBox="0 0 48 48" aria-hidden="true"><path d=${path}></path></svg>`;

/** An empty tray: there is nothing here yet. */
export const emptyTray = /* @__PURE__ */ vignette('M9 11h24l7 15v12H2V26zM2 26h11l3 5h10l3-5h11');
/** A plug out of its socket: nothing comes through. */
export const unplugged = /* @__PURE__ */ vignette(
  'M2 24h8M10 16h5a8 8 0 0 1 0 16h-5zM22 20h6M22 28h6M46 24h-6M40 15v18h-5V15z',
);
/** A sheet under a glass: it was looked for and not found. */
export const notFound = /* @__PURE__ */ vignette(
  'M18 43H3V5h18l8 8v10M21 5v8h8M9 20h12M9 27h7M26 27a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM31 39l6 5',
);
/** 禁止通行: no entry, for what is refused. */
export const noEntry = /* @__PURE__ */ vignette(
  'M20 6a18 18 0 1 0 0 36 18 18 0 0 0 0-36zM10 21h20v6H10z',
);

const causes: Partial<Record<FailureCause, SVGTemplateResult>> = {
  gone: notFound,
  refused: noEntry,
};

/** What is drawn beside the words of a failure: where nothing else is meant, nothing comes through. */
export const vignetteOf = (cause: FailureCause): SVGTemplateResult => causes[cause] ?? unplugged;
