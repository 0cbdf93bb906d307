import { getCard } from '@open-info/contract/cards';
import { notFound } from '../documents/get.ts';
import { pageOfDocument } from '../documents/page.ts';
import { readingOf } from '../documents/public.ts';
import { route, type Route } from '../http/route.ts';
import type { Service } from '../service.ts';
import { cardOf } from './card.ts';

/** 明白卡: one page that says who gets what, how and from whom. */
export function cardsRoutes(service: Service): Route[] {
  return [
    route(getCard, async ({ params }) => {
      const reading = readingOf(service);
      const card = await cardOf(reading, params.id, service.settings.complaintPhone);
      if (!card) throw notFound(params.id);
      return { ...card, url: pageOfDocument(service.settings, card.id), asOf: reading.today };
    }),
  ];
}
