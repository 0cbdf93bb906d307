import {
  answerRating as answerEndpoint,
  listRatings as listEndpoint,
} from '@open-info/contract/case-ratings';
import { getCaseAttachment, getCaseBoard, rateCase, trackCase } from '@open-info/contract/cases';
import { officerOf } from '../access/officer.ts';
import { documentsOwner } from '../exchange/take-in.ts';
import { ProblemError } from '../http/problem.ts';
import { route, type Route } from '../http/route.ts';
import type { Service } from '../service.ts';
import { openAttachment } from '../uploads/store.ts';
import { readBoard } from './board.ts';
import { answerRating, listRatings } from './desk.ts';
import { rate } from './rate.ts';
import { openCase } from './track.ts';
import { viewOf } from './view.ts';

/** 办件进度, the applicant's side and the screen of the hall. */
export function casesRoutes(service: Service): Route[] {
  return [
    route(trackCase, async (call) => viewOf(service, await openCase(service, call, call.body))),
    route(rateCase, (call) => rate(service, call, call.body)),
    route(getCaseAttachment, async (call) => {
      const { number, records } = await openCase(service, call, call.body);
      const { id } = call.body;
      // A file of a version that was corrected since is no result any more.
      const isShown = records.some(({ documents = [] }) => documents.some((one) => one.id === id));
      if (!isShown) throw new ProblemError('not-found');
      return openAttachment(service, documentsOwner(number), id, ['result']);
    }),
    route(listEndpoint, (call) => listRatings(service, officerOf(call), call.query)),
    route(answerEndpoint, (call) =>
      answerRating(service, officerOf(call), call.idempotencyKey, call.body),
    ),
    route(getCaseBoard, ({ query }) => readBoard(service, query)),
  ];
}
