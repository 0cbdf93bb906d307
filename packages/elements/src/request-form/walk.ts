import type { LitElement } from 'lit';
import { unfoldFaults } from '../base/folded.ts';
import { stepOf, steps, type Entry, type Filing, type Step } from './entry.ts';
import type { FilesFault, FormFault, faultsAt } from './parts/faults.ts';
import { RequestFormStepEvent } from './request-form.events.ts';
import type { Writing } from './writing.ts';

export interface WalkOptions {
  writing: Writing;
  /** What keeps the files from going along. */
  fileFault: () => FilesFault | undefined;
  /** What checks the steps, once it is there; before, nobody goes on. */
  checks: () => { faultsAt: typeof faultsAt } | undefined;
  /** What the page, not the person, says of the request. */
  filing: () => Filing;
}

/** The way through the steps: what keeps a person on one, and where the focus goes. */
export class Walk {
  /** What is wrong with the present step, as far as it was asked for. */
  faults: readonly FormFault[] = [];
  private readonly host: LitElement;
  private readonly options: WalkOptions;

  constructor(host: LitElement, options: WalkOptions) {
    this.host = host;
    this.options = options;
  }

  get step(): Step {
    return this.options.writing.now.step;
  }

  /** Goes to a step, to its heading or to one of its fields. */
  async go(step: Step, field = 'step-heading'): Promise<void> {
    this.faults = [];
    this.options.writing.change({ step });
    this.host.dispatchEvent(new RequestFormStepEvent(step));
    await this.focusOn(field);
  }

  /** Begins again, with nothing typed and nothing kept. */
  begin(): Promise<void> {
    this.faults = [];
    this.host.requestUpdate();
    return this.focusOn('step-heading');
  }

  next(): void {
    if (!this.refuse(this.faultsAt(this.step))) void this.go(steps[this.place + 1] ?? 'check');
  }

  back(): void {
    void this.go(steps[Math.max(0, this.place - 1)] ?? 'sought');
  }

  /** True when every step is as it should be; else shows the first that is not. */
  checkAll(): boolean {
    return !this.show(steps.flatMap((step) => this.faultsAt(step)));
  }

  /**
   * Shows what is wrong on the first step that has a fault.
   * @returns whether there was any
   */
  show(faults: readonly FormFault[]): boolean {
    const first = steps.find((step) => faults.some(({ field }) => stepOf(field) === step));
    if (first === undefined) return false;
    if (first !== this.step) {
      this.options.writing.change({ step: first });
      this.host.dispatchEvent(new RequestFormStepEvent(first));
    }
    return this.refuse(faults.filter(({ field }) => stepOf(field) === first));
  }

  /** Takes back what a person has put right. */
  recheck(changes: Partial<Entry>): void {
    if (this.faults.length === 0) return;
    const wrong = new Set(this.faultsAt(this.step).map(({ field }) => field));
    this.faults = this.faults.filter(({ field }) => !(field in changes) || wrong.has(field));
  }

  /** Takes back what was said of the files. */
  recheckFiles(): void {
    this.faults = this.faults.filter(({ field }) => field !== 'attachments');
  }

  async focusOn(id: string): Promise<void> {
    await this.host.updateComplete;
    const root = this.host.renderRoot as ShadowRoot;
    unfoldFaults(root);
    const found = root.getElementById(id);
    (found instanceof HTMLFieldSetElement ? firstControl(found) : found)?.focus();
  }

  private get place(): number {
    return steps.indexOf(this.step);
  }

  private refuse(faults: readonly FormFault[]): boolean {
    this.faults = faults;
    this.host.requestUpdate();
    if (faults.length === 0) return false;
    void this.focusOn('fault-summary');
    return true;
  }

  private faultsAt(step: Step): FormFault[] {
    const { writing, filing, fileFault, checks } = this.options;
    return checks()?.faultsAt(step, writing.now.entry, filing(), fileFault()) ?? [];
  }
}

function firstControl(group: HTMLFieldSetElement): HTMLElement | null {
  return group.querySelector<HTMLElement>('input:checked') ?? group.querySelector('input');
}
