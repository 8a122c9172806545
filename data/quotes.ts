/** Holds the words of sources at the places of figures, for whoever signs them; no answer has them. */
import type { Evidence } from "./evidence.ts";
import { makeLandmarkId } from "./survival.ts";

/** Maps figures, by `makeQuoteKey`, to the words of their source. */
export type Quotes = Readonly<Record<string, string>>;

/**
 * Returns the key under which `Quotes` has the words of a figure or landmark.
 *
 * @param cut The data cut of the figure, such as "primary".
 */
export function makeQuoteKey(cohort: string, outcome: string, cut: string): string {
  return `${cohort} ${outcome} ${cut}`;
}

export function collectQuotesByFigure({ cohorts }: Pick<Evidence, "cohorts">): Quotes {
  return Object.fromEntries(
    cohorts.flatMap(({ id, figures, landmarks }) =>
      [
        ...figures,
        ...landmarks.map((landmark) => ({ ...landmark, outcome: makeLandmarkId(landmark) })),
      ].flatMap(({ outcome, cut, quote }) =>
        quote === undefined ? [] : [[makeQuoteKey(id, outcome, cut), quote] as const],
      ),
    ),
  );
}
