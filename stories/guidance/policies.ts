import { createMockClient } from '@open-info/sdk/testing';
import { html } from 'lit';
import type { Guide } from './page.ts';

const client = createMockClient();

export const catalogBrowser: Guide = {
  element: 'oi-catalog-browser',
  name: ['目录浏览', 'Catalog browser'],
  lead: [
    '让人查到：应当公开什么、由谁公开、多久之内公开。',
    'Lets people find what must be disclosed, by whom and by when.',
  ],
  use: {
    good: [
      [
        '部门、街道的“政务公开”首页或者栏目页。',
        'On the disclosure page of a department or street office.',
      ],
      ['只想列一个部门的事项：写上 organ。', 'For one department only: set organ.'],
    ],
    bad: [
      [
        '不用它列新闻和通知：目录是“应当公开什么”，不是文章列表。',
        'Not for news: the catalog says what must be disclosed, it is no list of articles.',
      ],
      ['同一页不放两个可以检索的目录。', 'Not twice on a page with two search boxes.'],
    ],
  },
  content: {
    good: [
      [
        '标题写这一页的人要找的东西，不超过 15 个字。',
        'A heading of what readers look for, at most some five words.',
      ],
      ['source 写发布机关的全称。', 'In source the full name of the publishing organ.'],
    ],
    bad: [
      [
        '标题里不写口号、年份和“欢迎访问”。',
        'No slogans, years or words of welcome in the heading.',
      ],
    ],
    shown: [
      {
        caption: ['说清是谁的、是什么', 'Whose it is and what it is'],
        draw: () =>
          html`<oi-catalog-browser
            .client=${client}
            heading="民政局公开事项"
            organ="civil-affairs"
            page-size="1"
            heading-level="4"
          ></oi-catalog-browser>`,
      },
      {
        caption: ['标题像横幅', 'A heading like a banner'],
        draw: () =>
          html`<oi-catalog-browser
            .client=${client}
            heading="热烈欢迎广大群众访问我局阳光政务公开专栏查询2026年度最新事项"
            page-size="1"
            heading-level="4"
          ></oi-catalog-browser>`,
      },
    ],
  },
  accessibility: {
    good: [
      [
        'heading-level 接着网页已有的标题层级。',
        'Let heading-level continue the outline of your page.',
      ],
      [
        '给老年人看的栏目写 data-oi-mode="elder"。',
        'Set data-oi-mode="elder" on pages made for older people.',
      ],
    ],
    bad: [
      ['不用样式把焦点框去掉。', 'Never style the focus ring away.'],
      ['不放进小于 320 像素宽的侧栏。', 'Not into a column narrower than 320 pixels.'],
    ],
  },
  embedding: {
    code: `<script type="module" src="https://open.example.gov.cn/embed/loader.js"></script>
<oi-catalog-browser service="https://open.example.gov.cn" organ="civil-affairs">
  <a href="https://open.example.gov.cn/api/v1/catalog/export?format=csv">政务公开事项标准目录（下载）</a>
</oi-catalog-browser>`,
    good: [
      [
        '标签里留一条普通链接，脚本用不了时它还在。',
        'Keep a plain link inside: it stands where no script runs.',
      ],
      ['想让事项能分享，写上 routing。', 'Set routing so that an item has an address to share.'],
    ],
    bad: [
      [
        '不放进固定高度、会出滚动条的框里。',
        'Not in a box of fixed height with a scroll bar of its own.',
      ],
    ],
  },
};

export const policyList: Guide = {
  element: 'oi-policy-list',
  name: ['政策列表', 'Policy list'],
  lead: [
    '最新的政策解读，或者政策文件本身。',
    'The latest interpretations of policies, or the documents themselves.',
  ],
  use: {
    good: [
      [
        '栏目页要按层级、主题、有效性查政策。',
        'Where policies are looked up by level, topic and validity.',
      ],
      ['首页只要几条：page-size="3"。', 'On a start page a few are enough: page-size="3".'],
    ],
    bad: [
      ['只有一份政策时，直接用政策明白看。', 'For a single policy use the policy card at once.'],
    ],
  },
  content: {
    good: [
      ['默认列解读：普通人先要看懂。', 'Interpretations come first: people want to understand.'],
      [
        '标题写主题，例如“养老政策”。',
        'Name the topic in the heading, as in “Care for the elderly”.',
      ],
    ],
    bad: [
      [
        '不另外用文字写“共几条”“更新于”，列表自己会说。',
        'Do not write totals and dates beside it: the list says them.',
      ],
    ],
    shown: [
      {
        caption: ['首页三条解读', 'Three interpretations on a start page'],
        draw: () =>
          html`<oi-policy-list
            .client=${client}
            heading="养老政策"
            page-size="2"
            heading-level="4"
            card-url="?policy={id}"
          ></oi-policy-list>`,
      },
      {
        caption: ['只有文件名，没有解读', 'Document titles alone'],
        draw: () =>
          html`<oi-policy-list
            .client=${client}
            show="documents"
            heading="文件"
            page-size="2"
            heading-level="4"
          ></oi-policy-list>`,
      },
    ],
  },
  accessibility: {
    good: [
      [
        '链接文字就是政策的名称，读屏可以逐条听。',
        'Each link is the title of a policy, so a list of links can be heard.',
      ],
    ],
    bad: [['不在旁边再放“点击这里”“更多>>”。', 'No “click here” or “more>>” beside it.']],
  },
  embedding: {
    code: `<oi-policy-list service="https://open.example.gov.cn" card-url="/zc/card.html?id={id}">
  <a href="/zc/">政策解读</a>
</oi-policy-list>`,
    good: [
      [
        'card-url 指向放着政策明白看的网页，{id} 会换成政策编号。',
        'Let card-url lead to the page of the policy card; {id} becomes the policy.',
      ],
    ],
    bad: [
      [
        '不用脚本改列表里面的内容，升级后会失效。',
        'Do not change what is inside by script: it breaks with the next version.',
      ],
    ],
  },
};

export const policyCard: Guide = {
  element: 'oi-policy-card',
  name: ['政策明白看', 'Policy card'],
  lead: [
    '一份政策和它的解读：还管不管用，我能不能享受，怎么办。',
    'A policy with its interpretation: is it in force, is it for me, what do I do.',
  ],
  use: {
    good: [
      ['政策正文页的上方，或者单独一页。', 'Above the text of a policy, or on a page of its own.'],
    ],
    bad: [
      [
        '不放进列表的每一行，那里用政策列表。',
        'Not in each row of a list: that is the policy list.',
      ],
    ],
  },
  content: {
    good: [
      [
        '先讲谁能享受，再讲怎么办，最后讲依据。',
        'First who may use it, then how, then what it rests on.',
      ],
      [
        '一句话不超过 40 个字；名词就地解释。',
        'Short sentences; terms are explained where they stand.',
      ],
    ],
    bad: [['不照抄文件的序言。', 'Do not copy the preamble of the document.']],
    shown: [
      {
        caption: ['有解读', 'With its interpretation'],
        draw: () =>
          html`<oi-policy-card
            .client=${client}
            policy-id="meals-2026"
            compact
            heading-level="4"
          ></oi-policy-card>`,
      },
      {
        caption: ['没有解读，只剩文件', 'Without one: the document alone'],
        draw: () =>
          html`<oi-policy-card
            .client=${client}
            policy-id="meals-2021"
            compact
            heading-level="4"
          ></oi-policy-card>`,
      },
    ],
  },
  accessibility: {
    good: [['视频和图解都配文字版。', 'Give every film and picture its text.']],
    bad: [['不用图片代替表格和文字。', 'No pictures of tables or text.']],
  },
  embedding: {
    code: `<oi-policy-card service="https://open.example.gov.cn" policy-id="meals-2026">
  <a href="/zc/meals-2026.html">老年人助餐补贴办法</a>
</oi-policy-card>`,
    good: [
      [
        'share-url 写能在手机上打开的网址，二维码就是它。',
        'Give share-url an address phones can open: the QR code is made of it.',
      ],
    ],
    bad: [
      [
        '不把失效的政策撤下来：卡片会标明失效。',
        'Do not take policies down that are no longer in force: the card says so.',
      ],
    ],
  },
};

export const plainCard: Guide = {
  element: 'oi-plain-card',
  name: ['明白卡', 'Plain card'],
  lead: [
    '一页纸讲清：谁能享受、享受什么、怎么办、找谁问。',
    'On one page: who gets what, how, and whom to ask.',
  ],
  use: {
    good: [['窗口发放、社区张贴、微信转发。', 'To hand out, to put up, to send on.']],
    bad: [
      [
        '没有解读的政策做不成明白卡，先写解读。',
        'A policy without an interpretation has no card: write that first.',
      ],
    ],
  },
  content: {
    good: [
      [
        '每一栏三条以内，写金额、天数、地点。',
        'At most three lines each, with amounts, days and places.',
      ],
    ],
    bad: [['不写“符合相关规定的人员”。', 'Never “persons who meet the relevant provisions”.']],
    shown: [
      {
        caption: ['能照着办', 'One can act on it'],
        draw: () =>
          html`<oi-plain-card
            .client=${client}
            policy-id="meals-2026"
            heading-level="4"
          ></oi-plain-card>`,
      },
      {
        caption: ['没有卡的政策', 'A policy without a card'],
        draw: () =>
          html`<oi-plain-card
            .client=${client}
            policy-id="relief-2024"
            heading-level="4"
          ></oi-plain-card>`,
      },
    ],
  },
  accessibility: {
    good: [['张贴用 A4，字更大。', 'Put up the A4 one: its letters are larger.']],
    bad: [['不只发图片：图片旁边留网址。', 'Not as a picture alone: give the address beside it.']],
  },
  embedding: {
    code: `<oi-plain-card service="https://open.example.gov.cn" policy-id="meals-2026" format="a5">
  <a href="/zc/meals-2026.html">老年人助餐补贴办法</a>
</oi-plain-card>`,
    good: [['要打印就写 format="a4" 或 "a5"。', 'Set format="a4" or "a5" for print.']],
    bad: [
      [
        '不截图存档：政策改了，卡片会跟着改，截图不会。',
        'Keep no screenshots: the card follows the policy, they do not.',
      ],
    ],
  },
};

export const stamp: Guide = {
  element: 'oi-stamp',
  name: ['公开属性', 'Disclosure stamp'],
  lead: [
    '文件怎么公开，用文件上的原话说。',
    'How a document is disclosed, in the words it carries.',
  ],
  use: {
    good: [['放在文件正文的末尾。', 'At the end of the text of a document.']],
    bad: [['不当装饰，一份文件一个。', 'Not as an ornament: one for a document.']],
  },
  content: {
    good: [
      [
        '依申请公开和不予公开，能说的理由要写。',
        'Give the reason of what is not published, where it may be told.',
      ],
    ],
    bad: [['不自己改“此件公开发布”的写法。', 'Do not reword the set phrases.']],
    shown: [
      {
        caption: ['写明理由，给出申请入口', 'With the reason and the way to ask'],
        draw: () =>
          html`<oi-stamp
            attribute="onRequest"
            reason="含有企业申报材料"
            request-url="?request={id}"
          ></oi-stamp>`,
      },
      {
        caption: ['没有理由', 'Without a reason'],
        draw: () => html`<oi-stamp attribute="onRequest"></oi-stamp>`,
      },
    ],
  },
  accessibility: {
    good: [
      ['文字说明，不靠红色印章的样子。', 'It speaks in words, not by looking like a red seal.'],
    ],
    bad: [['不用图片印章代替。', 'No picture of a seal instead.']],
  },
  embedding: {
    code: `<oi-stamp attribute="open">此件公开发布</oi-stamp>`,
    good: [
      [
        '已知属性就写 attribute，不用连服务。',
        'Set attribute where it is known: no service is asked.',
      ],
    ],
    bad: [['attribute 和 document-id 不同时写。', 'Do not set attribute and document-id both.']],
  },
};
