/** A size as people read it: 1.4 MB, 320 KB. */
export function readableSize(bytes: number): string {
  const mega = bytes / 1_048_576;
  if (mega >= 1) return `${Math.round(mega * 10) / 10} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
