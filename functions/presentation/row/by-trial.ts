/** Puts the rates of a row by trial in words, for the row and for the headline. */
import type { Pool, Row } from "#core/answer/answer.ts";
import { listRatesByTrial, type RatesByTrial } from "#core/answer/apart.ts";
import type { Query } from "#core/question/query.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { classPlural, nameGap } from "../words/names.ts";
import { formatSpan } from "../words/numbers.ts";
import { joinBySemicolons } from "../words/sentences.ts";
import { isPoolSilent } from "./missing.ts";

type Asked = Pick<Query, "evidence">;

/** Single rates are listed up to three trials a side, and up to four where one of them is odd. */
const mostListed = 3;

/**
 * Returns the rates by trial where they are apart, with the trial of an odd rate and, of a side on which not all report,
 * how many do: "By trial 5, 5, 6, 35 (CARTIFAN-1) v 0, 1, 1 of 100 (3 of 5 report)"; else empty.
 */
export function describeByTrial({ status, pools }: Row, asked: Asked): string {
  if (status?.code !== "apart") return "";
  const sides = therapyClasses.map((group) => {
    const { selectedTrials } = pools[group];
    return { ...listRatesByTrial(pools[group]), selectedTrials };
  });
  const isListed = sides.every(({ rates, odd }) => rates.length <= mostListed + (odd ? 1 : 0));
  const texts = sides.map((side, at) => {
    const { rates, odd, silent, selectedTrials } = side;
    const aside = joinBySemicolons([
      odd?.label,
      silent && `${rates.length} of ${selectedTrials} report`,
    ]);
    const written = isListed ? rates.map(({ rate }) => rate).join(", ") : formatRange(side);
    const unit = at === 0 ? "" : " of 100";
    return `${written.replace(/,$/, "")}${unit}${aside && ` (${aside})`}`;
  });
  return joinBySemicolons([
    `${nameByTrial(asked)} ${texts.join(" v ")}`,
    status.onlySelected && "not so with all labelled drugs",
  ]);
}

/** Returns "By trial"; series are no trials. */
export function nameByTrial({ evidence }: Asked): string {
  return { trial: "By trial", "real-world": "By series", all: "By study" }[evidence];
}

/** Returns the range of a side: "0–1", "7"; "5–6, once 35," with an odd rate. */
function formatRange({ rates, odd }: RatesByTrial): string {
  const within = rates.flatMap((trial) => (trial === odd ? [] : trial.rate));
  const span = formatSpan({ lowest: Math.min(...within), highest: Math.max(...within) });
  return odd ? `${span}, once ${odd.rate},` : span;
}

/**
 * Returns what the headline says of a harm: "5–6, once 35, v 0–1 of 100" where the row is compared, else why it has no
 * such rates, as in "not reported for bispecifics".
 *
 * @param isWhole True if an odd rate is part of the range.
 */
export function describeHarm(row: Row, isWhole: boolean, unit: string): string {
  const { pools } = row;
  if (isRowByTrial(row)) {
    const sides = therapyClasses.map((group) => listRatesByTrial(pools[group]));
    const texts = sides.map((side) => formatRange(isWhole ? { ...side, odd: null } : side));
    return `${texts.join(" v ")}${unit}`.replace(/,$/, "");
  }
  const without = (is: (pool: Pool) => boolean) =>
    therapyClasses.filter((group) => is(pools[group]));
  const silent = without(isPoolSilent);
  const [group] = silent.length > 0 ? silent : without(({ k }) => k === 0);
  if (!group) return isCompared(row) ? "in trials under 30 only" : "not compared";
  const what = silent.length > 0 ? nameGap(pools[group]) : "no trial count";
  return silent.length > 1 ? what : `${what} for ${classPlural[group]}`;
}

/** Tells whether the headline has the rates of a row by trial: it is compared, and has trials of 30 patients on each side. */
export function isRowByTrial(row: Row): boolean {
  return (
    isCompared(row) &&
    therapyClasses.every((group) => listRatesByTrial(row.pools[group]).rates.length > 0)
  );
}

const isCompared = ({ status }: Row) => status?.code === "apart" || status?.code === "overlap";
