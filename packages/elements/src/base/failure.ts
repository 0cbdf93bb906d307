import { isOpenInfoError } from '@open-info/sdk/errors';

/** Why something could not be shown, in the visitor's terms. */
export type FailureCause =
  'offline' | 'unreachable' | 'timeout' | 'busy' | 'fault' | 'refused' | 'gone' | 'unreadable';

const byStatus: Record<number, FailureCause> = {
  400: 'refused',
  404: 'gone',
  408: 'timeout',
  422: 'refused',
  429: 'busy',
};

/** What a failure means to the visitor. */
export function causeOf(error: unknown): FailureCause {
  // Code that could not be fetched is no failure of the SDK.
  if (!isOpenInfoError(error)) return navigator.onLine ? 'fault' : 'offline';
  if (error.code === 'network') return navigator.onLine ? 'unreachable' : 'offline';
  if (error.code === 'timeout') return 'timeout';
  if (error.code === 'decode' || error.code === 'contract') return 'unreadable';
  if (error.code === 'usage') return 'refused';
  return byStatus[error.status ?? 0] ?? 'fault';
}

/** The number staff can trace the failure by, where the service gave one. */
export function requestIdOf(error: unknown): string | undefined {
  return isOpenInfoError(error) ? error.requestId : undefined;
}
