/**
 * Words that only the mode for older people has (适老), beside the plain ones. They make the
 * difference: without them nothing is folded and nothing more is offered, so what could not be
 * fetched hides nothing.
 */
export interface ElderTerms {
  /** The one button behind which lie the tools few need; 朗读 is offered with it. */
  otherTools?: string;
  /** The one button behind which lies what narrows a search. */
  moreFilters?: string;
  /** The one button behind which lie the questions nobody has to answer. */
  moreFields?: string;
}
