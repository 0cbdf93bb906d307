/** Words as long as tables and offices really have them, and a little longer. */
export const longTitle =
  '关于进一步做好全区经济困难的高龄失能老年人和低收入家庭中的重度残疾人基本养老服务补贴护理补贴以及居家适老化改造补贴申请受理审核公示发放和动态管理有关工作的通知';
export const longOrgan =
  '武汉市江汉区人民政府民族街道办事处党群服务和政务公开综合办公室（退役军人服务站、网格化综合管理中心）';
export const longEnglish =
  'Interdepartmentaladministrativereconsiderationandnondisclosureacknowledgementsubcommittee';
export const longNumber = '江政办规发〔2026〕10000000000000000000000000000000000001号';
export const longParagraph = `${longTitle}。${longEnglish} ${longNumber}。`.repeat(4);

/** The same value with other words for every text under one of these names, however deep. */
export function reworded<T>(value: T, words: Readonly<Record<string, string>>): T {
  if (Array.isArray(value)) return value.map((one: unknown) => reworded(one, words)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, part]: [string, unknown]) => {
    const word = typeof part === 'string' ? words[name] : undefined;
    return [name, word ?? reworded(part, words)] as const;
  });
  return Object.fromEntries(entries) as T;
}
