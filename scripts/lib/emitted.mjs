import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Written into the same folder by other steps of the build. */
const others = /^(embed|frameworks)\//;

/**
 * Sets right what the compiler left: inside a decorated class it does not rewrite `import('./x.ts')`,
 * and what it wrote for a source that is gone stays.
 * @param {string} name of a package
 */
export function tidyEmitted(name) {
  const dist = join(root, 'packages', name, 'dist');
  if (!existsSync(dist)) return;
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(js|d\.ts)(\.map)?$/.test(file) && !others.test(file));
  for (const file of files) {
    const source = file.replace(/\.(js|d\.ts)(\.map)?$/, '.ts');
    if (!existsSync(join(root, 'packages', name, 'src', source))) rmSync(join(dist, file));
    else if (file.endsWith('.js')) rewriteLateImports(join(dist, file));
  }
}

/** @param {string} file */
function rewriteLateImports(file) {
  const text = readFileSync(file, 'utf8');
  const rewritten = text.replace(/\bimport\((['"])(\.[^'"]+)\.ts\1\)/g, 'import($1$2.js$1)');
  if (rewritten !== text) writeFileSync(file, rewritten);
}
