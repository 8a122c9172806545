/** The provenance of every figure, and everything that comparing does not need. */
import type { Evidence } from "../evidence.ts";
import { picked } from "../pick.ts";
import {
  type CohortDetails,
  type CohortProvenance,
  type CohortRiskOfBias,
  type Details,
  figureFields,
  type Provenance,
  type Publication,
  patientFields,
  recordFields,
} from "../provenance.ts";
import type { Cohort, PublishedFile, Reference, Statement } from "../schema.ts";
import { type CitationText, cited } from "./cite.ts";

export function detailsOf(evidence: Evidence, textOf: CitationText): Details {
  return Object.fromEntries(
    evidence.cohorts.map((cohort) => [cohort.id, cohortDetailsOf(cohort, evidence, textOf)]),
  );
}

/** The part of the details that answers cite. */
export function provenanceOf(details: Details): Provenance {
  return Object.fromEntries(
    Object.entries(details).map(([id, known]) => {
      const { registry, publication, figures, landmarks, medians, sources, riskOfBias } = known;
      const cited: CohortProvenance = {
        firstAuthor: known.firstAuthor,
        patients: picked(known.baseline, patientFields),
        registry,
        publication,
        figures: figures.map((figure) => ({
          ...picked(figure, ["outcome", "cut", "locator"]),
          ...(figure.derived && { derivedRange: figure.derivedRange }),
        })),
        landmarks: landmarks.map((one) => picked(one, ["family", "month", "cut", "locator"])),
        medians,
        sources: sources.map((one) => picked(one, ["citation", "doi", "pmid", "tier"])),
        ratings: riskOfBias.ratings.map((one) => picked(one, ["tool", "result", "ofAllStudies"])),
      };
      return [id, cited];
    }),
  );
}

function cohortDetailsOf(
  cohort: Cohort,
  { published, references }: Evidence,
  textOf: CitationText,
): CohortDetails {
  return {
    ...picked(cohort, recordFields),
    publication: publicationOf(cohort, references, textOf),
    figures: cohort.figures.map((figure) => picked(figure, figureFields)),
    landmarks: cohort.landmarks.map(({ quote, ...landmark }) => landmark),
    riskOfBias: riskOfBiasOf(cohort, published, textOf),
    sources: cohort.sources.map((source) => cited(source, textOf)),
  };
}

function publicationOf(
  { publication }: Cohort,
  references: readonly Reference[],
  textOf: CitationText,
): Publication | null {
  const own = references.find(({ id }) => id === publication);
  return own === undefined
    ? null
    : {
        citation: textOf({ reference: own.id, detail: null }),
        doi: own.DOI ?? null,
        pmid: own.PMID ?? null,
      };
}

/** Collects published ratings of the risk of bias: of a cohort alone, and of all studies of a set. */
export function riskOfBiasOf(
  { id, riskOfBias }: Pick<Cohort, "id" | "riskOfBias">,
  published: readonly PublishedFile[],
  textOf: CitationText,
): CohortRiskOfBias {
  const own = (riskOfBias?.ratings ?? []).map((one) => ({
    ...cited(one, textOf),
    ofAllStudies: false,
  }));
  const statement = (one: Statement | null | undefined) => (one ? cited(one, textOf) : null);
  return {
    ratings: [...own, ...published.flatMap((set) => ofSet(set, id, textOf))],
    stated: {
      consecutive: statement(riskOfBias?.stated.consecutive),
      independent: statement(riskOfBias?.stated.independent),
      lossBelow5: statement(riskOfBias?.stated.lossBelow5),
    },
  };
}

function ofSet(
  { riskOfBias, set, reference, detail, doi, seenAt, tier }: PublishedFile,
  id: string,
  textOf: CitationText,
): CohortRiskOfBias["ratings"] {
  if (riskOfBias === undefined || !set?.rows?.some(({ cohort }) => cohort === id)) return [];
  const source = cited({ reference, detail, doi, pmid: null, seenAt, tier }, textOf);
  return [{ ...riskOfBias, ...source, ofAllStudies: true }];
}
