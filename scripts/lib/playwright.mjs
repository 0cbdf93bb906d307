import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from './chromium.mjs';
import { Stop } from './stop.mjs';

/**
 * Starts a Chromium, the system's unless another is named, with a fresh profile.
 * @param {string} [program]
 */
export function launchChromium(program) {
  const executablePath = program ?? findChromium();
  if (!executablePath) throw new Stop('No Chrome or Chromium was found; set CHROME_PATH to one.');
  return chromium.launch({ executablePath, args: chromiumFlags });
}
