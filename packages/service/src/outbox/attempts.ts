import { DeliveryError } from './webhook.ts';

const secondMs = 1_000;
const dayMs = 86_400_000;

/** Longer than any attempt takes; what is not settled by then is tried again, also by others. */
export const leaseMs = 45 * secondMs;
/** From the change on. */
export const giveUpMs = 3 * dayMs;

/**
 * Waits 10 s after the first failure, three times as long after each further one, at most six
 * hours; a quarter more or less, so that receivers that failed together are not asked together.
 */
export function backOffMs(attempts: number, random = Math.random()): number {
  const plain = Math.min(10 * secondMs * 3 ** (attempts - 1), dayMs / 4);
  return Math.round(plain * (0.75 + random / 2));
}

/** Why something failed, by its code or kind: messages of servers may repeat an address. */
export function reasonOf(error: unknown): string {
  if (error instanceof DeliveryError) return error.message;
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : String(name);
}
