/** How long an address of a file is kept: old browsers read it after the click. */
const keptMilliseconds = 30_000;

/** Lets a person keep a file the page has made or read: 保存为文件. */
export function saveFile(name: string, content: Blob | string, type = 'text/plain'): void {
  const blob =
    typeof content === 'string' ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), keptMilliseconds);
}
