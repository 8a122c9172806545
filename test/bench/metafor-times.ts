/** Measures the same analyses of the same data by metafor and by this app, in one run. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { poolGlmm } from "#core/statistics/glmm/pool.ts";
import { poolInverseVariance } from "#core/statistics/inverse-variance/pool.ts";
import { commonFit } from "../oracle/common-fit.ts";
import { first, groups, statisticsTimes, studies, twoStep } from "./statistics.ts";

export const installR =
  "Not measured beside metafor, because R or its packages metafor and lme4 are missing. On Debian: apt-get install r-base-core r-cran-metafor r-cran-lme4";

/** The estimates, their standard errors and τ², in the order in which `metafor.R` prints them. */
const estimates: Readonly<Record<string, () => number[]>> = {
  "GLMM pool, k = 14": () => {
    const pool = poolGlmm(first);
    return "mu" in pool ? [pool.mu, pool.se, pool.tau2] : [];
  },
  "GLMM with class as moderator, k = 26": () => {
    const fit = commonFit(studies, groups);
    if (!("regression" in fit)) return [];
    const { coefficients, tau2 } = fit.regression;
    return [
      ...coefficients.map(({ estimate }) => estimate),
      ...coefficients.map(({ se }) => se),
      tau2,
    ];
  },
  "REML pool, k = 14": () => {
    const pool = poolInverseVariance(first, { ...twoStep, test: "z" });
    return "mu" in pool ? [pool.mu, pool.se, pool.tau2] : [];
  },
};

/** Allows for the accuracy of metafor's likelihood with its default of seven nodes. */
export const tolerance = 1e-4;

/**
 * Returns the milliseconds of each analysis by metafor and by this app, with the largest relative difference of an
 * estimate, a standard error or τ²; `null` if R or metafor is missing.
 *
 * @throws Error where estimates differ by more than the tolerance.
 */
export async function timesOfMetafor() {
  const lists = [studies.map(({ events }) => events), studies.map(({ n }) => n), groups];
  const script = join(import.meta.dirname, "metafor.R");
  const { status, stdout } = spawnSync("Rscript", [script, ...lists.map(String)], {
    encoding: "utf8",
  });
  if (status !== 0) return null;
  const ours = await statisticsTimes();
  return stdout
    .trim()
    .split("\n")
    .map((line) => {
      const [what = "", metafor, ...theirs] = line.split("\t");
      const ownFigures = estimates[what]?.() ?? [];
      const differences = ownFigures.map((value, index) => {
        const theirFigure = Number(theirs[index]);
        return Math.abs(value - theirFigure) / Math.abs(theirFigure);
      });
      const difference = Math.max(...differences);
      if (ownFigures.length !== theirs.length || !(difference <= tolerance)) {
        throw new Error(`${what}: ${ownFigures.join(" ")} here, ${theirs.join(" ")} by metafor`);
      }
      const time = ours.find((task) => task.what === what)?.time ?? Number.NaN;
      return { what, ours: time, metafor: Number(metafor), difference };
    });
}
