/** The states every element has a story for, by the names of their exports. */
export const states = [
  'Ready',
  'Loading',
  'Slow',
  'Empty',
  'Failed',
  'Offline',
  'LongText',
  'ThousandItems',
] as const;

export type State = (typeof states)[number];

const noList = 'it shows no list';
const inside = 'it is a frame: what is inside says so itself';

/** States an element does not have, and why. */
export const withoutState: Readonly<Record<string, Partial<Record<State, string>>>> = {
  'oi-deadline-clock': {
    LongText: 'its words are its own: nothing of it is written by an office',
    ThousandItems: noList,
  },
  'oi-follow': {
    Loading: 'it asks only when a button is pressed, which is said at once',
    ThousandItems: 'it manages one subscription',
  },
  'oi-kiosk': {
    ...{ Loading: inside, Slow: inside, Empty: inside, Failed: inside, Offline: inside },
    ...{ LongText: 'it scrolls what is inside: Ready', ThousandItems: inside },
  },
  'oi-plain-card': { ThousandItems: 'a card has one side' },
  'oi-policy-card': { ThousandItems: noList },
  'oi-progress-tracker': { ThousandItems: 'it shows one case; a board is cut to what fits' },
  'oi-provider': {
    ...{ Loading: 'it draws nothing', Slow: 'it draws nothing', Failed: 'it draws nothing' },
    ...{ Offline: 'it draws nothing', LongText: 'it draws nothing', ThousandItems: noList },
  },
  'oi-request-status': { ThousandItems: 'it shows one request' },
  'oi-stamp': { ThousandItems: noList },
};
