import { Draft } from '../../controllers/draft.ts';
import type { Part } from './reading.ts';
import type { Kind } from './slides.ts';

/** What was read last of each kind. */
export type Parts = Partial<Record<Kind, Part | undefined>>;

/** Changes with the shape of a part: what an older version wrote is not read. */
const edition = 1;
/** Most characters kept; a round of pages has about 10,000. */
const most = 100_000;

interface Kept {
  edition: number;
  parts: Parts;
}

/** What a hall machine keeps over a restart: published content under one key, nothing of persons. */
export class KeptParts {
  private readonly draft: Draft<Kept, never>;

  /** @param asked what is shown, of whom and from where: each keeps its own */
  constructor(asked: string) {
    this.draft = new Draft(`oi-hall-board:${asked}`);
  }

  /** Progress is about persons, if anonymous ones: it is never kept. */
  save({ policies, cleanups, notices }: Parts): void {
    const kept: Kept = { edition, parts: { policies, cleanups, notices } };
    if (JSON.stringify(kept).length <= most) this.draft.save({ open: kept });
  }

  /** Nothing after thirty days, and nothing where storage is refused. */
  read(): Parts {
    const kept = this.draft.read()?.open as Partial<Kept> | null | undefined;
    return kept?.edition === edition && kept.parts ? kept.parts : {};
  }
}
