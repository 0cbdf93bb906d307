import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const pages = ['index.html', 'iframe.html'];

/** Script and style blocks with something between their tags. */
const blocks = /<(script|style)((?:\s[^>]*)?)>([\s\S]*?)<\/\1>/g;

/** @param {string} text */
const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/**
 * Puts what Storybook writes between `<script>` and `<style>` tags into files beside the page, so
 * that a host whose policy allows no inline code shows it. Addresses inside stay relative to the
 * page: the files lie in the same folder.
 * @param {string} folder a static build of Storybook
 */
export function withoutInlineCode(folder) {
  for (const page of pages) {
    const path = join(folder, page);
    const outside = readFileSync(path, 'utf8').replace(blocks, (whole, kind, attributes, text) => {
      if (/\ssrc\s*=/.test(attributes) || text.trim() === '') return whole;
      const name = `${page.split('.')[0]}-${hashOf(text)}.${kind === 'script' ? 'js' : 'css'}`;
      writeFileSync(join(folder, name), text);
      return kind === 'script'
        ? `<script${attributes} src="./${name}"></script>`
        : `<link rel="stylesheet" href="./${name}" />`;
    });
    writeFileSync(path, outside);
  }
}
