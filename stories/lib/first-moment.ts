import { slowAfter } from '../../packages/elements/src/controllers/load.ts';

/**
 * Holds the moment before a load is called slow, which passes too fast to be looked at: timers of
 * that length never run while the story is open. For `beforeEach` of a story whose client never answers.
 */
export function holdFirstMoment(): () => void {
  const setTimer = window.setTimeout;
  const held = (handler: TimerHandler, delay?: number, ...rest: unknown[]): number =>
    delay === slowAfter ? 0 : setTimer(handler, delay, ...rest);
  window.setTimeout = held as typeof window.setTimeout;
  return () => {
    window.setTimeout = setTimer;
  };
}
