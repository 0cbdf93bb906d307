import { createRequire } from 'node:module';

const naughty = createRequire(import.meta.url)('big-list-of-naughty-strings') as string[];

/** Every address in these leads here; a request to it fails a test. */
const evil = 'https://evil.example';
const run = 'globalThis.ran=1';

/** Ways in which pages have been made to run scripts or to ask other hosts, one of each kind. */
const vectors = [
  `<script>${run}</script>`,
  `<scr<script>ipt>${run}</scr</script>ipt>`,
  `<script src="${evil}/a.js"></script>`,
  `<script\u0000>${run}</script>`,
  `<script/x>${run}</script`,
  `<img src=x onerror=${run}>`,
  `<img src=x onerror=${run}//`,
  `<img/src="x"/onerror=${run}>`,
  `<img src="x\`y" onerror="${run}">`,
  `<img """><script>${run}</script>">`,
  `<svg onload=${run}>`,
  `<svg><script href="${evil}/a.js"/></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload=${run}>#x">`,
  `<svg><foreignObject><iframe srcdoc="<script>${run}</script>">`,
  `<svg><style><img src=x onerror=${run}></style>`,
  `<svg><a xlink:href="javascript:${run}"><text y=20>x</text></a></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${run}&gt;">`,
  `<math href="javascript:${run}">x</math>`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `<template><script>${run}</script></template>`,
  `<textarea><img title="</textarea><img src=x onerror=${run}>">`,
  `<title><img title="</title><img src=x onerror=${run}>">`,
  `<xmp><img title="</xmp><img src=x onerror=${run}>">`,
  `<style><img title="</style><img src=x onerror=${run}>">`,
  `<style>@import "${evil}/a.css";</style>`,
  `<p style="background:url(${evil}/a.png)">x</p>`,
  `<p style="width:expression(${run})">x</p>`,
  `<link rel=stylesheet href="${evil}/a.css"><link rel=prefetch href="${evil}/b">`,
  `<meta http-equiv=refresh content="0;url=javascript:${run}">`,
  `<base href="${evil}/"><a href=a>x</a><img src=b alt=字>`,
  `<iframe src="javascript:${run}"></iframe>`,
  `<iframe srcdoc="&lt;script&gt;${run}&lt;/script&gt;"></iframe>`,
  `<object data="javascript:${run}"></object><embed src="${evil}/a.swf">`,
  `<object type="text/x-scriptlet" data="${evil}/a"></object>`,
  `<applet code=x archive="${evil}/a.jar"></applet>`,
  `<video src="${evil}/a.mp4" poster="${evil}/a.png" autoplay onplay=${run}></video>`,
  `<audio src=x onerror=${run}></audio><video><source onerror=${run}></video>`,
  `<body background="${evil}/a.png" onload=${run}>`,
  `<table background="${evil}/a.png"><tr><td background="${evil}/b.png">甲<td>乙</table>`,
  `<input autofocus onfocus=${run}><select autofocus onfocus=${run}><textarea autofocus onfocus=${run}>`,
  `<form action="javascript:${run}"><button formaction="javascript:${run}">x</button></form>`,
  `<details open ontoggle=${run}><summary>x</summary></details>`,
  `<marquee onstart=${run}>x</marquee>`,
  `<a href="javascript:${run}">x</a>`,
  `<a href="jAvAsCrIpT&colon;${run}">x</a>`,
  `<a href="java&Tab;script&NewLine;:${run}">x</a>`,
  `<a href=" &#14; javascript:${run}">x</a>`,
  `<a href="&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A${run}">x</a>`,
  `<a href="\u0001javascript:${run}">x</a>`,
  `<a href="javascript\u2028:${run}">x</a>`,
  `<a href="vbscript:msgbox(1)">x</a><a href="livescript:x">x</a><a href="mocha:x">x</a>`,
  `<a href="data:text/html,<script>${run}</script>">x</a>`,
  `<a href="blob:${evil}/x">x</a><a href="filesystem:${evil}/x">x</a><a href="view-source:x">x</a>`,
  `<a href="/\\evil.example">x</a><a href="\\\\evil.example">x</a><a href="/.//evil.example">x</a>`,
  `<a href="/\t/evil.example">x</a><a href="https:evil.example">x</a><a href="https:/\\/evil.example">x</a>`,
  `<a href="https://gov.cn@evil.example/">x</a><a href="//user:pass@evil.example">x</a>`,
  `<a href=x ping="${evil}/p" target=_blank download>x</a>`,
  `<a href="x" style="-moz-binding:url(${evil}/x#y)">x</a>`,
  `<area href="javascript:${run}"><map name=m><area href="javascript:${run}"></map>`,
  `<img src="${evil}/1.gif" width=1 height=1><img srcset="${evil}/2.png 2x" src="data:,x">`,
  `<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+" alt=图>`,
  `<img dynsrc="javascript:${run}" lowsrc="${evil}/l"><image href="${evil}/i" src="${evil}/i">`,
  `<picture><source srcset="${evil}/p.png"><img src="/a.png" alt="图 片"></picture>`,
  `<isindex type=image src=1 onerror=${run}><keygen autofocus onfocus=${run}>`,
  `<!--[if gte IE 4]><script>${run}</script><![endif]--><!--><img src=x onerror=${run}>-->`,
  `<![CDATA[<img src=x onerror=${run}>]]><?xml-stylesheet href="javascript:${run}"?>`,
  `<frameset onload=${run}><frame src="javascript:${run}"></frameset>`,
  `<x onclick=${run} id=x style=animation-name:x onanimationstart=${run}>x</x>`,
  `<plaintext><script>${run}</script>`,
  `+ADw-script+AD4-${run}+ADw-/script+AD4-`,
  `<div id=location><form id=document><input name=cookie><a id=defaultView href="tel:1">x</a></form></div>`,
  `{{constructor.constructor('${run}')()}}\${${run}}<%=${run}%>`,
  `<constructor><__proto__ hasOwnProperty=1 constructor=2>x</__proto__></constructor>`,
  `<td colspan=-1 rowspan=99999999999>x<th colspan=1e9>y<table><tr><td colspan=0x7f>z<td>w</table>`,
  `\ud800<p>\udfff\u202e&#xD800;&#x110000;&#0;&#x80;&bogus;</p>\uffff`,
];

/** A row of numbers that is the same every time (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Change = (body: string, next: (below: number) => number) => string;

const cut = (body: string, at: number) => [body.slice(0, at), body.slice(at)] as const;

/** Ways of making a body worse. */
const changes: Change[] = [
  (body, next) => cut(body, next(body.length + 1)).join('\u0000'),
  (body, next) => cut(body, next(body.length + 1))[0],
  (body, next) => cut(body, next(body.length + 1)).join('<'),
  (body, next) => cut(body, next(body.length + 1)).join('</table></td>'),
  (body, next) => cut(body, next(body.length + 1)).join('"\'`'),
  (body, next) => `<table><tr><td>${'<table><tr><td>甲<td>'.repeat(1 + next(30))}${body}`,
  (body, next) => `${'<ul><li>'.repeat(1 + next(40))}${body}</li></ul>`,
  (body, next) => `${'<section><span><b>'.repeat(1 + next(400))}${body}`,
  (body) => `<div class="TRS_Editor">${body}</div>`,
  (body) => `<a href="${body}">x</a><img alt='${body}' src='${body}'>`,
  (body) => body.replace(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;')),
  (body) => [...body].map((one) => `&#${String(one.codePointAt(0))};`).join(''),
  (body) => `<svg><desc><table>${body}`,
  (body) => `<math><annotation-xml encoding="text/html">${body}`,
  (body) => `<select><option>${body}</select>${body}`,
  (body) => `<p>${body.toUpperCase()}`,
  (body) => `<!--${body}-->${body}`,
  (body) => `<textarea>${body}</textarea><style>${body}</style>${body}`,
];

/**
 * Bodies as someone would write them who wants a script to run or a host to be asked: the kinds
 * known, the naughty strings, and mutations of both, as text and as bytes in several encodings.
 */
export function hostileBodies(count: number): (string | Uint8Array)[] {
  const seeds = [...vectors, ...naughty];
  const next = numbers(20_260_301);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const made: (string | Uint8Array)[] = [...seeds];
  while (made.length < count) {
    let body = `${pick(vectors)}${pick(seeds)}`;
    for (let times = 1 + next(3); times > 0; times -= 1) body = pick(changes)(body, next);
    made.push(made.length % 5 === 0 ? inBytes(body, next) : body);
  }
  return made;
}

function inBytes(body: string, next: (below: number) => number): Uint8Array {
  const kinds = [
    () => Buffer.from(`<meta charset=gbk>${body}`, 'utf8'),
    () => Buffer.from(`\ufeff${body}`, 'utf16le'),
    () => Buffer.from(`<meta charset=utf-16>${body}`, 'latin1'),
    () => Buffer.from(`<meta charset="iso-2022-jp">\u001b(J${body}`, 'latin1'),
    () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf, 0x81, 0xff]), Buffer.from(body)]),
  ];
  return new Uint8Array(kinds[next(kinds.length)]?.() ?? []);
}

const mostCharacters = 10 * 1024 * 1024;

const repeated = [
  '<b>',
  '<div><p>x',
  '<table><tr><td>a<td>b',
  '<ul><li>a',
  '</b>',
  '<svg>',
  '<',
  '&',
  '&amp;',
  '<a href=http://x>y</a>',
  '<!--',
  '<img src=/x.png>',
  '索引号：',
  ' \u3000\n',
];

/** Pages of 10 MB that are all one thing; the last is one tag of two million attributes. */
export const largePages: readonly string[] = [
  ...repeated.map((part) => part.repeat(Math.floor(mostCharacters / part.length))),
  `<p ${' a=b'.repeat(mostCharacters / 4 - 2)}>`,
];
