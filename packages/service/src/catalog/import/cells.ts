import type { Audience, Channel } from '@open-info/contract/catalog';
import { oneLine } from '../row.ts';

const filled = '■☑☒√✓✔●◉◆★▲';
const hollow = '□☐○◯◇☆△';
const marks = new RegExp(`[${filled}${hollow}]`, 'u');
const ticks = /[☑☒√✓✔☐]/u;
const no = /^(?:否|无|不|×|✗|✘|[xX]|[nN][oO]?|0|[-—–／/]+)$/u;

/** 同上 and the signs for it. */
const ditto = /^[（(]?(?:同上|上同|同前|〃|″|"|〞)[）)。.]?$/u;

export function isDitto(text: string): boolean {
  return ditto.test(text.replace(/\s/g, ''));
}

/**
 * Whether a cell of a column to be ticked is ticked: any mark or word, but not an empty box, 否, ×.
 * ○ is a tick where the table knows no ●.
 */
export function isTicked(text: string, circleTicks: boolean): boolean {
  const cell = text.replace(/\s/g, '');
  if (cell === '' || no.test(cell)) return false;
  const mark = marks.exec(cell)?.[0];
  if (mark === undefined) return true;
  return filled.includes(mark) || (circleTicks && '○◯'.includes(mark));
}

/** Words beside the mark of a cell: 申请人 in 「√（申请人）」. */
export function noteOf(text: string): string {
  const bare = oneLine(text.replace(new RegExp(`[${filled}${hollow}]`, 'gu'), ''));
  const inner = /^[（(](.*)[）)]$/u.exec(bare)?.[1] ?? bare;
  return /^(?:[vVyY是有1]|请写明|[_＿]+)$/u.test(inner) ? '' : inner.replace(/[_＿]+/g, '').trim();
}

interface Marked {
  /** ■ √ ● true, □ ○ false; undefined where the cell has no marks at all. */
  mark: boolean | undefined;
  text: string;
}

/** Entries of a cell with the mark before (or, where the cell ends in one, after) each. */
function markedEntries(text: string): Marked[] {
  const cell = text.trim();
  if (!marks.test(cell)) return entries(cell).map((entry) => ({ mark: undefined, text: entry }));
  const trailing = !marks.test(cell.charAt(0)) && marks.test(cell.charAt(cell.length - 1));
  const parts = cell.split(new RegExp(`([${filled}${hollow}])`, 'u'));
  const found: Marked[] = [];
  for (let index = 1; index < parts.length; index += 2) {
    const mark = filled.includes(parts[index] ?? '');
    const words = (trailing ? parts[index - 1] : parts[index + 1]) ?? '';
    for (const entry of entries(words.replace(/\s*\n\s*/g, ''))) found.push({ mark, text: entry });
  }
  return found;
}

/** Cuts at line breaks, 、，；, and wide blanks, never inside brackets. */
function entries(text: string): string[] {
  const found: string[] = [];
  let entry = '';
  let depth = 0;
  for (const character of text) {
    if (/[（(]/.test(character)) depth += 1;
    if (/[）)]/.test(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && /[\n、，,；;\t\u3000]/.test(character)) {
      found.push(entry);
      entry = '';
    } else entry += character;
  }
  return [...found, entry].map(oneLine).filter((one) => one !== '');
}

/** 公开渠道和载体: ■ must be used, □ may be; a box left empty beside ticked ones is no channel. */
export function parseChannels(text: string): Channel[] {
  const ticked = ticks.test(text);
  return markedEntries(text).flatMap(({ mark, text: entry }) => {
    if (mark === false && ticked) return [];
    const name = channelName(entry);
    if (name === '' || (name === '其他' && mark === false)) return [];
    return [{ name, required: mark !== false }];
  });
}

/** 其他：办税服务厅 is 办税服务厅; 其他____ is 其他. */
export function channelName(text: string): string {
  const name = oneLine(text)
    .replace(/[_＿]+/g, '')
    .replace(/^\d{1,2}[.、．]\s*/, '')
    .replace(/^[：:。.]+|[：:。]+$/g, '');
  const other = /^其[他它][：:\s]*(.+)$/u.exec(name)?.[1];
  if (other === undefined) return name;
  const inner = /^[（(](.*)[）)]$/u.exec(other)?.[1] ?? other;
  return /^(?:请?[写注]明)?$/u.test(inner.trim()) ? '其他' : inner.trim();
}

/** 公开对象 in one cell: 全社会, 特定群体（申请人）, ■全社会 □特定群体. */
export function parseAudiences(text: string): Audience[] {
  return markedEntries(text.replace(/、/g, '\u0001'))
    .filter(({ mark }) => mark !== false)
    .map(({ text: entry }) => audience(entry.replaceAll('\u0001', '、')));
}

function audience(entry: string): Audience {
  if (/^(?:面?向?全?社会(?:公众|公开)?|全体公众|公众)$/u.test(entry)) return { scope: 'everyone' };
  const specific = /^特定(?:群体|群众|对象|人群)[：:\s]*(.*)$/u.exec(entry)?.[1];
  const note = noteOf(specific ?? entry);
  return note === '' ? { scope: 'specific' } : { scope: 'specific', note };
}

/** 公开方式 in one cell. */
export function parseMethods(text: string): string[] {
  const words = tickedWords(text);
  return [
    ...(/主动|proactive/.test(words) ? ['proactive'] : []),
    ...(/依申请|onRequest/.test(words) ? ['onRequest'] : []),
  ];
}

/** 公开层级 in one cell; what is none of the three levels is left out. */
export function parseTiers(text: string): string[] {
  const words = tickedWords(text).replace(/[（(][^）)]*[）)]/g, '');
  return [
    ...(/县|区级|区本级|county/.test(words) ? ['county'] : []),
    ...(/乡|镇|街道|township/.test(words) ? ['township'] : []),
    ...(/社区|村|community/.test(words) ? ['community'] : []),
  ];
}

function tickedWords(text: string): string {
  return markedEntries(text)
    .filter(({ mark }) => mark !== false)
    .map(({ text: entry }) => entry)
    .join(' ');
}
