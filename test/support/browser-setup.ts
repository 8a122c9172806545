import { launchBrowser } from "./chromium.ts";

/**
 * Unpacks Chromium before two test files ask for it at once. When there is none, those files say
 * so themselves, and the rest of the suite still runs.
 */
export default async function setup(): Promise<void> {
  const browser = await launchBrowser().catch(() => undefined);
  await browser?.close();
}
