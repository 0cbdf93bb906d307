import { calendarChina } from '@open-info/contract/calendar-china';
import { runClock } from '@open-info/contract/clock';
import { clockVectors } from '@open-info/contract/clock.vectors';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { assert } from 'chai';
import {
  checkAccessible,
  clearPage,
  faultyClient,
  put,
  service,
  until,
} from '../../test/browser.ts';
import '../provider/define.ts';
import type { DeadlineClock } from './deadline-clock.ts';
import './define.ts';

function place(attributes = '', given: Partial<DeadlineClock> = {}): DeadlineClock {
  const element = put(
    `<oi-deadline-clock ${attributes}>期限以机关告知为准</oi-deadline-clock>`,
  ).querySelector('oi-deadline-clock')!;
  return Object.assign(element, given);
}

const part = (element: DeadlineClock, name: string): HTMLElement =>
  element.shadowRoot!.querySelector<HTMLElement>(`[part="${name}"]`)!;
const all = (element: DeadlineClock, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const text = (found: Element): string => found.textContent.replace(/\s+/g, '');

/** Resolves once the code that reckons has come, and has drawn what can be drawn. */
async function drawn(element: DeadlineClock): Promise<void> {
  await until('the clock', () => {
    const frame = element.shadowRoot?.querySelector('.frame');
    return frame && !frame.querySelector('.skeleton');
  });
}

function openTrace(element: DeadlineClock): void {
  element.shadowRoot!.querySelector<HTMLElement>('.trace > summary')!.click();
}

const received = [
  { kind: 'submitted', channel: 'online', on: '2026-09-05' },
  { kind: 'confirmed', on: '2026-09-07' },
];

beforeEach(() => setViewport({ width: 1280, height: 900 }));
afterEach(clearPage);

describe('the golden vectors, shown', () => {
  for (const { name, events, today, policy, expected } of clockVectors) {
    it(name, async () => {
      const element = place('', { events, today, policy, calendar: calendarChina });
      await drawn(element);
      const clock = runClock(events, calendarChina, today, policy);
      const due = text(part(element, 'due'));
      if (expected.dueOn !== undefined) assert.include(due, expected.dueOn);
      if (clock.state === 'running' && clock.daysLeft !== undefined) {
        const { daysLeft } = clock;
        const told =
          daysLeft > 0
            ? `还有${daysLeft}个工作日`
            : daysLeft === 0
              ? '今天到期'
              : `已超期${-daysLeft}个工作日`;
        assert.include(due, told);
      }
      if (clock.state === 'paused') assert.include(due, '计时暂停');
      if (clock.state === 'notReceived') assert.include(due, '尚未确认收到');
      if (clock.provisional) assert.include(text(part(element, 'notes')), '暂定');
      for (const { counted, count } of clock.trace) {
        if (counted) assert.isNumber(count);
      }
      assert.equal(
        all(element, 'td[data-kind="counted"], td[data-kind="makeUp"]').length > 0,
        clock.trace.some(({ counted }) => counted),
      );
    });
  }
});

describe('the reckoning', () => {
  it('says for every day of the trace what it is, in the table and in the list', async () => {
    const element = place('', { events: received, today: '2026-09-16', calendar: calendarChina });
    await drawn(element);
    const { trace } = runClock(received, calendarChina, '2026-09-16');
    const cells = all(element, 'td .visually-hidden');
    assert.equal(cells.length, trace.length);
    for (const cell of cells) assert.isNotEmpty(text(cell));
    assert.equal(all(element, 'table').length, all(element, 'table > caption').length);
    const runs = all(element, '.trace .run').map(text);
    assert.include(runs[0], '9月7日收到申请之日');
    assert.include(runs[1], '9月8日–9月11日第1–4个工作日');
    assert.include(runs.join(), '9月20日第10个工作日：国庆节，调休上班的工作日，计入');
    for (const run of runs) assert.match(run, /《.+》/, 'every line names its rule');
  });

  it('counts the same for a host that only knows the day of receipt', async () => {
    const element = place('received-on="2026-09-24" channel="counter" today="2026-09-28"', {
      calendar: calendarChina,
    });
    await drawn(element);
    assert.include(text(part(element, 'due')), '2026-10-29星期四');
  });

  it('shows the plain sentence where a date is none', async () => {
    const element = place('received-on="yesterday"', { calendar: calendarChina });
    await drawn(element);
    const [slot] = all(element, 'slot') as HTMLSlotElement[];
    assert.equal(slot?.assignedNodes()[0]?.textContent, '期限以机关告知为准');
    assert.isNull(part(element, 'due'));
  });
});

describe('the calendar of the service', () => {
  it('is asked for, and its clock says which day it is', async () => {
    const dated = faultyClient(async (request, next) => {
      const answer = await next(request);
      const headers = new Headers(answer.headers);
      headers.set('date', 'Wed, 16 Sep 2026 20:00:00 GMT');
      return new Response(await answer.text(), { status: answer.status, headers });
    });
    const element = place('received-on="2026-09-07"', { client: dated });
    await until('a date', () => part(element, 'due'));
    assert.include(text(part(element, 'due')), '2026-10-10');
    assert.include(text(part(element, 'due')), '还有12个工作日');
  });

  it('is found by the address of a service', async () => {
    const element = place(`received-on="2026-09-07" today="2026-09-08" service="${service}"`);
    await until('a date', () => part(element, 'due'));
    assert.include(text(part(element, 'notes')), '已用1个工作日，共20个');
  });

  it('can be asked again after a failure', async () => {
    let failing = true;
    const client = faultyClient(async (request, next) => {
      if (failing) throw new TypeError('gone');
      return next(request);
    });
    const element = place('received-on="2026-09-07" today="2026-09-08"', { client });
    const button = await until('a way on', () => all(element, '[role="alert"] button')[0]);
    await checkAccessible(element);
    failing = false;
    button.click();
    await until('a date', () => part(element, 'due'));
  });
});

describe('everybody can read it', () => {
  const states = {
    running: { events: received, today: '2026-09-16' },
    overdue: { events: received, today: '2026-10-20' },
    paused: {
      events: [...received, { kind: 'consultationSent', consulted: 'organs', on: '2026-09-14' }],
      today: '2026-09-16',
    },
    provisional: { events: [{ kind: 'confirmed', on: '2026-12-04' }], today: '2026-12-10' },
  };
  for (const lang of ['zh-CN', 'en']) {
    for (const [name, state] of Object.entries(states)) {
      it(`${name}, ${lang}: no axe violation, no sideways scroll at 320 px`, async () => {
        await setViewport({ width: 320, height: 640 });
        const element = place(`lang="${lang}"`, { ...state, calendar: calendarChina });
        await until('words', () => part(element, 'due'));
        openTrace(element);
        await until('tables', () => all(element, 'table')[0]?.getClientRects().length);
        await checkAccessible(element);
        assert.isAtMost(element.scrollWidth, element.clientWidth);
        if (lang === 'en') assert.notMatch(text(part(element, 'due')), /[\u4e00-\u9fff]/);
      });
    }
  }

  it('prints how the date came about, whether it is open on the screen or not', async () => {
    const element = place('', { events: received, today: '2026-09-16', calendar: calendarChina });
    await drawn(element);
    await emulateMedia({ media: 'print' });
    const [printed] = all(element, '.print-only');
    assert.isAbove(printed!.getClientRects().length, 0);
    assert.equal(all(element, '.trace')[0]!.getClientRects().length, 0);
    await emulateMedia({ media: 'screen' });
  });
});
