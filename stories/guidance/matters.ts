import { createMockClient, sampleCaseKeys } from '@open-info/sdk/testing';
import { html } from 'lit';
import type { Guide } from './page.ts';

const client = createMockClient();

export const serviceGuide: Guide = {
  element: 'oi-service-guide',
  name: ['办事指南', 'Service guide'],
  lead: [
    '出门前要知道的：多久、跑几趟、多少钱、带什么。',
    'What to know before setting out: how long, how often, how much, what to bring.',
  ],
  use: {
    good: [
      [
        '一个事项一页；不写 matter 就是查找页。',
        'One matter on a page; without matter it is a search.',
      ],
      ['几件事一起办的，用“一件事”的编号。', 'For several at once use the number of the bundle.'],
    ],
    bad: [['不用来办理：办理在政务服务网。', 'Not to apply: that is done on the service portal.']],
  },
  content: {
    good: [
      [
        '材料写生活里的名字，说明从哪里拿。',
        'Name papers as people do and say where they come from.',
      ],
    ],
    bad: [['不写“其他相关材料”。', 'Never “other relevant materials”.']],
    shown: [
      {
        caption: ['直接打开一个事项', 'A matter at once'],
        draw: () =>
          html`<oi-service-guide
            .client=${client}
            matter="shop-registration"
            compact
            heading-level="4"
          ></oi-service-guide>`,
      },
      {
        caption: ['只有查找框', 'A search alone'],
        draw: () =>
          html`<oi-service-guide
            .client=${client}
            compact
            heading-level="4"
            page-size="1"
          ></oi-service-guide>`,
      },
    ],
  },
  accessibility: {
    good: [
      ['清单可以打印，也可以带到手机上。', 'The list can be printed, or taken along on a phone.'],
    ],
    bad: [['不用流程图图片代替步骤。', 'No picture of a flow chart instead of steps.']],
  },
  embedding: {
    code: `<oi-service-guide service="https://open.example.gov.cn" matter="shop-registration">
  <a href="https://zwfw.example.gov.cn/">到政务服务网办理</a>
</oi-service-guide>`,
    good: [
      [
        'share-url 写这一页的网址，扫码能打开同一份清单。',
        'Give share-url the address of the page: its QR code opens the same list.',
      ],
    ],
    bad: [
      [
        '不复制内容到自己的网页，事项改了不会跟着改。',
        'Copy nothing into the page: copies do not follow.',
      ],
    ],
  },
};

export const progressTracker: Guide = {
  element: 'oi-progress-tracker',
  name: ['办事进度', 'Progress tracker'],
  lead: [
    '凭编号和查询密码：办到哪一步，我要做什么，为什么停着。',
    'By number and code: how far it is, what I must do, why it stands still.',
  ],
  use: {
    good: [
      ['查办件，也查公开信息申请。', 'For cases and for disclosure requests.'],
      [
        '大厅大屏写 presentation="hall"，不显示任何人的内容。',
        'On hall screens presentation="hall": it shows nobody’s case.',
      ],
    ],
    bad: [['不给工作人员当工作台。', 'Not as a desk for officers.']],
  },
  content: {
    good: [
      [
        '从短信来的人，编号先填好：case-no。',
        'Fill in the number for who comes from a message: case-no.',
      ],
    ],
    bad: [['查询密码永远由本人填。', 'Never fill in the code for anybody.']],
    shown: [
      {
        caption: ['编号已填好', 'With the number'],
        draw: () =>
          html`<oi-progress-tracker
            .client=${client}
            case-no=${sampleCaseKeys.reviewing.number}
            heading-level="4"
          ></oi-progress-tracker>`,
      },
      {
        caption: ['什么都要自己填', 'Everything by hand'],
        draw: () =>
          html`<oi-progress-tracker .client=${client} heading-level="4"></oi-progress-tracker>`,
      },
    ],
  },
  accessibility: {
    good: [['现在要做的事永远排在最前面。', 'What is to be done now always comes first.']],
    bad: [['不用闪动和声音提示。', 'No blinking and no sounds.']],
  },
  embedding: {
    code: `<oi-progress-tracker service="https://open.example.gov.cn" guide-url="/bszn/?matter={id}">
  <a href="https://zwfw.example.gov.cn/">查询办事进度</a>
</oi-progress-tracker>`,
    good: [
      [
        'guide-url 通到办事指南，补正的人要看材料。',
        'Let guide-url lead to the guide: who supplements needs the list.',
      ],
    ],
    bad: [['编号和密码不写进网址。', 'Neither number nor code belongs into an address.']],
  },
};

export const kiosk: Guide = {
  element: 'oi-kiosk',
  name: ['大厅触摸屏', 'Touch screen of a hall'],
  lead: [
    '大厅触摸屏的框：屏幕键盘、大按钮、不跳走、没人用就清空。',
    'The frame of a touch screen: a keyboard, large buttons, no way out, a wipe when nobody is there.',
  ],
  use: {
    good: [
      ['很多人轮流用的触摸屏。', 'Touch screens that many people use in turn.'],
      [
        '要请人来触摸时，把轮播屏放在 slot="start"。',
        'To invite people, put the hall board into slot="start".',
      ],
    ],
    bad: [['不用在手机和普通网页上。', 'Not on phones or ordinary pages.']],
  },
  content: {
    good: [
      ['首页四五个大入口就够。', 'Four or five large entries at the start are enough.'],
      ['每个栏目一个 <template>。', 'One <template> for each view.'],
    ],
    bad: [
      ['首页不写长文字，没有人站着读。', 'No long text at the start: nobody reads it standing.'],
    ],
  },
  accessibility: {
    good: [
      [
        '竖屏留着“放低画面”，坐轮椅也点得到。',
        'Keep the button that lowers the picture: it brings all within reach of a wheelchair.',
      ],
    ],
    bad: [
      [
        'idle-seconds 不少于 60，看得慢的人来得及。',
        'No idle-seconds below 60: slow readers need the time.',
      ],
    ],
  },
  embedding: {
    code: `<oi-kiosk service="https://open.example.gov.cn" heading="政务公开">
  <div slot="start"><a href="#catalog">查政务公开</a></div>
  <template id="catalog"><oi-catalog-browser></oi-catalog-browser></template>
</oi-kiosk>`,
    good: [
      [
        '机器自带输入法的，写 keyboard="off"。',
        'Where the machine has its own keyboard, keyboard="off".',
      ],
    ],
    bad: [
      [
        '框外不放输入框，清空时清不到。',
        'No fields outside the frame: the wipe does not reach them.',
      ],
    ],
  },
};

export const provider: Guide = {
  element: 'oi-provider',
  name: ['供应者', 'Provider'],
  lead: [
    '一处写服务、模式、主题，里面的组件都用。',
    'Service, mode and theme said once for all elements inside.',
  ],
  use: {
    good: [['一页有两个以上的组件。', 'Where a page has two elements or more.']],
    bad: [
      [
        '整页只有一个模式时，写在 <html data-oi-mode> 上就够了。',
        'For a whole page <html data-oi-mode> is enough.',
      ],
    ],
  },
  content: {
    good: [['一个栏目一种模式、一个主题。', 'One mode and one theme for a section.']],
    bad: [['同一屏不混用两种主题。', 'No two themes on one screen.']],
    shown: [
      {
        caption: ['一个主题', 'One theme'],
        draw: () =>
          html`<oi-provider .client=${client} theme="red">
            <oi-stamp attribute="open"></oi-stamp>
            <oi-follow kind="topic" subject="养老服务" label="养老"></oi-follow>
          </oi-provider>`,
      },
      {
        caption: ['两个主题挨着', 'Two side by side'],
        draw: () =>
          html`<oi-provider .client=${client} theme="red">
              <oi-stamp attribute="open"></oi-stamp>
            </oi-provider>
            <oi-provider .client=${client} theme="blue">
              <oi-follow kind="topic" subject="养老服务" label="养老"></oi-follow>
            </oi-provider>`,
      },
    ],
  },
  accessibility: {
    good: [
      [
        'mode="elder"：字 20 像素起，按的地方 60 像素。',
        'mode="elder": text from 20 pixels, targets of 60.',
      ],
    ],
    bad: [['不另写放大字号的脚本。', 'No script of your own to enlarge text.']],
  },
  embedding: {
    code: `<oi-provider service="https://open.example.gov.cn" mode="elder" theme="red">
  <oi-policy-list></oi-policy-list>
  <oi-request-form organ="civil-affairs"></oi-request-form>
</oi-provider>`,
    good: [['主题的样式文件由网页引入。', 'The page links the style sheet of the theme.']],
    bad: [['不互相套多层。', 'Not one inside the other.']],
  },
};

export const hallBoard: Guide = {
  element: 'oi-hall-board',
  name: ['大厅轮播屏', 'Hall board'],
  lead: [
    '五米外能看清的大屏：政策、清理结果、进度、通知。',
    'A screen to be read from five metres: policies, clean-ups, progress, notices.',
  ],
  use: {
    good: [['服务大厅竖屏，没有人操作也能看。', 'Upright screens in halls that nobody touches.']],
    bad: [['不放进普通网页。', 'Not on ordinary pages.']],
  },
  content: {
    good: [['show 只写这个大厅的人要看的。', 'Name in show only what people in this hall want.']],
    bad: [
      [
        '一页停留不少于读完的时间，page-seconds 不写太小。',
        'Pages stay until they can be read: no small page-seconds.',
      ],
    ],
  },
  accessibility: {
    good: [['可以停下来、往回翻。', 'It can be stopped and turned back.']],
    bad: [['不显示姓名和完整编号。', 'It shows no names and no whole numbers; add none.']],
  },
  embedding: {
    code: `<oi-hall-board service="https://open.example.gov.cn" show="policies progress notices"></oi-hall-board>`,
    good: [
      [
        '断网时继续显示上次读到的内容和时间。',
        'Without network it keeps what it read, and says when.',
      ],
    ],
    bad: [['屏上不放能跳走的链接。', 'No links that lead away from the screen.']],
  },
};
