import { svg, type SVGTemplateResult } from 'lit';

const icon = (path: string): SVGTemplateResult =>
  svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;

/** Decoration only: each stands beside a word that says the same. */
export const icons = {
  search: icon('M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20 20'),
  close: icon('M6 6l12 12M18 6 6 18'),
  filter: icon('M4 7h16M7 12h10M10 17h4'),
  back: icon('M14.5 5.5 8 12l6.5 6.5'),
  next: icon('M9.5 5.5 16 12l-6.5 6.5'),
  print: icon('M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z'),
  download: icon('M12 4v11M7.5 11 12 15.5 16.5 11M5 20h14'),
  sound: icon('M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11'),
  pause: icon('M8.5 5v14M15.5 5v14'),
  play: icon('M8.5 5.5v13L19 12z'),
  copy: icon('M9 8h11v12H9zM15 8V4H4v12h5'),
  qr: icon('M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2z'),
  out: icon('M14 4h6v6M20 4l-9 9M18 14v6H4V6h6'),
};
