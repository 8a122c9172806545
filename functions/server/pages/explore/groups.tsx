/** Groups of trials within a class, each against the reference, and whether they differ. */
import type { Answer, Contrast, Row } from "#core/answer/answer.ts";
import { findingOf } from "#core/answer/contrast.ts";
import {
  leastTrials,
  type SubgroupTest,
  subgroupTest,
  type TestModel,
} from "#core/answer/subgroup-test.ts";
import { dataset } from "#core/dataset.ts";
import { groups as classes } from "#core/evidence/classes.ts";
import { groupingBy } from "#core/evidence/dimensions.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { drawnGroup } from "#presentation/row/groups-in-row.ts";
import { detailOf } from "#presentation/row/row-name.ts";
import { isOfOtherPatients, otherPatients } from "#presentation/row/whom.ts";
import { filterWords } from "#presentation/views/scope.ts";
import { studyWordOf } from "#presentation/words/arguments.ts";
import { className } from "#presentation/words/class-names.ts";
import { plural } from "#presentation/words/counts.ts";
import { groupName } from "#presentation/words/groups.ts";
import { fixed } from "#presentation/words/numbers.ts";
import { pValueText } from "#presentation/words/p-value.ts";
import { differenceRange, signedDifference } from "#presentation/words/rates.ts";
import { ratioText } from "#presentation/words/ratios.ts";
import { uncapitalised } from "#presentation/words/sentences.ts";
import { makeGroups } from "../../answers/class-answer.ts";
import { AxisLine, AxisTable } from "./axis-table.tsx";
import { dimensionName, type Exploration } from "./exploration.ts";

interface GroupsOfClass {
  readonly therapyClass: TherapyClass;
  readonly test: SubgroupTest;
  /** Of one outcome. */
  readonly answer: Answer<string>;
}

export function Groups({ exploration }: { exploration: Exploration }) {
  const { query } = exploration;
  const all = groupsOf(exploration);
  const wider = widerFilters(all, exploration);
  return (
    <section id="groups">
      <h2>Compare by: {uncapitalised(dimensionName(query.compare))}</h2>
      <p>
        A difference between groups of trials, not a ranking: groups differ in more than this. Each
        class is shown by itself.
        {wider.length > 0 && ` Other than above, these are of ${wider.join("; ")}.`}
      </p>
      {all.map((groups) => (
        <OfClass key={groups.therapyClass} {...groups} />
      ))}
      <ul class="files">
        {all
          .filter(({ answer }) => answer.groups.length > 0)
          .map(({ therapyClass }) => (
            <li key={therapyClass}>
              <a href={`/v1/comparison.csv?${canonicalQuery({ ...query, therapyClass }, dataset)}`}>
                {className[therapyClass]}: numbers (CSV)
              </a>
            </li>
          ))}
        <li>
          <a href={`/report?${canonicalQuery({ ...query, outcome: [] }, dataset)}`}>All outcomes</a>
        </li>
      </ul>
    </section>
  );
}

/** Class by class, so that no group holds trials of both. */
function groupsOf({ query, outcome }: Exploration): GroupsOfClass[] {
  const grouping = groupingBy(query.compare, dataset);
  return classes
    .filter((group) => query.therapyClass === "both" || query.therapyClass === group)
    .map((therapyClass) => {
      const ofClass = { ...query, therapyClass };
      const test = subgroupTest(ofClass, outcome, dataset, grouping);
      return { therapyClass, test, answer: makeGroups(ofClass, grouping) };
    });
}

/** Filters of the groups that are not those of the question, because the groups differ in them. */
function widerFilters(all: readonly GroupsOfClass[], { base }: Exploration): string[] {
  const { therapyClass } = base;
  const asked = filterWords(base);
  const filters = all.flatMap(({ answer }) => filterWords({ ...answer.query, therapyClass }));
  return [...new Set(filters)].filter((filter) => !asked.includes(filter));
}

function OfClass(groups: GroupsOfClass) {
  const { therapyClass, answer } = groups;
  const [row] = answer.outcomes;
  if (!row || answer.groups.length === 0) {
    return (
      <>
        <h3>{className[therapyClass]}</h3>
        <p class="quiet">No trial of this class can be grouped by this.</p>
      </>
    );
  }
  const name = (group: string) => groupName(group, answer.query.compare).short;
  const lines = answer.groups.map((group) => ({
    group,
    known: drawnGroup({ id: group, name: name(group), therapyClass }, row, answer),
  }));
  const shown = lines.filter(({ known }) => known !== null);
  const silent = lines.filter(({ known }) => known === null);
  const references = new Set(compared(row).map(({ against }) => against));
  return (
    <>
      <h3>{className[therapyClass]}</h3>
      {shown.length > 0 && (
        <AxisTable
          columns={["Group", "Number, 95 % interval", "Difference, 95 % interval"]}
          hasAxis={shown.some(({ known }) => (known?.side.marks.length ?? 0) > 0)}
        >
          {shown.map(({ group, known }) => (
            <AxisLine
              key={group}
              name={name(group)}
              beneath={[known?.name ?? ""]}
              group={therapyClass}
              sides={known ? [known.side] : []}
              text={known?.texts ?? []}
              last={
                references.has(group) ? ["compared with this group"] : differenceTexts(row, group)
              }
            />
          ))}
        </AxisTable>
      )}
      {notesOf(
        groups,
        row,
        silent.map(({ group }) => name(group)),
      ).map((note) => (
        <p key={note} class="quiet">
          {note}
        </p>
      ))}
    </>
  );
}

const compared = ({ contrasts }: Row<string>) => contrasts.filter(({ status }) => status === "ok");

/** The difference, and below it the ratio that was fitted; none for a group that was compared with none. */
function differenceTexts({ contrasts }: Row<string>, group: string): string[] {
  const contrast = contrasts.find((one) => one.group === group);
  if (!contrast) return [""];
  const { differencePer100, differenceInterval } = contrast;
  if (differencePer100 == null || !differenceInterval) return ["not compared"];
  const { oddsRatio, interval, hazardRatio, hazardRatioInterval } = contrast;

  return [
    `${signedDifference(differencePer100)} (${differenceRange(differenceInterval)})`,
    oddsRatio === null ? "" : `odds ratio ${ratioText(oddsRatio, interval)}`,
    hazardRatio === null ? "" : `hazard ratio ${ratioText(hazardRatio, hazardRatioInterval)}`,
  ];
}

function notesOf(
  { test, answer }: GroupsOfClass,
  row: Row<string>,
  silent: readonly string[],
): string[] {
  const { included, excluded } = answer.selection;
  const ungrouped = excluded.filter(({ parameter }) => parameter === "compare").length;
  const grades = row.grades && detailOf(row, answer);
  return [
    isOfOtherPatients(row, answer) ? otherPatients : "",
    grades ? `Counted: ${grades}.` : "",
    ...(answer.groups.length === 1
      ? ["All trials are in one group: nothing to compare."]
      : testTexts(test, row, answer)),
    silent.length > 0 ? `Not reported: ${silent.join(", ")}.` : "",
    ungrouped > 0
      ? `What divides them is not reported by ${ungrouped} of ${ungrouped + included.length} ${plural(studyWordOf(answer.query))}.`
      : "",
  ].filter((note) => note !== "");
}

const testModels: Readonly<Record<TestModel, string>> = {
  reml: "REML",
  glmm: "the binomial–normal model",
  dl: "DerSimonian–Laird",
};

function testTexts(
  { result, model, left }: SubgroupTest,
  row: Row<string>,
  { query }: Answer<string>,
) {
  if (!result) {
    return [
      `No test for differences between these groups: it needs two of ${leastTrials} trials or more.`,
    ];
  }
  const { q, df, p } = result;
  const isSure = p < 0.05;
  const disagree = compared(row).some((contrast) => isBeyondChance(contrast) !== isSure);
  return [
    `Test for subgroup differences: Q ${fixed(q, 2)}, ${df} df, ${pValueText(p)} (${testModels[model]}).`,
    left.length > 0
      ? `Not in the test, with fewer than ${leastTrials} trials: ${left.map((group) => groupName(group, query.compare).short).join(", ")}.`
      : "",
    model === query.model
      ? ""
      : disagree
        ? "P and the interval of the difference are of different models (a Bayesian one for the interval) and disagree: the difference is uncertain."
        : "P and the intervals are of different models: the intervals are Bayesian.",
  ];
}

function isBeyondChance(contrast: Contrast<string>): boolean {
  return Boolean(findingOf(contrast));
}
