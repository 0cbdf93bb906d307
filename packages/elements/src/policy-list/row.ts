import type { Issuer, PolicyDocumentSummary, Validity } from '@open-info/contract/documents';
import type { InterpretationSummary } from '@open-info/contract/interpretations';
import { formatInstant } from '../base/moment.ts';
import type { PolicyListTerms } from './policy-list.terms.ts';

/** A row of either list, as it is shown. */
export interface Row {
  id: string;
  policyId: string | undefined;
  interpretationId: string | undefined;
  title: string;
  /** Form of an interpretation, 公文种类 of a document. */
  badge: string;
  /** One sentence, or the parts that match a search. */
  text: string | undefined;
  /** The policy an interpretation explains. */
  policy: string | undefined;
  documentNumber: string | undefined;
  validity: Validity | undefined;
  /** Dates, organ and whatever else is known, in words. */
  facts: string[];
}

export function rowOfInterpretation(one: InterpretationSummary, words: PolicyListTerms): Row {
  const { policies } = one;
  const policy = policies[0];
  const more = policies.length > 1;
  return {
    id: one.id,
    policyId: policy?.id,
    interpretationId: one.id,
    title: one.title,
    badge: words.forms[one.form] ?? one.form,
    text: one.excerpt ?? one.summary,
    policy: policy && (more ? words.andMore(policy.title, policies.length) : policy.title),
    documentNumber: policy?.documentNumber,
    validity: policy?.validity,
    facts: [one.organ, words.published(dayOf(one.publishedAt))],
  };
}

export function rowOfDocument(one: PolicyDocumentSummary, words: PolicyListTerms): Row {
  return {
    id: one.id,
    policyId: one.id,
    interpretationId: undefined,
    title: one.title,
    badge: one.kind,
    text: one.excerpt,
    policy: undefined,
    documentNumber: one.documentNumber,
    validity: one.validity,
    facts: [
      issuedBy(one.issuers, words),
      words.issued(one.issuedOn),
      one.attribute === 'open' ? '' : (words.attributes[one.attribute] ?? one.attribute),
      one.interpretations > 0 ? words.interpreted(one.interpretations) : '',
    ].filter(Boolean),
  };
}

function issuedBy(issuers: readonly Issuer[], words: PolicyListTerms): string {
  const lead = issuers.find((issuer) => issuer.lead) ?? issuers[0];
  if (!lead) return '';
  return issuers.length > 1 ? words.andOthers(lead.name, issuers.length) : lead.name;
}

const dayOf = (instant: string): string => formatInstant(instant).slice(0, 10);
