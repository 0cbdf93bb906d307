import { ProblemError } from '../http/problem.ts';

/**
 * What an officer may do: `officer` handles the requests of the own organ (承办人员); `coordinator`
 * (区行政审批局, plan row 72) sees all and cannot answer for a department.
 */
export const roles = ['officer', 'coordinator'] as const;
export type Role = (typeof roles)[number];

/** 工作人员: who asks an endpoint for officers, as the token says. */
export interface Officer {
  /** Name of the account; stands in event log and audit. */
  id: string;
  organId: string;
  role: Role;
}

/**
 * The officer behind a call of an officers' endpoint.
 *
 * @throws ProblemError `unauthenticated` where there is none
 */
export function officerOf({ officer }: { officer: Officer | undefined }): Officer {
  if (officer) return officer;
  throw new ProblemError('unauthenticated');
}
