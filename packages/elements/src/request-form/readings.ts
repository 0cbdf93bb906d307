import type { PublishedCalendar } from '@open-info/contract/calendar';
import type { Organ } from '@open-info/contract/organs';
import type { RequestRules } from '@open-info/contract/requests';
import type { Client } from '@open-info/sdk/client';
import { listOrgans } from '@open-info/sdk/organs';
import { getRequestRules } from '@open-info/sdk/requests';
import type { ReactiveControllerHost } from 'lit';
import { latestValue, LoadController } from '../controllers/load.ts';

interface ReceiptPart {
  part: typeof import('./receipt/receipt-more.ts');
  calendar: PublishedCalendar | undefined;
}

/** What the form reads from the service: whom one may ask, what holds, the working days. */
export class Readings {
  readonly organs: LoadController<readonly Organ[]>;
  readonly rules: LoadController<RequestRules>;
  private readonly receipt: LoadController<ReceiptPart>;
  private client: Client | undefined;

  constructor(host: ReactiveControllerHost) {
    this.organs = new LoadController(host);
    this.rules = new LoadController(host);
    this.receipt = new LoadController(host);
  }

  /** Reads once from each client. */
  ask(client: Client | undefined): void {
    if (!client || client === this.client) return;
    this.client = client;
    void this.organs.run(async (signal) => (await listOrgans(client, {}, { signal })).items);
    void this.rules.run((signal) => getRequestRules(client, { signal }));
  }

  retry(): void {
    for (const load of [this.organs, this.rules]) if (load.current.state === 'failed') load.retry();
  }

  get knownRules(): RequestRules | undefined {
    return latestValue(this.rules.current);
  }

  organ(id: string): Organ | undefined {
    return latestValue(this.organs.current)?.find((organ) => organ.id === id);
  }

  /** Fetches the rest of the receipt before it is needed: after filing the line may be gone. */
  prepareReceipt(): void {
    const { client } = this;
    if (!client || this.receipt.current.state !== 'idle') return;
    void this.receipt.run(async (signal) => {
      const part = await import('./receipt/receipt-more.ts');
      // Without it the receipt says the rules without dates.
      const calendar = await part.getCalendar(client, { signal }).catch(() => undefined);
      return { part, calendar };
    });
  }

  /** What has come for the rest of the receipt. */
  get receiptPart(): ReceiptPart | undefined {
    return latestValue(this.receipt.current);
  }
}
