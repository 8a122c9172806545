/** Groups of trials within a class, each against the reference, and whether they differ. */
import type { Contrast, Interval } from "#core/answer/answer.ts";
import { leastTrials, type SubgroupTest } from "#core/answer/subgroup-test.ts";
import { partsOfDimension } from "#core/question/dimensions.ts";
import type { Query } from "#core/question/query.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { ApiComparison } from "#presentation/words/api-answer.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { pValueText } from "../words/p-value.ts";
import { differenceRange, signedDifference } from "../words/rates.ts";
import {
  type Explored,
  figure,
  markOf,
  rateScale,
  ratioText,
  type Strip,
  type StripLine,
} from "./explore.ts";
import { filterWords } from "./question.ts";
import { type GroupLine, namedGroups, sideBySideRow } from "./side-by-side.ts";

export interface GroupsOfClass {
  readonly therapyClass: TherapyClass;
  /** Of one outcome. */
  readonly comparison: ApiComparison<string>;
  readonly test: SubgroupTest;
}

/** @param base The question, which may be about fewer trials than its groups are made of. */
export function groupsPart(
  classes: readonly GroupsOfClass[],
  { base, compare }: { readonly base: Query; readonly compare: string },
  words: Catalogue,
): Explored {
  const { groups: said, dimension } = words.explore;
  const { name, at } = partsOfDimension(compare);
  const asked = filterWords(base, words);
  const others = classes.flatMap(({ comparison: { query } }) =>
    filterWords({ ...query, therapyClass: base.therapyClass }, words).filter(
      (one) => !asked.includes(one),
    ),
  );
  return {
    id: "groups",
    heading: said.heading(dimension(name, at)),
    says: [said.says, ...(others.length > 0 ? [said.wider([...new Set(others)])] : [])],
    strips: classes.map((one) => stripOf(one, words)),
    bubbles: null,
  };
}

function stripOf({ therapyClass, comparison, test }: GroupsOfClass, words: Catalogue): Strip {
  const { screen, explore } = words;
  const { groups: said } = explore;
  const { query, groupNames, outcomes } = comparison;
  const [row] = outcomes;
  const named = namedGroups(comparison);
  const shared = { title: screen.className[therapyClass], columns: said.columns };
  if (!row || named.length === 0)
    return { ...shared, ...rateScale(100), lines: [], notes: [said.nothing] };
  const { axis, lines, none } = sideBySideRow(row, named, { strings: screen, query });
  const scale = rateScale(axis);
  const made = row.contrasts.filter(({ status }) => status === "ok");
  const against = new Set(made.map((contrast) => contrast.against));
  const lineOf = (line: GroupLine): StripLine => {
    const contrast = row.contrasts.find(({ group }) => group === line.id);
    const pool = row.pools[line.id];
    const rate = line.shown
      ? figure("patients of 100", 100 * line.shown.estimate, hundred(line.shown.interval))
      : [];
    return {
      name: line.name,
      beneath: line.product ?? "",
      cells: [
        [[line.rate ?? "–", line.range].filter(Boolean).join(" "), line.evidence, line.chain ?? ""],
        against.has(line.id) ? [said.reference] : contrastCell(contrast, words),
      ],
      marks: rate.map((one) => markOf(one, scale, therapyClass)),
      figures: [
        ...figure("trials", pool?.k),
        ...figure("patients", pool?.n),
        ...rate,
        ...figuresOf(contrast, groupNames),
      ],
    };
  };
  const { included, excluded } = comparison.selection;
  const silent = excluded.filter(({ parameter }) => parameter === "compare").length;
  const notes = [
    ...(named.length === 1 ? [said.one] : testWords(test, groupNames, words)),
    ...(test.result && test.model !== query.model
      ? [said.twoModels(made.some((one) => isSure(one) !== (test.result?.p ?? 1) < 0.05))]
      : []),
    ...(none.length > 0 ? [said.none(none)] : []),
    ...(silent > 0 ? [said.silent(silent, silent + included.length)] : []),
  ];
  return { ...shared, ...scale, lines: lines.map(lineOf), notes };
}

function figuresOf(
  contrast: Contrast<string> | undefined,
  names: ApiComparison<string>["groupNames"],
) {
  if (!contrast) return [];
  const { differencePer100, differenceInterval } = contrast;
  const against = `against ${names[contrast.against] ?? contrast.against}`;
  return [
    ...figure(`difference of 100 ${against}`, differencePer100, differenceInterval),
    ...figure(`odds ratio ${against}`, contrast.oddsRatio, contrast.interval),
    ...figure(`hazard ratio ${against}`, contrast.hazardRatio, contrast.hazardRatioInterval),
  ];
}

function contrastCell(contrast: Contrast<string> | undefined, words: Catalogue): string[] {
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

function isSure({ differenceInterval }: Contrast<string>): boolean {
  const [lower, upper] = differenceInterval ?? [-1, 1];
  return lower > 0 || upper < 0;
}

function testWords(
  { result, model, left }: SubgroupTest,
  names: ApiComparison<string>["groupNames"],
  { screen: { numbers }, explore: { groups: said } }: Catalogue,
): string[] {
  if (!result) return [said.untested(leastTrials)];
  const { q, df, p } = result;
  const others = left.map((id) => names[id] ?? id);
  return [
    said.test(numbers.fixed(q, 2), df, pValueText(p, numbers), model),
    ...(others.length > 0 ? [said.left(others, leastTrials)] : []),
  ];
}

function hundred([lower, upper]: Interval): Interval {
  return [100 * lower, 100 * upper];
}
