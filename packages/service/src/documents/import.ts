import type { FieldFault } from '../http/problem.ts';
import type { CleanupRecord } from '../cleanups/record.ts';
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

/** A document together with its files; `files` absent: those it has stay. */
export type DocumentRow = DocumentRecord & { files?: RecordFile[] | undefined };

/** What an import may carry. */
export interface PolicyRows {
  documents?: DocumentRow[] | undefined;
  interpretations?: (InterpretationRecord & { files?: RecordFile[] | undefined })[] | undefined;
  cleanups?: CleanupRecord[] | undefined;
  responses?: ResponseRecord[] | undefined;
}

export interface WriteOptions {
  /** Only says what would change. */
  dryRun?: boolean | undefined;
}

/** What became of one record. */
export interface WrittenRecord {
  kind: 'document' | 'interpretation' | 'cleanup' | 'response';
  id: string;
  title: string;
}

/** A record that was not taken, with every field that is not right. */
export interface RefusedRecord {
  kind: WrittenRecord['kind'];
  /** Place in its list, from 1. */
  place: number;
  title: string;
  faults: FieldFault[];
}

export interface WriteReport {
  added: WrittenRecord[];
  changed: WrittenRecord[];
  unchanged: number;
  refused: RefusedRecord[];
  /** What was taken, but leads to something that is not there. */
  notes: { title: string; message: { zh: string; en: string } }[];
}
