import { modes } from '../../packages/elements/src/themes/modes.ts';
import { themes } from '../../packages/elements/src/themes/themes.ts';
import { tokenTable } from '../../packages/elements/src/themes/tokens.ts';

/** @param {readonly (readonly string[])[]} rows the first is the head */
function table(rows) {
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.join(' | ')} |`.replace(/ +/g, ' ');
  const [head = [], ...body] = rows;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

/** @param {string | undefined} text */
const code = (text) => (text === undefined ? '' : `\`${text}\``);

/** The tokens as docs/theming.md lists them. */
export const tokenDocs = () =>
  table([
    ['token', 'for', '用途', 'light', 'dark'],
    ...tokenTable.map(({ name, en, zh, light, dark }) => [
      ...[code(name), en, zh, code(light), code(dark)],
    ]),
  ]);

/** The themes, likewise. */
export const themeDocs = () =>
  table([
    ['theme', 'name', '名称', 'accent, light', 'accent, dark', 'text at least'],
    ...themes.map(({ name, en, zh, colours, contrast }) => [
      ...[code(name), en, zh, ...colours.accent.map(code), `${contrast} : 1`],
    ]),
  ]);

/** The numbers of the modes, as docs/accessibility.md lists them. */
export const modeDocs = () =>
  table([
    ['mode', 'text', 'quieter text', 'no text below', 'lines', 'targets', 'on paper'],
    ...Object.entries(modes).map(([name, numbers]) => [
      code(name),
      `${numbers.text} px`,
      `${numbers.small} em`,
      `${numbers.leastText} px`,
      `≥ ${numbers.leastLineHeight}`,
      `${numbers.target} px`,
      `${numbers.print} pt`,
    ]),
  ]);
