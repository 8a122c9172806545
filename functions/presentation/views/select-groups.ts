/**
 * Selects, on the device, the groups of patients, as studies report them, that resemble one patient most: for each
 * stated property of the patient, in the order of reading.
 */
import {
  isAgeGroupNear,
  isPriorLinesGroupNear,
  listPatientProperties,
  type PatientProperty,
} from "#core/others/near-patient.ts";
import { isClinicalFinding, type PatientWithTraits } from "#core/question/patient.ts";
import { isWithinRange } from "#core/question/range.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { PatientsView } from "./patient.ts";
import { groupTexts as words } from "./patient-groups.ts";
import type { GroupPlace, ReportedGroup, ReportedTable } from "./reported-groups.ts";

/** Holds the groups of one outcome under one heading; none is empty. */
export interface GroupList {
  readonly title: string;
  readonly outcome: string;
  readonly place: GroupPlace;
  readonly groups: readonly ReportedGroup[];
}

export interface GroupsOfProperty {
  readonly property: PatientProperty;
  /** Lists what is read first: response, severe CRS, severe infection, or what is reported in their place. */
  readonly first: readonly GroupList[];
  /** Lists other outcomes. */
  readonly further: readonly GroupList[];
  /** States which class has no such group, or that all groups are older; empty if there is nothing to state. */
  readonly missing: string;
  /** Lists responses of groups that another question would hold, of a class of which no matching group is shown. */
  readonly outside: readonly ReportedGroup[];
}

type Groups = Pick<PatientsView, "reported" | "classes">;

/**
 * Selects the groups of each property. Groups by age or lines say little if earlier therapy or a finding was stated,
 * and groups by lines say little beside groups near the age: such groups are all listed as further ones.
 */
export function selectGroupsForPatient(
  view: Groups,
  patient: PatientWithTraits,
): GroupsOfProperty[] {
  const properties = listPatientProperties(patient).map((property) =>
    gatherGroupsOfProperty(property, view, patient),
  );
  return properties.map(({ lists, ...groups }, index) => {
    const before = properties.slice(0, index);
    const isLed = isNumberProperty(groups.property) && before.some(isNotNumberOrHasMatchingGroups);
    return isLed ? { ...groups, first: [], further: lists, missing: "", outside: [] } : groups;
  });
}

const isNotNumberOrHasMatchingGroups = ({ property, first }: GroupsOfProperty) =>
  !isNumberProperty(property) || first.some(({ place }) => place === "such");

function gatherGroupsOfProperty(
  property: PatientProperty,
  { reported, classes }: Groups,
  patient: PatientWithTraits,
): GroupsOfProperty & { readonly lists: readonly GroupList[] } {
  const all = reported.find((by) => by.property === property.name)?.tables ?? [];
  const adapted = all.flatMap(({ groups }) =>
    groups.map((group) => adaptGroupToPatient(property, group, patient)),
  );
  // Without any group after such therapy, those of patients of whatever therapy are looked for.
  const isMatched = adapted.some((group) => group !== null && shownPlaces.includes(group.place));
  const places = isMatched ? shownPlaces : (["any-therapy"] as const);
  const tables = all.map((table) => ({
    ...table,
    groups: table.groups
      .flatMap((group) => adaptGroupToPatient(property, group, patient) ?? [])
      .filter(({ place }) => place === "outside" || places.includes(place)),
  }));
  const lists = tables.flatMap((table) => makeGroupLists(property, table, places, patient));
  const firstNames = listOutcomesReadFirst(tables);
  // For a clinical finding, groups that only may match are folded if other groups match; for earlier therapy they are
  // read, too.
  const isBesideSuch = ({ place, outcome }: GroupList) =>
    place === "beside" &&
    isClinicalFinding(property.name) &&
    lists.some((list) => list.place === "such" && list.outcome === outcome);
  const led = lists.filter((list) => isListReadFirst(list, firstNames) && !isBesideSuch(list));
  const first = led.flatMap((list) =>
    filterGroupsOfList(list, ({ isBare }) => isBare === undefined),
  );
  const keepBare = (list: GroupList) => filterGroupsOfList(list, ({ isBare }) => isBare === true);
  const outside = selectResponseGroupsOfOtherQuestions(tables, first);
  // A class is not missing if another question offers its groups.
  const missing = classes.filter((group) => outside.every((other) => other.group !== group));
  return {
    property,
    lists,
    first,
    further: [...led.flatMap(keepBare), ...lists.filter((list) => !led.includes(list))],
    missing: describeMissingGroups(
      property,
      all,
      { first, bare: lists.flatMap(keepBare) },
      missing,
    ),
    outside,
  };
}

const isNumberProperty = ({ name }: PatientProperty) => name === "age" || name === "prior-lines";

/**
 * Tells whether a list is read first. Survival of patients who only may match is not, nor are figures that their source
 * contradicts.
 */
function isListReadFirst({ outcome, place }: GroupList, firstNames: readonly string[]): boolean {
  const isLed = place === "such" || !/^Progression-free/.test(outcome);
  return firstNames.includes(outcome) && place !== "contradicted" && isLed;
}

/** Returns an array that holds the list with only the groups to keep; an empty array if there is none of them. */
function filterGroupsOfList(
  list: GroupList,
  isKept: (group: ReportedGroup) => boolean,
): GroupList[] {
  const groups = list.groups.filter(isKept);
  return groups.length === 0 ? [] : [{ ...list, groups }];
}

/** Returns the group as it stands for this patient; `null` if it is of other patients. */
function adaptGroupToPatient(
  { name, value }: PatientProperty,
  group: ReportedGroup,
  { age }: PatientWithTraits,
): ReportedGroup | null {
  const { of, ages } = group;
  if (!of) {
    const isBeyond = age !== null && ages !== undefined && (age < ages[0] || age > ages[1]);
    return isBeyond ? addTextToGroup(group, words.ages(ages)) : group;
  }
  if (name === "age")
    return isAgeGroupNear(of, value) ? markOtherGroupsIncludingAge(group, value) : null;
  if (name !== "prior-lines" || !isWithinRange(value, of)) return null;
  const near = isPriorLinesGroupNear(of, value)
    ? group
    : { ...group, place: chooseBesideOrOutside(group) };
  const isOlder = age !== null && ages !== undefined && age > ages[1];
  return isOlder ? addTextToGroup(near, words.ages(ages)) : near;
}

const addTextToGroup = (group: ReportedGroup, text: string): ReportedGroup => ({
  ...group,
  text: [group.text, text].filter(Boolean).join(", "),
});

const chooseBesideOrOutside = ({ place }: ReportedGroup): GroupPlace =>
  place === "outside" || place === "any-therapy" ? place : "beside";

/**
 * Marks the other groups of a report to which the age belongs, because the group itself may begin above it.
 */
function markOtherGroupsIncludingAge(group: ReportedGroup, age: number): ReportedGroup {
  const others = group.others.map((other) =>
    other.of && isWithinRange(age, other.of)
      ? { ...other, name: words.holds(other.name, age) }
      : other,
  );
  return { ...group, others };
}

const shownPlaces: readonly GroupPlace[] = ["such", "type-not-reported", "beside", "contradicted"];

function makeGroupLists(
  property: PatientProperty,
  { name, groups }: ReportedTable,
  places: readonly GroupPlace[],
  patient: PatientWithTraits,
): GroupList[] {
  return places.flatMap((place) => {
    const ofPlace = groups.filter((group) => group.place === place);
    if (ofPlace.length === 0) return [];
    const title = words.title(property, name, place, patient);
    return { title, outcome: name, place, groups: ofPlace };
  });
}

/** Names the outcomes that are read first; if none of them is reported, the first that is. */
function listOutcomesReadFirst(tables: readonly ReportedTable[]): string[] {
  const reported = tables.filter(({ groups }) =>
    groups.some(({ place, isBare }) => place !== "outside" && place !== "contradicted" && !isBare),
  );
  const first = reported.filter(({ isFirst }) => isFirst);
  return (first.length > 0 ? first : reported.slice(0, 1)).map(({ name }) => name);
}

/** Returns the groups of the first table, response, of a class that has no such group in it. */
function selectResponseGroupsOfOtherQuestions(
  [response]: readonly ReportedTable[],
  first: readonly GroupList[],
): ReportedGroup[] {
  const such = first.filter(({ place }) => place === "such").flatMap(({ groups }) => groups);
  return (response?.groups ?? []).filter(
    ({ place, group }) => place === "outside" && such.every((other) => other.group !== group),
  );
}

function describeMissingGroups(
  property: PatientProperty,
  all: readonly ReportedTable[],
  { first, bare }: Readonly<Record<"first" | "bare", readonly GroupList[]>>,
  classes: readonly TherapyClass[],
): string {
  const isIn = (group: TherapyClass, lists: readonly GroupList[]) =>
    lists.some(({ groups }) => groups.some((level) => level.group === group));
  const such = first.filter(({ place }) => place === "such");
  const withNumbers = [...such, ...bare.filter(({ place }) => place === "such")];
  const responses = such.filter(({ outcome }) => outcome === "Response");
  const none = classes.filter((group) => !isIn(group, withNumbers));
  if (property.name === "age" && such.length === 0 && isAgeBelowAllGroups(property.value, all)) {
    return words.onlyOlder;
  }
  const beside = none.filter((group) => isIn(group, first));
  return words.missing(
    property,
    none.filter((group) => !beside.includes(group)),
    beside,
    responses.length === 0
      ? []
      : classes.filter((group) => isIn(group, withNumbers) && !isIn(group, responses)),
  );
}

function isAgeBelowAllGroups(age: number, tables: readonly ReportedTable[]): boolean {
  const starts = tables.flatMap(({ groups }) =>
    groups.flatMap(({ of, place }) => (of?.min && place !== "outside" ? of.min : [])),
  );
  return starts.length > 0 && starts.every((start) => start > age);
}
