/** Writes what the filter sheets show before the first count arrives, and how they name outcomes (a step of the build). */

import { choices } from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import { withoutFilters } from "#core/question/query-text.ts";
import { otherOutcomes } from "#data/collection-vocabulary.ts";
import { collections } from "#data/generated/collections.ts";
import { writeIfChanged } from "../files.ts";

const usual = choices(withoutFilters({ outcome: [] }), dataset).choices;
const offered = Object.fromEntries(
  Object.entries(usual).map(([name, values]) => [
    name,
    values.map(({ value, label }) => ({ value, ...(label === undefined ? {} : { label }) })),
  ]),
);

const labels: Readonly<Record<string, string>> = Object.fromEntries([
  ...dataset.outcomes.map(({ id, label }) => [id, label]),
  ...Object.entries(otherOutcomes).map(([id, { label }]) => [id, label]),
]);
/** Of the studies that the sheets show. */
const shown = new Set(
  collections.subgroups.flatMap(({ figures }) =>
    figures
      .filter(({ variable }) => variable === "age" || variable === "prior-lines")
      .map(({ outcome }) => outcome),
  ),
);
const outcomeLabels = Object.fromEntries([...shown].map((id) => [id, labels[id] ?? id]));

writeIfChanged(
  "data/generated/sheet-data.ts",
  [
    "// Written by .dev/build/sheet-data.ts; do not edit.",
    'import type { ChoiceName } from "#core/choices/choices.ts";',
    "/** What the default question offers, without the counts. */",
    "export const offered: Readonly<",
    "  Record<ChoiceName, readonly { value: string; label?: string }[]>",
    `> = ${JSON.stringify(offered)};`,
    "/** Names of the outcomes that single studies report by age or prior lines. */",
    `export const outcomeLabels: Readonly<Record<string, string>> = ${JSON.stringify(outcomeLabels)};`,
    "",
  ].join("\n"),
);
