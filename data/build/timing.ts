/** Collects the printed times from the full cohorts, each with its source. */
import type { Cohort } from "../schema.ts";
import type { Timings } from "../timing.ts";
import { type CitationText, cited } from "./cited.ts";

export function timingsOf(cohorts: readonly Cohort[], textOf: CitationText): Timings {
  return Object.fromEntries(
    cohorts
      .filter(({ timing }) => timing.length > 0)
      .map(({ id, timing, sources }) => [
        id,
        timing.flatMap(({ source: index, ...fact }) => {
          // The checks of the data refuse an index without a source.
          const source = sources[index];
          if (source === undefined) return [];
          const { citation, doi, pmid, tier } = cited(source, textOf);
          return { ...fact, source: { citation, doi, pmid, tier } };
        }),
      ]),
  );
}
