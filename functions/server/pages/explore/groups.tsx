/** Draws groups of trials within a class, each against the reference, and states whether they differ. */
import type { Answer, Row } from "#core/answer/answer.ts";
import { compareGroups } from "#core/answer/compare.ts";
import { findingOf } from "#core/answer/contrast.ts";
import {
  leastTrials,
  type SubgroupTest,
  subgroupTest,
  type TestModel,
} from "#core/answer/subgroup-test.ts";
import { cachedModels as models } from "#core/cache/cached-models.ts";
import { dataset } from "#core/dataset.ts";
import { groupingBy } from "#core/evidence/dimensions.ts";
import { distinctTrials } from "#core/evidence/trials.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { therapyClasses as classes, type TherapyClass } from "#data/vocabulary.ts";
import { drawnGroup } from "#presentation/row/groups-in-row.ts";
import { detailOf } from "#presentation/row/row-name.ts";
import { countsDifferentPatients, mixedPatients } from "#presentation/row/whom.ts";
import { filterWords } from "#presentation/views/scope.ts";
import { className } from "#presentation/words/class-names.ts";
import { plural } from "#presentation/words/counts.ts";
import { groupName } from "#presentation/words/groups.ts";
import { withDigits } from "#presentation/words/numbers.ts";
import { dimensionName } from "#presentation/words/properties.ts";
import { differenceRange, signedDifference } from "#presentation/words/rates.ts";
import { pValueText, ratioText } from "#presentation/words/ratios.ts";
import { joinedClauses, uncapitalised } from "#presentation/words/sentences.ts";
import { studyWordOf } from "#presentation/words/study-word.ts";
import { Links, Section } from "../kit/kit.tsx";
import { type DrawnLine, Lines } from "../lines.tsx";
import type { Exploration } from "./exploration.ts";

interface GroupsOfClass {
  readonly therapyClass: TherapyClass;
  readonly test: SubgroupTest;
  /** The answer is about the groups and has a single outcome. */
  readonly answer: Answer<string>;
}

interface GroupsProps {
  exploration: Exploration;
  /** False if the numbers count what a reader added, which no address has. */
  hasLinks: boolean;
}

export function Groups({ exploration, hasLinks }: GroupsProps) {
  const { query } = exploration;
  const all = groupsOf(exploration);
  const wider = widerFilters(all, exploration);
  return (
    <Section id="groups" title={`Compare by: ${uncapitalised(dimensionName(query.compare))}`}>
      <p>
        A difference between groups of trials, not a ranking: groups differ in more than this. Each
        class is shown by itself.
        {wider.length > 0 &&
          ` To have groups to compare, trials outside the question above count here, too: ${wider.join("; ")}.`}
      </p>
      {all.map((groups) => (
        <OfClass key={groups.therapyClass} {...groups} />
      ))}
      {hasLinks && (
        <nav aria-label="Numbers of these groups">
          <Links links={linksOf(all, exploration)} />
        </nav>
      )}
    </Section>
  );
}

function linksOf(all: readonly GroupsOfClass[], { query }: Exploration) {
  const classesWithGroups = all.filter(({ answer }) => answer.groups.length > 0);
  return [
    ...classesWithGroups.map(({ therapyClass }) => ({
      href: `/v1/comparison.csv?${canonicalQuery({ ...query, therapyClass }, dataset)}`,
      text: `${className[therapyClass]}: numbers (CSV)`,
    })),
    {
      href: `/report?${canonicalQuery({ ...query, outcome: [] }, dataset)}`,
      text: "All outcomes",
    },
  ];
}

/** Compares the groups of each class, so that no group holds trials of both. */
function groupsOf({ query, outcome }: Exploration): GroupsOfClass[] {
  const grouping = groupingBy(query.compare, dataset);
  return classes
    .filter((group) => query.therapyClass === "both" || query.therapyClass === group)
    .map((therapyClass) => {
      const ofClass = { ...query, therapyClass };
      const test = subgroupTest(ofClass, outcome, dataset, grouping);
      return { therapyClass, test, answer: compareGroups(ofClass, dataset, models, grouping) };
    });
}

/** Lists filters of the groups that differ from those of the question, because the groups differ in them. */
function widerFilters(all: readonly GroupsOfClass[], { base }: Exploration): string[] {
  const { therapyClass } = base;
  const filtersOfQuestion = filterWords(base);
  const filters = all.flatMap(({ answer }) => filterWords({ ...answer.query, therapyClass }));
  return [...new Set(filters)].filter((filter) => !filtersOfQuestion.includes(filter));
}

function OfClass({ therapyClass, test, answer }: GroupsOfClass) {
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
  const groupFigures = answer.groups.map((id) => ({
    id,
    figure: drawnGroup({ id, name: name(id), therapyClass }, row, answer),
  }));
  const lines = groupFigures.flatMap(({ id, figure }): DrawnLine[] =>
    figure
      ? [
          {
            // The figure may name a product, which is left out if it is the name of the group.
            name: [...new Set([name(id), figure.name ?? name(id)])].join(": "),
            group: therapyClass,
            side: figure.side,
            text: differenceText(row, id, name),
            beneath: joinedClauses([isNotCompared(row, id) && "not compared", ...figure.texts]),
          },
        ]
      : [],
  );
  const silent = groupFigures.filter(({ figure }) => figure === null).map(({ id }) => name(id));
  const { included, excluded } = answer.selection;
  const ungrouped = excluded.filter(({ parameter }) => parameter === "compare");
  const grades = row.grades && detailOf(row, answer);
  const notes = [
    countsDifferentPatients(row, answer) ? mixedPatients : "",
    grades ? `Counted: ${grades}.` : "",
    ...(answer.groups.length === 1
      ? ["All trials are in one group: nothing to compare."]
      : testTexts(test, row, answer)),
    silent.length > 0 ? `Not found: ${silent.join(", ")}.` : "",
    ungrouped.length > 0
      ? `What divides them was not found in ${trialsIn(ungrouped)} of ${trialsIn([...ungrouped, ...included])} ${plural(studyWordOf(answer.query))}.`
      : "",
  ].filter((note) => note !== "");
  return (
    <>
      <h3>{className[therapyClass]}</h3>
      <Lines lines={lines} />
      {notes.map((note) => (
        <p key={note} class="quiet">
          {note}
        </p>
      ))}
    </>
  );
}

const contrastOf = ({ contrasts }: Row<string>, group: string) =>
  contrasts.find((contrast) => contrast.group === group);

const isNotCompared = (row: Row<string>, group: string) =>
  contrastOf(row, group)?.differenceInterval === null;

/** Counts trials; several cohorts of one trial count once. */
function trialsIn(parts: readonly { readonly cohort: string }[]): number {
  return distinctTrials(
    dataset.cohorts.filter(({ id }) => parts.some(({ cohort }) => cohort === id)),
  );
}

/** Returns the difference with the fitted ratio; empty for a group without one. */
function differenceText(row: Row<string>, group: string, name: (id: string) => string): string {
  const contrast = contrastOf(row, group);
  if (!contrast?.differenceInterval || contrast.differencePer100 === null) return "";
  const { differencePer100, differenceInterval, oddsRatio, hazardRatio } = contrast;
  return joinedClauses([
    `against ${name(contrast.against)}: ${signedDifference(differencePer100)} (${differenceRange(differenceInterval)})`,
    oddsRatio !== null && `odds ratio ${ratioText(oddsRatio, contrast.interval)}`,
    hazardRatio !== null && `hazard ratio ${ratioText(hazardRatio, contrast.hazardRatioInterval)}`,
  ]);
}

const testModels: Readonly<Record<TestModel, string>> = {
  reml: "REML, Hartung–Knapp",
  glmm: "the binomial–normal model, t",
  dl: "DerSimonian–Laird, Hartung–Knapp",
};

function testTexts(
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
    (contrast) => contrast.status === "ok" && Boolean(findingOf(contrast)) !== isSure,
  );
  return [
    `Test for subgroup differences: F ${withDigits(f, 2)} on ${df.join(" and ")} df, ${pValueText(pValue)} (${testModels[model]}).`,
    smallGroups.length > 0
      ? `Not in the test, with fewer than ${leastTrials} trials: ${smallGroups.map((group) => groupName(group, query.compare).short).join(", ")}.`
      : "",
    model === query.model
      ? ""
      : disagree
        ? "P and the interval of the difference are of different models (a Bayesian one for the interval) and disagree: the difference is uncertain."
        : "P and the intervals are of different models: the intervals are Bayesian.",
  ];
}
