import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { textOfBlocks, type Block } from '@open-info/contract/blocks';
import { blocksFromHtml, largestPage, PageTooLargeError } from './from-html.ts';

const blocks = (html: string, base?: string): Block[] => blocksFromHtml(html, { base }).blocks;
const kinds = (list: readonly Block[]) => list.map(({ kind }) => kind);

test('a page of a portal: text from its container, fields from its table, tags and text', () => {
  const {
    blocks: body,
    title,
    metadata,
  } = blocksFromHtml(`
    <head><meta name="ArticleTitle" content="关于印发《养老补贴办法》的通知">
    <meta name="PubDate" content="2025-03-21 16:20"><meta name="ContentSource" content="区民政局"></head>
    <body><nav>首页</nav><table><tr><td>
    <table><tr><td>索 引 号：</td><td>990101/2025-00031</td><td>主题分类</td><td>民政、养老</td></tr>
    <tr><td>发文机关</td><td>区民政局 区财政局</td><td>文　号</td><td>某民发[2025]9号</td></tr></table>
    <div class="TRS_Editor"><p align=center><b>关于印发《养老补贴办法》的通知</b></p>
    <p>&nbsp;&nbsp;　　各街道：</p><p>本办法自2025年5月1日起施行，有效期至2030年4月30日。</p>
    <p>二〇二五年三月十八日</p><p>（此件公开发布）</p></div></td></tr></table><footer>版权</footer>`);
  assert.equal(title, '关于印发《养老补贴办法》的通知');
  assert.deepEqual(metadata, {
    title,
    indexNumber: '990101/2025-00031',
    topics: ['民政', '养老'],
    issuers: ['区民政局', '区财政局'],
    documentNumber: '某民发〔2025〕9号',
    publishedAt: '2025-03-21T16:20:00+08:00',
    source: '区民政局',
    issuedOn: '2025-03-18',
    effectiveOn: '2025-05-01',
    expiresOn: '2030-04-30',
    stamp: 'open',
  });
  assert.equal(
    textOfBlocks(body),
    '各街道：\n本办法自2025年5月1日起施行，有效期至2030年4月30日。\n二〇二五年三月十八日\n（此件公开发布）',
  );
});

test('metadata that stands in lines, one after another or each in its own', () => {
  const line = blocksFromHtml(
    '<p>索引号：1/2-3　发布日期：2024-01-02　有效性：废止</p><p>正文在这里。</p>',
  );
  assert.equal(line.metadata.indexNumber, '1/2-3');
  assert.equal(line.metadata.publishedAt, '2024-01-02T00:00:00+08:00');
  assert.equal(line.metadata.validity, 'abolished');
  const apart = blocksFromHtml(
    '<dl><dt>索引号</dt><dd>A-7</dd><dt>公开属性：</dt><dd>依申请公开</dd></dl><article>这里是足够长的正文，有二十个字以上才算。</article>',
  );
  assert.equal(apart.metadata.indexNumber, 'A-7');
  assert.equal(apart.metadata.attribute, 'onRequest');
});

test('text as people read it: indents, zero-width and line breaks of the source are gone', () => {
  const [first, second] = blocks(
    '<section><section><span>\u200b　　为了\n规范，</span><span style="font-weight:700">见\u2028第一章　总则</span></section></section>a&nbsp;&nbsp;b\u202ec\u0000',
  );
  assert.deepEqual(first?.text, [
    { text: '为了规范，' },
    { text: '见 第一章　总则', strong: true },
  ]);
  assert.deepEqual(second?.text, [{ text: 'a bc' }]);
});

test('headings rank from 2 to 4, whatever they were, and bold ordinals are headings', () => {
  const levels = (html: string) =>
    blocks(html).flatMap(({ kind, level }) => (kind === 'heading' ? [level] : []));
  assert.deepEqual(
    levels('<h3>甲</h3><h5>乙</h5><h6>丙</h6><h6>丁</h6><h3>戊</h3>'),
    [2, 3, 4, 4, 2],
  );
  assert.deepEqual(
    levels('<p><b>一、总则</b></p><p>x</p><p><strong>（一）对象</strong></p>'),
    [2, 3],
  );
  assert.deepEqual(levels('<p><b>一、这是一句话。</b></p>'), []);
});

test('lists in lists become lines of their item', () => {
  const [list] = blocks('<ol><li>一<ul><li>甲<li>乙</ul><li>二</ol>');
  assert.deepEqual(list, {
    kind: 'list',
    ordered: true,
    items: [[{ text: '一\n· 甲\n· 乙' }], [{ text: '二' }]],
  });
});

test('tables keep spans and headings; tables in them become text, pictures come after', () => {
  const [table, figure] = blocks(
    '<table><caption>标准</caption><tr><th colspan=2>头<td rowspan=99>尾<tr><td>1<table><tr><td>a<td>b</table><td><img src="x.png" alt="流程 图">2</table>',
  );
  assert.equal(figure?.alternative, '流程 图');
  assert.deepEqual(table, {
    kind: 'table',
    text: [{ text: '标准' }],
    rows: [
      [
        { text: [{ text: '头' }], header: true, columns: 2 },
        { text: [{ text: '尾' }], rows: 2 },
      ],
      [{ text: [{ text: '1\na b' }] }, { text: [{ text: '2' }] }],
    ],
  });
  assert.deepEqual(kinds(blocks('<table><tr><td><p>一</p><p>二</p></td></tr></table>')), [
    'paragraph',
    'paragraph',
  ]);
});

test('figures, captions, attachments, quotes and alignment', () => {
  const page = blocksFromHtml(
    '<figure><img src="a.png"><figcaption>图一</figcaption></figure><p>附件：1.<a href="./b.doc">表.doc</a></p><blockquote>引文</blockquote><center>中</center><p style="text-align:right">右</p>',
  );
  assert.deepEqual(page.blocks, [
    { kind: 'figure', file: 'f1', text: [{ text: '图一' }] },
    { kind: 'attachment', file: 'f2', text: [{ text: '表.doc' }] },
    { kind: 'quote', text: [{ text: '引文' }] },
    { kind: 'paragraph', text: [{ text: '中' }], align: 'center' },
    { kind: 'paragraph', text: [{ text: '右' }], align: 'end' },
  ]);
  assert.deepEqual(
    page.files.map(({ path }) => path),
    ['a.png', 'b.doc'],
  );
});

test('links: http(s) and paths of the site stay, everything else is told', () => {
  const href = (raw: string, base?: string) =>
    blocks(`<a href="${raw}">x</a>`, base)[0]?.text?.[0]?.href;
  assert.equal(href('http://a.cn/b c'), 'http://a.cn/b%20c');
  assert.equal(href('/art/1.html'), '/art/1.html');
  assert.equal(href('//a.cn/1'), 'https://a.cn/1');
  assert.equal(href('./2.html', 'http://a.cn/art/1.html'), 'http://a.cn/art/2.html');
  const refused = [
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    '&#1;javascript:alert(1)',
    'JaVaScRiPt&colon;alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'https://gov.cn@evil.cn/',
    '/\u0000/x',
    '/.//evil.cn',
    'mailto:a@b.cn',
    './2.html',
  ];
  for (const raw of refused) assert.equal(href(raw), undefined, raw);
  assert.equal(href('/\\evil.cn'), 'https://evil.cn/', 'read as browsers do');
  const [dropped] = blocksFromHtml('<a href="javascript:alert(1)">x</a>').dropped;
  assert.deepEqual(dropped, { kind: 'unsafeLink', count: 1, examples: ['javascript:alert(1)'] });
});

test('what is left out is counted, with examples', () => {
  const { dropped, blocks: body } = blocksFromHtml(
    `<script>x</script><style>p{}</style><p onclick=a onmouseover=b>文</p><iframe src=//e></iframe>
     <form><input><button>提交</button></form><img src=//t/1.gif width=1><img src="https://e/x.png">
     <p style="display:none">藏</p><svg><a href=x>y</a></svg><object>没有结束`,
  );
  assert.deepEqual(Object.fromEntries(dropped.map(({ kind, count }) => [kind, count])), {
    script: 1,
    style: 1,
    handler: 2,
    embedded: 3,
    form: 3,
    trackingPixel: 1,
    foreignResource: 1,
    hidden: 1,
  });
  assert.equal(textOfBlocks(body), '文\n没有结束');
});

test('encodings: byte order mark, header, meta, and pages that say the wrong one', () => {
  const gbk = (text: string) =>
    new Uint8Array(execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: text }));
  const text = (bytes: Uint8Array, contentType?: string) =>
    textOfBlocks(blocksFromHtml(bytes, { contentType }).blocks);
  const utf8 = (html: string) => new TextEncoder().encode(html);
  assert.equal(text(gbk('<meta charset=gb2312><p>政务公开㐀</p>')), '政务公开㐀');
  assert.equal(text(gbk('<p>没有声明</p>')), '没有声明');
  assert.equal(text(gbk('<p>只在头部</p>'), 'text/html; charset=GBK'), '只在头部');
  assert.equal(text(utf8('<meta charset=gbk><p>其实是另一种</p>')), '其实是另一种');
  assert.equal(text(utf8('\ufeff<meta charset=big5><p>标记优先</p>')), '标记优先');
  const utf16 = new Uint8Array(Buffer.from('\ufeff<p>双字节</p>', 'utf16le'));
  assert.equal(text(utf16), '双字节');
});

test('a page that is too large is refused, one with too many parts says so', () => {
  assert.throws(() => blocksFromHtml('x'.repeat(largestPage + 1)), PageTooLargeError);
  const { dropped } = blocksFromHtml('<p>x'.repeat(60_000));
  assert.deepEqual(
    dropped.map(({ kind }) => kind),
    ['beyondLimit'],
  );
});
