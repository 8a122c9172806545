/** What the element asks for, as the text of the response: screens, opened rows, patients, sheets. */
import { choices } from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import { adjustedComparisonsOf } from "#core/evidence/adjusted-comparisons.ts";
import { subgroupsOf } from "#core/evidence/subgroups.ts";
import { timingOf } from "#core/evidence/timing.ts";
import { usualDimension } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import { comparisons, subgroups } from "#data/generated/collections.ts";
import { sections } from "#data/generated/sheet-data.ts";
import { timings } from "#data/generated/timing.ts";
import type { Outcome } from "#data/schema.ts";
import { openedRowOf } from "#presentation/statement/opened-row.ts";
import { patientsOf } from "#presentation/statement/patients.ts";
import { screenOf } from "#presentation/statement/screen.ts";
import { sheetsOf } from "#presentation/statement/sheets.ts";
import { saidTiming } from "#presentation/statement/timing.ts";
import { heldWithWords } from "#presentation/words/analyses-with-words.ts";
import type { Catalogue } from "#presentation/words/catalogue.ts";
import { type Ask, checksOf, type Renderer } from "./full-answer.ts";
import { classesInWords, inWords } from "./make-comparison.ts";
import { outcomeLabel } from "./outcome-names.ts";

/** The answer to a question, or to the same one about the classes if it asks for others. */
export const screenJson: Renderer = async (query, words, canonical, ask) => {
  const answer = await ask(query, canonical);
  const isOfClasses = query.compare === usualDimension;
  const classes = isOfClasses ? answer : await ask({ ...query, compare: usualDimension });
  const products = isOfClasses ? null : inWords(answer, words);
  return JSON.stringify(screenOf(classesInWords(classes, words), products, words));
};

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
  const held = checksOf(answer, outcome);
  const checks = held && heldWithWords(held, outcome, words);
  const timing = timingOf(dataset, timings, { row: outcome.id }).map((line) => ({
    ...line,
    ...saidTiming(line, outcome.id, outcomeLabel, words.report.timing),
  }));
  const compared = adjustedComparisonsOf(comparisons, { row: outcome.id });
  const opened = openedRowOf(row, comparison, { checks, timing, compared, outcomeLabel }, words);
  return JSON.stringify(opened, asDrawn);
}

/** Numbers of a row are places and sizes on a screen, months and patients: five digits are enough. */
function asDrawn(_name: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(5)) : value;
}

export const patientsJson: Renderer = async (query, words, canonical, ask) => {
  const answer = classesInWords(await ask(query, canonical), words);
  const tables = subgroupsOf(subgroups, {});
  return JSON.stringify(patientsOf(answer, dataset.cohorts, tables, outcomeLabel, words.patient));
};

export function sheetsJson(query: Query, words: Catalogue, canonical: string): string {
  const more = sections.map(({ section, filters }) => ({
    section,
    filters: filters.map(({ name, form }) => ({ name, isRange: form === "range" })),
  }));
  return JSON.stringify(sheetsOf(choices(query, dataset, canonical), more, words.sheets));
}
