/** What was published of the risk of bias of a cohort: of it alone, and of all studies of a set. */
import type { CohortRiskOfBias } from "../provenance.ts";
import type { Cohort, PublishedFile, Statement } from "../schema.ts";
import { type CitationText, cited } from "./cited.ts";

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
