/** The difference of the classes under each check, the answer as asked on top. */
import type { Analysis } from "#core/comparison/sensitivity/schema.ts";
import type { Sensitivity } from "../words/analyses-with-words.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { differenceRange, signedDifference } from "../words/rates.ts";
import { differenceScale, type Explored, figure, markOf, type StripLine } from "./explore.ts";

const silent: readonly Analysis["reason"][] = [
  "as-asked",
  "same-figures",
  "same-check",
  "other-model",
];

export function checksPart({ held, analyses }: Sensitivity, words: Catalogue): Explored {
  const { heading, columns, differs, unchanged, trials } = words.explore.checks;
  const part = { id: "checks", heading, says: [held.text], bubbles: null } as const;
  const [base] = analyses;
  if (held.finding === null) return { ...part, strips: [] };
  const told = analyses.filter((one) => one === base || !silent.includes(one.reason));
  const scale = differenceScale(
    told.flatMap(({ contrasts: [contrast] }) => contrast?.differenceInterval ?? []),
  );
  // Each trial by itself is read by few; those that matter stand among the others.
  const isQuiet = ({ kind, verdict }: Analysis) => kind === "leave-one-out" && verdict !== "lost";
  const { loses, finds } = words.explore.checks;
  const lost = held.finding === 0 ? finds : loses;
  const quiet = told.filter(isQuiet).map((one) => lineOf(one, lost, scale, words));
  const lines = told.filter((one) => !isQuiet(one)).map((one) => lineOf(one, lost, scale, words));
  const same = analyses.length - told.length;
  const shown = {
    ...scale,
    columns,
    title: differs,
    lines,
    notes: same > 0 ? [unchanged(same)] : [],
  };
  const folded = { ...shown, title: trials(quiet.length), lines: quiet, notes: [], folded: true };
  return { ...part, strips: quiet.length > 0 ? [shown, folded] : [shown] };
}

function lineOf(
  { label, verdict, contrasts: [contrast] }: Analysis,
  lost: string,
  scale: ReturnType<typeof differenceScale>,
  { screen, explore: { checks: said } }: Catalogue,
): StripLine {
  const { differencePer100, differenceInterval = null } = contrast ?? {};
  const figures = differenceInterval
    ? figure("difference of 100", differencePer100, differenceInterval)
    : [];
  const texts = figures.map(
    ({ value, interval }) =>
      `${signedDifference(value, screen)}${interval ? ` (${differenceRange(interval, screen)})` : ""}`,
  );
  const isLost = verdict === "lost";
  return {
    name: label,
    beneath: "",
    cells: [[texts[0] ?? said.notCompared, isLost ? lost : ""]],
    marks: figures.map((one) => markOf(one, scale, null)),
    stands: isLost,
    figures,
  };
}
