const opening = '（(《〈〔[【“「';
const closing = '）)》〉〕]】”」';

/** 1. 1、 （1） ① ● before an entry; not 1.5. */
const enumerator =
  /^\s*(?:(?:[（(]\s*[一二三四五六七八九十\d]{1,3}\s*[）)]|\d{1,2}\s*(?:[、．）)]|\.(?!\d))|[①-⑳●◆◇•·▪]|[一二三四五六七八九十]{1,3}、)\s*)+/;
/** Where an enumerated entry begins inside a line. */
const enumerated =
  /(?<=[；;。\s])(?=(?:\d{1,2}(?:[、．]|\.(?!\d))|[（(]\d{1,2}[）)]))|(?=[①-⑳●◆])/g;

/** Whether a list is cut at a character (which is dropped) or after it. */
type Cut = (text: string, index: number) => 'at' | 'after' | undefined;

const betweenElements: Cut = (text, index) =>
  /[；;\n]/.test(text[index] ?? '') ? 'at' : undefined;

/** 《A》、《B》 and 《A》《B》 are two sources; 第五条、第六条 is one. */
const betweenSources: Cut = (text, index) => {
  const previous = text[index - 1] ?? '';
  const next = text[index + 1] ?? '';
  if (text[index] === '》' && next === '《') return 'after';
  if (text[index] !== '、') return betweenElements(text, index);
  return next === '《' || (/[》）)号]/.test(previous) && next !== '第') ? 'at' : undefined;
};

/** 公开内容（要素） as a list: one entry per element, without its numbering. */
export function splitContent(text: string): string[] {
  return settle(text, betweenElements);
}

/** 公开依据 as a list: one entry per source. */
export function splitBasis(text: string): string[] {
  return settle(text, betweenSources);
}

/** Splits until reading the joined list again gives the same list: an export can be read back. */
function settle(text: string, cut: Cut): string[] {
  const read = (cell: string) => split(unwrap(openUp(cell)), cut);
  let list = read(text);
  for (let round = 0; round < 20; round += 1) {
    const again = read(list.join('；'));
    if (again.join('\n') === list.join('\n')) break;
    list = again;
  }
  return list;
}

/** Puts each numbered entry on a line of its own: 1、甲2、乙 as well as ①甲②乙. */
function openUp(text: string): string {
  const broken = text.replace(/\r\n?/g, '\n').replace(enumerated, '\n');
  const first = /^\s*([（(]?)1([、．.）)])(?!\d)/.exec(broken);
  if (!first) return broken;
  let rest = broken;
  let done = '';
  for (let number = 2; ; number += 1) {
    const at = rest.indexOf(`${first[1] ?? ''}${String(number)}${first[2] ?? ''}`);
    if (at < 1 || /\d/.test(rest[at - 1] ?? '')) return done + rest;
    done += `${rest.slice(0, at)}\n`;
    rest = rest.slice(at);
  }
}

/** Line breaks are layout where the list has another sign between its entries. */
function unwrap(text: string): string {
  if (!/[；;]/.test(text)) return text;
  return text
    .split(/\n/)
    .reduce(
      (all, line) => all + (/[；;。]\s*$/.test(all) || enumerator.test(line) ? '\n' : '') + line,
    );
}

function split(text: string, cut: Cut): string[] {
  const balanced = isBalanced(text);
  const entries: string[] = [];
  let start = 0;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    depth += step(text[index] ?? '');
    const here = balanced && depth !== 0 ? undefined : cut(text, index);
    if (here === undefined) continue;
    entries.push(text.slice(start, here === 'at' ? index : index + 1));
    start = index + 1;
  }
  return [...entries, text.slice(start)].map(bare).filter((entry) => entry !== '');
}

function bare(entry: string): string {
  return entry.replace(/\s+/g, ' ').replace(enumerator, '').trim();
}

function step(character: string): number {
  if (opening.includes(character)) return 1;
  return closing.includes(character) ? -1 : 0;
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    depth += step(character);
    if (depth < 0) return false;
  }
  return depth === 0;
}
