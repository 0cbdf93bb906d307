const units = ['B', 'kB', 'MB', 'GB'];

/** A size as people read it: 1.4 MB. */
export function readableSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  for (; size >= 1000 && unit < units.length - 1; unit += 1) size /= 1000;
  return `${size >= 10 || unit === 0 ? Math.round(size) : Math.round(size * 10) / 10} ${units[unit] ?? ''}`;
}
