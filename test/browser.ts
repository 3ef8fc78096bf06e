/** The door to playwright-core: a real Chromium for page tests, or null where the machine has none. */
import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

export type { Browser, Page };

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where the browser is; null means that page tests are skipped. */
export const chromiumPath: string | null = PLACES.find((place) => existsSync(place)) ?? null;

/** Starts the browser; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('no Chromium on this machine');
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu'] });
}
