const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const clock = '(\\d\\d):(\\d\\d):(\\d\\d)';
const fixdate = new RegExp(`^\\w+, (\\d\\d)[ -](\\w{3})[ -](\\d{2,4}) ${clock} GMT$`);
const asctime = new RegExp(`^\\w{3} (\\w{3}) +(\\d{1,2}) ${clock} (\\d{4})$`);

/** A two-digit year means the nearest past or at most 50 years ahead (RFC 9110, 5.6.7). */
function fullYear(text: string, now: number): number {
  if (text.length > 2) return Number(text);
  const thisYear = new Date(now).getUTCFullYear();
  const year = thisYear - (thisYear % 100) + Number(text);
  return year > thisYear + 50 ? year - 100 : year;
}

function httpDate(text: string, now: number): number | undefined {
  const c = asctime.exec(text);
  const parts = c ? [c[2], c[1], c[6], c[3], c[4], c[5]] : fixdate.exec(text)?.slice(1);
  if (!parts) return undefined;
  const [day, month, year, h, m, s] = parts as [string, string, string, string, string, string];
  const index = months.indexOf(month) / 3;
  if (!Number.isInteger(index) || index < 0) return undefined;
  return Date.UTC(fullYear(year, now), index, +day, +h, +m, +s);
}

/**
 * How long `Retry-After` asks to wait, ms: seconds or one of the three date forms of HTTP.
 * A past date is 0; undefined when the header is absent or makes no sense.
 */
export function retryAfter(header: string | null, now = Date.now()): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const date = httpDate(text, now);
  return date === undefined ? undefined : Math.max(0, date - now);
}
