import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './root.mjs';
import { mustRun } from './run.mjs';
import { passSignals } from './signals.mjs';
import { Stop } from './stop.mjs';

const bin = join(root, 'node_modules/.bin');
const projectNode = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');

/** True when what is installed is what the lock file names. */
function isInstalled() {
  const installed = join(root, 'node_modules/.package-lock.json');
  const wanted = join(root, 'package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs;
}

async function installDependencies() {
  console.log('Installing dependencies (npm ci) …');
  await mustRun(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    'npm ci failed; the npm registry must be reachable for the first run.',
    // A project's own settings of npm must not reach the nested one.
    { env: { npm_config_engine_strict: 'false' } },
  );
}

/**
 * Installs the dependencies if need be and goes on, on the Node of the project, with the program
 * of the workspace first on the path. On another Node the script is started again and this process
 * only passes on how it ended.
 * @param {string} script `import.meta.url` of the script
 * @returns {Promise<boolean>} false when another process has done the work
 */
export async function prepare(script) {
  if (!isInstalled()) await installDependencies();
  process.env.PATH = [bin, process.env.PATH].join(delimiter);
  if (Number(process.versions.node.split('.')[0]) >= 24) return true;
  if (!existsSync(projectNode)) {
    throw new Stop(
      'Node 24 is missing from node_modules; run "npm ci" with install scripts allowed.',
    );
  }
  const child = spawn(projectNode, [fileURLToPath(script), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  passSignals(child);
  const [code] = await once(child, 'exit');
  process.exitCode = code ?? 1;
  return false;
}
