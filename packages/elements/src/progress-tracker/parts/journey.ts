import type { Attachment } from '@open-info/contract/uploads';
import type { TemplateResult } from 'lit';
import type { Language } from '../../controllers/terms.ts';
import type { ProgressTrackerTerms } from '../progress-tracker.terms.ts';
import type { PhaseName, Standing } from './page.terms.ts';

/** What every part of an open page is drawn with. */
export interface Frame {
  words: ProgressTrackerTerms;
  language: Language;
  mode: string;
  wide: boolean;
  headingLevel: number;
}

/** A stop on the line: a step of the office, or something that happened. */
export interface Stop {
  name: string;
  standing: Standing;
  /** The name is in the office's own words. */
  told?: boolean | undefined;
  on?: string | undefined;
  endedOn?: string | undefined;
  expectedOn?: string | undefined;
  /** Last day for the applicant. */
  dueOn?: string | undefined;
  organ?: string | undefined;
  /** What the office says. */
  text?: string | undefined;
}

/** 事前, 事中, 事后. */
export interface Phase {
  name: PhaseName;
  standing: Standing;
  /** One line, for a phase that is over or has not begun. */
  summary?: string | undefined;
  /** What comes first: the result. */
  first?: unknown;
  stops: readonly Stop[];
  /** What else belongs to it: the guide, the rating. */
  more?: unknown;
}

/** What the person must do now. */
export interface Todo {
  title: string;
  by?: string | undefined;
  place?: string | undefined;
  materials?: readonly string[] | undefined;
  /** What the office says. */
  text?: string | undefined;
  /** What it means. */
  note?: string | undefined;
  /** Where it can be done. */
  link?: TemplateResult | undefined;
}

/** A case or a disclosure request on its way, ready to be drawn. */
export interface Journey {
  title: string;
  /** The title is in the office's own words. */
  titleTold: boolean;
  number: string;
  /** Of the status, for the look. */
  state: string;
  status: string;
  explained?: string | undefined;
  overdue: boolean;
  todo?: Todo | undefined;
  phases: readonly Phase[];
  /** The time, as the service has reckoned it. */
  told: { dueOn?: string | undefined; daysLeft?: number | undefined };
  /** Nothing more is expected of the office. */
  isOver: boolean;
  facts: readonly [name: string, content: unknown][];
  asOf?: string | undefined;
  updatedAt?: string | undefined;
}

/** How a file of the result is had. */
export interface Files {
  stateOf: (id: string) => 'running' | 'failed' | undefined;
  start: (file: Attachment) => void;
}
