import type { PolicyDocument } from '@open-info/contract/documents';

const forces: Readonly<Record<string, string>> = {
  inForce: 'https://schema.org/InForce',
  amended: 'https://schema.org/PartiallyInForce',
  expired: 'https://schema.org/NotInForce',
  abolished: 'https://schema.org/NotInForce',
  notYetInForce: 'https://schema.org/NotInForce',
};

/** A property for a list of values: none, the one, or all of them. */
const property = (name: string, values: readonly object[]): object => {
  const [first, ...others] = values;
  if (!first) return {};
  return { [name]: others.length > 0 ? values : first };
};

/** A document as schema.org Legislation, so that search engines tell what is still in force. */
export function linkedDataOf(document: PolicyDocument, pageOf: (id: string) => string): object {
  const { id, title, documentNumber, indexNumber, issuers, kind, validity, topics } = document;
  const passedBy = issuers.map(({ name }) => ({ '@type': 'GovernmentOrganization', name }));
  const others = (list: PolicyDocument['predecessors']) =>
    list.map((other) => ({ '@id': pageOf(other.id), '@type': 'Legislation', name: other.title }));
  const force = forces[validity];
  return {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    '@id': pageOf(id),
    url: pageOf(id),
    name: title,
    inLanguage: 'zh-CN',
    ...(documentNumber !== undefined && { legislationIdentifier: documentNumber }),
    identifier: { '@type': 'PropertyValue', propertyID: '索引号', value: indexNumber },
    legislationType: kind,
    legislationDate: document.issuedOn,
    datePublished: document.publishedAt,
    dateModified: document.updatedAt,
    ...(document.effectiveOn !== undefined && {
      legislationDateOfApplicability: document.effectiveOn,
    }),
    ...(document.expiresOn !== undefined && { expires: document.expiresOn }),
    ...(force !== undefined && { legislationLegalForce: force }),
    ...property('legislationPassedBy', passedBy),
    ...property('legislationRepeals', others(document.predecessors)),
    ...property(
      'subjectOf',
      document.interpretationList.map((one) => ({
        '@type': 'CreativeWork',
        identifier: one.id,
        name: one.title,
        datePublished: one.publishedAt,
      })),
    ),
    keywords: topics,
  };
}
