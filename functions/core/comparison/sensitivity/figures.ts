/** The figures of pooled cohorts by their kind. */
import type { CountedFigure } from "../../evidence/choose.ts";
import type { Entry } from "../../evidence/gather.ts";
import type { Figures } from "../fit.ts";

/** In the form that a model pools. */
export function figuresOf(entries: readonly Entry[]): Figures {
  const counted = countsOf(entries);
  return counted === null
    ? {
        kind: "landmark",
        figures: entries.flatMap(({ figure }) => ("hazard" in figure ? [figure] : [])),
      }
    : { kind: "count", figures: counted.map(({ figure }) => figure) };
}

/** `null` for survival at a month, which has no events. */
export function countsOf(entries: readonly Entry[]): readonly Entry<CountedFigure>[] | null {
  const counts = entries.filter((entry): entry is Entry<CountedFigure> => "events" in entry.figure);
  return counts.length === entries.length ? counts : null;
}
