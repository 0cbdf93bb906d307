import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './lib/build-steps.mjs';
import { packAll } from './lib/pack.mjs';
import { mustRun } from './lib/run.mjs';
import { Stop, main } from './lib/stop.mjs';

/** Builds the packages and publishes them as they were packed; flags go on to `npm publish`. */
await main(async () => {
  const failed = (await build({ everything: true })).find(({ code }) => code !== 0);
  if (failed) throw new Stop(`The build of ${failed.name} failed.\n${failed.output}`);
  const folder = mkdtempSync(join(tmpdir(), 'open-info-release-'));
  try {
    for (const tarball of Object.values(await packAll(folder))) {
      await mustRun(
        'npm',
        ['publish', tarball, ...process.argv.slice(2)],
        `${tarball} was not published.`,
        { show: true },
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
