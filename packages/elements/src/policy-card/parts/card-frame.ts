import type { PolicyMatter } from '@open-info/contract/interpretations';
import type { Language } from '../../controllers/terms.ts';
import type { PolicyOpeningCause } from '../policy-card.events.ts';
import type { CardSection, PolicyCardTerms } from '../policy-card.terms.ts';

/** What all parts of one card are drawn with, and what a person may do in them. */
export interface CardFrame {
  words: PolicyCardTerms;
  language: Language;
  /** A hall screen: nothing leads away from the page. */
  kiosk: boolean;
  wide: boolean;
  headingLevel: number;
  isOpen: (section: CardSection) => boolean;
  toggle: (section: CardSection) => void;
  /** Whether the explanation of a term is unfolded where it stands. */
  isExplained: (key: string) => boolean;
  explain: (key: string) => void;
  /** Where another policy has a page of its own. */
  policyHref: (id: string) => string | undefined;
  openPolicy: (id: string, cause: PolicyOpeningCause, event: Event) => void;
  /** Where a matter is done; nowhere on a hall screen. */
  matterHref: (matter: PolicyMatter) => string | undefined;
  openMatter: (matter: PolicyMatter, event: Event) => void;
  documentFile: (id: string, file: string) => string;
  interpretationFile: (id: string, file: string) => string;
  /** The comparison with an older document, drawn by code fetched for it. */
  comparison: () => unknown;
  /** Marks differences; undefined until its code is there. */
  marked: MarkedChange | undefined;
}

/** What changed within two short texts. */
export type MarkedChange = (before: string, after: string) => { before: unknown; after: unknown };
