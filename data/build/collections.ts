/** Collects the evidence that is shown next to a comparison and never pooled. It is loaded on demand. */
import type { Evidence } from "../evidence.ts";
import type {
  Cohort,
  ComparisonStudy,
  Enrolled,
  Published,
  ReportSourceEntry,
  SubgroupStudy,
  SubgroupStudyFile,
} from "../schema.ts";
import { findSourceAddress } from "../source-address.ts";
import { type CitationText, replaceReferenceByCitation } from "./cite.ts";

export interface Collections {
  subgroups: SubgroupStudy[];
  comparisons: ComparisonStudy[];
  published: Published[];
}

export function makeStudyCollections(
  { cohorts, subgroups, comparisons, published }: Evidence,
  textOf: CitationText,
): Collections {
  // Tables of randomised trials are in the first bytes of a page, where long addresses of originals have no room. So
  // a source links here to its record, or to the page that was read.
  const withTexts = (sources: readonly ReportSourceEntry[]) =>
    sources.map((source) => ({
      ...replaceReferenceByCitation(source, textOf),
      href: findSourceAddress(source),
    }));
  return {
    subgroups: subgroups.map((study) => ({
      ...study,
      enrolled: summariseEnrolledPatients(study, cohorts),
      sources: withTexts(study.sources),
    })),
    comparisons: comparisons.map((study) => ({ ...study, sources: withTexts(study.sources) })),
    published: published.map(({ id, ...entry }) => ({
      id,
      ...replaceReferenceByCitation(entry, textOf),
    })),
  };
}

/** Returns the enrolled patients of a study, which are described once: by its cohort, else by its file. */
function summariseEnrolledPatients(
  { cohort: link, enrolled }: Pick<SubgroupStudyFile, "cohort" | "enrolled">,
  cohorts: readonly Cohort[],
): Enrolled {
  const cohort = link && cohorts.find(({ id }) => id === link.id);
  if (cohort) {
    const { setting, priorBcma, admittedLines, baseline } = cohort;
    return { setting, priorBcma, admittedLines, priorLinesRange: baseline.priorLinesRange };
  }
  return {
    setting: enrolled?.setting ?? null,
    priorBcma: enrolled?.priorBcma ?? "unknown",
    admittedLines: null,
    priorLinesRange: null,
  };
}
