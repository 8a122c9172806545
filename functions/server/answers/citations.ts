/**
 * Adds the sources to the figures of an answer, and the medians to its landmarks. This happens
 * before words are added, because the words need to know how a figure was printed. The pure core
 * knows only the index of a source. The data read here stay on the server.
 */

import type { Citation, MedianResult } from "#core/comparison/answer.ts";
import type {
  CodedComparison,
  CodedOutcome,
  CodedPool,
  CodedStudy,
} from "#core/comparison/coded-answer.ts";
import { dataset } from "#core/dataset.ts";
import { figureKey } from "#core/evidence/figure-key.ts";
import { byGroup } from "#core/evidence/grouping.ts";
import { medianOf, shortestFirst } from "#core/evidence/medians.ts";
import { provenance } from "#data/generated/provenance.ts";
import { familyOf, landmarkOutcome } from "#data/landmarks.ts";
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

const cohorts = new Map(dataset.cohorts.map((cohort) => [cohort.id, cohort]));

export function withCitations<G extends string>(
  comparison: CodedComparison<G>,
): CodedComparison<G> {
  return withPools(withMedians(comparison), (pool) => ({
    ...pool,
    studies: pool.studies.map(cite),
    beside: withSources(pool.beside),
  }));
}

/** Only the medians, for screens that show no sources. */
export function withMedians<G extends string>(comparison: CodedComparison<G>): CodedComparison<G> {
  return withPools(comparison, (pool, { outcome }, group) => ({
    ...pool,
    medians: medians(outcome, group, comparison),
  }));
}

/** The comparison with every pool changed. */
export function withPools<G extends string>(
  comparison: CodedComparison<G>,
  change: (pool: CodedPool, row: CodedOutcome<G>, group: G) => CodedPool,
): CodedComparison<G> {
  const groups = comparison.groups.map((id) => ({ id }));
  return {
    ...comparison,
    outcomes: comparison.outcomes.map((row) => ({
      ...row,
      pools: byGroup(groups, ({ id }) => change(row.pools[id], row, id)),
    })),
  };
}

type Cited = Pick<CodedStudy, "cohort" | "printed" | "cut" | "source">;

/** The figure of a study with its source. */
export function cite<F extends Cited>(figure: F): F & Pick<CodedStudy, "citation"> {
  return { ...figure, citation: citationOf(figure) };
}

function withSources(beside: CodedPool["beside"]): CodedPool["beside"] {
  return beside && { ...beside, studies: beside.studies.map(cite) };
}

function citationOf({ cohort, printed, cut, source }: Cited): Citation | null {
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
export function publicationOf({ publication, registry }: CohortProvenance): string | null {
  const [record = null] = registry.flatMap((number) => registryLink(number) ?? []);
  return (publication && linkTo(publication)) ?? record;
}

/** The medians that the selected cohorts reported for the family of a landmark, one per cohort. */
function medians<G extends string>(
  outcome: string,
  group: G,
  { selection, query }: CodedComparison<G>,
): readonly MedianResult[] {
  const family = familyOf(outcome);
  if (family === null) return [];
  return selection.included
    .filter((one) => one.group === group)
    .flatMap(({ cohort, label, product }): MedianResult[] => {
      const known = provenance[cohort];
      const own = cohorts.get(cohort);
      if (!known || !own) return [];
      const printed = known.medians.map((one) => ({
        ...one,
        tier: known.sources[one.source]?.tier ?? 4,
      }));
      const median = medianOf(printed, own, family, query);
      if (!median) return [];
      const { months, interval, source, locator } = median;
      const { regimen } = own;
      const printedIn = citation(known, source, locator);
      return [{ cohort, label, product, regimen, months, interval, citation: printedIn }];
    })
    .sort(shortestFirst);
}
