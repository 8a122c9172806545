/** Between two steps of computing a browser gets its turn: to paint, to scroll, to hear a tap. */

/** Hidden pages have no frames. */
const longestFrameMilliseconds = 100;

/** Until what was drawn is on the screen. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longestFrameMilliseconds);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // The callback runs before the frame is painted; a task comes after it.
      void giveWay().then(resolve);
    });
  });
}

/**
 * Until whatever waits has had its turn: a frame that is due among it, which `scheduler.yield()` would
 * let wait. Sooner than a timer, which browsers hold back to 4 ms.
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
