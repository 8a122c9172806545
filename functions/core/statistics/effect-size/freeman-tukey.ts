import type { Counts, Transform } from "./effect-size.ts";

/**
 * Double arcsine: y = ½ [asin √(x/(n+1)) + asin √((x+1)/(n+1))], v = 1 / (4n + 2) (Freeman & Tukey
 * 1950). The back-transform is Miller's (1978) with the harmonic mean of the sizes.
 *
 * A pooled value or a limit can leave the range of the transform at that mean; the result is then 0
 * or 1. The back-transform depends on the mean of sizes that may differ a lot, and it can mislead
 * badly (Schwarzer et al. 2019). It is here to reproduce published results.
 */
export const FREEMAN_TUKEY_TRANSFORM: Transform = {
  name: "PFT",
  effectSize: (counts) => ({
    yi: doubleArcsine(counts),
    vi: 1 / (4 * (counts.events + counts.nonEvents) + 2),
  }),
  back: (y, ns) => {
    const n = ns.length / ns.reduce((sum, size) => sum + 1 / size, 0);
    if (y < doubleArcsine({ events: 0, nonEvents: n })) return 0;
    if (y > doubleArcsine({ events: n, nonEvents: 0 })) return 1;
    const sine = Math.sin(2 * y);
    const inner = 1 - (sine + (sine - 1 / sine) / n) ** 2;
    return 0.5 * (1 - Math.sign(Math.cos(2 * y)) * Math.sqrt(Math.max(0, inner)));
  },
};

function doubleArcsine({ events, nonEvents }: Counts): number {
  const n = events + nonEvents;
  return (
    0.5 * (Math.asin(Math.sqrt(events / (n + 1))) + Math.asin(Math.sqrt((events + 1) / (n + 1))))
  );
}
