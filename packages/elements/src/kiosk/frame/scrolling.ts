import type { LitElement, ReactiveController } from 'lit';

/** A page is moved by most of its height, so that a line stays in view. */
const step = 0.8;
/** Milliseconds a movement takes at most; who presses again before goes on from where it leads. */
const movement = 600;

/** Large buttons in the place of a gesture that a hall machine's screen takes badly. */
export class Scrolling implements ReactiveController {
  canUp = false;
  canDown = false;
  /** Higher than wide. */
  isTall = true;
  private readonly host: LitElement;
  private readonly shape: ResizeObserver;
  /** Sees both ends of the content; watching its size would be told too late of what grows inside. */
  private ends: IntersectionObserver | undefined;
  private stage: HTMLElement | null = null;
  private aim = { top: 0, until: 0 };

  constructor(host: LitElement) {
    this.host = host;
    this.shape = new ResizeObserver(() => requestAnimationFrame(this.measure));
    host.addController(this);
  }

  hostConnected(): void {
    this.shape.observe(this.host);
  }

  hostDisconnected(): void {
    this.shape.disconnect();
    this.ends?.disconnect();
    this.stage = null;
  }

  hostUpdated(): void {
    const stage = this.host.renderRoot.querySelector<HTMLElement>('.stage');
    if (stage === this.stage || !stage || !this.host.isConnected) return;
    this.stage = stage;
    this.ends?.disconnect();
    // Browsers round what can be scrolled.
    this.ends = new IntersectionObserver(this.see, { root: stage, rootMargin: '2px' });
    for (const end of stage.querySelectorAll('.end')) this.ends.observe(end);
  }

  get canMove(): boolean {
    return this.canUp || this.canDown;
  }

  /** @param by pages: 1 down, -1 up */
  move(by: number): void {
    const { stage } = this;
    if (!stage) return;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const now = performance.now();
    const from = now < this.aim.until ? this.aim.top : stage.scrollTop;
    const most = stage.scrollHeight - stage.clientHeight;
    const top = Math.min(most, Math.max(0, from + by * step * stage.clientHeight));
    this.aim = { top, until: now + movement };
    stage.scrollTo({ top, behavior: isCalm ? 'auto' : 'smooth' });
  }

  toTop(): void {
    this.stage?.scrollTo({ top: 0 });
  }

  /** Brings a field into sight that the keyboard has left less room for. */
  show(field: Element): void {
    const { stage } = this;
    if (!stage) return;
    const { top, bottom, height } = field.getBoundingClientRect();
    const seen = stage.getBoundingClientRect();
    if (top >= seen.top && bottom + height / 2 <= seen.bottom) return;
    stage.scrollTop += top - seen.top - Math.max(0, seen.height - height) / 4;
  }

  private readonly see = (entries: readonly IntersectionObserverEntry[]): void => {
    for (const { target, isIntersecting } of entries) {
      if (target.matches('.end:first-child')) this.canUp = !isIntersecting;
      else this.canDown = !isIntersecting;
    }
    this.host.requestUpdate();
  };

  private readonly measure = (): void => {
    const { clientWidth, clientHeight } = this.host;
    const isTall = clientHeight > clientWidth;
    if (isTall === this.isTall) return;
    this.isTall = isTall;
    this.host.requestUpdate();
  };
}
