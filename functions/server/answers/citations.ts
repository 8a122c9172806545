/**
 * Adds the sources to the figures of an answer, and the medians to its landmarks. This happens
 * before words are added, because the words need to know how a figure was printed. The pure core
 * knows only the index of a source. The data read here stay on the server.
 */

import type { Citation, MedianResult, RatePool } from "#core/comparison/answer.ts";
import type {
  CodedComparison,
  CodedOutcome,
  CodedPool,
  CodedStudy,
} from "#core/comparison/coded-answer.ts";
import { dataset } from "#core/dataset.ts";
import { nearestCutFirst, populationObstacle, sourceObstacle } from "#core/evidence/choose.ts";
import { figureKey } from "#core/evidence/figure-key.ts";
import { byGroup } from "#core/evidence/grouping.ts";
import { landmarkOutcome } from "#data/compute-set.ts";
import { provenance } from "#data/generated/provenance.ts";
import type { CohortProvenance } from "#data/provenance.ts";
import { linkTo, registryLink } from "#presentation/view/source-link.ts";

/** The place of each figure in its source; `null` if the data do not give one. */
const locators: ReadonlyMap<string, string | null> = new Map(
  Object.entries(provenance).flatMap(([cohort, { figures, landmarks }]) =>
    [
      ...figures,
      ...landmarks.map((landmark) => ({ ...landmark, outcome: landmarkOutcome(landmark) })),
    ].map(({ outcome, cut, locator }) => [figureKey({ cohort, outcome, cut }), locator]),
  ),
);

export function withCitations<G extends string>(
  comparison: CodedComparison<G>,
): CodedComparison<G> {
  const cited = (row: CodedOutcome<G>, group: G): CodedPool => ({
    ...row.pools[group],
    studies: row.pools[group].studies.map(cite),
    beside: withSources(row.pools[group].beside),
    rate: citedRate(row.pools[group].rate, row.outcome),
    medians: medians(row.outcome, group, comparison),
  });
  const groups = comparison.groups.map((id) => ({ id }));
  return {
    ...comparison,
    outcomes: comparison.outcomes.map((row) => ({
      ...row,
      pools: byGroup(groups, ({ id }) => cited(row, id)),
    })),
  };
}

function cite(study: CodedStudy): CodedStudy {
  return { ...study, citation: citationOf(study) };
}

function withSources(beside: CodedPool["beside"]): CodedPool["beside"] {
  return beside && { ...beside, studies: beside.studies.map(cite) };
}

function citedRate(rate: RatePool | null, printed: string): RatePool | null {
  if (rate === null) return null;
  const studies = rate.studies.map((study) => ({
    ...study,
    citation: citationOf({ ...study, printed }),
  }));
  return { ...rate, studies };
}

type Printed = Pick<CodedStudy, "cohort" | "printed" | "cut" | "source">;

function citationOf({ cohort, printed, cut, source }: Printed): Citation | null {
  const known = provenance[cohort];
  const locator = locators.get(figureKey({ cohort, outcome: printed, cut })) ?? null;
  return known ? citation(known, source, locator) : null;
}

function citation(known: CohortProvenance, index: number, locator: string | null): Citation | null {
  const source = known.sources[index];
  return source
    ? {
        text: source.citation,
        href: linkTo(source),
        locator,
        tier: source.tier,
        publication: publicationOf(known),
      }
    : null;
}

/** The trial's own paper, else its registry record. */
function publicationOf({ publication, registry }: CohortProvenance): string | null {
  const [record = null] = registry.flatMap((number) => registryLink(number) ?? []);
  return (publication && linkTo(publication)) ?? record;
}

/**
 * The medians that the selected cohorts reported for the family of a landmark. One per cohort, from
 * the primary data cut if possible.
 */
function medians<G extends string>(
  outcomeId: string,
  group: G,
  { selection, query: { denominator, sources } }: CodedComparison<G>,
): readonly MedianResult[] {
  const outcome = dataset.outcomes.find(({ id }) => id === outcomeId);
  if (outcome?.kind !== "landmark") return [];
  const members = selection.included.filter((one) => one.group === group);
  const chosen = new Set(members.map(({ cohort }) => cohort));
  return dataset.cohorts
    .filter(({ id }) => chosen.has(id))
    .flatMap((cohort): MedianResult[] => {
      const known = provenance[cohort.id];
      if (!known) return [];
      // Leaves out medians of responders or of another part of the cohort.
      const usable = known.medians.filter(
        (one) =>
          outcome.id.startsWith(`${one.family}-`) &&
          populationObstacle(
            { population: one.population, n: null },
            cohort,
            outcome,
            denominator,
          ) === null &&
          sourceObstacle({ tier: known.sources[one.source]?.tier ?? 4 }, sources) === null,
      );
      const [median] = nearestCutFirst(usable, cohort);
      if (!median) return [];
      const { months, interval, source, locator } = median;
      const { id, label } = cohort;
      return [{ cohort: id, label, months, interval, citation: citation(known, source, locator) }];
    });
}
