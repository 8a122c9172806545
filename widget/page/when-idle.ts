/** Timeout in milliseconds for a page that is never idle. */
const timeout = 2000;

/** Resolves when the browser is idle; in Safari, which cannot report that, after the timeout. */
export function whenIdle(): Promise<unknown> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(resolve, { timeout });
    else setTimeout(resolve, timeout);
  });
}
