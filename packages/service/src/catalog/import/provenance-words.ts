/** What a table calls each kind of provenance. */
const words: Readonly<Record<string, string>> = {
  seen: '已公布网页',
  plan: '实施方案',
  imported: '单位导入',
  unverified: '未核对',
};

export function provenanceWords(kind: string): string {
  return words[kind] ?? kind;
}

export function provenanceKind(text: string): string {
  return Object.keys(words).find((kind) => words[kind] === text) ?? text;
}
