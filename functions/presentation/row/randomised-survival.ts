/**
 * Makes what randomised trials report of one kind of survival: trials that lead an answer as tables of their rates at a
 * month, others by the medians of both arms on the axis of months.
 */
import type { Answer, RandomisedArm, RandomisedTrial } from "#core/answer/answer.ts";
import type { SurvivalFamily } from "#data/survival.ts";
import { nameRegimen } from "../words/labels.ts";
import { unreported } from "../words/names.ts";
import { formatPlainNumber } from "../words/numbers.ts";
import { axisEnd, listAxisMonths, placeValueOnAxis } from "./medians-view.ts";
import type { Plotted } from "./plotted.ts";
import {
  type ArmsEvidence,
  type ArmsRow,
  listUncountedLines,
  makeRandomisedTable,
  placeArmName,
  type RandomisedTable,
  type RandomisedView,
} from "./randomised-table.ts";
import { describeCrossover } from "./randomised-words.ts";

interface SurvivalOptions extends Pick<ArmsEvidence, "cite"> {
  readonly family: SurvivalFamily;
  /** Lists cohorts whose trials are shown even if they otherwise stand only in an opened row. */
  readonly counted: ReadonlySet<string>;
}

/** Makes the tables of a kind of survival; `null` without any, as of the duration of response. */
export function makeRandomisedSurvivalView(
  { query, randomised }: Pick<Answer, "query" | "randomised">,
  { family, counted, cite }: SurvivalOptions,
): RandomisedView | null {
  if (family === "dor") return null;
  const options = cite ? { cite } : {};
  const lines = listUncountedLines(randomised, query, options);
  const tables = randomised.flatMap((trial) =>
    trial.arms
      .filter(
        ({ cohort }) => trial.place === "leads" || trial.place === "line" || counted.has(cohort),
      )
      .map((arm) => {
        const table = makeRandomisedTable(arm, trial, {
          part: "benefits",
          family,
          ...options,
        });
        return trial.place === "leads"
          ? table
          : makeTableWithMediansForRates(table, { arm, trial, family });
      }),
  );
  if (tables.length + lines.length === 0) return null;
  return { tables, lines: [], uncounted: { title: "", lines }, heading: "" };
}

interface MediansOfArm {
  readonly arm: RandomisedArm;
  readonly trial: RandomisedTrial;
  readonly family: "pfs" | "os";
}

/** Draws both medians in place of rates at a month; the ratios and what qualifies them stay. */
function makeTableWithMediansForRates(
  table: RandomisedTable,
  { arm, trial: { crossover }, family }: MediansOfArm,
): RandomisedTable {
  const axis = listAxisMonths(family);
  const medians = arm.medians.find((entry) => entry.family === family);
  const sides = medians
    ? [
        { group: arm.therapyClass, name: nameRegimen(arm), months: medians.arm },
        { group: "control" as const, name: "standard", months: medians.control },
      ]
    : [];
  // Crossover qualifies the ratio of deaths, which stands in both kinds of survival.
  const words = [medians ? "" : `medians ${unreported}`, describeCrossover(crossover)];
  const rows = table.rows.map(
    (row): ArmsRow => ({
      ...row,
      at: "median months",
      arms: sides.map(({ group, ...side }) => ({ group, side: makeArmMedianSide(side, axis) })),
      beneath: [
        ...words.flatMap((text) => (text === "" ? [] : { text, rank: "" })),
        // The last is the ratio of the other benefit.
        ...row.beneath.slice(-1),
      ],
      heard: sides
        .map(({ name, months }) => `${name}, ${formatPlainNumber(months)} months`)
        .join("; "),
    }),
  );
  return { ...table, axis, rows };
}

function makeArmMedianSide(
  { name, months }: { readonly name: string; readonly months: number },
  axis: readonly number[],
) {
  const plotted: Plotted = {
    number: formatPlainNumber(months),
    under: "",
    filled: true,
    marks: [{ at: placeValueOnAxis(axis.at(-1) ?? axisEnd, months), kind: "estimate" }],
  };
  return { ...plotted, ...placeArmName(name, plotted) };
}
