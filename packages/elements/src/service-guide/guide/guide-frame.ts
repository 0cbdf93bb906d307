import type { Answers } from '@open-info/contract/matter-checklist';
import type { Checklist, Matter, MatterOffice } from '@open-info/contract/matters';
import type { LitElement } from 'lit';
import type { Language } from '../../controllers/terms.ts';
import type { OpenState } from '../open-now.ts';
import type { GuideSection, ServiceGuideTerms } from '../service-guide.terms.ts';

/** What all parts of one guide are drawn with, and what a person may do in them. */
export interface GuideFrame {
  host: LitElement;
  words: ServiceGuideTerms;
  language: Language;
  /** A hall screen: nothing leads away from the page, nothing is kept. */
  kiosk: boolean;
  headingLevel: number;
  matter: Matter;
  checklist: Checklist;
  answers: Answers;
  answer: (question: string, option: string) => void;
  startAgain: () => void;
  /** Ids of materials ticked as ready. */
  ready: ReadonlySet<string>;
  tick: (material: string) => void;
  forget: () => void;
  /** Every way is shown, none has to be chosen. */
  expanded: boolean;
  /** The chosen 办理形式 code. */
  way: string;
  chooseWay: (way: string) => void;
  /** Id of the chosen office, where there are many. */
  office: string | undefined;
  chooseOffice: (office: string) => void;
  isOpen: (section: GuideSection) => boolean;
  toggle: (section: GuideSection) => void;
  /** Where a matter or a policy has a page of its own. */
  matterHref: (id: string) => string | undefined;
  policyHref: (id: string) => string | undefined;
  openMatter: (id: string, event: Event) => void;
  openPolicy: (id: string, event: Event) => void;
  leave: (url: string, event: Event) => void;
  fileUrl: (file: string) => string;
  /** Whether an office is open, once the calendar has been read. */
  openState: (office: MatterOffice) => OpenState | undefined;
  /** A QR code, once its code has been fetched. */
  qr: (text: string, label: string) => unknown;
}
