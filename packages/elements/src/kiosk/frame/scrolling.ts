import type { LitElement, ReactiveController } from 'lit';

/** A page is moved by most of its height, so that a line stays in view. */
const step = 0.8;
/** Browsers round what can be scrolled. */
const slack = 2;

/** Large buttons in the place of a gesture that a hall machine's screen takes badly. */
export class Scrolling implements ReactiveController {
  canUp = false;
  canDown = false;
  /** Higher than wide. */
  isTall = true;
  private readonly host: LitElement;
  private readonly observer: ResizeObserver;
  private stage: HTMLElement | null = null;

  constructor(host: LitElement) {
    this.host = host;
    this.observer = new ResizeObserver(() => requestAnimationFrame(this.measure));
    host.addController(this);
  }

  hostConnected(): void {
    this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    this.stage = null;
  }

  hostUpdated(): void {
    const stage = this.host.renderRoot.querySelector<HTMLElement>('.stage');
    if (stage === this.stage || !stage?.firstElementChild) return;
    this.stage = stage;
    this.observer.observe(stage);
    this.observer.observe(stage.firstElementChild);
  }

  get canMove(): boolean {
    return this.canUp || this.canDown;
  }

  /** @param by pages: 1 down, -1 up */
  move(by: number): void {
    const { stage } = this;
    if (!stage) return;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    stage.scrollBy({ top: by * step * stage.clientHeight, behavior: isCalm ? 'auto' : 'smooth' });
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

  readonly measure = (): void => {
    const { stage, host } = this;
    if (!stage?.isConnected) return;
    const { scrollTop, clientHeight, scrollHeight } = stage;
    const canUp = scrollTop > slack;
    const canDown = scrollTop + clientHeight < scrollHeight - slack;
    const isTall = host.clientHeight > host.clientWidth;
    if (canUp === this.canUp && canDown === this.canDown && isTall === this.isTall) return;
    Object.assign(this, { canUp, canDown, isTall });
    host.requestUpdate();
  };
}
