/** 文号 found in a text. */
export interface DocumentNumber {
  /** Normalised: 国办发〔2019〕54号. */
  number: string;
  /** Where it stands in the text, as [start, end) offsets in UTF-16 units. */
  start: number;
  end: number;
}

const opening = '[〔\\[［【〖(（｛{「]';
const closing = '[〕\\]］】〗)）｝}」]';
const digit = '[0-9０-９]';

const pattern = new RegExp(
  `((?:[\\p{Script=Han}A-Za-z][ \\t　]*){1,16})${opening}\\s*(${digit}{4})\\s*年?\\s*${closing}` +
    `\\s*第?\\s*(${digit}{1,5})\\s*号`,
  'gu',
);

/** Words that lead to a 文号 in running text and are no part of it. */
const leads =
  /^.*(?:根据|依据|按照|依照|遵照|参照|参见|执行|落实|贯彻|印发|转发的?|以及|关于|文件|废止|替代|[见和及与或由依按据的是为以至])(?=.)/u;

/**
 * A 发文字号 in the form of 《党政机关公文格式》GB/T 9704-2012 7.2.5: 六角括号, the year in full, no 第, no leading
 * zeros. `undefined` when the text is not one 文号 and nothing else.
 */
export function normalizeDocumentNumber(text: string): string | undefined {
  const trimmed = text.trim();
  const [found, ...others] = [...trimmed.matchAll(pattern)];
  if (!found || others.length > 0 || found[0].length !== trimmed.length) return undefined;
  return numberOf(found[1] ?? '', found[2] ?? '', found[3] ?? '');
}

/** Every 文号 in a text, in whatever brackets it was typed. */
export function findDocumentNumbers(text: string): DocumentNumber[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const before = match[1] ?? '';
    const issuer = before.replace(leads, '').trimStart();
    if (issuer === '') return [];
    const start = match.index + before.length - issuer.length;
    const number = numberOf(issuer, match[2] ?? '', match[3] ?? '');
    return [{ number, start, end: match.index + match[0].length }];
  });
}

function numberOf(issuer: string, year: string, serial: string): string {
  return `${issuer.replace(/\s+/g, '')}〔${ascii(year)}〕${String(Number(ascii(serial)))}号`;
}

function ascii(digits: string): string {
  return digits.replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
