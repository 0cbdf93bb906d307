import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from './chromium.mjs';
import { Stop } from './stop.mjs';

/** Starts the system's Chromium with a fresh profile. */
export function launchChromium() {
  const executablePath = findChromium();
  if (!executablePath) throw new Stop('No Chrome or Chromium was found; set CHROME_PATH to one.');
  return chromium.launch({ executablePath, args: chromiumFlags });
}
