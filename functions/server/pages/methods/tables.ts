/** Counts the data, the rules and the default question, as Markdown tables for the methods. */

import { dataset } from "#core/dataset.ts";
import { leastPatients } from "#core/evidence/small-trials.ts";
import type { Agreement, Conclusion } from "#core/others/published-values.ts";
import { DEFAULT_LANDMARK_PRIOR, DEFAULT_PRIOR } from "#core/statistics/bayes/prior.ts";
import { releases } from "#data/generated/changes.ts";
import { collections } from "#data/generated/collections.ts";
import { publishedSources, publishedValues } from "#data/generated/published-values.ts";
import { search } from "#data/generated/search.ts";
import type { Search } from "#data/schema.ts";
import {
  type DiscrepancyText,
  knownDiscrepancies,
} from "#presentation/views/known-discrepancies.ts";
import { dateText } from "#presentation/words/dates.ts";
import { byReason, sharedReason } from "#presentation/words/exclusions.ts";
import { outcomeName } from "#presentation/words/outcome-names.ts";
import {
  agreementText,
  extentText,
  hereText,
  isComparedHere,
  publishedDetails,
  publishedText,
} from "#presentation/words/published-value.ts";
import { joinedClauses } from "#presentation/words/sentences.ts";
import { tierWords } from "#presentation/words/source-tier.ts";
import type { ClassAnswer } from "../../answers/compute/full-answer.ts";
import { cohortRecords } from "../../answers/compute/whole-dataset.ts";

const { published } = collections;

export function tables() {
  const values = publishedValues.filter(({ outcome }) => outcome !== null);
  const comparable = values.filter(isComparedHere);
  return {
    values: `${values.length}`,
    published: `${new Set(values.map((value) => value.published)).size}`,
    compared: `${comparable.length}`,
    conclusions: conclusionsOf(comparable),
    assumed: published
      .flatMap(({ set }) => (set?.assumed ? `- **${set.name}.** ${set.assumed}` : []))
      .join("\n"),
    agreement: tableOf(["Analysis", "Published", "Here"], comparable.map(agreementRow)),
    search: search.statement,
    routes: search.collections.map(routesOf).join("\n"),
    discrepancies: knownDiscrepancies.map(discrepancyLine).join("\n"),
  };
}

const nameOf = (id: string) => publishedSources.find((source) => source.id === id)?.name ?? id;

function agreementRow(value: Agreement): string[] {
  const { published: id, outcome, group } = value;
  return [
    `${nameOf(id)}: ${outcomeName(outcome ?? "")}, ${group}`,
    [publishedText(value), ...publishedDetails(value)].join(", "),
    joinedClauses([hereText(value), agreementText(value), extentText(value)]),
  ];
}

function conclusionsOf(values: readonly Agreement[]): string {
  const judged = values.filter(({ conclusion }) => conclusion !== null);
  const count = (of: Conclusion) => judged.filter(({ conclusion }) => conclusion === of).length;
  return `Of ${judged.length} comparisons of groups ${count("yes")} lead to the same conclusion, ${count("direction only")} only to the same direction, ${count("no")} to another.`;
}

function discrepancyLine({ cohort, figure, reason }: DiscrepancyText): string {
  const match = dataset.cohorts.find(({ id }) => id === cohort);
  const cohortLink = match ? `[${match.label}](/v1/cohorts/${match.id}#discrepancies), ` : "";
  return `- ${cohortLink}${figure}: ${reason}`;
}

function routesOf({
  name,
  aim,
  lookUps,
  words,
  note,
  routes,
  ...dates
}: Search["collections"][number]) {
  const lookUpText =
    lookUps === null ? "the number of look-ups was not kept" : `about ${lookUps} look-ups`;
  const gave = (["figures", "part", "nothing"] as const).flatMap((result) => {
    const matching = routes.filter((route) => route.gave === result);
    const texts = matching.map(({ route, remark }) => (remark ? `${route} (${remark})` : route));
    return texts.length > 0 ? `Gave ${result}: ${texts.join("; ")}.` : [];
  });
  const phrases = words === null ? "their words were not kept" : words.join("; ");
  return `- **${name}**, ${span(dates)}: ${aim}; ${lookUpText}, ${phrases}.${note === null ? "" : ` ${note}.`} ${gave.join(" ")}`;
}

function span({ from, to }: { readonly from: string | null; readonly to: string }): string {
  if (from === to) return dateText(to);
  return from === null ? `up to ${dateText(to)}` : `${dateText(from)} to ${dateText(to)}`;
}

/**
 * Counts the data.
 *
 * @param answer The answer to the default question.
 */
export function countsOf({ selection }: ClassAnswer) {
  const { review } = dataset;
  const records = cohortRecords();
  const { included, excluded } = selection;
  const sum = (of: (record: (typeof records)[number]) => readonly unknown[]) =>
    records.reduce((total, record) => total + of(record).length, 0);
  const trials = records.filter(({ evidence }) => evidence === "trial").length;
  const sources = [...byTier(records.flatMap((record) => record.sources))];
  const leftOut = byReason(excluded, ({ reason }) => sharedReason(reason));
  return {
    version: dataset.dataVersion,
    dataDate: dateText(review.dataDate),
    searchedTo: dateText(search.collections.at(-1)?.to ?? review.dataDate),
    released: dateText(releases[0]?.date ?? review.dataDate),
    review: review.statement,
    checks: review.checks
      .map(
        ({ what, against, when, role }) =>
          `- ${what}. Against: ${against}. By: ${role}, ${dateText(when)}.`,
      )
      .join("\n"),
    evidence: tableOf(
      [],
      [
        [
          "Groups of patients",
          `${records.length}: ${trials} of trials, ${records.length - trials} from practice`,
        ],
        [
          "Figures",
          `${sum(({ figures }) => figures)} of outcomes, ${sum(({ landmarks }) => landmarks)} of survival at a month, ${sum(({ medians }) => medians)} medians`,
        ],
        [
          "Sources, by rank",
          sources.map(([tier, count]) => `${count}: ${tierWords(tier)}`).join("; "),
        ],
        [
          "Beside the pools",
          `${collections.subgroups.length} studies with subgroups, ${collections.comparisons.length} comparisons by others, ${collections.published.length} publications with pooled values`,
        ],
        ["Drugs", `${dataset.products.length}`],
      ],
    ),
    studies: `${records.length}`,
    included: `${included.length}`,
    excluded: `${excluded.length}`,
    leftOut: tableOf(
      ["Left out because", "Groups"],
      leftOut.map(([reason, cohorts]) => [reason, `${cohorts.length}`]),
    ),
    mu: `${DEFAULT_PRIOR.mu.mean}`,
    sd: `${DEFAULT_PRIOR.mu.sd}`,
    tau: `${DEFAULT_PRIOR.tau.scale}`,
    tauOfMonths: `${DEFAULT_LANDMARK_PRIOR.tau.scale}`,
    fewest: `${leastPatients}`,
  };
}

/** Counts sources by tier. A source that several cohorts cite counts once, with the best tier that it has anywhere. */
function byTier(sources: readonly { citation: string; tier: number }[]): Map<number, number> {
  const best = new Map<string, number>();
  for (const { citation, tier } of sources) {
    best.set(citation, Math.min(tier, best.get(citation) ?? tier));
  }
  const counts = new Map<number, number>();
  for (const tier of [...best.values()].sort()) counts.set(tier, (counts.get(tier) ?? 0) + 1);
  return counts;
}

/** Returns a table as Markdown. Line breaks and vertical bars in a cell are replaced. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = rows[0]?.length ?? head.length;
  const cells = (texts: readonly string[]) =>
    `| ${texts.map((text) => text.replaceAll("|", "/").replaceAll("\n", " ")).join(" | ")} |`;
  const names = Array.from({ length: columns }, (_, index) => head[index] ?? "");
  return [cells(names), cells(names.map(() => "---")), ...rows.map(cells)].join("\n");
}
