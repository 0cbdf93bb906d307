import type { FieldFault } from '@open-info/contract/words';
import type { LitElement } from 'lit';
import { unfoldFaults } from '../base/folded.ts';
import { stepOf, steps, type Entry, type Filing, type Step } from './entry.ts';
import type { checkSubmission, tooLong, toSubmission } from './parts/further.ts';
import type { SaidFault } from './parts/frame.ts';
import { RequestFormStepEvent } from './request-form.events.ts';
import type { FirstTerms } from './request-form.terms.ts';
import type { Writing } from './writing.ts';

/** What checks the steps; fetched while a person begins to write. */
export interface Checks {
  checkSubmission: typeof checkSubmission;
  tooLong: typeof tooLong;
  toSubmission: typeof toSubmission;
}

export interface WalkOptions {
  writing: Writing;
  /** What keeps the files from going along. */
  fileFault: () => string | undefined;
  words: () => FirstTerms | undefined;
  language: () => 'zh' | 'en';
  /** Once they are there; before, nobody goes on. */
  checks: () => Checks | undefined;
  /** What the page, not the person, says of the request. */
  filing: () => Filing;
}

/** The way through the steps: what keeps a person on one, and where the focus goes. */
export class Walk {
  /** What is wrong with the present step, as far as it was asked for. */
  faults: readonly SaidFault[] = [];
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
  show(faults: readonly SaidFault[]): boolean {
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

  private refuse(faults: readonly SaidFault[]): boolean {
    this.faults = faults;
    this.host.requestUpdate();
    if (faults.length === 0) return false;
    void this.focusOn('fault-summary');
    return true;
  }

  private faultsAt(step: Step): SaidFault[] {
    const { writing, filing, fileFault, words } = this.options;
    const checks = this.options.checks();
    if (!checks) return [];
    const { entry } = writing.now;
    const submission = checks.toSubmission(entry, filing());
    const faults = checks.checkSubmission(submission).map((fault) => this.say(fault));
    for (const { field, over } of checks.tooLong(entry)) {
      faults.push({ field, text: words()?.tooMany(over) ?? '' });
    }
    const text = fileFault();
    if (text !== undefined) faults.push({ field: 'attachments', text });
    return faults.filter(({ field }) => stepOf(field) === step);
  }

  private say({ field, message, expected }: FieldFault): SaidFault {
    const language = this.options.language();
    const text = message[language];
    const right = expected?.[language];
    return {
      field,
      text: right === undefined ? text : (this.options.words()?.expected(text, right) ?? text),
    };
  }
}

function firstControl(group: HTMLFieldSetElement): HTMLElement | null {
  return group.querySelector<HTMLElement>('input:checked') ?? group.querySelector('input');
}
