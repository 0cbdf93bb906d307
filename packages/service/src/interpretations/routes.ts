import {
  getInterpretation,
  getInterpretationFile,
  listInterpretations,
} from '@open-info/contract/interpretations';
import { sendFile } from '../documents/get.ts';
import { readingOf } from '../documents/public.ts';
import { route, type Route } from '../http/route.ts';
import type { Service } from '../service.ts';
import { getInterpretation as readOne, listInterpretations as readPage } from './store.ts';

/** 政策解读: what a document means for people. */
export function interpretationsRoutes(service: Service): Route[] {
  return [
    route(listInterpretations, ({ query }) =>
      readPage(readingOf(service), query, service.published.updatedAt),
    ),
    route(getInterpretation, ({ params }) => readOne(readingOf(service), params.id)),
    route(getInterpretationFile, async ({ params }) => {
      const reading = readingOf(service);
      const { id } = await readOne(reading, params.id);
      return sendFile(service, reading, id, params.file);
    }),
  ];
}
