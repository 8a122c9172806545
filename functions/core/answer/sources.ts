/**
 * Adds citations to figures: where each figure was printed. The app that answers has these data, the element in a
 * page does not.
 */

import type { CitedFigure, CohortProvenance, Provenance } from "#data/provenance.ts";
import {
  linkToRecordElsePage,
  linkToRegistryRecord,
  linkToSourceRecord,
} from "#data/source-address.ts";
import { makeLandmarkId } from "#data/survival.ts";
import type { Citation, Study } from "./answer.ts";

/** Holds the key fields of a printed figure: cohort, outcome under which it was printed, and cut. */
export interface FigureName {
  cohort: string;
  outcome: string;
  cut: string;
}

/** Returns the key that joins a figure with its provenance; the build stores the two separately. */
export function makeFigureKey({ cohort, outcome, cut }: FigureName): string {
  return `${cohort} ${outcome} ${cut}`;
}

type FigureOfCohort = Pick<Study, "cohort" | "printed" | "cut" | "source">;

/** Holds a figure or landmark with its place in the source; `locator` is `null` where the place is not known. */
type LocatedFigure = Omit<CitedFigure, "locator"> & { readonly locator: string | null };

export interface Sources {
  /** Returns the figure with its citation, which is `null` where the cohort of the figure is not known. */
  readonly cite: <F extends FigureOfCohort>(figure: F) => F & Pick<Study, "citation">;
  /** Returns the study with its citation, and with how its count was derived where no source prints it. */
  readonly citeStudy: (study: Study) => Study;
  /**
   * Returns the citation of a median.
   *
   * @param index The place of the median among those of its cohort.
   */
  readonly ofMedian: (cohort: string, index: number) => Citation | null;
}

/**
 * Returns the functions that add citations to figures and studies, and the one that finds the citation of a median.
 */
export function makeCitationLookup(provenance: Provenance): Sources {
  const printed: ReadonlyMap<string, LocatedFigure> = new Map(
    Object.entries(provenance).flatMap(([cohort, { figures, landmarks }]) =>
      [
        ...figures,
        ...landmarks.map((landmark) => ({ ...landmark, outcome: makeLandmarkId(landmark) })),
      ].map((figure): [string, LocatedFigure] => [makeFigureKey({ cohort, ...figure }), figure]),
    ),
  );
  const printedAs = ({ cohort, printed: outcome, cut }: FigureOfCohort) =>
    printed.get(makeFigureKey({ cohort, outcome, cut }));
  const citationOf = (figure: FigureOfCohort): Citation | null => {
    const cohortSources = provenance[figure.cohort];
    const locator = printedAs(figure)?.locator ?? null;
    return cohortSources ? makeCitation(cohortSources, figure.source, locator) : null;
  };
  return {
    cite: (figure) => ({ ...figure, citation: citationOf(figure) }),
    citeStudy: (study) => ({
      ...study,
      citation: citationOf(study),
      ...makeCountOriginFields(printedAs(study), study),
    }),
    ofMedian: (cohort, index) => {
      const cohortSources = provenance[cohort];
      const median = cohortSources?.medians[index];
      return cohortSources && median
        ? makeCitation(cohortSources, median.source, median.locator)
        : null;
    },
  };
}

/**
 * Returns how a count was made if no source prints it: from a percentage, with the range of the counts that round
 * to that percentage. Returns no fields for a printed count.
 */
function makeCountOriginFields(
  figure: LocatedFigure | undefined,
  { countFrom }: Study,
): Pick<Study, "countFrom" | "countRange"> {
  if (countFrom !== undefined || figure?.derivedRange === undefined) return {};
  const { derivedRange } = figure;
  return { countFrom: "percentage", ...(derivedRange && { countRange: derivedRange }) };
}

function makeCitation(
  provenance: CohortProvenance,
  index: number,
  locator: string | null,
): Citation | null {
  const source = provenance.sources[index];
  return source
    ? {
        text: source.citation,
        href: linkToRecordElsePage(source),
        locator,
        tier: source.tier,
        publication: findPaperElseRegistryAddress(provenance),
      }
    : null;
}

/** Returns the address of the trial's own paper, else of its registry record; `null` without either. */
export function findPaperElseRegistryAddress({
  publication,
  registry,
}: CohortProvenance): string | null {
  const [record = null] = registry.flatMap((number) => linkToRegistryRecord(number) ?? []);
  return (publication && linkToSourceRecord(publication)) ?? record;
}
