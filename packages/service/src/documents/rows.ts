import type { CleanupRecord } from '../cleanups/record.ts';
import type { FieldFault } from '../http/problem.ts';
import type { Words } from '../http/words.ts';
import type { InterpretationRecord } from '../interpretations/record.ts';
import type { DocumentRecord, ResponseRecord } from './record.ts';

/** A file that belongs to a record; `id` is what its blocks name. */
export interface RecordFile {
  id: string;
  /** As offered to the reader: `附件1.pdf`. */
  name: string;
  type: string;
  content: Uint8Array;
}

/** A record with its files; absent: those it has stay. */
type WithFiles<T> = T & { files?: RecordFile[] | undefined };

export type DocumentRow = WithFiles<DocumentRecord>;
export type InterpretationRow = WithFiles<InterpretationRecord>;

/** What an import may carry, in the order in which it is written. */
export interface PolicyRows {
  documents?: DocumentRow[] | undefined;
  interpretations?: InterpretationRow[] | undefined;
  cleanups?: CleanupRecord[] | undefined;
  responses?: ResponseRecord[] | undefined;
}

export type RecordKind = 'document' | 'interpretation' | 'cleanup' | 'response';

/** A record that was written. */
export interface WrittenRecord {
  kind: RecordKind;
  id: string;
  title: string;
}

/** A record that was not taken, with every field that is not right. */
export interface RefusedRecord {
  kind: RecordKind;
  /** Place in its list, from 1. */
  place: number;
  title: string;
  faults: FieldFault[];
}

/** What an import did; with `dryRun`, what it would do. */
export interface WriteReport {
  added: WrittenRecord[];
  changed: WrittenRecord[];
  unchanged: number;
  refused: RefusedRecord[];
  /** Records that were taken but name something that is not there. */
  notes: { title: string; words: Words }[];
}
