import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const examples = join(root, 'examples');

/** @param {string} file */
function titleOf(file) {
  return /<title>([^<]*)<\/title>/.exec(readFileSync(file, 'utf8'))?.[1]?.trim() ?? '';
}

/**
 * The example pages: their addresses below the service and their titles.
 * @returns {{ path: string, title: string }[]}
 */
export function examplePages() {
  if (!existsSync(examples)) return [];
  return (
    readdirSync(examples, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      // What stands below imports/ is to be read by `open-info import`, not by people.
      .filter((file) => file.endsWith('.html') && !/(^|\/)(node_modules|imports)\//.test(file))
      .sort((a, b) => Number(b.endsWith('index.html')) - Number(a.endsWith('index.html')))
      .map((file) => ({
        path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
        title: titleOf(join(examples, file)),
      }))
  );
}
