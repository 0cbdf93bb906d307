import type { PublishedCalendar } from '@open-info/contract/calendar';
import type {
  ApplicantMove,
  RequestKey,
  RequestRules,
  RequestView,
} from '@open-info/contract/requests';
import { getCalendar } from '@open-info/sdk/calendar';
import type { Client } from '@open-info/sdk/client';
import { newIdempotencyKey } from '@open-info/sdk/idempotency';
import {
  downloadAttachment,
  getRequestRules,
  justifyRequest,
  supplementRequest,
  undoRequest,
  withdrawRequest,
} from '@open-info/sdk/requests';
import { attachFile } from '@open-info/sdk/uploads';
import { watchRequest } from '@open-info/sdk/watch';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import type { ServiceTime } from '../../clock-view/service-time.ts';
import { latestValue, LoadController } from '../../controllers/load.ts';
import type { Language } from '../../controllers/terms.ts';
import type { RequestStatusTerms } from '../request-status.terms.ts';
import { AdditionForm, type Addition } from './addition-form.ts';
import { renderCasePage } from './case-page.ts';
import { caseTerms } from './case.terms.ts';
import { Downloads } from '../../controllers/downloads.ts';

export interface OpenCaseOptions {
  client: () => Client;
  time: ServiceTime;
  /** The service took a move of the person. */
  moved: (move: ApplicantMove) => void;
  leave: () => void;
}

/** How the element looks around an open request. */
export interface CaseFrame {
  words: RequestStatusTerms;
  language: Language;
  kiosk: boolean;
  headingLevel: number;
}

/** Moves that take nothing but a yes. */
export type PlainMove = 'undo' | 'withdraw';
type AdditionMove = 'supplement' | 'justify';

const plainMoves = { undo: undoRequest, withdraw: withdrawRequest };
const additions = { supplement: supplementRequest, justify: justifyRequest };

/** 打开的申请: what is on show after number and code were right, and what can be done about it. */
export class OpenCase implements ReactiveController {
  readonly host: LitElement;
  readonly terms = caseTerms;
  view: RequestView | undefined;
  /** A move the person is asked to confirm. */
  confirming: PlainMove | undefined;
  /** The last move that was sent. */
  tried: ApplicantMove | undefined;
  /** The last move the service took. */
  done: ApplicantMove | undefined;
  /** The status that has come since the person looked. */
  news: string | undefined;
  /** Progress cannot be asked for at present. */
  stale = false;
  readonly calendar: LoadController<PublishedCalendar>;
  readonly moving: LoadController<RequestView>;
  readonly addition: AdditionForm;
  readonly downloads: Downloads;
  private readonly rulesLoad: LoadController<RequestRules>;
  private readonly options: OpenCaseOptions;
  private key: RequestKey | undefined;
  private watching: AbortController | undefined;
  /** The same words sent again after a failure are one filing. */
  private attempt: { content: string; key: string } | undefined;

  constructor(host: LitElement, options: OpenCaseOptions) {
    this.host = host;
    this.options = options;
    this.calendar = new LoadController(host);
    this.rulesLoad = new LoadController(host);
    this.moving = new LoadController(host);
    this.addition = new AdditionForm(host, {
      sendFile: async (file, onProgress, signal) =>
        (await attachFile(this.options.client(), file, { onProgress, signal })).token,
      send: (action, addition) => this.add(action, addition),
    });
    this.downloads = new Downloads(host, async (id, signal) => {
      const file = { ...this.needKey(), id };
      return (await downloadAttachment(this.options.client(), file, { signal })).blob;
    });
    host.addController(this);
  }

  hostConnected(): void {
    if (this.view && !this.watching) this.watch();
  }

  hostDisconnected(): void {
    this.watching?.abort();
    this.watching = undefined;
  }

  /** Shows a request that number and code have opened. */
  show(key: RequestKey, view: RequestView): void {
    this.key = key;
    this.take(view);
    const client = this.options.client();
    void this.calendar.run((signal) => getCalendar(client, { signal }));
    this.watch();
  }

  /** Forgets everything: the key, what was read, what was typed. */
  wipe(): void {
    this.hostDisconnected();
    this.view = undefined;
    this.key = undefined;
    this.confirming = undefined;
    this.tried = undefined;
    this.done = undefined;
    this.news = undefined;
    this.stale = false;
    this.attempt = undefined;
    this.moving.clear();
    this.addition.wipe();
    this.downloads.wipe();
  }

  get busy(): boolean {
    return this.moving.current.state === 'loading';
  }

  get today(): string {
    return this.options.time.today;
  }

  /** Whole minutes in which the filing may still be undone; 0 when it is over. */
  get minutesToUndo(): number {
    const { view } = this;
    if (!view?.moves.includes('undo')) return 0;
    return Math.max(0, Math.ceil((Date.parse(view.undoUntil) - this.options.time.now) / 60_000));
  }

  get rules(): RequestRules['uploads'] | undefined {
    return latestValue(this.rulesLoad.current)?.uploads;
  }

  leave(): void {
    this.options.leave();
  }

  confirm(move: PlainMove | undefined): void {
    const before = this.confirming;
    this.confirming = move;
    this.moving.clear();
    this.focusSoon(move === undefined ? `#ask-${before ?? ''}` : `#confirm-${move}`);
  }

  carryOut(move: PlainMove): void {
    this.perform(move, move, (client, key, options) => plainMoves[move](client, key, options));
  }

  render(frame: CaseFrame): TemplateResult | undefined {
    return this.view && renderCasePage(this, this.view, frame);
  }

  private add(action: AdditionMove, addition: Addition): void {
    const content = JSON.stringify([action, addition]);
    this.perform(action, content, (client, key, options) =>
      additions[action](client, { ...key, ...addition }, options),
    );
  }

  private perform(
    move: ApplicantMove,
    content: string,
    send: (
      client: Client,
      key: RequestKey,
      options: { signal: AbortSignal; idempotencyKey: string },
    ) => Promise<RequestView>,
  ): void {
    if (this.busy) return;
    this.tried = move;
    const key = this.needKey();
    if (this.attempt?.content !== content) this.attempt = { content, key: newIdempotencyKey() };
    const { key: idempotencyKey } = this.attempt;
    void this.moving.run(async (signal) => {
      const view = await send(this.options.client(), key, { signal, idempotencyKey });
      if (!signal.aborted) this.succeed(move, view);
      return view;
    });
  }

  private succeed(move: ApplicantMove, view: RequestView): void {
    this.attempt = undefined;
    this.confirming = undefined;
    this.addition.wipe();
    this.take(view);
    this.done = move;
    this.watch();
    this.focusSoon('#done');
    this.options.moved(move);
  }

  private take(view: RequestView): void {
    this.view = view;
    this.options.time.tell(view.asOf);
    const { expected } = view;
    if (expected?.action === 'supplement' || expected?.action === 'justify') this.readRules();
    this.host.requestUpdate();
  }

  private readRules(): void {
    if (this.rulesLoad.current.state !== 'idle') return;
    const client = this.options.client();
    void this.rulesLoad.run((signal) => getRequestRules(client, { signal }));
  }

  /** Follows the request for as long as it is on show; what comes is said, the focus stays. */
  private watch(): void {
    this.watching?.abort();
    const watching = new AbortController();
    this.watching = watching;
    void this.follow(watching.signal);
  }

  private async follow(signal: AbortSignal): Promise<void> {
    const { view } = this;
    const onFailure = (error: unknown): void => {
      this.stale = error !== undefined;
      this.host.requestUpdate();
    };
    try {
      const views = watchRequest(this.options.client(), this.needKey(), {
        signal,
        view,
        onFailure,
      });
      for await (const newer of views) {
        if (signal.aborted) return;
        if (newer.status !== this.view?.status) this.news = newer.status;
        this.take(newer);
      }
    } catch {
      if (!signal.aborted) onFailure(true);
    }
  }

  private needKey(): RequestKey {
    if (!this.key) throw new Error('No request is open.');
    return this.key;
  }

  private focusSoon(selector: string): void {
    this.host.requestUpdate();
    void this.host.updateComplete.then(() =>
      this.host.renderRoot.querySelector<HTMLElement>(selector)?.focus(),
    );
  }
}
