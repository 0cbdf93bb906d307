import { calendarChina } from '@open-info/contract/calendar-china';
import { createMockClient, sampleRequestKeys } from '@open-info/sdk/testing';
import { html } from 'lit';
import type { Guide } from './page.ts';

const client = createMockClient();

export const requestForm: Guide = {
  element: 'oi-request-form',
  name: ['依申请公开', 'Request form'],
  lead: [
    '公开信息申请：只问条例要求的，一步一件事。',
    'The disclosure request: only what the law asks for, one thing a step.',
  ],
  use: {
    good: [
      ['“依申请公开”栏目的网页，一页一个。', 'On the page for disclosure requests, one on a page.'],
      [
        '信息写错了要更正：kind="correction"。',
        'For wrong information about somebody: kind="correction".',
      ],
    ],
    bad: [
      [
        '咨询、投诉、信访不用它，另给入口。',
        'Not for questions, complaints and petitions: give those their own way in.',
      ],
    ],
  },
  content: {
    good: [
      [
        '知道由哪个机关答复，就写 organ，少一步。',
        'Set organ where it is known who answers: one step less.',
      ],
      [
        '网页上写清窗口地址和电话，有人要当面办。',
        'Say on the page where the counter is, for those who come.',
      ],
    ],
    bad: [['不在旁边另放须知全文让人先读。', 'No long instructions to read first.']],
    shown: [
      {
        caption: ['机关已定', 'The organ is known'],
        draw: () =>
          html`<oi-request-form
            .client=${client}
            organ="civil-affairs"
            heading-level="4"
          ></oi-request-form>`,
      },
      {
        caption: ['让人从全部机关里挑', 'Everybody has to choose'],
        draw: () => html`<oi-request-form .client=${client} heading-level="4"></oi-request-form>`,
      },
    ],
  },
  accessibility: {
    good: [
      [
        '错误写在那一栏旁边，并能跳过去；不要再弹窗。',
        'Faults stand at their field with a way there; add no dialogs.',
      ],
    ],
    bad: [['不限时间，不用图形验证码。', 'No time limit and no picture puzzles.']],
  },
  embedding: {
    code: `<oi-request-form service="https://open.example.gov.cn" organ="civil-affairs" status-url="/ysq/progress.html">
  <a href="/ysq/form.docx">下载申请表</a>
</oi-request-form>`,
    good: [
      [
        'status-url 指向查询进度的网页，回执上的二维码通到那里。',
        'Let status-url lead to the page of the progress: the receipt points there.',
      ],
    ],
    bad: [['不把它放进别的表单里。', 'Not inside another form.']],
  },
};

export const requestStatus: Guide = {
  element: 'oi-request-status',
  name: ['办理进度', 'Request status'],
  lead: [
    '凭编号和查询码看自己的申请：要我做什么、什么时候答复。',
    'By number and code: what is asked of me, and when the reply is due.',
  ],
  use: {
    good: [
      ['申请页旁边、回执二维码通到的网页。', 'Beside the request form, where the receipt leads.'],
    ],
    bad: [
      [
        '办件进度用 oi-progress-tracker，它两样都能查。',
        'For cases use oi-progress-tracker; it finds both.',
      ],
    ],
  },
  content: {
    good: [['网页上告诉人查询码在回执上。', 'Tell people that the code is on the receipt.']],
    bad: [['不要求登录。', 'Ask for no account.']],
    shown: [
      {
        caption: ['从回执来，编号已经填好', 'From the receipt, with the number'],
        draw: () =>
          html`<oi-request-status
            .client=${client}
            number=${sampleRequestKeys.confirmed.number}
            heading-level="4"
          ></oi-request-status>`,
      },
      {
        caption: ['编号要自己抄', 'The number to be copied by hand'],
        draw: () =>
          html`<oi-request-status .client=${client} heading-level="4"></oi-request-status>`,
      },
    ],
  },
  accessibility: {
    good: [
      [
        '公用电脑上会自己退出，离开前先提醒。',
        'On shared computers it closes by itself and says so before.',
      ],
    ],
    bad: [['不把查询码写进网址。', 'Never put the code into an address.']],
  },
  embedding: {
    code: `<oi-request-status service="https://open.example.gov.cn">
  <a href="/ysq/">查询信息公开申请进度</a>
</oi-request-status>`,
    good: [['查询页只放它一个，读屏一进来就是输入框。', 'Let it have the page to itself.']],
    bad: [['不把查到的内容转存到网页的统计里。', 'Do not pass on what it shows to analytics.']],
  },
};

export const deadlineClock: Guide = {
  element: 'oi-deadline-clock',
  name: ['答复期限', 'Deadline clock'],
  lead: [
    '哪一天之前答复，这个日期是怎么算出来的。',
    'By which day the reply is due, and how that day was reckoned.',
  ],
  use: {
    good: [
      [
        '说明申请多久能答复；工作人员核对期限。',
        'To tell how long a reply takes; for officers to check.',
      ],
    ],
    bad: [['不用来做倒计时装饰。', 'Not as a countdown for show.']],
  },
  content: {
    good: [
      [
        '给出收到日期和渠道，其余由它推算。',
        'Give the day of receipt and the channel: it reckons the rest.',
      ],
    ],
    bad: [['不另外手写截止日期。', 'Do not write a date beside it by hand.']],
    shown: [
      {
        caption: ['从收到的日期算起', 'Reckoned from the day of receipt'],
        draw: () =>
          html`<oi-deadline-clock
            .calendar=${calendarChina}
            today="2026-09-16"
            received-on="2026-09-07"
            channel="counter"
            heading-level="4"
          ></oi-deadline-clock>`,
      },
      {
        caption: ['什么都没给', 'Nothing given'],
        draw: () =>
          html`<oi-deadline-clock .calendar=${calendarChina} today="2026-09-16" heading-level="4"
            >答复期限以受理机构的告知为准。</oi-deadline-clock
          >`,
      },
    ],
  },
  accessibility: {
    good: [['日期、剩余天数和原因都是文字。', 'Date, days left and reasons are words.']],
    bad: [['不只用颜色表示快到期。', 'Never say “soon due” by colour alone.']],
  },
  embedding: {
    code: `<oi-deadline-clock service="https://open.example.gov.cn" received-on="2026-09-07" channel="online">
  答复期限以受理机构的告知为准。
</oi-deadline-clock>`,
    good: [
      [
        '放假安排公布前，日期会标“暂定”，保留它。',
        'Before the holidays are announced dates are “provisional”: leave it so.',
      ],
    ],
    bad: [['不自己写工作日历。', 'Do not keep a calendar of your own.']],
  },
};

export const follow: Guide = {
  element: 'oi-follow',
  name: ['订阅更新', 'Follow'],
  lead: ['一个按钮：有变化时告诉我。', 'One button: tell me when something changes.'],
  use: {
    good: [['放在政策、事项、办件的旁边。', 'Beside a policy, an item or a case.']],
    bad: [
      ['不做成弹窗，不默认勾选同意。', 'Not as a pop-up, and never with consent ticked before.'],
    ],
  },
  content: {
    good: [
      [
        'label 写订阅什么，例如“养老”。',
        'Say in label what is followed, as in “Care for the elderly”.',
      ],
    ],
    bad: [['不写“订阅我们的消息”。', 'Not “subscribe to our news”.']],
    shown: [
      {
        caption: ['说清订阅什么', 'It says what'],
        draw: () =>
          html`<oi-follow
            .client=${client}
            kind="topic"
            subject="养老服务"
            label="养老"
          ></oi-follow>`,
      },
      {
        caption: ['说不清订阅什么', 'It does not'],
        draw: () =>
          html`<oi-follow
            .client=${client}
            kind="topic"
            subject="养老服务"
            label="本站"
          ></oi-follow>`,
      },
    ],
  },
  accessibility: {
    good: [['每条消息都有停止订阅的链接，通到同一页。', 'Every message has a link that ends it.']],
    bad: [
      [
        '大厅屏上不放：没有人的邮箱应当留在那里。',
        'Not on hall screens: nobody’s address belongs there.',
      ],
    ],
  },
  embedding: {
    code: `<oi-follow service="https://open.example.gov.cn" kind="topic" subject="养老服务" label="养老">
  <a href="/dy/">订阅说明</a>
</oi-follow>`,
    good: [
      [
        '另做一页 <oi-follow page>，邮件里的链接通到那里。',
        'Have a page with <oi-follow page> for the links of messages.',
      ],
    ],
    bad: [['不收集电话和姓名。', 'Collect no names and telephone numbers.']],
  },
};
