import { svg, type SVGTemplateResult } from 'lit';

/** Decoration only: each stands beside a word that says the same. What a bundle does not use it leaves out. */
const icon = (path: string): SVGTemplateResult =>
  svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;

export const search = /* @__PURE__ */ icon(
  'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20 20',
);
export const close = /* @__PURE__ */ icon('M6 6l12 12M18 6 6 18');
export const filter = /* @__PURE__ */ icon('M4 7h16M7 12h10M10 17h4');
export const back = /* @__PURE__ */ icon('M14.5 5.5 8 12l6.5 6.5');
export const next = /* @__PURE__ */ icon('M9.5 5.5 16 12l-6.5 6.5');
export const print = /* @__PURE__ */ icon('M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z');
export const download = /* @__PURE__ */ icon('M12 4v11M7.5 11 12 15.5 16.5 11M5 20h14');
export const sound = /* @__PURE__ */ icon(
  'M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11',
);
export const pause = /* @__PURE__ */ icon('M8.5 5v14M15.5 5v14');
export const play = /* @__PURE__ */ icon('M8.5 5.5v13L19 12z');
export const copy = /* @__PURE__ */ icon('M9 8h11v12H9zM15 8V4H4v12h5');
export const qr = /* @__PURE__ */ icon(
  'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2z',
);
export const out = /* @__PURE__ */ icon('M14 4h6v6M20 4l-9 9M18 14v6H4V6h6');
