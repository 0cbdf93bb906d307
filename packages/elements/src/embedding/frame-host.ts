/*
 * For a page that frames one of our elements and may run a script: makes each
 * `<iframe data-oi-frame>` as high as what it shows. A frame is believed about its own height only.
 */

/** Pixels; more than any of our elements needs. */
const highest = 100_000;

window.addEventListener('message', ({ data, source, origin }: MessageEvent<unknown>) => {
  const { type, height } = (data ?? {}) as { type?: unknown; height?: unknown };
  if (type !== 'oi-frame-height' || typeof height !== 'number') return;
  if (!(height > 0 && height < highest)) return;
  document.querySelectorAll<HTMLIFrameElement>('iframe[data-oi-frame]').forEach((frame) => {
    if (frame.contentWindow !== source || new URL(frame.src).origin !== origin) return;
    frame.style.height = `${Math.ceil(height)}px`;
  });
});

export {};
