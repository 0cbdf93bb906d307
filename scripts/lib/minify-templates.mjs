import MagicString from 'magic-string';

/** @param {string} text */
const shorterCss = (text) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/([\w-]): /g, '$1:')
    .replace(/;}/g, '}');

/** Between inline elements one space is seen, so one stays. @param {string} text */
const shorterHtml = (text) => text.replace(/\s+/g, ' ');

/** @type {Record<string, (text: string) => string>} */
const shorten = { css: shorterCss, html: shorterHtml, svg: shorterHtml };

/**
 * Takes the indentation out of the elements' html and css templates, which no minifier of
 * JavaScript may touch.
 * @returns {import('rollup').Plugin}
 */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    transform(code, id) {
      if (!id.includes('/packages/elements/') || !/\b(css|html|svg)\s*`/.test(code)) return null;
      const text = new MagicString(code);
      /** @param {any} node */
      const visit = (node) => {
        const shorter =
          node.type === 'TaggedTemplateExpression' && Object.hasOwn(shorten, node.tag.name)
            ? shorten[node.tag.name]
            : undefined;
        for (const { start, end } of shorter ? node.quasi.quasis : []) {
          if (start < end) text.overwrite(start, end, shorter?.(code.slice(start, end)) ?? '');
        }
        for (const child of Object.values(node).flat()) {
          if (typeof child?.type === 'string') visit(child);
        }
      };
      visit(this.parse(code));
      return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
    },
  };
}
