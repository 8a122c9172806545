/** After this long a page that never rests is as good as idle. */
const timeout = 2000;

/** Until the browser has nothing better to do; Safari cannot tell when that is. */
export function whenIdle(): Promise<unknown> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(resolve, { timeout });
    else setTimeout(resolve, timeout);
  });
}
