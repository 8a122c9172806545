/** Writes what the filter sheets show before the first count arrives (a step of the build). */
import { choices } from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import type { Section } from "#core/question/parameter.ts";
import { parameterNames } from "#core/question/parameter-names.ts";
import { parameterOf } from "#core/question/parameter-values.ts";
import { withoutFilters } from "#core/question/query-text.ts";
import { otherOutcomes } from "#data/collection-vocabulary.ts";
import { collections } from "#data/generated/collections.ts";
import { recordOutcomes } from "#data/generated/record-outcomes.ts";
import { writeModule } from "../files.ts";

const usual = choices(withoutFilters({ outcome: [] }), dataset).choices;
const offered = Object.fromEntries(
  Object.entries(usual).map(([name, values]) => [
    name,
    values.map(({ value, label, therapyClass }) => ({ value, label, therapyClass })),
  ]),
);

const order: readonly Section[] = [
  "ready",
  "studies",
  "patients",
  "treatment",
  "counted",
  "exclude",
];
const entries = parameterNames.map((name) => ({ name, place: 0, ...parameterOf(name) }));
const sections = order.map((section) => ({
  section,
  filters: entries
    .filter((entry) => entry.section === section)
    .sort((a, b) => a.place - b.place)
    .map(({ name, form }) => ({ name, form })),
}));

const labels: Readonly<Record<string, string>> = Object.fromEntries([
  ...[...dataset.outcomes, ...recordOutcomes].map(({ id, label }) => [id, label]),
  ...Object.entries(otherOutcomes).map(([id, { label }]) => [id, label]),
]);
/** Outcomes of the studies that are shown by the properties of their patients. */
const shown = new Set(
  collections.subgroups.flatMap(({ figures }) => figures.map(({ outcome }) => outcome)),
);
const outcomeLabels = Object.fromEntries([...shown].map((id) => [id, labels[id] ?? id]));

writeModule(
  "data/generated/sheet-data.ts",
  ".dev/build/sheet-data.ts",
  'import type { ChoiceName } from "#core/choices/choices.ts";',
  'import type { Parameter, Section } from "#core/question/parameter.ts";',
  'import type { OfferedName } from "#core/question/parameter-names.ts";',
  'import type { TherapyClass } from "#data/vocabulary.ts";',
  "/** What the default question offers, without the counts. */",
  "export const offered: Readonly<",
  "  Record<ChoiceName, readonly { value: string; label?: string; therapyClass?: TherapyClass }[]>",
  `> = ${JSON.stringify(offered)};`,
  "/** Filters without a sheet of their own, by section. */",
  "export const sections: readonly {",
  "  section: Section;",
  '  filters: readonly { name: OfferedName; form: Parameter["form"] }[];',
  `}[] = ${JSON.stringify(sections)};`,
  "/** Names of the outcomes that single studies report by the properties of their patients. */",
  `export const outcomeLabels: Readonly<Record<string, string>> = ${JSON.stringify(outcomeLabels)};`,
);
