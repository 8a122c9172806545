/** Collects the provenance of every figure, and all other facts that comparing does not need. */
import type { Evidence } from "../evidence.ts";
import { pick } from "../lists-and-objects.ts";
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
import {
  type FirstLabel,
  findFirstLabel,
  isApprovalDecisionOverdue,
  isApprovalInForce,
  listRegionsApprovedOnDay,
} from "../rules/approvals.ts";
import type { Approval, Cohort, Product, PublishedFile, Reference, Statement } from "../schema.ts";
import {
  type CitationText,
  citeWithPageIfNoRecord,
  pickCitationFields,
  replaceReferenceByCitation,
} from "./cite.ts";

export function makeDetailsByCohort(evidence: Evidence, textOf: CitationText): Details {
  return Object.fromEntries(
    evidence.cohorts.map((cohort) => [cohort.id, makeCohortDetails(cohort, evidence, textOf)]),
  );
}

/** Returns the part of the details that answers cite. */
export function reduceDetailsToCitedFields(details: Details): Provenance {
  return Object.fromEntries(
    Object.entries(details).map(([id, cohort]) => {
      const { registry, publication, figures, landmarks, medians, sources, riskOfBias } = cohort;
      const cited: CohortProvenance = {
        firstAuthor: cohort.firstAuthor,
        patients: pick(cohort.baseline, patientFields),
        registry,
        publication,
        figures: figures.map((figure) => ({
          ...pick(figure, ["outcome", "cut", "locator"]),
          ...(figure.derived && { derivedRange: figure.derivedRange }),
        })),
        landmarks: landmarks.map((landmark) =>
          pick(landmark, ["family", "month", "cut", "locator"]),
        ),
        medians,
        sources: sources.map(pickCitationFields),
        ratings: riskOfBias.ratings.map((rating) =>
          pick(rating, ["tool", "result", "ofAllStudies"]),
        ),
      };
      return [id, cited];
    }),
  );
}

function makeCohortDetails(
  cohort: Cohort,
  { published, references }: Evidence,
  textOf: CitationText,
): CohortDetails {
  return {
    ...pick(cohort, recordFields),
    publication: findCohortPublication(cohort, references, textOf),
    figures: cohort.figures.map((figure) => pick(figure, figureFields)),
    landmarks: cohort.landmarks.map(({ quote, ...landmark }) => landmark),
    riskOfBias: gatherRiskOfBiasOfCohort(cohort, published, textOf),
    sources: cohort.sources.map((source) => citeWithPageIfNoRecord(source, textOf, references)),
  };
}

function findCohortPublication(
  { publication }: Cohort,
  references: readonly Reference[],
  textOf: CitationText,
): Publication | null {
  const match = references.find(({ id }) => id === publication);
  return match === undefined
    ? null
    : {
        citation: textOf({ reference: match.id, detail: null }),
        doi: match.DOI ?? null,
        pmid: match.PMID ?? null,
      };
}

/** Collects published ratings of the risk of bias: of a cohort alone, and of all studies of a set. */
export function gatherRiskOfBiasOfCohort(
  { id, riskOfBias }: Pick<Cohort, "id" | "riskOfBias">,
  published: readonly PublishedFile[],
  textOf: CitationText,
): CohortRiskOfBias {
  const ratings = (riskOfBias?.ratings ?? []).map((rating) => ({
    ...replaceReferenceByCitation(rating, textOf),
    ofAllStudies: false,
  }));
  const statement = (source: Statement | null | undefined) =>
    source ? replaceReferenceByCitation(source, textOf) : null;
  return {
    ratings: [
      ...ratings,
      ...published.flatMap((set) => listCohortBiasRatingsFromSet(set, id, textOf)),
    ],
    stated: {
      consecutive: statement(riskOfBias?.stated.consecutive),
      independent: statement(riskOfBias?.stated.independent),
      lossBelow5: statement(riskOfBias?.stated.lossBelow5),
    },
  };
}

/**
 * Returns the rating of the risk of bias that a published set gives all its studies, if the cohort is one of them;
 * otherwise none.
 */
function listCohortBiasRatingsFromSet(
  { riskOfBias, set, reference, detail, doi, seenAt, tier }: PublishedFile,
  id: string,
  textOf: CitationText,
): CohortRiskOfBias["ratings"] {
  if (riskOfBias === undefined || !set?.rows?.some(({ cohort }) => cohort === id)) return [];
  const source = replaceReferenceByCitation(
    { reference, detail, doi, pmid: null, seenAt, tier },
    textOf,
  );
  return [{ ...riskOfBias, ...source, ofAllStudies: true }];
}

export interface ProductFacts extends Omit<Product, "approvals"> {
  /**
   * Each approval states whether it is in force, or its decision overdue, on the date of the data, and which one came
   * first in its region, if it replaced one.
   */
  approvals: (Approval & { inForce: boolean; isOverdue: boolean; first: FirstLabel | null })[];
  approvedIn: Approval["region"][];
}

export type ProductProvenance = Record<string, ProductFacts>;

export function makeProductFactsBySlug(
  products: readonly Product[],
  dataDate: string,
): ProductProvenance {
  return Object.fromEntries(
    products.map((product) => [
      product.slug,
      {
        ...product,
        approvals: product.approvals.map((approval) => ({
          ...approval,
          inForce: isApprovalInForce(approval, dataDate),
          isOverdue: isApprovalDecisionOverdue(approval, dataDate),
          first: findFirstLabel(approval, product.approvals),
        })),
        approvedIn: listRegionsApprovedOnDay(product, products, dataDate),
      },
    ]),
  );
}
