/** Counts the data, the rules and the default question, as Markdown tables for the methods. */

import {
  isEstimateInInterval,
  type PublishedValue,
  type Verdict,
} from "#core/answer/compare-with-published.ts";
import { dataset } from "#core/dataset.ts";
import { leastPatients } from "#core/evidence/trials.ts";
import { DEFAULT_LANDMARK_PRIOR, DEFAULT_PRIOR } from "#core/statistics/bayes/prior.ts";
import { releases } from "#data/generated/changes.ts";
import { collections } from "#data/generated/collections.ts";
import { documents } from "#data/generated/documents.ts";
import { publishedValues } from "#data/generated/published-values.ts";
import { searches } from "#data/generated/searches.ts";
import type { DocumentToOpen, Searches } from "#data/schema.ts";
import { findSourceAddress } from "#data/source-address.ts";
import {
  type DiscrepancyText,
  knownDiscrepancies,
} from "#presentation/views/known-discrepancies.ts";
import { formatDate } from "#presentation/words/dates-and-times.ts";
import {
  describeExclusionWithoutValues,
  groupItemsByReason,
} from "#presentation/words/exclusions.ts";
import { nameRegimen } from "#presentation/words/labels.ts";
import { className, describeSourceTier } from "#presentation/words/names.ts";
import { nameOutcomeWithDetail } from "#presentation/words/outcome-names.ts";
import { shortenRegion } from "#presentation/words/properties.ts";
import {
  describeAgreementVerdict,
  describeOurPatientGroupCount,
  describeOurValue,
  describePublishedValue,
} from "#presentation/words/published-beside-ours.ts";
import { describeWholeReview } from "#presentation/words/review.ts";
import { joinBySemicolons } from "#presentation/words/sentences.ts";
import type { ClassAnswer } from "../../answers/compute/full-answer.ts";
import { listCohortRecords } from "../../answers/compute/whole-dataset.ts";

const { published } = collections;

export function makeAgreementAndSearchTexts() {
  const sets = published.filter(({ set }) => set !== null);
  return {
    sets: `${sets.length}`,
    values: `${publishedValues.length}`,
    agreement: describeAgreementWithPublished(publishedValues),
    assumed: sets
      .flatMap(({ set }) => (set?.assumed ? `- **${set.name}.** ${set.assumed}` : []))
      .join("\n"),
    conclusions: renderMarkdownTable(
      ["Analysis", "Published", "Here", "Compared"],
      publishedValues.map(listPublishedValueCells),
    ),
    search: searches.statement,
    searches: renderSearchesTable(searches),
    routes: searches.collections.map(describeSearchRoutes).join("\n"),
    documents: renderListOfUnreadDocuments(documents),
    discrepancies: knownDiscrepancies.map(describeDiscrepancy).join("\n"),
  };
}

function listPublishedValueCells(value: PublishedValue): string[] {
  const { therapyClass } = value;
  return [
    `${namePublishedValue(value)}, ${therapyClass ? className[therapyClass] : "CAR-T against bispecifics"}`,
    describePublishedValue(value),
    joinBySemicolons([describeOurValue(value), describeOurPatientGroupCount(value)]),
    describeAgreementVerdict(value) || "–",
  ];
}

const namePublishedValue = ({ name, outcome }: PublishedValue) =>
  `${name}: ${nameOutcomeWithDetail(outcome)}`;

/** Counts our numbers within published intervals, published rates within ours, and conclusions that are kept. */
function describeAgreementWithPublished(values: readonly PublishedValue[]): string {
  const judged = values.filter(({ verdict }) => verdict !== null);
  const withInterval = judged.filter(({ theirs }) => theirs.interval);
  const within = withInterval.filter(
    ({ theirs, ours }) => ours && theirs.interval && isEstimateInInterval(ours, theirs.interval),
  );
  const without = judged.filter(({ theirs }) => !theirs.interval);
  const ratios = judged.filter(({ therapyClass }) => therapyClass === null);
  const select = (of: readonly PublishedValue[], wanted: Verdict) =>
    of.filter(({ verdict }) => verdict === wanted);
  const lost = select(ratios, "lost");
  return [
    `Of ${withInterval.length} numbers here that are published with an interval, ${within.length} lie within it;`,
    `of ${without.length} rates that are published without one, ${select(without, "agrees").length} lie within our interval.`,
    `Of ${ratios.length} published ratios of CAR-T against bispecifics with a number here ${select(ratios, "agrees").length} lead to the same conclusion,`,
    `${select(ratios, "gained").length} are clear of 1 only here, ${lost.length} conclusions are lost${lost.length > 0 ? ` (${lost.map(namePublishedValue).join("; ")})` : ""}.`,
  ].join(" ");
}

function describeDiscrepancy({ cohort, figure, reason }: DiscrepancyText): string {
  const match = dataset.cohorts.find(({ id }) => id === cohort);
  const cohortLink = match ? `[${match.label}](/v1/cohorts/${match.id}#discrepancies), ` : "";
  return `- ${cohortLink}${figure}: ${reason}`;
}

const notYet = "not yet";

function renderSearchesTable({ sources }: Pick<Searches, "sources">): string {
  return renderMarkdownTable(
    ["Source", "Query", "Last looked, and decided"],
    Object.entries(sources).flatMap(([source, listed]) =>
      listed.map(({ lookFor, query, address, lastLook, notReached }) => [
        `${address === null ? source : `[${source}](<${address}>)`}: ${escapeMarkdown(lookFor)}`,
        query === null ? notYet : escapeMarkdown(query),
        joinBySemicolons([
          lastLook === null
            ? notYet
            : `${formatDate(lastLook.on)}: ${escapeMarkdown(lastLook.decided)}`,
          notReached && `not reached on ${formatDate(notReached)}`,
        ]),
      ]),
    ),
  );
}

/** Lists the documents of which no number was entered, with what they should hold and why it is not here. */
function renderListOfUnreadDocuments(listed: readonly DocumentToOpen[]): string {
  return listed
    .map(({ name, doi, address, look, lastLookedFor }) => {
      const link = findSourceAddress({ doi, seenAt: address });
      const where = address === null ? "no address found" : `at ${new URL(address).host}`;
      const named =
        link === null
          ? escapeMarkdown(`${name} (${where})`)
          : `[${escapeMarkdown(name)}](<${link}>)`;
      const looked =
        lastLookedFor === undefined ? "" : `; last tried on ${formatDate(lastLookedFor)}`;
      return `- ${named}: ${escapeMarkdown(look)}${looked}`;
    })
    .join("\n");
}

/** Escapes a text for Markdown, because a query may contain what Markdown or HTML takes for a mark. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>&#!~]/g, "\\$&");
}

function describeSearchRoutes({
  name,
  aim,
  lookUps,
  words,
  note,
  routes,
  ...dates
}: Searches["collections"][number]) {
  const lookUpText =
    lookUps === null ? "the number of look-ups was not kept" : `about ${lookUps} look-ups`;
  const gave = (["figures", "part", "nothing"] as const).flatMap((result) => {
    const matching = routes.filter((route) => route.gave === result);
    const texts = matching.map(({ route, remark }) => (remark ? `${route} (${remark})` : route));
    return texts.length > 0 ? `Gave ${result}: ${texts.join("; ")}.` : [];
  });
  const phrases = words === null ? "their words were not kept" : words.join("; ");
  return `- **${name}**, ${describeSearchPeriod(dates)}: ${aim}; ${lookUpText}, ${phrases}.${note === null ? "" : ` ${note}.`} ${gave.join(" ")}`;
}

function describeSearchPeriod({
  from,
  to,
}: {
  readonly from: string | null;
  readonly to: string;
}): string {
  if (from === to) return formatDate(to);
  return from === null ? `up to ${formatDate(to)}` : `${formatDate(from)} to ${formatDate(to)}`;
}

/**
 * Returns texts on the data for the page of methods, such as counts, dates and Markdown tables, each under the name by
 * which that page refers to it.
 *
 * @param answer The answer to the default question.
 */
export function makeDataCountTexts({ selection }: ClassAnswer) {
  const { review } = dataset;
  const records = listCohortRecords();
  const { included, excluded } = selection;
  const sum = (of: (record: (typeof records)[number]) => readonly unknown[]) =>
    records.reduce((total, record) => total + of(record).length, 0);
  const trials = records.filter(({ evidence }) => evidence === "trial").length;
  const sources = [...countSourcesByTier(records.flatMap((record) => record.sources))];
  const leftOut = groupItemsByReason(excluded, ({ reason }) =>
    describeExclusionWithoutValues(reason),
  );
  return {
    version: dataset.dataVersion,
    dataDate: formatDate(review.dataDate),
    searchedTo: formatDate(searches.collections.at(-1)?.to ?? review.dataDate),
    released: formatDate(releases[0]?.date ?? review.dataDate),
    review: describeWholeReview(),
    checks: review.checks
      .map(
        ({ what, against, when, role }) =>
          `- ${what}. Against: ${against}. By: ${role}, ${formatDate(when)}.`,
      )
      .join("\n"),
    evidence: renderMarkdownTable(
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
          sources.map(([tier, count]) => `${count}: ${describeSourceTier(tier)}`).join("; "),
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
    leftOut: renderMarkdownTable(
      ["Left out because", "Groups"],
      leftOut.map(([reason, cohorts]) => [reason, `${cohorts.length}`]),
    ),
    mu: `${DEFAULT_PRIOR.mu.mean}`,
    sd: `${DEFAULT_PRIOR.mu.sd}`,
    tau: `${DEFAULT_PRIOR.tau.scale}`,
    tauOfMonths: `${DEFAULT_LANDMARK_PRIOR.tau.scale}`,
    fewest: `${leastPatients}`,
    pending: dataset.products
      .flatMap(({ slug, approvals }) =>
        approvals.flatMap(({ region, status, partners }) =>
          status === "pending"
            ? `${nameRegimen({ product: slug, partners })} (${shortenRegion(region)})`
            : [],
        ),
      )
      .join(", "),
  };
}

/** Counts sources by tier. A source that several cohorts cite counts once, with the best tier that it has anywhere. */
function countSourcesByTier(
  sources: readonly { citation: string; tier: number }[],
): Map<number, number> {
  const best = new Map<string, number>();
  for (const { citation, tier } of sources) {
    best.set(citation, Math.min(tier, best.get(citation) ?? tier));
  }
  const counts = new Map<number, number>();
  for (const tier of [...best.values()].sort()) counts.set(tier, (counts.get(tier) ?? 0) + 1);
  return counts;
}

/** Returns a table as Markdown. Line breaks and vertical bars in a cell are replaced. */
export function renderMarkdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const columns = rows[0]?.length ?? head.length;
  const cells = (texts: readonly string[]) =>
    `| ${texts.map((text) => text.replaceAll("|", "/").replaceAll("\n", " ")).join(" | ")} |`;
  const names = Array.from({ length: columns }, (_, index) => head[index] ?? "");
  return [cells(names), cells(names.map(() => "---")), ...rows.map(cells)].join("\n");
}
