/** Why a number is missing, in English. */
import type { TherapyClass } from "#data/vocabulary.ts";
import type { MissingWords } from "../../contract/brief.ts";
import { en } from "../screen.ts";
import { className } from "./parts.ts";

function noNumber(group: TherapyClass, why: string): string {
  return `There is no number for ${className[group]}: ${why}.`;
}

export const missing: MissingWords = {
  notFor: (group, reason) => noNumber(group, `this does not apply (${reason})`),
  notAsked: (group, asked) => noNumber(group, `the question is about ${className[asked]} alone`),
  noCohort: (group) => noNumber(group, `no ${en.classAdjective[group]} cohort fits the question`),
  notReported: (group, cohorts, silent) => {
    const adjective = en.classAdjective[group];
    const which =
      cohorts === 1
        ? `the one selected ${adjective} cohort does not report`
        : `none of the ${cohorts} selected ${adjective} cohorts reports`;
    const what = silent ? "it in the sources that were read" : "a figure that can be pooled";
    return noNumber(group, `${which} ${what}`);
  },
  notRepresented: (group, numbers, why = "too few of its patients or trials have a figure") =>
    `${noNumber(group, why)} By product: ${numbers}.`,
  noneOfRegimen: (group, regimen) =>
    noNumber(
      group,
      `no cohort ${regimen === "combination" ? "with other myeloma drugs" : "given them alone"} reports a figure that can be pooled`,
    ),
};
