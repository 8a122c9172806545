import type { Transform } from "./effect-size.ts";

/**
 * y = asin √(x/n), v = 1 / 4n. The back-transform is sin² y with y clipped to 0 … π/2 (Rücker et
 * al. 2009).
 */
export const ARCSINE_TRANSFORM: Transform = {
  name: "PAS",
  effectSize: ({ events, nonEvents }) => {
    const n = events + nonEvents;
    return { yi: Math.asin(Math.sqrt(events / n)), vi: 1 / (4 * n) };
  },
  back: (y) => Math.sin(Math.min(Math.PI / 2, Math.max(0, y))) ** 2,
};
