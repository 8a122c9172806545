/** Draws groups of trials within a class, each against the reference, and states whether they differ. */
import type { Answer, Row } from "#core/answer/answer.ts";
import { judgeSideOfZero } from "#core/answer/contrast.ts";
import {
  leastTrials,
  type SubgroupTest,
  type TestModel,
  testSubgroupsOfQuestion,
} from "#core/answer/subgroup-test.ts";
import { dataset } from "#core/dataset.ts";
import { makeGrouping } from "#core/evidence/dimensions.ts";
import { countTrialsIncludingPooled } from "#core/evidence/trials.ts";
import { formatQuery } from "#core/question/query-text.ts";
import { therapyClasses as classes, type TherapyClass } from "#data/vocabulary.ts";
import { listNamedGroups, makeGroupsRow } from "#presentation/row/groups-in-row.ts";
import { describeRowDetail } from "#presentation/row/names.ts";
import { hasMixedPopulationsInRow, mixedPatients } from "#presentation/row/whom.ts";
import { listTextsOfAllFilters } from "#presentation/views/scope.ts";
import { makeShortAndLongGroupName, nameComparedDimension } from "#presentation/words/groups.ts";
import { chooseStudyWord, className } from "#presentation/words/names.ts";
import {
  formatFixedDigits,
  formatPValue,
  formatRatioWithInterval,
} from "#presentation/words/numbers.ts";
import { formatDifferenceRange, formatMoreOrFewer } from "#presentation/words/rates.ts";
import { joinBySemicolons, pluralise, uncapitalise } from "#presentation/words/sentences.ts";
import type { Ask } from "../../answers/compute/full-answer.ts";
import { Links, Section } from "../kit/kit.tsx";
import { GroupLines } from "../lines.tsx";
import type { Exploration } from "./exploration.ts";

export interface GroupsOfClass {
  readonly therapyClass: TherapyClass;
  readonly test: SubgroupTest;
  /** The answer is about the groups and has a single outcome. */
  readonly answer: Answer<string>;
}

/**
 * Returns the answer about the groups of each class of the question, with the test between these groups. Each class is
 * asked by itself, so that no group holds trials of both.
 */
export function askGroupsByClass(
  { query, outcome }: Exploration,
  ask: Ask,
): Promise<GroupsOfClass[]> {
  const asked = classes.filter(
    (group) => query.therapyClass === "both" || query.therapyClass === group,
  );
  return Promise.all(
    asked.map(async (therapyClass) => {
      const ofClass = { ...query, therapyClass };
      const test = testSubgroupsOfQuestion(
        ofClass,
        outcome,
        dataset,
        makeGrouping(ofClass, dataset),
      );
      return { therapyClass, test, answer: (await ask(ofClass)).comparison };
    }),
  );
}

interface GroupsProps {
  exploration: Exploration;
  groups: readonly GroupsOfClass[];
}

export function Groups({ exploration, groups }: GroupsProps) {
  const { query } = exploration;
  const wider = listWidenedFilterTexts(groups, exploration);
  return (
    <Section
      id="groups"
      title={`Compare by: ${uncapitalise(nameComparedDimension(query.compare))}`}
    >
      <p>
        A difference between groups of trials, not a ranking: groups differ in more than this. Each
        class is shown by itself.
        {wider.length > 0 &&
          ` To have groups to compare, trials outside the question above count here, too: ${wider.join("; ")}.`}
      </p>
      {groups.map((ofClass) => (
        <ClassGroups key={ofClass.therapyClass} {...ofClass} />
      ))}
      <nav aria-label="Numbers of these groups">
        <Links links={listCsvAndReportLinks(groups, exploration)} />
      </nav>
    </Section>
  );
}

function listCsvAndReportLinks(all: readonly GroupsOfClass[], { query }: Exploration) {
  const classesWithGroups = all.filter(({ answer }) => answer.groups.length > 0);
  return [
    ...classesWithGroups.map(({ therapyClass }) => ({
      href: `/v1/comparison.csv?${formatQuery({ ...query, therapyClass }, dataset)}`,
      text: `${className[therapyClass]}: numbers (CSV)`,
    })),
    {
      href: `/report?${formatQuery({ ...query, outcome: [] }, dataset)}`,
      text: "All outcomes",
    },
  ];
}

/** Lists filters of the groups that differ from those of the question, because the groups differ in them. */
function listWidenedFilterTexts(all: readonly GroupsOfClass[], { base }: Exploration): string[] {
  const { therapyClass } = base;
  const filtersOfQuestion = listTextsOfAllFilters(base);
  const filters = all.flatMap(({ answer }) =>
    listTextsOfAllFilters({ ...answer.query, therapyClass }),
  );
  return [...new Set(filters)].filter((filter) => !filtersOfQuestion.includes(filter));
}

function ClassGroups({ therapyClass, test, answer }: GroupsOfClass) {
  const [row] = answer.outcomes;
  if (!row || answer.groups.length === 0) {
    return (
      <>
        <h3>{className[therapyClass]}</h3>
        <p class="quiet">No trial of this class can be grouped by this.</p>
      </>
    );
  }
  const { included, excluded } = answer.selection;
  const ungrouped = excluded.filter(({ parameter }) => parameter === "compare");
  const grades = row.grades && describeRowDetail(row, answer);
  const notes = [
    hasMixedPopulationsInRow(row, answer) ? mixedPatients : "",
    grades ? `Counted: ${grades}.` : "",
    describeUncomparedGroups(row, answer),
    ...(answer.groups.length === 1
      ? ["All trials are in one group: nothing to compare."]
      : listSubgroupTestTexts(test, row, answer)),
    ungrouped.length > 0
      ? `What divides them is not reported in ${countTrialsOfListedCohorts(ungrouped)} of ${countTrialsOfListedCohorts([...ungrouped, ...included])} ${pluralise(chooseStudyWord(answer.query))}.`
      : "",
  ].filter((note) => note !== "");
  return (
    <>
      <h3>{className[therapyClass]}</h3>
      <GroupLines
        row={makeGroupsRow(row, listNamedGroups(answer), answer)}
        id={therapyClass}
        describe={(group) => describeGroupVersusReference(row, group, answer)}
      />
      {notes.map((note) => (
        <p key={note} class="quiet">
          {note}
        </p>
      ))}
    </>
  );
}

/** Counts trials; several cohorts of one trial count once. */
function countTrialsOfListedCohorts(parts: readonly { readonly cohort: string }[]): number {
  return countTrialsIncludingPooled(
    dataset.cohorts.filter(({ id }) => parts.some(({ cohort }) => cohort === id)),
  );
}

/** Describes the difference of a group with the fitted ratio; empty for a group that is not compared. */
function describeGroupVersusReference(
  { contrasts }: Row<string>,
  group: string,
  { query }: Answer<string>,
) {
  const contrast = contrasts.find((candidate) => candidate.group === group);
  if (!contrast?.differenceInterval || contrast.differencePer100 === null) return "";
  const { against, differencePer100, differenceInterval, oddsRatio, hazardRatio } = contrast;
  return joinBySemicolons([
    `against ${makeShortAndLongGroupName(against, query.compare).short}: ${formatMoreOrFewer(differencePer100)} (${formatDifferenceRange(differenceInterval)})`,
    oddsRatio !== null && `odds ratio ${formatRatioWithInterval(oddsRatio, contrast.interval)}`,
    hazardRatio !== null &&
      `hazard ratio ${formatRatioWithInterval(hazardRatio, contrast.hazardRatioInterval)}`,
  ]);
}

/** Names the groups that cannot be compared with another; empty if all others are. */
function describeUncomparedGroups({ contrasts }: Row<string>, { query }: Answer<string>): string {
  const without = contrasts.filter(({ differenceInterval }) => differenceInterval === null);
  if (without.length === 0) return "";
  if (without.length === contrasts.length) return "No group is compared with another.";
  return `Not compared: ${without.map(({ group }) => makeShortAndLongGroupName(group, query.compare).short).join(", ")}.`;
}

const testModels: Readonly<Record<TestModel, string>> = {
  reml: "REML, Hartung–Knapp",
  glmm: "the binomial–normal model, t",
  dl: "DerSimonian–Laird, Hartung–Knapp",
};

function listSubgroupTestTexts(
  { result, model, smallGroups }: SubgroupTest,
  row: Row<string>,
  { query }: Answer<string>,
) {
  if (!result) {
    return [
      `No test for differences between these groups: it needs two of ${leastTrials} trials or more.`,
    ];
  }
  const { f, df, pValue } = result;
  const isSure = pValue < 0.05;
  const disagree = row.contrasts.some(
    (contrast) => contrast.status === "ok" && Boolean(judgeSideOfZero(contrast)) !== isSure,
  );
  return [
    `Test for subgroup differences: F ${formatFixedDigits(f, 2)} on ${df.join(" and ")} df, ${formatPValue(pValue)} (${testModels[model]}).`,
    smallGroups.length > 0
      ? `Not in the test, with fewer than ${leastTrials} trials: ${smallGroups.map((group) => makeShortAndLongGroupName(group, query.compare).short).join(", ")}.`
      : "",
    model === query.model
      ? ""
      : disagree
        ? "P and the interval of the difference are of different models (a Bayesian one for the interval) and disagree: the difference is uncertain."
        : "P and the intervals are of different models: the intervals are Bayesian.",
  ];
}
