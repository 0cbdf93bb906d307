import {
  answerRating as answerEndpoint,
  listRatings as listEndpoint,
  type DeskRating,
  type DeskRatingQuery,
  type RatingAnswer,
} from '@open-info/contract/case-ratings';
import type { Page } from '@open-info/contract/shape';
import { toCall, type Call } from './core/call.ts';
import { listBy, type Listing } from './core/listing.ts';
import { askAtDesk, type DeskClient, type DeskOptions } from './desk.ts';

/** 评价: what people say of the cases of the officer's organ. */
export function listRatings(
  client: DeskClient,
  query: DeskRatingQuery = {},
  options: DeskOptions = {},
): Listing<Page<DeskRating>> {
  return listBy(listEndpoint, query, (following) =>
    askAtDesk(client, listEndpoint, { query: following }, options),
  );
}

/** 差评整改: answers a rating, once; its applicant reads it. */
export function answerRating(
  client: DeskClient,
  answer: RatingAnswer,
  options: DeskOptions = {},
): Call<DeskRating> {
  return toCall(askAtDesk(client, answerEndpoint, { body: answer }, options));
}
