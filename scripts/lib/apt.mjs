import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { run } from './run.mjs';
import { Stop } from './stop.mjs';

const isRoot = () => process.getuid?.() === 0;

/**
 * Runs a command as root: directly, or through sudo when that asks for nothing.
 * @param {string[]} command
 */
async function asRoot(command) {
  const [program = '', ...args] = isRoot() ? command : ['sudo', '--non-interactive', ...command];
  return run(program, args, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
}

/**
 * @param {string[]} packages
 * @param {string} otherwise what the person can do instead
 */
async function installPackages(packages, otherwise) {
  console.log(`Installing ${packages.join(', ')} through apt …`);
  const options = ['--yes', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold'];
  const update = await asRoot(['apt-get', 'update']);
  const install = await asRoot(['apt-get', 'install', ...options, ...packages]);
  if (install.code === 0) return;
  const why = [update, install].map(({ output }) => output.trim().split('\n').at(-1)).join(' ');
  throw new Stop(`apt could not install ${packages.join(', ')}: ${why}\n${otherwise}`);
}

/** Makes sure that there is a Chrome or Chromium with a Chinese font; returns its path. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const otherwise = 'Install Chrome or Chromium, or set CHROME_PATH to one.';
  if (process.env.CHROME_PATH) {
    throw new Stop(`CHROME_PATH is ${process.env.CHROME_PATH}, which cannot be run. ${otherwise}`);
  }
  await installPackages(['chromium', 'fonts-noto-cjk'], otherwise);
  const installed = findChromium();
  if (!installed) throw new Stop(`apt installed no Chromium. ${otherwise}`);
  return installed;
}

/**
 * Makes sure that a Chromium brought along, which no package manager knows, finds what it is linked to.
 * @param {string} program
 */
export async function ensureLibraries(program) {
  const { output } = await run('ldd', [program]);
  const missing = output.split('\n').filter((line) => line.includes('not found'));
  if (missing.length === 0) return;
  await installPackages(
    ['libnss3', 'libnspr4', 'libexpat1'],
    `Install what ${program} is linked to: ${missing.map((line) => line.trim()).join(', ')}.`,
  );
}

const clusterSettings = '/etc/postgresql-common/createcluster.d/open-info-tests.conf';
const versions = '/usr/lib/postgresql';

/** Folder of PostgreSQL's programs, the newest version first. */
function findPostgres() {
  const chosen = process.env.POSTGRES_BIN;
  if (chosen) return chosen;
  if (!existsSync(versions)) return undefined;
  return readdirSync(versions)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(versions, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
}

/**
 * Makes sure that there are PostgreSQL's programs; returns their folder. What apt installs gets no
 * cluster of its own: the tests make one in a temporary folder.
 */
export async function ensurePostgres() {
  const found = findPostgres();
  if (found) return found;
  const otherwise = 'Install PostgreSQL 15 or newer, or set POSTGRES_BIN to the folder of initdb.';
  await asRoot([
    'sh',
    '-c',
    `mkdir -p "$(dirname ${clusterSettings})" && echo "create_main_cluster = false" > ${clusterSettings}`,
  ]);
  try {
    await installPackages(['postgresql'], otherwise);
  } finally {
    await asRoot(['rm', '-f', clusterSettings]);
  }
  const installed = findPostgres();
  if (!installed) throw new Stop(`apt installed no PostgreSQL. ${otherwise}`);
  return installed;
}
