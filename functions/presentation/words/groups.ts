/** Names of the groups of a comparison other than the two classes. */
import { halvesAt, partsOfDimension, targetsOfGroup } from "#core/question/dimensions.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { classAdjective, classCode } from "./class-names.ts";
import type { GroupName } from "./codes.ts";
import { productName } from "./product-name.ts";

const names: Readonly<Record<string, string>> = {
  trial: "clinical trial",
  "real-world": "real-world",
  late: "late-line",
  early: "earlier-line",
  "one-target": "one-target",
  "two-targets": "two-target",
  "4-1bb": "4-1BB",
  cd28: "CD28",
  "cd28-4-1bb": "CD28 and 4-1BB",
  "cd28-ox40": "CD28 and OX40",
  "anti-cd3": "anti-CD3",
  "anti-cd3-cd28": "anti-CD3/CD28",
  "cy-flu": "cyclophosphamide–fludarabine",
  cy: "cyclophosphamide",
  "lines:mixed": "early and late lines",
  mixed: "mixed lymphodepletion",
};

interface CutWords {
  readonly under: (at: string) => string;
  readonly from: (at: string) => string;
}

/** By the parameter whose median divides the cohorts into two groups. */
const cuts: Readonly<Record<string, CutWords>> = {
  "prior-lines": {
    under: (at) => `under ${at} lines`,
    from: (at) => `${at} or more lines`,
  },
  age: {
    under: (at) => `under ${at} years`,
    from: (at) => `${at} or more years`,
  },
  "high-risk": {
    under: (at) => `under ${at} % high-risk`,
    from: (at) => `${at} % or more high-risk`,
  },
};

export function groupName(group: string, dimension: string): GroupName {
  if (isClass(group)) return { short: classCode[group], long: classAdjective[group] };
  const name = nameOf(group, dimension);
  return { short: name, long: name };
}

function isClass(group: string): group is TherapyClass {
  return Object.hasOwn(classCode, group);
}

function nameOf(group: string, dimension: string): string {
  const { name: cut, at } = partsOfDimension(dimension);
  if (at !== undefined) {
    const [under] = halvesAt(at);
    return (group === under ? cuts[cut]?.under : cuts[cut]?.from)?.(at) ?? group;
  }
  if (dimension === "product") return productName(group);
  if (dimension === "target")
    return targetsOfGroup(group)
      .map((antigen) => antigen.toUpperCase())
      .join(" and ");
  return names[`${dimension}:${group}`] ?? names[group] ?? group;
}
