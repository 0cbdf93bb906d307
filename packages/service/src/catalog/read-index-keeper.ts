import type { Service } from '../service.ts';
import { buildReadIndex, OutdatedError } from './read-index-build.ts';
import type { ReadIndex } from './read-index.ts';
import { shanghaiDate } from './selection.ts';

/** Above this number of items the setting `auto` leaves everything to SQL. */
const mostItems = 300_000;

/** After a failure the index is tried again when it is asked for, but not sooner than this. */
const pauseMs = 30_000;

/** What reading the catalog needs of the service. */
export type Reading = Pick<Service, 'db' | 'published' | 'settings' | 'log' | 'now'>;

/**
 * Keeps the read index up to date: builds it at the start, anew after each change of the data and
 * when a day begins on which the catalog changes by itself. Meanwhile there is none, and SQL
 * answers.
 */
export class ReadIndexKeeper {
  private readonly service: Reading;
  private index: ReadIndex | undefined;
  private building: Promise<void> | undefined;
  private notBefore = 0;

  constructor(service: Reading) {
    this.service = service;
    if (service.settings.readIndex === 'off') return;
    service.published.onChange(() => this.build());
    this.build();
  }

  /** The index, when it holds for a date and a state of the data. */
  holding(date: string, dataVersion: number): ReadIndex | undefined {
    if (this.isStale) this.build();
    const { index } = this;
    return index?.dataVersion === dataVersion && index.holds(date) ? index : undefined;
  }

  /** Settles when nothing is being built. */
  async settled(): Promise<void> {
    while (this.building) await this.building;
  }

  private get isStale(): boolean {
    const { index, service } = this;
    if (!index) return true;
    return index.dataVersion < service.published.dataVersion || !index.holds(this.today());
  }

  private today(): string {
    return shanghaiDate(this.service.now());
  }

  private build(): void {
    const { settings, now } = this.service;
    if (this.building || settings.readIndex === 'off' || now().getTime() < this.notBefore) return;
    this.building = this.attempt().finally(() => {
      this.building = undefined;
      if (this.isStale) this.build();
    });
  }

  private async attempt(): Promise<void> {
    const { service } = this;
    const { log, published } = service;
    const began = performance.now();
    const startedWith = published.dataVersion;
    try {
      if (await this.isTooLarge()) {
        this.postpone();
        return;
      }
      this.index = await buildReadIndex(service.db, {
        today: this.today(),
        itemUrl: service.settings.itemUrl,
        isCurrent: () => published.dataVersion === startedWith,
      });
      log.info('read-index-built', {
        items: this.index.size,
        bytes: this.index.bytes,
        ms: Math.round(performance.now() - began),
      });
    } catch (error) {
      if (error instanceof OutdatedError) return;
      this.postpone();
      log.debug('read-index-failed', { reason: String(error) });
    }
  }

  private async isTooLarge(): Promise<boolean> {
    if (this.service.settings.readIndex === 'on') return false;
    const rows = await this.service.db
      .selectFrom('catalog_revisions')
      .select('revision')
      .where('valid_to', 'is', null)
      .offset(mostItems)
      .limit(1)
      .execute();
    return rows.length > 0;
  }

  private postpone(): void {
    this.notBefore = this.service.now().getTime() + pauseMs;
  }
}
