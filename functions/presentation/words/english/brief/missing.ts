/** Why a number is missing, in English. */
import type { BesidePool } from "#core/comparison/answer.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { screen } from "../screen.ts";
import { className } from "./parts.ts";

function noNumber(group: TherapyClass, why: string): string {
  return `There is no number for ${className[group]}: ${why}.`;
}

export const missing = {
  notFor: (group: TherapyClass, reason: string) =>
    noNumber(group, `this does not apply (${reason})`),
  notAsked: (group: TherapyClass, asked: TherapyClass) =>
    noNumber(group, `the question is about ${className[asked]} alone`),
  noCohort: (group: TherapyClass) =>
    noNumber(group, `no ${screen.classAdjective[group]} cohort fits the question`),
  /** @param silent Nothing is reported at all. Otherwise something that cannot be pooled. */
  notReported: (group: TherapyClass, cohorts: number, silent: boolean) => {
    const adjective = screen.classAdjective[group];
    const which =
      cohorts === 1
        ? `the one selected ${adjective} cohort does not report`
        : `none of the ${cohorts} selected ${adjective} cohorts reports`;
    const what = silent ? "it in the sources that were read" : "a figure that can be pooled";
    return noNumber(group, `${which} ${what}`);
  },
  /** @param numbers of the products that the cohorts with a figure tested. */
  notRepresented: (
    group: TherapyClass,
    numbers: string,
    why = "too few of its patients or trials have a figure",
  ) => `${noNumber(group, why)} By product: ${numbers}.`,
  noneOfRegimen: (group: TherapyClass, regimen: BesidePool["regimen"]) =>
    noNumber(
      group,
      `no cohort ${regimen === "combination" ? "with other myeloma drugs" : "given them alone"} reports a figure that can be pooled`,
    ),
};
