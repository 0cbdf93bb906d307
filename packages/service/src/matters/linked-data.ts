import { audienceWords, channelWords, type Matter } from '@open-info/contract/matters';

/** Channels schema.org has a place for; the others are told by name. */
const onlineChannels = ['2', '3'];

/** A matter as schema.org GovernmentService, so that search engines tell who does it, where and when. */
export function linkedDataOf(matter: Matter, pageOf: (id: string) => string): object {
  const { id, name, code, organ, summary, audiences, offices, fees, results, documents } = matter;
  const isOnline = matter.channels.some((channel) => onlineChannels.includes(channel));
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': pageOf(id),
    url: pageOf(id),
    name,
    description: summary,
    inLanguage: 'zh-CN',
    ...(code !== undefined && {
      identifier: { '@type': 'PropertyValue', propertyID: '实施编码', value: code },
    }),
    serviceOperator: { '@type': 'GovernmentOrganization', name: organ.name },
    provider: { '@type': 'GovernmentOrganization', name: organ.name },
    serviceType: matter.themes,
    audience: audiences.map((audience) => ({
      '@type': 'Audience',
      audienceType: audienceWords[audience]?.zh ?? audience,
    })),
    availableChannel: [
      ...offices.map((office) => ({
        '@type': 'ServiceChannel',
        name: channelWords['1']?.zh,
        serviceLocation: {
          '@type': 'Place',
          name: office.name,
          address: office.address,
          ...(office.phone !== undefined && { telephone: office.phone }),
          openingHours: office.hours.flatMap(openingHours),
        },
      })),
      ...(isOnline && matter.onlineUrl !== undefined
        ? [{ '@type': 'ServiceChannel', serviceUrl: matter.onlineUrl }]
        : []),
    ],
    ...(fees.length === 0
      ? { isAccessibleForFree: true }
      : {
          offers: fees.map((fee) => ({
            '@type': 'Offer',
            name: fee.name,
            ...(fee.amount !== undefined && { price: fee.amount / 100, priceCurrency: 'CNY' }),
          })),
        }),
    produces: results.map((result) => ({ '@type': 'Thing', name: result.name })),
    ...(matter.parts.length > 0 && {
      isRelatedTo: matter.parts.map((part) => ({
        '@id': pageOf(part.id),
        '@type': 'GovernmentService',
        name: part.name,
      })),
    }),
    subjectOf: documents.map(({ title }) => ({ '@type': 'Legislation', name: title })),
    dateModified: matter.updatedAt,
  };
}

const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** schema.org knows days of the week only: working days are said as Monday to Friday. */
function openingHours({ days, from, to }: Matter['offices'][number]['hours'][number]): string[] {
  return days.flatMap((day) => {
    const named =
      day === 'workday' ? 'Mo-Fr' : day === 'restday' ? 'Sa-Su' : weekdays[Number(day) - 1];
    return named === undefined ? [] : `${named} ${from}-${to}`;
  });
}
