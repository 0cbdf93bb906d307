import type { Client } from '@open-info/sdk/client';
import { nothing, type LitElement, type TemplateResult } from 'lit';
import { countdownSeconds, IdleController } from '../../controllers/idle.ts';
import { LoadController } from '../../controllers/load.ts';
import {
  leaveHandOff,
  renderArrival,
  renderHallMoves,
  renderHandOff,
  renderIdle,
  renderLeave,
  takeHandOff,
  type HandOff,
} from './hall-parts.ts';
import { hallStyles } from './hall.styles.ts';
import { hallTerms, type HallTerms } from './hall.terms.ts';
import type { Speech } from '../speech.ts';
import type { Writing, Written } from '../writing.ts';

export interface HallOptions extends Speech {
  writing: Writing;
  client: () => Client;
  /** Address of the page a phone opens. */
  page: () => string;
  /** A form has arrived on this device. */
  arrived: (written: Written) => void;
  /** Something was typed that nobody else may find. */
  isUsed: () => boolean;
  idleSeconds: () => number;
  wipe: () => void;
}

/** 大厅屏 and phone: the wipe, and a half-filled form on its way between the two (扫码续填). */
export class Hall {
  private readonly host: LitElement;
  private readonly options: HallOptions;
  private readonly leaving: LoadController<HandOff>;
  private readonly arrival: LoadController<Written>;
  private readonly idle: IdleController;

  constructor(host: LitElement, options: HallOptions) {
    this.host = host;
    this.options = options;
    this.leaving = new LoadController(host, (load) => {
      if (load.state === 'ready') void this.focusOn('#hand-off-title');
    });
    this.arrival = new LoadController(host, (load) => {
      if (load.state === 'ready') options.arrived(load.value);
    });
    this.idle = new IdleController(host, {
      active: options.isUsed,
      quietSeconds: options.idleSeconds,
      expired: options.wipe,
    });
    options.style(hallStyles);
  }

  /** Takes the form that was scanned from a hall screen. A key opens once: there is no second try. */
  arrive(fragment: string): void {
    void this.arrival.run(() => takeHandOff(this.options.client(), fragment));
  }

  clear(): void {
    this.leaving.clear();
    this.arrival.clear();
  }

  get hint(): string {
    return this.words.kioskHint;
  }

  renderMoves(): TemplateResult {
    return renderHallMoves(this.words, {
      state: this.leaving.current.state,
      leave: () => this.leave(),
      wipe: this.options.wipe,
    });
  }

  /** The way out once the request is filed. */
  renderLeave(): TemplateResult {
    return renderLeave(this.words, this.options.wipe);
  }

  /** The code to scan in place of the form; undefined until somebody asks for it. */
  renderHandOff(): TemplateResult | undefined {
    const { current } = this.leaving;
    if (current.state !== 'ready') return undefined;
    const moves = { wipe: this.options.wipe, back: () => this.leaving.clear() };
    return renderHandOff(this.words, current.value, moves);
  }

  renderArrival(): unknown {
    return renderArrival(this.words, this.arrival.current.state);
  }

  renderIdle(): unknown {
    const { left } = this.idle;
    if (left === undefined) return nothing;
    if (left === countdownSeconds) void this.focusOn('#idle-stay');
    return renderIdle(this.words, left);
  }

  private get words(): HallTerms {
    return this.options.words(hallTerms);
  }

  private leave(): void {
    const { writing, client, page } = this.options;
    void this.leaving.run((signal) => leaveHandOff(client(), writing.now, page(), signal));
  }

  private async focusOn(selector: string): Promise<void> {
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
