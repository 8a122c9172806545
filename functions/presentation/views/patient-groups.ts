/** Words the groups of studies that are such patients as one patient, on the device. */
import type { PatientProperty } from "#core/others/near-patient.ts";
import type { EarlierKinds } from "#core/question/patient.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { classPlural } from "../words/class-names.ts";
import { listText } from "../words/counts.ts";
import { elementTexts } from "../words/element.ts";
import { traitNames } from "../words/patient.ts";
import { afterEarlier, ageOf, earlierOf } from "../words/patient-codes.ts";
import { capitalised, sentence, withCommas, withSpaces } from "../words/sentences.ts";
import { notFound } from "../words/source-tier.ts";
import type { GroupPlace, ReportedGroup } from "./reported-groups.ts";
import type { GroupList, GroupsOfProperty } from "./select-groups.ts";

/** States whose groups stand under a heading, after the outcome: "around 74 years", "with extramedullary disease". */
function describeProperty({ name, value }: PatientProperty): string {
  if (name === "age") return `around ${ageOf(value)}`;
  if (name === "prior-lines") return "by prior lines, any age";
  if (name === "prior-bcma") {
    // A group is of patients after one of several kinds.
    const isSeveral = typeof value === "object" && value.length > 1;
    return isSeveral ? earlierOf({ priorBcma: value }) : afterEarlier(value);
  }
  return `with ${traitNames[name]}`;
}

const hadCarT = (value: EarlierKinds) => typeof value === "object" && value.includes("car-t");

export const groupTexts = {
  title: (property: PatientProperty, outcome: string, place: GroupPlace) => {
    if (place === "type-not-found") return `${outcome} after BCMA therapy, type ${notFound}`;
    if (place === "contradicted") return `${outcome}, without a number`;
    return place === "such"
      ? `${outcome} ${describeProperty(property)}`
      : `${outcome} in patients less like yours`;
  },
  /** States the ages that a study enrolled, where the patient is not of them. */
  ages: ([youngest, oldest]: readonly [number, number]) => `enrolled ages ${youngest} to ${oldest}`,
  /** States that the patient is one of the others of a report, and not of the group beside them. */
  holds: (name: string, age: number) => `${name}, to which ${age} belongs`,
  onlyOlder: "Only older groups are reported.",
  /**
   * Returns a sentence such as "Bispecifics: not found around 74 years.".
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
    const where = property.name === "prior-bcma" ? "" : ` ${describeProperty(property)}`;
    const isSecond = property.name === "prior-bcma" && hadCarT(property.value);
    const [names, apart, others] = [none, beside, withoutResponse].map((classes) =>
      capitalised(
        listText(
          classes.map((group) =>
            group === "car-t" && isSecond ? "a second CAR-T" : classPlural[group],
          ),
        ),
      ),
    );
    return withSpaces([
      names && sentence(`${names}: ${notFound}${where}`),
      others && sentence(`${others}: response ${notFound}${where}`),
      apart && sentence(`${apart}: ${notFound} of such patients alone`),
    ]);
  },
  /** Returns a sentence on properties by which nothing is reported: "Around 66 years, by prior lines: not found.". */
  nothing: (properties: readonly PatientProperty[]) =>
    sentence(`${properties.map(describeProperty).join("; ")}: ${notFound}`),
  /** Leads to groups that another question holds. */
  outside: "Outside this question:",
};

/** Returns a group in words: "teclistamab 75 or older, real-world: 62 of 100, n 83; under 75: 53, 160 of 302". */
export function writeGroup({ drug, text, outside, others, ...figure }: ReportedGroup): string {
  const name = withSpaces([drug, withCommas([text, outside])]);
  return [
    `${name}: ${writeFigure(figure)}`,
    ...others.map((other) => `${other.name}: ${writeFigure(other)}`),
  ].join("; ");
}

type Figure = Pick<ReportedGroup, "at" | "number" | "under" | "isPrinted">;

function writeFigure({ at, number, under, isPrinted }: Figure): string {
  if (number === "") return under;
  if (isPrinted) return `${number} ${under}`;
  return withCommas([
    at === undefined ? `${number} months` : `${number} ${elementTexts.of100}`,
    under,
  ]);
}

/** Returns a list of groups in words, as it is copied. */
export function writeList({ title, groups }: GroupList): string {
  return `${title}: ${groups.map(writeGroup).join(". ")}.`;
}

/** Returns the line that offers groups of other questions, with at most two of them; empty without any. */
export function offerOutside({ property, outside }: GroupsOfProperty): string {
  const [first, second, ...rest] = outside;
  if (!first) return "";
  // What sets a patient apart most must not be read from patients after more lines.
  if (
    property.name !== "prior-bcma" &&
    outside.every((group) => group.outside?.startsWith("after "))
  ) {
    const classes = [...new Set(outside.map(({ group }) => classPlural[group]))];
    return sentence(
      `${capitalised(listText(classes))}: response ${describeProperty(property)} is reported ${first.outside} only`,
    );
  }
  const named = [first, ...(second ? [second] : [])].map(writeGroup).join(". ");
  return `${groupTexts.outside} ${named}${rest.length > 0 ? `, and ${rest.length} more` : ""}.`;
}
