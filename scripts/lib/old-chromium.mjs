import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { ensureLibraries } from './apt.mjs';
import { root } from './root.mjs';
import { mustRun } from './run.mjs';
import { Stop } from './stop.mjs';

/**
 * An old Chromium for x64 Linux, as an npm package carries it, and the hash the registry gave for
 * that package when it was chosen.
 * @typedef {{ major: number, from: string, integrity: string }} OldChromium
 */

/**
 * The floor; the last of 信创 desktops and 极速 modes that lag; and the last one of Windows 7.
 * @type {OldChromium[]}
 */
export const oldChromiums = [
  {
    major: 86,
    from: 'chrome-aws-lambda@5.3.1',
    integrity:
      'sha512-KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q==',
  },
  {
    major: 92,
    from: 'chrome-aws-lambda@10.1.0',
    integrity:
      'sha512-NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==',
  },
  {
    major: 109,
    from: '@sparticuz/chromium@109.0.6',
    integrity:
      'sha512-9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==',
  },
];

/** The packages carry one build each. */
export const runsOldChromiums = process.platform === 'linux' && process.arch === 'x64';

const cache = join(root, 'node_modules/.cache/open-info');

/** @param {string} file @returns {Promise<string>} as `integrity` of a lock file */
async function integrityOf(file) {
  const hash = createHash('sha512');
  const stream = createReadStream(file).on('data', (chunk) => hash.update(chunk));
  await once(stream, 'end');
  return `sha512-${hash.digest('base64')}`;
}

/**
 * Fetches a package of the registry as one file. It is not installed: its peers are not wanted, and
 * nothing of it but the browser is run.
 * @param {OldChromium} chosen
 * @param {string} folder where to put it
 */
async function fetchPackage({ from, integrity }, folder) {
  const args = ['pack', from, '--pack-destination', folder, '--loglevel=error'];
  await mustRun('npm', args, `npm could not fetch ${from}; the npm registry must be reachable.`);
  const name = readdirSync(folder).find((each) => each.endsWith('.tgz'));
  const file = join(folder, name ?? '');
  if ((await integrityOf(file)) === integrity) return file;
  throw new Stop(`${from} is not what it was when it was chosen: its hash differs.`);
}

/**
 * Path of an old Chromium that can be run; fetched once and kept until dependencies are installed
 * anew.
 * @param {OldChromium} chosen
 */
export async function ensureOldChromium(chosen) {
  const program = join(cache, `chromium-${chosen.major}`);
  if (!existsSync(program)) {
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, 'fetched-'));
    try {
      const file = await fetchPackage(chosen, folder);
      const inside = 'package/bin/chromium.br';
      await mustRun('tar', ['-xzf', file, '-C', folder, inside], `${file} cannot be unpacked.`);
      const unpacked = join(folder, 'chromium');
      await pipeline(
        createReadStream(join(folder, inside)),
        createBrotliDecompress(),
        createWriteStream(unpacked),
      );
      chmodSync(unpacked, 0o755);
      // In one move, so a program that is there is whole.
      renameSync(unpacked, program);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  await ensureLibraries(program);
  return program;
}
