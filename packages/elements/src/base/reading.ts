import { nothing, type LitElement } from 'lit';
import { Late } from '../controllers/late.ts';
import type { ElderTerms } from '../controllers/elder-terms.ts';
import type { Language } from '../controllers/terms.ts';
import type { Reader } from './reader.ts';

const readers = new WeakMap<LitElement, Late<Reader>>();

function readerOf(host: LitElement): Late<Reader> {
  const known = readers.get(host);
  if (known) return known;
  const late = new Late(host, async () => new (await import('./reader.ts')).Reader(host));
  readers.set(host, late);
  return late;
}

export interface ReadPage {
  host: LitElement;
  words: ElderTerms;
  language: Language;
  /** Where the page stands in the element. */
  selector: string;
}

/** 朗读 beside the page it reads, for older people; its code is fetched for them only. */
export function renderReading({ host, words, language, selector }: ReadPage): unknown {
  if (words.otherTools === undefined) return nothing;
  const late = readerOf(host);
  late.want();
  return late.value?.render(selector, language) ?? nothing;
}
