/** What the element asks for, as the text of the response: screens, opened rows, patients, sheets. */
import { choices } from "#core/choices/choices.ts";
import { filterSections } from "#core/choices/sections.ts";
import { dataset } from "#core/dataset.ts";
import { timingOf } from "#core/evidence/timing.ts";
import { adjustedComparisonsOf } from "#core/others/adjusted-comparisons.ts";
import { subgroupsOf } from "#core/others/subgroups.ts";
import { usualDimension } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import { comparisons, subgroups } from "#data/generated/collections.ts";
import { timings } from "#data/generated/timing.ts";
import type { Outcome } from "#data/schema.ts";
import { linkPlaceholder } from "#presentation/statement/copied.ts";
import { openedRowOf } from "#presentation/statement/opened-row.ts";
import { patientsOf } from "#presentation/statement/patients.ts";
import { type Screen, screenOf } from "#presentation/statement/screen.ts";
import { sheetsOf } from "#presentation/statement/sheets.ts";
import { saidTiming } from "#presentation/statement/timing.ts";
import { copiedForms } from "#presentation/table/copied-forms.ts";
import { copiedSummary } from "#presentation/table/copied-summary.ts";
import type { ApiComparison } from "#presentation/words/api-answer.ts";
import type { Catalogue } from "#presentation/words/catalogue.ts";
import { type Ask, leaveOneOutOf, type Renderer } from "./full-answer.ts";
import { classesInWords, inWords } from "./make-comparison.ts";
import { outcomeLabel } from "./outcome-names.ts";
import { survivalEvidence } from "./survival-evidence.ts";

interface Shown {
  /** The answer to the question, or to the same one about the classes if it asks for others. */
  readonly answer: ApiComparison;
  readonly view: Screen;
}

export async function screen(
  query: Query,
  words: Catalogue,
  canonical: string,
  ask: Ask,
): Promise<Shown> {
  const asked = await ask(query, canonical);
  const isOfClasses = query.compare === usualDimension;
  const classes = isOfClasses ? asked : await ask({ ...query, compare: usualDimension });
  const answer = classesInWords(classes, words);
  const products = isOfClasses ? null : inWords(asked, words);
  return { answer, view: screenOf(answer, products, survivalEvidence(answer), words) };
}

export const screenJson: Renderer = async (...question) =>
  JSON.stringify((await screen(...question)).view);

/** The row as it stands in the answer to the question, or by itself if the question does not ask for it. */
export async function openedRowJson(
  query: Query,
  outcome: Outcome,
  words: Catalogue,
  canonical: string,
  ask: Ask,
): Promise<string> {
  const whole = await ask(query, canonical);
  const hasRow = whole.comparison.outcomes.some((one) => one.outcome === outcome.id);
  const answer = hasRow ? whole : await ask({ ...query, outcome: [outcome.id] });
  const comparison = classesInWords(answer, words);
  const row = comparison.outcomes.find((one) => one.outcome === outcome.id);
  if (!row) throw new Error(`no row for ${outcome.id}`);
  const timing = timingOf(dataset, timings, { row: outcome.id }).map((line) => ({
    ...line,
    ...saidTiming(line, outcome.id, outcomeLabel, words.report.timing),
  }));
  const compared = adjustedComparisonsOf(comparisons, { row: outcome.id });
  const asked = { permalink: linkPlaceholder, outcome: row.outcome };
  const copied = copiedSummary(comparison, asked, words);
  const beside = {
    leaveOneOut: leaveOneOutOf(answer, outcome),
    timing,
    compared,
    copied,
    outcomeLabel,
  };
  const opened = openedRowOf(row, comparison, beside, words);
  return JSON.stringify(opened, asDrawn);
}

/** Numbers of a row are places and sizes on a screen, months and patients: five digits are enough. */
function asDrawn(_name: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(5)) : value;
}

/** Products side by side are of the same trials. */
export const patientsJson: Renderer = async (query, words, _, ask) => {
  const answer = classesInWords(await ask({ ...query, compare: usualDimension }), words);
  const tables = subgroupsOf(subgroups, {});
  return JSON.stringify(patientsOf(answer, dataset.cohorts, tables, outcomeLabel, words.reported));
};

/** The answer as text to copy. */
export const copyJson: Renderer = async (query, words, canonical, ask) =>
  JSON.stringify(copiedForms(classesInWords(await ask(query, canonical), words), words));

export function sheetsJson(query: Query, words: Catalogue, canonical: string): string {
  const offered = choices(query, dataset, canonical);
  return JSON.stringify(sheetsOf(offered, filterSections, words.sheets));
}
