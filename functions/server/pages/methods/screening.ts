/**
 * Writes the screening log as Markdown: the searches in the registry and PubMed, and the decisions on the records
 * found.
 */
import type { ScreenedRecord, Screening, ScreeningQuery } from "#data/schema.ts";
import { withNoun } from "#presentation/words/counts.ts";
import { dateText } from "#presentation/words/dates.ts";
import { tableOf } from "./tables.ts";

const lookedFor: Readonly<Record<ScreeningQuery["route"], string>> = {
  notice: "Papers in our data that were retracted, corrected or doubted",
  results: "Results posted of trials in our data",
  record: "Changed records of trials in our data",
  "paper-of-trial": "Papers that name a trial in our data",
  "paper-of-drug": "Papers on myeloma that name a drug in our data",
  "new-trial": "Trials of such drugs in myeloma that are not in our data",
};

const decisionTexts: Readonly<Record<ScreenedRecord["decision"], string>> = {
  undecided: "undecided",
  enter: "entered",
  lead: "lead",
  leave: "left",
};

export function screeningText({ runs, records }: Screening): string {
  const last = runs.at(-1);
  if (!last) return "This was never run.";
  const count = (decision: ScreenedRecord["decision"]) =>
    records.filter((record) => record.decision === decision).length;
  const waiting = records.filter(({ decision }) => decision === "undecided");
  return [
    `Last asked on ${dateText(last.on)} for what came since ${dateText(last.since)}. ${withNoun(records.length, "record")} met so far: ${count("enter")} entered, ${withNoun(count("lead"), "lead")}, ${count("leave")} left, ${count("undecided")} undecided.`,
    tableOf(
      ["Looked for", "Asked", "Met", "New"],
      last.queries.map(({ route, service, query, metCount, loggedCount }) => [
        lookedFor[route],
        `${service}: ${escaped(query)}`,
        `${metCount}`,
        `${loggedCount}`,
      ]),
    ),
    records.length === 0
      ? ""
      : tableOf(
          ["Record", "Why", "Decision"],
          [...waiting, ...records.filter((record) => !waiting.includes(record))].map(recordRow),
        ),
  ].join("\n\n");
}

function recordRow({
  id,
  title,
  why,
  foundOn: date,
  decision,
  reason,
  by,
}: ScreenedRecord): string[] {
  return [
    `[${escaped(id)}](${addressOf(id)}) ${escaped(title)}`,
    `${escaped(why)}; met on ${dateText(date)}`,
    reason === null || by === null
      ? decisionTexts[decision]
      : `${decisionTexts[decision]}: ${escaped(reason)} (${escaped(by)})`,
  ];
}

function addressOf(id: string): string {
  const [, pmid] = /^PMID (\d+)$/.exec(id) ?? [];
  return pmid
    ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`
    : `https://clinicaltrials.gov/study/${encodeURIComponent(id)}`;
}

/** Escapes a text for Markdown, because a title may contain Markdown or HTML. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>&#!~]/g, "\\$&");
}
