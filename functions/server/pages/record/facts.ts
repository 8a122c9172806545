/**
 * Facts about the patients, their treatment and the kind of study: label and value, one line each.
 */

import { dataset } from "#core/dataset.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import type { CohortRecord } from "../../answers/whole-dataset.ts";

/** The page is in English only. */
const {
  classWords,
  dateWords,
  designWords,
  dosingWords,
  evidenceWords,
  months,
  named,
  percent,
  priorBcmaWords,
  regimenWords,
  settingWords,
  unknown,
} = catalogue.record;
const { screen: en } = catalogue;
const { joined } = catalogue.report;

export interface Fact {
  label: string;
  /** `null` if our sources do not report it. */
  value: string | null;
}

type Range = readonly [number, number] | null;

export function patientFacts(record: CohortRecord): Fact[] {
  const { baseline, design, therapyClass } = record;
  const shares: [label: string, share: number | null][] = [
    ["High-risk cytogenetics", baseline.highRiskCytogeneticsPercent],
    ["ISS stage III", baseline.issIIIPercent],
    ["R-ISS stage III", baseline.rissIIIPercent],
    ["Refractory to the last line", baseline.refractoryPercent],
    ["Triple-class refractory", baseline.tripleClassRefractoryPercent],
    ["Penta-refractory", baseline.pentaRefractoryPercent],
    ["Earlier autologous transplant", baseline.priorAutoSctPercent],
  ];
  const collected = { label: "Had cells collected", value: patients(baseline.leukapheresed) };
  return [
    {
      label: design === "randomised-arm" ? "Patients randomised" : "Patients treated",
      value: patients(baseline.n),
    },
    ...(therapyClass === "car-t" || baseline.leukapheresed !== null ? [collected] : []),
    { label: "Setting", value: settingWords[record.setting] },
    { label: "Basis of the setting", value: record.settingBasis },
    {
      label: "Prior lines",
      value: spread(baseline.medianPriorLines, baseline.priorLinesRange, ""),
    },
    { label: "Age", value: spread(baseline.medianAge, baseline.ageRange, " years") },
    ...shares.map(([label, share]) => ({ label, value: share === null ? null : percent(share) })),
    { label: "Extramedullary disease", value: extramedullary(baseline) },
    {
      label: "Earlier BCMA-directed therapy",
      value: priorBcma(record.priorBcma, baseline.priorBcmaPercent),
    },
    { label: "Who could take part", value: record.eligibility },
  ];
}

export function treatmentFacts(record: CohortRecord): Fact[] {
  const { product, targets, therapyClass, construct } = record;
  const known = dataset.products.find(({ slug }) => slug === product);
  const regions = known?.approvedIn.map((region) => named("region", region)) ?? [];
  const asOf = `as of ${en.date(dataset.review.dataDate)}`;
  return [
    { label: "Product", value: known?.name ?? product },
    { label: "Class", value: classWords[therapyClass] },
    { label: "Target", value: joined(targets.map((target) => named("target", target))) },
    { label: "Dose, as printed", value: record.dose },
    { label: "Doses", value: dosingWords[record.doses] },
    { label: "Alone or combined", value: regimenWords[record.regimen] },
    {
      label: "Product approved",
      value:
        regions.length > 0
          ? `${joined(regions)}, ${asOf}`
          : `in no region that our sources name, ${asOf}`,
    },
    ...(therapyClass === "car-t" || construct !== null ? constructFacts(construct) : []),
  ];
}

function constructFacts(construct: CohortRecord["construct"]): Fact[] {
  const { bindingDomain, costimulation, vector, source, expansion, lymphodepletion, detail } =
    construct ?? {};
  return [
    { label: "Cells", value: source ?? null },
    {
      label: "Binding domain",
      value: bindingDomain ? named("binding-domain", bindingDomain) : null,
    },
    { label: "Costimulation", value: costimulation ? named("costimulation", costimulation) : null },
    { label: "Vector", value: vector ? named("vector", vector) : null },
    { label: "Expansion of the cells", value: expansion ? named("expansion", expansion) : null },
    {
      label: "Lymphodepletion",
      value: lymphodepletion ? named("lymphodepletion", lymphodepletion) : null,
    },
    { label: "Construct, as printed", value: detail ?? null },
  ];
}

export function studyFacts(record: CohortRecord): Fact[] {
  const { phase, evidence, design, region, regionDetail, enrolment } = record;
  return [
    { label: "Kind of evidence", value: evidenceWords[evidence] },
    { label: "Design", value: designWords[design] },
    { label: "Phase", value: phase },
    { label: "First author", value: record.firstAuthor },
    { label: "Year of publication", value: record.year === null ? null : String(record.year) },
    { label: "Where", value: region === null ? null : named("region", region) },
    { label: "Where, as printed", value: regionDetail },
    { label: "Recruited", value: enrolment === null ? null : between(enrolment) },
    {
      label: "Median follow-up",
      value: record.followUpMonths === null ? null : months(record.followUpMonths),
    },
  ];
}

function priorBcma(whether: CohortRecord["priorBcma"], share: number | null): string | null {
  const said = [priorBcmaWords[whether], share === null ? null : percent(share)];
  return said.filter((one) => one !== null).join(": ") || null;
}

/** What was counted differs, so the share is never without it where it is known. */
function extramedullary(baseline: CohortRecord["baseline"]): string | null {
  const { extramedullaryPercent: share, extramedullaryDefinition: definition } = baseline;
  return share === null ? null : [percent(share), definition ?? []].flat().join(": ");
}

function patients(count: number | null): string | null {
  return count === null ? null : String(count);
}

/** `median 61.5 years, 27 to 78`. If one of the two is not known, the text says so. */
function spread(median: number | null, range: Range, unit: string): string | null {
  if (median === null && range === null) return null;
  const middle = median === null ? `median ${unknown}` : `median ${median}${unit}`;
  return `${middle}, ${range === null ? `range ${unknown}` : `range ${range[0]} to ${range[1]}`}`;
}

function between({ from, to }: NonNullable<CohortRecord["enrolment"]>): string | null {
  if (from === null && to === null) return null;
  const date = (given: string | null) => (given === null ? `a date ${unknown}` : dateWords(given));
  return `${date(from)} to ${date(to)}`;
}
