import type { DocumentListQuery } from '@open-info/contract/documents';

/** What a person looks at. */
export interface View {
  readonly q: string;
  readonly level: string;
  readonly topic: string;
  readonly validity: string;
  /** Cursor of each page up to the one on show; the first page has none. */
  readonly cursors: readonly string[];
}

/** Everything, from its first page. */
export const wholeView: View = { q: '', level: '', topic: '', validity: '', cursors: [] };

/** What the attributes of the element limit the list to. */
export interface Limits {
  organ: string[];
  topic: string[];
}

/** What both lists are asked alike. */
export type ListQuery = Pick<
  DocumentListQuery,
  'q' | 'organ' | 'topic' | 'level' | 'validity' | 'limit' | 'cursor'
>;

const some = (values: string[]): string[] | undefined => (values.length > 0 ? values : undefined);
const one = (value: string): string[] | undefined => (value === '' ? undefined : [value]);

/** The question a view stands for, within the limits. */
export function queryOf(view: View, limits: Limits, limit: number): ListQuery {
  return {
    q: view.q || undefined,
    organ: some(limits.organ),
    topic: one(view.topic) ?? some(limits.topic),
    level: one(view.level),
    validity: one(view.validity),
    limit,
    cursor: view.cursors[view.cursors.length - 1],
  };
}

/** True when a person narrowed the list. */
export function isNarrowed({ q, level, topic, validity }: View): boolean {
  return [q, level, topic, validity].some((value) => value !== '');
}
