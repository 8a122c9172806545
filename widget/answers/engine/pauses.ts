/**
 * Pauses between two steps of a computation, so that the browser can paint, scroll and react to
 * input.
 */

/** Timeout for the next frame, because hidden pages have no frames. */
const longestFrameMilliseconds = 100;

/** Resolves when what was drawn is on the screen. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longestFrameMilliseconds);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // The callback runs before the frame is painted; a task runs after it.
      void giveWay().then(resolve);
    });
  });
}

/**
 * Resolves when the waiting tasks have run, including a frame that is due. `scheduler.yield()`
 * would delay that frame, and browsers delay a timer by at least 4 ms.
 */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
