import { AbortedError } from '../errors.ts';
import { createStop, untilAborted, type Stop } from './stop.ts';

interface Flight<T> {
  work: Promise<T>;
  stop: Stop;
  callers: number;
}

/** Requests under way, by key. */
export type Flights<T> = Map<string, Flight<T>>;

/**
 * Joins the request under way for `key`, or starts one. It is cancelled when its last caller has
 * aborted; one caller's abort never touches the others.
 *
 * @param key undefined: never shared
 */
export function fly<T>(
  flights: Flights<T>,
  key: string | undefined,
  deadline: number,
  signal: AbortSignal | undefined,
  start: (stop: Stop) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) return Promise.reject(new AbortedError(signal.reason));
  let flight = key === undefined ? undefined : flights.get(key);
  if (!flight) {
    const stop = createStop(deadline);
    const forget = () => {
      stop.release();
      if (key !== undefined && flights.get(key) === flight) flights.delete(key);
    };
    const work = Promise.race([start(stop), stop.stopped]).finally(forget);
    flight = { work, stop, callers: 0 };
    if (key !== undefined) flights.set(key, flight);
  }
  const { work, stop } = flight;
  flight.callers++;
  return untilAborted(work, signal, () => {
    if (--flight.callers > 0) return;
    if (key !== undefined && flights.get(key) === flight) flights.delete(key);
    stop.abort(new AbortedError(signal?.reason));
  });
}
