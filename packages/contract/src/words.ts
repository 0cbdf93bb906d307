/** A sentence in both languages of the house. */
export interface Words {
  zh: string;
  en: string;
}

/** What is wrong with one field, in both languages; the service answers one of them. */
export interface FieldFault {
  /** Path into what was given: `applicant.identity.number`. */
  field: string;
  message: Words;
  /** What would be right. */
  expected?: Words | undefined;
}
