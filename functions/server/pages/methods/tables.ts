/** Tables of the guide, as Markdown: published values beside ours, searches, discrepancies. */

import { dataset } from "#core/dataset.ts";
import { isReviewed } from "#core/others/published-gate.ts";
import type { Agreement, Conclusion } from "#core/others/published-values.ts";
import { collections } from "#data/generated/collections.ts";
import { publishedSources, publishedValues } from "#data/generated/published-values.ts";
import { search } from "#data/generated/search.ts";
import type { Published, Search } from "#data/schema.ts";
import { addressOf } from "#data/source-address.ts";
import {
  type KnownDiscrepancy,
  knownDiscrepancies,
} from "#presentation/views/known-discrepancies.ts";
import { counted } from "#presentation/words/counts.ts";
import { compared } from "#presentation/words/head-to-head.ts";
import { partialDateText } from "#presentation/words/partial-date.ts";
import {
  agreementText,
  extentText,
  hereText,
  i2Text,
  isAskedHere,
  publishedDetails,
  publishedText,
} from "#presentation/words/published-value.ts";
import { nameOf as outcomeNameOf } from "#presentation/words/row-name.ts";
import { joinedClauses } from "#presentation/words/sentences.ts";
import { tableOf } from "./table.ts";

const { published } = collections;

export function tables() {
  const values = publishedValues.filter(({ outcome }) => outcome !== null);
  const asked = values.filter(isAskedHere);
  return {
    values: `${values.length}`,
    published: `${new Set(values.map((one) => one.published)).size}`,
    compared: `${asked.length}`,
    conclusions: conclusionsOf(asked),
    assumed: published
      .flatMap(({ set }) => (set?.assumed ? `- **${set.name}.** ${set.assumed}` : []))
      .join("\n"),
    agreement: tableOf(["Analysis", "Published", "Here"], asked.map(agreementRow)),
    others: tableOf(["Analysis", "Published"], published.filter(isReviewed).flatMap(othersOf)),
    search: search.statement,
    routes: search.collections.map(routesOf).join("\n"),
    searches: published.flatMap(searchOf).join("\n"),
    discrepancies: knownDiscrepancies.map(discrepancyLine).join("\n"),
  };
}

const nameOf = (id: string) => publishedSources.find((one) => one.id === id)?.name ?? id;

function outcomeName(id: string | null): string {
  const outcome = dataset.outcomes.find((one) => one.id === id);
  return outcome ? outcomeNameOf(outcome) : (id ?? "");
}

function agreementRow(one: Agreement): string[] {
  const { published: id, outcome, group } = one;
  return [
    `${nameOf(id)}: ${outcomeName(outcome)}, ${group}`,
    [publishedText(one), ...publishedDetails(one)].join(", "),
    joinedClauses([hereText(one), agreementText(one), extentText(one)]),
  ];
}

/** What an analysis prints of none of our outcomes. */
function othersOf({ id, results }: Published): string[][] {
  return results.flatMap(({ outcome, measure, group, comparison, ...printed }) => {
    const { estimatePercent, value, events, n, k, i2 } = printed;
    const interval = printed.intervalPercent ?? printed.valueInterval;
    const number = estimatePercent === null ? value : `${estimatePercent} %`;
    const range = interval && `(${interval.join("–")})`;
    const said = joinedClauses([
      events !== null && (n === null ? `${events}` : `${events} of ${n}`),
      number !== null && [number, range].filter(Boolean).join(" "),
      comparison && comparisonText(comparison),
      i2 !== null && i2Text(i2),
      k !== null && counted(k, "study"),
    ]);
    return outcome === null && said !== "" ? [[`${nameOf(id)}: ${measure}, ${group}`, said]] : [];
  });
}

type Comparison = NonNullable<Published["results"][number]["comparison"]>;

function comparisonText({ measure, value, p, versus }: Comparison): string {
  return [
    [measure, value].filter((one) => one !== null).join(" "),
    p !== null && compared.p(`${p}`),
    versus !== null && `against ${versus}`,
  ]
    .filter(Boolean)
    .join(", ");
}

function conclusionsOf(values: readonly Agreement[]): string {
  const judged = values.filter(({ conclusion }) => conclusion !== null);
  const count = (of: Conclusion) => judged.filter(({ conclusion }) => conclusion === of).length;
  return `Of ${judged.length} comparisons of groups ${count("yes")} lead to the same conclusion, ${count("direction only")} only to the same direction, ${count("no")} to another.`;
}

function discrepancyLine({ cohort, what, reason }: KnownDiscrepancy): string {
  const known = dataset.cohorts.find(({ id }) => id === cohort);
  const whose = known ? `[${known.label}](/v1/cohorts/${known.id}#discrepancies), ` : "";
  return `- ${whose}${what}: ${reason}`;
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
  const made =
    lookUps === null ? "the number of look-ups was not kept" : `about ${lookUps} look-ups`;
  const gave = (["figures", "part", "nothing"] as const).flatMap((what) => {
    const own = routes.filter((route) => route.gave === what);
    const texts = own.map(({ route, remark }) => (remark ? `${route} (${remark})` : route));
    return texts.length > 0 ? `Gave ${what}: ${texts.join("; ")}.` : [];
  });
  const said = words === null ? "their words were not kept" : words.join("; ");
  return `- **${name}**, ${span(dates)}: ${aim}; ${made}, ${said}.${note === null ? "" : ` ${note}.`} ${gave.join(" ")}`;
}

function span({ from, to }: { readonly from: string | null; readonly to: string }): string {
  if (from === to) return partialDateText(to);
  return from === null
    ? `up to ${partialDateText(to)}`
    : `${partialDateText(from)} to ${partialDateText(to)}`;
}

function searchOf(one: Published): string[] {
  const { methods: made, flow, searchedTo, citation } = one;
  if (!made && !flow) return [];
  const href = addressOf(one);
  const name = citation.replaceAll(/[[\]]/g, "");
  const records = (
    [
      [flow?.identified, "records found"],
      [flow?.screened, "screened"],
      [flow?.publications, "publications kept"],
      [flow?.studies, "studies pooled"],
    ] as const
  ).flatMap(([count, what]) => (count == null ? [] : `${count} ${what}`));
  const said = [
    made?.searched.join(", ") ?? "databases not seen",
    searchedTo ? `to ${partialDateText(searchedTo)}` : "dates not seen",
    made?.registered ? `PROSPERO ${made.registered}` : "registration not seen",
    made?.chosenBy ? `chosen by ${made.chosenBy}` : "who chose not seen",
    made?.criteria ?? "criteria not seen",
    records.join(", ") || "number of records not seen",
    made?.funding ? `paid by ${made.funding}` : "funding not seen",
  ];
  return [`- ${href === null ? name : `[${name}](${href})`}: ${said.join("; ")}.`];
}
