import type { LitElement, ReactiveController } from 'lit';

/** Degrees of smallness, first with the explanation, then without. */
const degrees = ['0', '1', '2', '3'].map((fit) => ({ fit, isBrief: false }));
const attempts = [...degrees, ...degrees.map(({ fit }) => ({ fit, isBrief: true }))];
/** Lines a title may have, and title and text together: more is not taken in while it is on show. */
const most = { title: 3, together: 6 };
/** How many times as wide as high a screen is: wide from here, tall up to there, square between. */
const shapes = { wide: 1.25, tall: 0.8 };

/**
 * Makes each page fit its place whole: says whether the screen is wide, tall or square, and takes a step
 * smaller until nothing is cut off. Stands in for container queries, which the floor lacks.
 */
export class Fitting implements ReactiveController {
  private readonly host: LitElement;
  private readonly observer: ResizeObserver;

  constructor(host: LitElement) {
    this.host = host;
    this.observer = new ResizeObserver(() => requestAnimationFrame(this.fit));
    host.addController(this);
  }

  hostConnected(): void {
    this.observer.observe(this.host);
  }

  hostUpdated(): void {
    this.fit();
  }

  hostDisconnected(): void {
    this.observer.disconnect();
  }

  private readonly fit = (): void => {
    const root = this.host.renderRoot;
    const hall = root.querySelector<HTMLElement>('.hall');
    const stage = root.querySelector<HTMLElement>('.stage');
    const slide = stage?.querySelector<HTMLElement>('.slide');
    if (!hall || !stage || !slide) return;
    const { clientWidth, clientHeight } = hall;
    const ratio = clientWidth / clientHeight;
    hall.dataset.shape = ratio > shapes.wide ? 'wide' : ratio < shapes.tall ? 'tall' : 'square';
    for (const { fit, isBrief } of attempts) {
      slide.dataset.fit = fit;
      slide.toggleAttribute('data-brief', isBrief);
      if (fits(stage, slide)) return;
    }
  };
}

function fits(stage: HTMLElement, slide: HTMLElement): boolean {
  if (stage.scrollHeight > stage.clientHeight || slide.scrollWidth > slide.clientWidth)
    return false;
  const title = linesOf(slide.querySelector('.slide-title'));
  return (
    title <= most.title && title + linesOf(slide.querySelector('.slide-text')) <= most.together
  );
}

function linesOf(text: Element | null): number {
  if (!text) return 0;
  return Math.round(text.clientHeight / parseFloat(getComputedStyle(text).lineHeight));
}
