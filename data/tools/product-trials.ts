/** Trials named on a label, and what it prints of them. */
import type { Product } from "../schema.ts";
import type { CollectedProduct } from "./product-handover.ts";

type Trial = Product["trials"][number]["value"];
type Collected = NonNullable<CollectedProduct["trials"][number]["value"]>;

const measures: Readonly<Record<string, string>> = {
  n: "patients",
  cohortA_n: "patients in cohort A",
  followUpMonths: "follow-up, months",
  orrPct: "ORR, %",
  crPct: "CR, %",
  hr: "hazard ratio",
  pfsHr: "PFS hazard ratio",
  osHr: "OS hazard ratio",
  mPfsMonths: "median PFS, months",
  medianPfsMonths: "median PFS, months",
  pfs24mPct: "PFS at 24 months, %",
  pfs36mPct: "PFS at 36 months, %",
  os24mPct: "OS at 24 months, %",
  os36mPct: "OS at 36 months, %",
  dor9mPct: "response lasting 9 months, %",
  dor12mPct: "response lasting 12 months, %",
  crsAnyPct: "CRS of any grade, %",
  grade34InfectionPct: "infection of grade 3 or 4, %",
  antiCd38RefractoryPct: "refractory to anti-CD38, %",
  lenRefractoryPct: "refractory to lenalidomide, %",
};

/** What the words of a trial are about; an empty one speaks for itself. */
const remarks: Readonly<Record<string, string>> = {
  result: "",
  note: "",
  event: "",
  excluded: "excluded: ",
  crsGrade: "CRS: ",
  cohortB: "cohort B: ",
};

export function trialOf({ name, registry, role, ...rest }: Collected): Trial {
  const trial: Trial = {
    name: name ?? null,
    registry: registry === undefined ? [] : [registry].flat(),
    role: role ?? null,
    results: [],
    remarks: [],
  };
  for (const [key, value] of Object.entries(rest)) {
    if (typeof value === "string") trial.remarks.push(`${known(remarks, key)}${value}`);
    else trial.results.push(...resultsOf(key, value));
  }
  return trial;
}

/** What a label prints of its own analysis set is named as such. */
function resultsOf(key: string, value: Exclude<Collected[string], string>): Trial["results"] {
  if (typeof value !== "object" || Array.isArray(value)) {
    return [{ measure: known(measures, key), values: [value].flat() }];
  }
  return Object.entries(value).map(([inner, values]) => ({
    measure: `${known(measures, inner)}${key === "label" ? " (label)" : ""}`,
    values: [values].flat(),
  }));
}

function known(names: Readonly<Record<string, string>>, key: string): string {
  const name = names[key];
  if (name === undefined) throw new Error(`no words for "${key}" of a trial`);
  return name;
}
