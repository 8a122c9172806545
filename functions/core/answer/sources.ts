/** Citations of figures: where each was printed, which only servers hold. */
import { landmarkOutcome } from "#data/landmarks.ts";
import type { CohortProvenance, Provenance } from "#data/provenance.ts";
import { linkTo, registryLink } from "#data/source-link.ts";
import type { Citation, Study } from "./answer.ts";

/** The key fields of a printed figure: cohort, outcome under which it was printed, and cut. */
export interface FigureName {
  cohort: string;
  outcome: string;
  cut: string;
}

/** The key that joins a figure with its provenance; the build stores the two separately. */
export function figureKey({ cohort, outcome, cut }: FigureName): string {
  return `${cohort} ${outcome} ${cut}`;
}

/** The key fields of a printed figure. */
type FigureOfCohort = Pick<Study, "cohort" | "printed" | "cut" | "source">;

export interface Sources {
  /** The figure with its citation; `null` where its cohort is not known. */
  readonly cite: <F extends FigureOfCohort>(figure: F) => F & Pick<Study, "citation">;
  /** @param index Of the median among those of its cohort. */
  readonly ofMedian: (cohort: string, index: number) => Citation | null;
}

export function sourcesOf(provenance: Provenance): Sources {
  /** The place of each figure in its source; `null` if the data do not give one. */
  const locators: ReadonlyMap<string, string | null> = new Map(
    Object.entries(provenance).flatMap(([cohort, { figures, landmarks }]) =>
      [
        ...figures,
        ...landmarks.map((landmark) => ({ ...landmark, outcome: landmarkOutcome(landmark) })),
      ].map(({ outcome, cut, locator }) => [figureKey({ cohort, outcome, cut }), locator]),
    ),
  );
  const citationOf = ({ cohort, printed, cut, source }: FigureOfCohort): Citation | null => {
    const cohortSources = provenance[cohort];
    const locator = locators.get(figureKey({ cohort, outcome: printed, cut })) ?? null;
    return cohortSources ? citation(cohortSources, source, locator) : null;
  };
  return {
    cite: (figure) => ({ ...figure, citation: citationOf(figure) }),
    ofMedian: (cohort, index) => {
      const cohortSources = provenance[cohort];
      const median = cohortSources?.medians[index];
      return cohortSources && median
        ? citation(cohortSources, median.source, median.locator)
        : null;
    },
  };
}

function citation(
  provenance: CohortProvenance,
  index: number,
  locator: string | null,
): Citation | null {
  const source = provenance.sources[index];
  return source
    ? {
        text: source.citation,
        href: linkTo(source),
        locator,
        tier: source.tier,
        publication: publicationOf(provenance),
      }
    : null;
}

/** The trial's own paper, else its registry record. */
export function publicationOf({ publication, registry }: CohortProvenance): string | null {
  const [record = null] = registry.flatMap((number) => registryLink(number) ?? []);
  return (publication && linkTo(publication)) ?? record;
}
