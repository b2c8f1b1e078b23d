import { chromium, type Browser } from 'playwright-core';

/** Where Debian puts it; CHROMIUM_PATH names another Chromium or Chrome. */
export const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** A real browser for the tests. Without its own sandbox: that does not run as root, as CI does. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
}
