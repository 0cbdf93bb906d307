#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/cli.js', import.meta.url);
if (!existsSync(built)) {
  process.stderr.write(
    'open-info 尚未构建；请先运行 npm run build。 open-info is not built yet; run npm run build first.\n',
  );
  process.exit(1);
}
const { run } = await import(built.href);
await run(process.argv);
