import { getCaseBoard } from '@open-info/sdk/cases';
import { listCleanups } from '@open-info/sdk/cleanups';
import type { Client, RequestOptions, Result } from '@open-info/sdk/client';
import { listDocuments } from '@open-info/sdk/documents';
import { listInterpretations } from '@open-info/sdk/interpretations';
import type { LitElement } from 'lit';
import type { ServiceTime } from '../../clock-view/service-time.ts';
import { latestValue, LoadController, type Load } from '../../controllers/load.ts';
import { KeptParts, type Parts } from './kept.ts';
import {
  cleanupSlides,
  kinds,
  most,
  noticeKinds,
  noticeSlides,
  policySlides,
  progressSlides,
  type Kind,
  type Slide,
} from './slides.ts';

/** Everything of one kind, as it was read. */
export interface Part {
  slides: readonly Slide[];
  /** 数据截至: when the data last changed, ISO 8601. */
  updatedAt: string;
  /** When it was read by the service's time, milliseconds since 1970. */
  readAt: number;
}

/** What is to be read, and from where. */
export interface Asked {
  client: Client;
  organ: string | undefined;
  show: readonly Kind[];
}

/** How one kind stands. */
export interface Standing {
  part: Part | undefined;
  /** Why the newest reading failed; undefined when it did not. */
  error: unknown;
  /** Nothing is known yet, and the first answer is on its way. */
  isAwaited: boolean;
}

interface Source {
  load: LoadController<Part>;
  /** In a row. */
  failures: number;
  /** Of the newest of them. */
  error: unknown;
  /** Seconds until it is read again. */
  wait: number;
}

type Ask = <T>(call: { withResponse(): Promise<Result<T>> }) => Promise<T>;
type Read = (asked: Asked, options: RequestOptions, ask: Ask) => Promise<Omit<Part, 'readAt'>>;

const later = (a: string, b: string): string => (Date.parse(a) > Date.parse(b) ? a : b);
const inUse = ['inForce', 'notYetInForce', 'amended'];
const of = (organ: string | undefined) => (organ === undefined ? {} : { organ: [organ] });

const reads: Readonly<Record<Kind, Read>> = {
  async policies({ client, organ }, options, ask) {
    const among = { ...of(organ), validity: inUse, limit: 3 * most.policies };
    const [explained, documents] = await Promise.all([
      ask(listInterpretations(client, among, options)),
      ask(listDocuments(client, { ...among, sort: 'published' }, options)),
    ]);
    return {
      slides: policySlides(explained.items, documents.items),
      updatedAt: later(explained.updatedAt, documents.updatedAt),
    };
  },
  async cleanups({ client, organ }, options, ask) {
    const ended = { ...of(organ), validity: ['abolished', 'expired', 'amended'], limit: 100 };
    const [cleanups, among] = await Promise.all([
      ask(listCleanups(client, options)),
      // A clean-up does not say whose its documents are; the documents do.
      organ === undefined ? undefined : ask(listDocuments(client, ended, options)),
    ]);
    return {
      slides: cleanupSlides(cleanups.items[0], among && new Set(among.items.map(({ id }) => id))),
      updatedAt: cleanups.updatedAt,
    };
  },
  async progress({ client, organ }, options, ask) {
    const query = { limit: most.rows, ...(organ !== undefined && { organ }) };
    const board = await ask(getCaseBoard(client, query, options));
    return { slides: progressSlides(board), updatedAt: board.updatedAt };
  },
  async notices({ client, organ }, options, ask) {
    const { items, updatedAt } = await ask(
      listDocuments(
        client,
        {
          ...of(organ),
          kind: noticeKinds,
          validity: inUse,
          sort: 'published',
          limit: most.notices,
        },
        options,
      ),
    );
    return { slides: noticeSlides(items), updatedAt };
  },
};

/** How often each is read, seconds; the browser mostly learns that nothing is new. */
const every: Readonly<Record<Kind, number>> = {
  policies: 120,
  cleanups: 120,
  progress: 30,
  notices: 120,
};
/** Longest pause after failures, seconds. */
const longestWait = 300;

/**
 * Reads what the screen shows, each kind by itself, again and again. What was read stays until
 * something newer comes; after failures it waits longer each time, and asks at once when the
 * network returns.
 */
export class Reading {
  private readonly time: ServiceTime;
  private readonly sources: Readonly<Record<Kind, Source>>;
  private asked: Asked | undefined;
  private keeps: KeptParts | undefined;
  private kept: Parts = {};

  constructor(host: LitElement, time: ServiceTime) {
    this.time = time;
    const sourceOf = (kind: Kind): Source => ({
      load: new LoadController<Part>(host, (load) => this.settled(kind, load)),
      failures: 0,
      error: undefined,
      wait: 0,
    });
    this.sources = {
      policies: sourceOf('policies'),
      cleanups: sourceOf('cleanups'),
      progress: sourceOf('progress'),
      notices: sourceOf('notices'),
    };
  }

  /**
   * Begins anew where something else is asked.
   *
   * @param keep published content stays over a restart
   */
  ask(asked: Asked, keep: boolean): void {
    const before = this.asked;
    const key = keyOf(asked);
    if (before?.client === asked.client && keyOf(before) === key) return;
    this.asked = asked;
    this.keeps = keep ? new KeptParts(key) : undefined;
    this.kept = this.keeps?.read() ?? {};
    for (const kind of kinds) {
      this.sources[kind].load.clear();
      this.sources[kind].failures = 0;
    }
    asked.show.forEach((kind) => this.read(kind));
  }

  /** A second has passed. */
  beat(): void {
    for (const kind of this.asked?.show ?? []) {
      const source = this.sources[kind];
      source.wait -= 1;
      if (source.wait <= 0 && source.load.current.state !== 'loading') this.read(kind);
    }
  }

  /** Reads everything now. */
  retry(): void {
    this.asked?.show.forEach((kind) => this.read(kind));
  }

  /** What is known of a kind, and whether that is the newest. */
  standing(kind: Kind): Standing {
    const { load, failures, error } = this.sources[kind];
    const part = latestValue(load.current) ?? this.kept[kind];
    return {
      part,
      error: failures > 0 ? error : undefined,
      isAwaited: part === undefined && failures === 0,
    };
  }

  private read(kind: Kind): void {
    const { asked } = this;
    if (!asked) return;
    const { load } = this.sources[kind];
    void load.run(async (signal) => {
      // Whoever reads again anyway need not repeat; the pause between grows by itself.
      const options = { signal, maxRetries: 0 };
      const part = await reads[kind](asked, options, async (call) => {
        const { data, response } = await call.withResponse();
        this.hear(response.headers.get('date'));
        return data;
      });
      return { ...part, readAt: this.time.now };
    });
  }

  /** What came out of the browser's cache says when it was made: time only goes on. */
  private hear(date: string | null): void {
    const time = Date.parse(date ?? '');
    if (!this.time.isTold || time > this.time.now) this.time.tell(date);
  }

  private settled(kind: Kind, load: Load<Part>): void {
    const source = this.sources[kind];
    const isGood = load.state === 'ready';
    source.failures = isGood ? 0 : source.failures + 1;
    source.error = load.state === 'failed' ? load.error : undefined;
    const pause = isGood ? every[kind] : Math.min(longestWait, 5 * 2 ** source.failures);
    // Screens of one hall do not ask all at once.
    source.wait = pause * (0.9 + 0.2 * Math.random());
    if (isGood) this.keep();
  }

  private keep(): void {
    if (!this.keeps) return;
    const parts: Parts = {};
    for (const kind of this.asked?.show ?? []) {
      const { part } = this.standing(kind);
      if (part) parts[kind] = part;
    }
    this.keeps.save(parts);
  }
}

const keyOf = ({ client, organ = '', show }: Asked): string =>
  `${client.baseUrl} ${organ} ${show.join(' ')}`;
