/** Writes, on the device, texts on the groups of patients, as studies report them, that resemble one patient. */
import type { PatientProperty } from "#core/others/near-patient.ts";
import type { EarlierKinds, PatientWithTraits } from "#core/question/patient.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { elementTexts } from "../words/element.ts";
import { classPlural, unreported } from "../words/names.ts";
import { traitNames } from "../words/patient.ts";
import {
  describeAfterEarlierTherapy,
  describeEarlierTherapyOfPatient,
  formatAge,
} from "../words/patient-codes.ts";
import {
  capitalise,
  joinByCommas,
  joinBySpaces,
  joinWithConjunction,
  uncapitalise,
  writeSentence,
} from "../words/sentences.ts";
import type { GroupPart, GroupPlace, ReportedGroup } from "./reported-groups.ts";
import type { GroupList, GroupsOfProperty } from "./select-groups.ts";

/** States whose groups stand under a heading, after the outcome: "around 74 years", "with extramedullary disease". */
function describePatientProperty({ name, value }: PatientProperty): string {
  if (name === "age") return `around ${formatAge(value)}`;
  if (name === "prior-lines") return "by prior lines, any age";
  if (name === "prior-bcma") {
    // If the patient had several kinds of therapy, a group is of patients after any of them.
    const isSeveral = typeof value === "object" && value.length > 1;
    return isSeveral
      ? describeEarlierTherapyOfPatient({ priorBcma: value })
      : describeAfterEarlierTherapy(value);
  }
  return `with ${traitNames[name]}`;
}

const hasHadCarT = (value: EarlierKinds) => typeof value === "object" && value.includes("car-t");

export const groupTexts = {
  /** Names the groups of an outcome; a group of whatever earlier therapy says which of the patient it leaves out. */
  title: (
    property: PatientProperty,
    outcome: string,
    place: GroupPlace,
    patient: Pick<PatientWithTraits, "priorBcma">,
  ) => {
    if (place === "type-not-reported") {
      return `Other patients: ${uncapitalise(outcome)} after any BCMA therapy, type ${unreported}`;
    }
    if (place === "contradicted") return `${outcome}, without a number`;
    if (place === "any-therapy") {
      return `${outcome} ${describePatientProperty(property)}; left out: ${describeEarlierTherapyOfPatient(patient, "and")}`;
    }
    return place === "such"
      ? `${outcome} ${describePatientProperty(property)}`
      : `${outcome} in patients less like yours`;
  },
  /** States the ages that a study enrolled, if the patient is younger or older. */
  ages: ([youngest, oldest]: readonly [number, number]) => `enrolled ages ${youngest} to ${oldest}`,
  /** States that a group includes the age of the patient, which its name may not show. */
  holds: (name: string, age: number) => `${name}, ${age} included`,
  onlyOlder: "Only older groups are reported.",
  /**
   * Returns a sentence such as "Bispecifics: not reported around 74 years.".
   *
   * @param none Lists the classes without any group.
   * @param beside Lists those that only have groups that may hold such patients.
   * @param withoutResponse Lists those that have such groups, but none of them with a response.
   */
  missing: (
    property: PatientProperty,
    none: readonly TherapyClass[],
    beside: readonly TherapyClass[],
    withoutResponse: readonly TherapyClass[],
  ) => {
    const where = property.name === "prior-bcma" ? "" : ` ${describePatientProperty(property)}`;
    const isSecond = property.name === "prior-bcma" && hasHadCarT(property.value);
    const [names, apart, others] = [none, beside, withoutResponse].map((classes) =>
      capitalise(
        joinWithConjunction(
          classes.map((group) =>
            group === "car-t" && isSecond ? "a second CAR-T" : classPlural[group],
          ),
        ),
      ),
    );
    return joinBySpaces([
      names && writeSentence(`${names}: ${unreported}${where}`),
      others && writeSentence(`${others}: response ${unreported}${where}`),
      apart && writeSentence(`${apart}: ${unreported} of such patients alone`),
    ]);
  },
  /** Returns a sentence on properties by which nothing is reported: "Around 66 years, by prior lines: not reported.". */
  nothing: (properties: readonly PatientProperty[]) =>
    writeSentence(`${properties.map(describePatientProperty).join("; ")}: ${unreported}`),
  /** Leads to groups that another question holds. */
  outside: "Outside this question:",
};

/** Returns a group in words: "linvoseltamab 75 or older: 71 of 100, 22 of 31; under 75: 72 of 100, 61 of 86". */
export function describeReportedGroup(group: ReportedGroup): string {
  const { drug, name, text, outside, others } = group;
  const whose = joinBySpaces([drug, joinByCommas([name, text, outside])]);
  return [
    `${whose}: ${formatReportedFigure(group)}`,
    ...others.map((other) => `${other.name}: ${formatReportedFigure(other)}`),
  ].join("; ");
}

function formatReportedFigure({ at, number, under }: GroupPart): string {
  if (number === "") return under;
  return joinByCommas([
    at === undefined ? `${number} months` : `${number} ${elementTexts.of100}`,
    under,
  ]);
}

export function describeGroupList({ title, groups }: GroupList): string {
  return `${title}: ${groups.map(describeReportedGroup).join(". ")}.`;
}

/** Returns the line that offers groups of other questions, with at most two of them; empty without any. */
export function describeGroupsOfOtherQuestions({ property, outside }: GroupsOfProperty): string {
  const [first, second, ...rest] = outside;
  if (!first) return "";
  // If all groups differ from the question in their lines, only these lines are stated, because readers would apply the
  // results to this patient. Groups by earlier therapy are always stated.
  if (
    property.name !== "prior-bcma" &&
    outside.every((group) => group.outside?.startsWith("after "))
  ) {
    const classes = [...new Set(outside.map(({ group }) => classPlural[group]))];
    return writeSentence(
      `${capitalise(joinWithConjunction(classes))}: response ${describePatientProperty(property)} is reported ${first.outside} only`,
    );
  }
  const named = [first, ...(second ? [second] : [])].map(describeReportedGroup).join(". ");
  return `${groupTexts.outside} ${named}${rest.length > 0 ? `, and ${rest.length} more` : ""}.`;
}
