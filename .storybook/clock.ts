import { sampleToday } from '@open-info/sdk/testing';

const begun = Date.parse(`${sampleToday}T10:15:00+08:00`);
const RealDate = Date;
let ahead = RealDate.now() - begun;

class StoryDate extends RealDate {
  constructor(...given: [] | ConstructorParameters<typeof Date>) {
    if (given.length === 0) super(StoryDate.now());
    else super(...(given as [string]));
  }

  static override now(): number {
    return RealDate.now() - ahead;
  }
}

globalThis.Date = StoryDate as DateConstructor;

/** Every story begins on the morning of the sample office, whatever day it is and whichever went before. */
export function restartClock(): void {
  ahead = RealDate.now() - begun;
}
