import { prepareBrowser } from "./chromium.ts";

/**
 * Unpacks Chromium once, before several test files need it at the same time. If that fails, the
 * error is left to those files, so that the rest of the suite still runs.
 */
export default async function setup(): Promise<void> {
  await prepareBrowser().catch(() => undefined);
}
