/** 〇一二三四五六七八九 as digits. */
const numerals = '〇一二三四五六七八九';

/** 二〇二四年十一月三日 → 2024年11月3日. */
function withDigits(text: string): string {
  return text
    .replace(/[○零Ｏ0]/g, (zero) => (zero === '0' ? '0' : '〇'))
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[〇一二三四五六七八九十]+/g, (numeral) => digitsOf(numeral));
}

function digitsOf(numeral: string): string {
  const place = numeral.indexOf('十');
  const plain = (part: string) =>
    [...part].map((character) => String(numerals.indexOf(character))).join('');
  if (place < 0) return plain(numeral);
  const [tens, ones] = [numeral.slice(0, place), numeral.slice(place + 1)];
  return `${tens === '' ? '1' : plain(tens)}${ones === '' ? '0' : plain(ones)}`;
}

const day =
  /(\d{4})\s{0,3}(?:年|[-/.])\s{0,3}(\d{1,2})\s{0,3}(?:月|[-/.])\s{0,3}(\d{1,2})(?:\s{0,3}日)?|(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d)/;
const clock = /(?:^|[^\d])(\d{1,2})[:：时](\d{2})(?:[:：分](\d{2}))?/;

/**
 * The first day of the calendar a text names, `YYYY-MM-DD`: 2024年3月5日, 2024-03-05, 20240305,
 * 二〇二四年三月五日.
 *
 * @param isWhole whether the text must be that date and nothing else
 */
export function readDate(text: string, isWhole = false): string | undefined {
  const plain = withDigits(text.trim());
  const match = day.exec(plain);
  if (!match || (isWhole && match[0].length !== plain.length)) return undefined;
  const [year, month, date] = (match[1] ? match.slice(1, 4) : match.slice(4, 7)).map(Number);
  const time = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, date ?? 0));
  const written = [year, month, date].map((part) => String(part).padStart(2, '0')).join('-');
  return time.toISOString().startsWith(written) ? written : undefined;
}

/** The instant a text names, in the time of China where it names no other. */
export function readInstant(text: string): string | undefined {
  const trimmed = text.trim();
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/.test(trimmed)) {
    const instant = new Date(trimmed);
    if (!Number.isNaN(instant.getTime())) return inChina(instant);
  }
  const date = readDate(trimmed);
  if (date === undefined) return undefined;
  const rest = trimmed.slice(withDigits(trimmed).search(day) + 8);
  const [, hour = '0', minute = '00', second = '00'] = clock.exec(rest) ?? [];
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${date}T${hour.padStart(2, '0')}:${minute}:${second}+08:00`;
}

/** An instant as it is written in China: `2024-03-05T09:30:00+08:00`. */
export function inChina(instant: Date): string {
  const shifted = new Date(instant.getTime() + 8 * 3_600_000);
  return `${shifted.toISOString().slice(0, 19)}+08:00`;
}
