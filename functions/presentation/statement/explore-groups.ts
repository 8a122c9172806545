/** Groups of trials within a class, each against the reference, and whether they differ. */
import type { Answer, Contrast, Row } from "#core/answer/answer.ts";
import { findingOf } from "#core/answer/contrast.ts";
import { leastTrials, type SubgroupTest } from "#core/answer/subgroup-test.ts";
import type { Query } from "#core/question/query.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { pValueText } from "../words/p-value.ts";
import { differenceRange, signedDifference } from "../words/rates.ts";
import type { Place } from "./axis.ts";
import { dimensionName, ratioText } from "./explore.ts";
import { detailOf } from "./row-detail.ts";
import { filterWords } from "./scope.ts";
import { namedGroups, sideBySideRow } from "./side-by-side.ts";

/** A class by itself: a line for each of its groups, on one axis. */
export interface ClassGroups {
  readonly therapyClass: TherapyClass;
  readonly title: string;
  /** Of the names, the rates and the differences. */
  readonly columns: readonly string[];
  /** Names of the beginning, the middle and the end of the axis; `null` if nothing is drawn on it. */
  readonly ticks: readonly [string, string, string] | null;
  readonly lines: readonly DrawnGroup[];
  readonly notes: readonly string[];
}

export interface DrawnGroup {
  readonly name: string;
  readonly beneath: string;
  /** The number, and what stands in small print below it. */
  readonly rate: readonly string[];
  readonly difference: readonly string[];
  readonly place: Place | null;
}

export interface GroupsStatement {
  readonly heading: string;
  readonly says: readonly string[];
  readonly classes: readonly ClassGroups[];
}

export interface GroupsOfClass {
  readonly therapyClass: TherapyClass;
  /** Of one outcome. */
  readonly comparison: Answer<string>;
  readonly test: SubgroupTest;
}

/** @param base The question, which may be about fewer trials than its groups are made of. */
export function groupsStatement(
  classes: readonly GroupsOfClass[],
  { base, compare }: { readonly base: Query; readonly compare: string },
  words: Catalogue,
): GroupsStatement {
  const { groups: said } = words.explore;
  const asked = filterWords(base, words);
  const others = classes.flatMap(({ comparison: { query } }) =>
    filterWords({ ...query, therapyClass: base.therapyClass }, words).filter(
      (one) => !asked.includes(one),
    ),
  );
  return {
    heading: said.heading(dimensionName(compare, words)),
    says: [said.says, ...(others.length > 0 ? [said.wider([...new Set(others)])] : [])],
    classes: classes.map((one) => groupsOfClass(one, words)),
  };
}

function groupsOfClass(one: GroupsOfClass, words: Catalogue): ClassGroups {
  const { therapyClass, comparison } = one;
  const { screen, explore } = words;
  const { groups: said } = explore;
  const [row] = comparison.outcomes;
  const named = namedGroups(comparison, words);
  const shared = {
    therapyClass,
    title: screen.className[therapyClass],
    columns: said.columns,
  };
  if (!row || named.length === 0) {
    return { ...shared, ticks: null, lines: [], notes: [said.nothing] };
  }
  const { axis, lines, none } = sideBySideRow(row, named, comparison, words);
  const contrasts = new Map(row.contrasts.map((contrast) => [contrast.group, contrast]));
  const against = new Set(contrastsMade(row).map((contrast) => contrast.against));
  return {
    ...shared,
    ticks: lines.some(({ shown }) => shown) ? ["0", `${axis / 2}`, `${axis}`] : null,
    lines: lines.map((line) => ({
      name: line.name,
      beneath: line.product ?? "",
      rate: [
        [line.rate ?? "–", line.range].filter(Boolean).join(" "),
        line.evidence,
        line.chain ?? "",
      ],
      difference: against.has(line.id)
        ? [said.reference]
        : differenceCell(contrasts.get(line.id), words),
      place: line.place,
    })),
    notes: notesOf(one, row, { named: named.length, none }, words),
  };
}

type GroupRow = Row<string>;

type NameOf = (id: string) => string;

function namesOf({ query }: Answer<string>, { codes }: Catalogue): NameOf {
  return (id) => codes.groupName(id, query.compare).short;
}

const contrastsMade = ({ contrasts }: GroupRow) =>
  contrasts.filter(({ status }) => status === "ok");

function notesOf(
  { comparison, test }: GroupsOfClass,
  row: GroupRow,
  { named, none }: { named: number; none: readonly string[] },
  words: Catalogue,
): string[] {
  const { groups: said } = words.explore;
  const { included, excluded } = comparison.selection;
  const silent = excluded.filter(({ parameter }) => parameter === "compare").length;
  const { result, model } = test;
  const counted = row.grades && detailOf(row, comparison, words);
  const disagree = contrastsMade(row).some((one) => isSure(one) !== (result?.p ?? 1) < 0.05);
  return [
    ...(counted ? [said.counted(counted)] : []),
    ...(named === 1 ? [said.one] : testWords(test, namesOf(comparison, words), words)),
    ...(result && model !== comparison.query.model ? [said.twoModels(disagree)] : []),
    ...(none.length > 0 ? [said.none(none)] : []),
    ...(silent > 0 ? [said.silent(silent, silent + included.length)] : []),
  ];
}

function differenceCell(contrast: Contrast<string> | undefined, words: Catalogue): string[] {
  const { explore, screen } = words;
  const { differencePer100, differenceInterval } = contrast ?? {};
  if (!contrast) return [];
  if (differencePer100 == null || !differenceInterval) return [explore.groups.notCompared];
  const { oddsRatio, interval, hazardRatio, hazardRatioInterval } = contrast;
  const odds = oddsRatio === null ? "" : ratioText(oddsRatio, interval, screen);
  const hazards = hazardRatio === null ? "" : ratioText(hazardRatio, hazardRatioInterval, screen);
  return [
    `${signedDifference(differencePer100, screen)} (${differenceRange(differenceInterval, screen)})`,
    odds && explore.groups.oddsRatio(odds),
    hazards && explore.groups.hazardRatio(hazards),
  ];
}

const isSure = (contrast: Contrast<string>) => Boolean(findingOf(contrast));

function testWords(
  { result, model, left }: SubgroupTest,
  nameOf: NameOf,
  { screen: { numbers }, explore: { groups: said } }: Catalogue,
): string[] {
  if (!result) return [said.untested(leastTrials)];
  const { q, df, p } = result;
  const others = left.map(nameOf);
  return [
    said.test(numbers.fixed(q, 2), df, pValueText(p, numbers), model),
    ...(others.length > 0 ? [said.left(others, leastTrials)] : []),
  ];
}
