import { attributeWords } from '@open-info/contract/disclosure-attribute';
import { validityWords } from '@open-info/contract/documents';
import { namesIn } from '../base/names.ts';
import { en as loadView } from '../load-view/load-view.terms.en.ts';
import type { PolicyListTerms } from './policy-list.terms.ts';

/** The same words in English; a missing one does not compile. */
export const en: PolicyListTerms = {
  ...loadView,
  headings: { interpretations: 'Policies explained', documents: 'Policy documents' },
  levels: 'Level of government',
  allLevels: 'All',
  search: 'Search',
  searchLabel: 'Title, document number or content',
  topic: 'Topic',
  allTopics: 'All topics',
  validity: 'Validity',
  validities: namesIn(validityWords, 'en'),
  attributes: namesIn(attributeWords, 'en'),
  allValidities: 'All',
  slow: 'Searching, please wait…',
  count: (count) => `${count} in all`,
  found: (count) => `${count} found`,
  atLeast: (count) => `${count}+`,
  forms: {
    text: 'Text',
    picture: 'Picture story',
    audio: 'Audio',
    video: 'Video',
    pressConference: 'Press conference',
    official: 'Official',
    expert: 'Expert',
    media: 'Media',
    questions: 'Questions and answers',
    h5: 'H5',
  },
  explains: 'Explains: ',
  andMore: (title, count) => `${title} and ${count - 1} more`,
  andOthers: (organ, count) => `${organ} and ${count - 1} more`,
  published: (date) => `Published ${date}`,
  issued: (date) => `Issued ${date}`,
  interpreted: (count) => (count === 1 ? '1 interpretation' : `${count} interpretations`),
  previous: 'Previous',
  next: 'Next',
  pages: 'Pages',
  page: (page, of) => (of === undefined ? `Page ${page}` : `Page ${page} of ${of}`),
  emptyTitle: 'There is nothing here yet',
  emptyFiltered: 'Nothing meets all these conditions',
  emptyAdvice: 'Try a shorter or more common word, or fewer conditions.',
  startOver: 'Show all',
  feed: 'Follow (Atom)',
  updatedAt: (moment) => `As of ${moment}`,
};
