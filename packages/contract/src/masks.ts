/**
 * 姓名脱敏: a name as others may see it, 张* 朱** 欧阳* (domain 5.3). A name of an organisation is
 * public and needs none.
 */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  const first = characters[0] ?? '';
  return first + '*'.repeat(Math.min(Math.max(characters.length - 1, 1), 2));
}

/** 证件号码脱敏: the last four characters of a number, `**************1234`. */
export function maskNumber(number: string): string {
  const text = number.trim();
  const shown = text.length > 8 ? text.slice(-4) : '';
  return '*'.repeat(text.length - shown.length) + shown;
}
