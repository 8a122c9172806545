/** Names properties of cohorts that no sheet filters by; groups, regressions and records use them. */
import type { ModeratorName } from "#core/answer/answer.ts";
import type { DimensionName } from "#core/question/dimensions.ts";
import type { OfferedName } from "#core/question/query.ts";
import type { ParameterOnSheet } from "./parameter-words.ts";

export type PropertyName = Exclude<DimensionName | ModeratorName | "region", OfferedName>;

export const targetNames: Readonly<Record<string, string>> = {
  bcma: "BCMA",
  gprc5d: "GPRC5D",
  fcrh5: "FcRH5",
  cd19: "CD19",
  cd38: "CD38",
};

export const properties: Readonly<Record<PropertyName, ParameterOnSheet>> = {
  "dual-target": { title: "Targets at once" },
  region: {
    title: "Region of the study",
    values: {
      us: "United States",
      canada: "Canada",
      eu: "European Union",
      ch: "Switzerland",
      gb: "Great Britain",
      il: "Israel",
      cn: "China",
      hk: "Hong Kong",
      mo: "Macao",
      jp: "Japan",
      asia: "Asia",
      multinational: "Several regions",
    },
  },
  year: { title: "Year of publication" },
  "follow-up": { title: "Median follow-up", unit: " months" },
  "binding-domain": {
    title: "Binding domain",
    values: {
      camelid: "Camelid",
      human: "Human",
      humanized: "Humanised",
      murine: "Murine",
      other: "Other",
    },
  },
  costimulation: {
    title: "Costimulation",
    values: {
      "4-1bb": "4-1BB",
      cd28: "CD28",
      "cd28-4-1bb": "CD28 and 4-1BB",
      "cd28-ox40": "CD28 and OX40",
    },
  },
  vector: {
    title: "Vector",
    values: { lentiviral: "Lentiviral", retroviral: "Retroviral", transposon: "Transposon" },
  },
  expansion: {
    title: "Expansion of the cells",
    values: { "anti-cd3": "Anti-CD3", "anti-cd3-cd28": "Anti-CD3 and anti-CD28" },
  },
  lymphodepletion: {
    title: "Lymphodepletion",
    values: {
      "cy-flu": "Cyclophosphamide and fludarabine",
      cy: "Cyclophosphamide",
      mixed: "More than one kind",
      other: "Other",
    },
  },
};

export function isPropertyName(name: string): name is PropertyName {
  return Object.hasOwn(properties, name);
}

/** Returns the name of a value of a property: `United States` for the region `us`; an unknown value is its own name. */
export function namePropertyValue(property: PropertyName | "target", value: string): string {
  const values = property === "target" ? targetNames : properties[property].values;
  return values?.[value] ?? value;
}

const shortRegions: Readonly<Record<string, string>> = { us: "US", eu: "EU" };

/** Returns `US` for `us`; a region without a short name keeps its whole name. */
export function shortenRegion(region: string): string {
  return shortRegions[region] ?? namePropertyValue("region", region);
}
