#!/usr/bin/env node
import { existsSync } from 'node:fs';
import process from 'node:process';

/** @param {string} sentence */
function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

if (Number.parseInt(process.versions.node) < 22) {
  refuse(
    `open-info 需要 Node 22 或更高版本，当前为 ${process.versions.node}。 open-info needs Node 22 or later; this is ${process.versions.node}.`,
  );
}

const built = new URL('../dist/cli.js', import.meta.url);
if (!existsSync(built)) {
  refuse(
    'open-info 尚未构建；请先运行 npm run build。 open-info is not built yet; run npm run build first.',
  );
}

/** @type {typeof import('../src/cli.ts')} */
const cli = await import(built.href);
await cli.run(process.argv);
