/** `npm run evidence -- coverage`, the default: what the data contain and what is missing. */
import { groups, longName, shortName } from "#core/evidence/classes.ts";
import { withoutFilters } from "#core/question/query-text.ts";
import { computeSetOf } from "#data/build/compute-set.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { evidenceKinds, settings } from "#data/vocabulary.ts";
import {
  countReported,
  coverageOf,
  figuresRead,
  isIn,
  type OutcomeCoverage,
  type Reported,
  type Stratum,
  sharesByKind,
  strata,
  unreportedBy,
} from "./coverage.ts";
import { byClass, heldBack, sourcesByTier, unknownBaselines, withoutFigures } from "./gaps.ts";
import { evidence, problems } from "./present.ts";
import { shortened, table } from "./table.ts";

const lineWidth = 100;

if (problems.length > 0) {
  console.error(`${problems.length} problems in the data; "node data/build/build.ts" names them.`);
  process.exit(1);
}
const { cohorts } = evidence;
const computed = computeSetOf(evidence);
// Without filters: every cohort counts, even if it shares patients with another one.
const coverage = coverageOf(computed, { ...withoutFilters({ outcome: [] }), overlap: "keep" });
const summary = coverage
  .filter(({ outcome }) => outcome.summary !== null)
  .sort((a, b) => Number(a.outcome.summary) - Number(b.outcome.summary));
const others = coverage.filter(({ outcome }) => outcome.summary === null);

title("Cohorts that can be pooled / that print a figure");
console.log(table([...matrixHead(), ...summary.map(matrixRow), [], ...others.map(matrixRow)]));

title("What each cohort reports: ● pooled  ○ printed, not pooled  · nothing");
console.log(table(cohortRows()).trimStart());

title("Where the default question was read");
const read = figuresRead(computed, cohorts);
say(sharesByKind(read));
for (const { cohort, outcome, kind, tier } of read) {
  if (tier > 2) say(`${cohort} ${outcome}: ${kind}`);
}

title("Baselines not reported");
console.log(table(baselineRows()));

title("Looked for and not found");
for (const { id, missing } of cohorts) {
  if (missing.length > 0) say(`${id} (${missing.length}): ${missing.join("; ")}`);
}

title("Cohorts without any figure");
for (const { id, label } of withoutFigures(cohorts)) say(`${id}: ${label}`);

for (const therapyClass of groups) {
  title(`Outcomes that no ${longName[therapyClass]} cohort reports`);
  console.log(
    unreportedBy(therapyClass, computed, coverage)
      .map(({ id }) => id)
      .join(", ") || "none",
  );
}

title("Shown but never pooled");
console.log(table(heldBack(cohorts).map(({ hold, count }) => [hold, String(count)])));

title(
  "Sources by tier: 1 paper, regulator, label · 2 congress, company, review · 3 news · 4 unreviewed",
);
console.log(
  table([
    ["tier", "sources", "figures"],
    ...sourcesByTier(cohorts).map((row) => [row.tier, row.sources, row.figures].map(String)),
  ]),
);

function title(text: string): void {
  console.log(`\n${text}\n`);
}

function say(text: string): void {
  console.log(shortened(text, lineWidth));
}

function matrixHead(): string[][] {
  return [
    ["", ...strata.map(({ therapyClass }) => shortName[therapyClass])],
    ["", ...strata.map(({ setting }) => setting)],
    ["", ...strata.map((stratum) => (stratum.evidence === "trial" ? "trial" : "real"))],
    ["cohorts", ...strata.map((stratum) => String(membersOf(stratum).length))],
  ];
}

function matrixRow(row: OutcomeCoverage): string[] {
  return [row.outcome.id, ...strata.map((stratum) => cell(stratum, row))];
}

/** Blank if the class cannot have the outcome, `·` if no cohort prints it. */
function cell(stratum: Stratum, row: OutcomeCoverage): string {
  if (!row.outcome.appliesTo.includes(stratum.therapyClass)) return "";
  const { pooled, printed } = countReported(membersOf(stratum), row);
  return printed === 0 ? "·" : `${pooled}/${printed}`;
}

function membersOf(stratum: Stratum): ComputeCohort[] {
  return computed.cohorts.filter((cohort) => isIn(stratum, cohort));
}

/** One block per class and setting, trials first. */
function cohortRows(): string[][] {
  const outcomes = summary.map(({ outcome }) => outcome.id);
  return groups.flatMap((therapyClass) =>
    settings.flatMap((setting) => {
      const members = evidenceKinds.flatMap((evidence) =>
        membersOf({ therapyClass, setting, evidence }),
      );
      if (members.length === 0) return [];
      return [
        [],
        [`${shortName[therapyClass]}, ${setting}`, ...outcomes],
        ...members.map(({ id }) => [id, ...summary.map((row) => signOf(row.reported.get(id)))]),
      ];
    }),
  );
}

function signOf(reported: Reported | undefined): string {
  if (reported === undefined) return "";
  return { pooled: "●", printed: "○", nothing: "·" }[reported];
}

function baselineRows(): string[][] {
  const total = byClass(cohorts);
  return [
    ["", ...groups.map((group) => `${shortName[group]} of ${total[group]}`)],
    ...unknownBaselines(cohorts).map(({ field, cohorts: unknown }) => [
      field,
      ...groups.map((group) => String(unknown[group])),
    ]),
  ];
}
