/** Names the groups of a comparison other than the two classes, and what divides them. */
import {
  nameThresholdGroups,
  splitClassGroup,
  splitDimension,
  splitTargetGroup,
} from "#core/question/dimensions.ts";
import type { OfferedName } from "#core/question/query.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { GroupName } from "./codes.ts";
import { classAdjective, classCode } from "./names.ts";
import { type ParameterOnSheet, parameterWords } from "./parameter-words.ts";
import { nameProduct } from "./product-name.ts";
import { isPropertyName, namePropertyValue, type PropertyName, properties } from "./properties.ts";
import { uncapitalise } from "./sentences.ts";

const names: Readonly<Record<string, string>> = {
  trial: "clinical trial",
  "real-world": "real-world",
  late: "late lines",
  early: "early lines",
  "one-target": "one-target",
  "two-targets": "two-target",
  mixed: "early and late lines",
};

/** Holds the unit after the value at which a median divides the cohorts, and the noun of what that value counts. */
const units: Readonly<Record<string, readonly [sign: string, noun: string]>> = {
  "prior-lines": ["", "lines"],
  age: ["", "years"],
  "high-risk": [" %", "high-risk"],
};

/** Returns the names of a group of a comparison. Both are the same unless the group is a class. */
export function makeShortAndLongGroupName(group: string, dimension: string): GroupName {
  if (isTherapyClass(group)) return { short: classCode[group], long: classAdjective[group] };
  const { therapyClass, value } = splitClassGroup(group);
  const ofValue = nameGroupByDimension(value, dimension);
  const name = therapyClass ? `${classAdjective[therapyClass]}, ${ofValue}` : ofValue;
  return { short: name, long: name };
}

function isTherapyClass(group: string): group is TherapyClass {
  return Object.hasOwn(classCode, group);
}

function nameGroupByDimension(group: string, dimension: string): string {
  const { name: cut, at } = splitDimension(dimension);
  if (at !== undefined) {
    const [under] = nameThresholdGroups(at);
    const [sign, noun] = units[cut] ?? ["", ""];
    return group === under ? `under ${at}${sign} ${noun}` : `${at}${sign} or more ${noun}`;
  }
  if (dimension === "product") return nameProduct(group);
  if (isPropertyName(dimension)) return uncapitalise(namePropertyValue(dimension, group));
  if (dimension === "target")
    return splitTargetGroup(group)
      .map((antigen) => namePropertyValue("target", antigen))
      .join(" and ");
  return names[group] ?? group;
}

/** Names all properties that cohorts are divided or filtered by. */
export const propertyNames: Readonly<Record<OfferedName | PropertyName, ParameterOnSheet>> = {
  ...parameterWords,
  ...properties,
  // The titles on sheets are worded for a choice, so these two properties have other names here.
  lines: { title: "Prior lines" },
  product: { title: "Drug" },
};

/** Returns text such as "Prior lines", "Median age of the trials: under 62, or more". */
export function nameComparedDimension(compare: string): string {
  const { name, at } = splitDimension(compare);
  const { title, unit = "" } = propertyNames[name as keyof typeof propertyNames];
  return at === undefined ? title : `${title}: under ${at}${unit}, or more`;
}
