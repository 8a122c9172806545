import { expit } from "../expit.ts";
import type { Transform } from "./effect-size.ts";

/**
 * y = log(x / (n − x)), v = 1/x + 1/(n − x) (Woolf 1955). Infinite at 0 and n events, unless a
 * continuity correction was made.
 */
export const LOGIT_TRANSFORM: Transform = {
  name: "PLO",
  effectSize: ({ events, nonEvents }) => ({
    yi: Math.log(events / nonEvents),
    vi: 1 / events + 1 / nonEvents,
  }),
  back: expit,
};
