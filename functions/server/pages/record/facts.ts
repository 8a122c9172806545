/** Lists facts about the patients, their treatment and the kind of study: name and value, `null` if not reported. */

import { formatDate } from "#presentation/words/dates-and-times.ts";
import { figureTexts } from "#presentation/words/figures-in-print.ts";
import { unreported } from "#presentation/words/names.ts";
import { describeRequiredLines } from "#presentation/words/numbers.ts";
import { namePropertyValue } from "#presentation/words/properties.ts";
import { joinByCommas, joinWithConjunction } from "#presentation/words/sentences.ts";
import type { CohortRecord } from "../../answers/compute/whole-dataset.ts";
import { type Fact, spellOutProductName } from "../kit/kit.tsx";

const designs: Readonly<Record<CohortRecord["design"], string>> = {
  "single-arm": "one arm, nobody randomised",
  "dose-escalation": "dose escalation",
  "randomised-arm": "one arm of a randomised trial",
  retrospective: "looked back at records",
};

const settings: Readonly<Record<CohortRecord["setting"], string>> = {
  late: "late: 3 or more, or triple-class exposed",
  early: "early: 1 to 4",
  mixed: "patients of the late and of the early setting",
};

/** Lists what tells at once whether a trial resembles a patient; each fact is `null` if no source reports it. */
export function listLeadingRecordFacts(record: CohortRecord): Fact[] {
  const { baseline, evidence, phase, design, dose, followUpMonths, region } = record;
  const lines = formatMedianAndRange(baseline.medianPriorLines, baseline.priorLinesRange);
  return [
    [
      "Design",
      joinByCommas([
        evidence === "trial" ? "clinical trial" : "real-world study",
        evidence === "trial" && `phase ${phase ?? unreported}`,
        designs[design],
      ]),
    ],
    ["Patients", describePatientFlow(record)],
    ["Treatment", `${describeRegimen(record)}; ${dose ?? `dose ${unreported}`}`],
    ["Prior lines", `${lines ?? `median ${unreported}`}; ${settings[record.setting]}`],
    ["Age, years", formatMedianAndRange(baseline.medianAge, baseline.ageRange)],
    ["Earlier BCMA-directed therapy", describeEarlierBcma(record)],
    ["Where", region && namePropertyValue("region", region)],
    ["Median follow-up", followUpMonths && `${followUpMonths} months`],
  ];
}

/** Counts the patients at each step, as in "254 randomised, 249 apheresed, 225 infused". */
function describePatientFlow({ baseline, design, therapyClass, figures }: CohortRecord): string {
  const { n, leukapheresed } = baseline;
  const isRandomised = design === "randomised-arm";
  const isCarT = therapyClass === "car-t";
  const infusions = figures.filter(({ outcome }) => outcome === "infused");
  const infusion = infusions.find(({ cut }) => cut === "primary") ?? infusions[0];
  const infused = isRandomised ? (infusion?.events ?? null) : n;
  const count = (patients: number | null, what: string) =>
    patients === null ? `${what} ${unreported}` : `${patients} ${what}`;
  return joinByCommas([
    isRandomised && count(n, "randomised"),
    (isCarT || leukapheresed !== null) && count(leukapheresed, "apheresed"),
    (isCarT || !isRandomised) && count(infused, isCarT ? "infused" : "treated"),
  ]);
}

function describeRegimen({ regimen, regimenPartners }: CohortRecord): string {
  if (regimen === "monotherapy") return "given alone";
  if (regimenPartners === null) return "in combination";
  return `with ${joinWithConjunction(regimenPartners.map(spellOutProductName))}`;
}

const earlierBcma: Readonly<Record<CohortRecord["priorBcma"], string | null>> = {
  required: "patients were recruited after it",
  some: "some patients had it",
  none: "no patient had it",
  unknown: null,
};

function describeEarlierBcma({ priorBcma, baseline }: CohortRecord): string | null {
  const share = formatPercent(baseline.priorBcmaPercent);
  return [earlierBcma[priorBcma], share].filter((text) => text !== null).join(": ") || null;
}

const doses: Readonly<Record<CohortRecord["doses"], string>> = {
  recommended: "the dose that was taken forward",
  escalation: "several doses",
  other: "a dose that was not taken forward",
};

export function listFurtherRecordFacts(record: CohortRecord): Fact[] {
  const { baseline, construct, enrolment, admittedLines } = record;
  const { extramedullaryPercent, extramedullaryDefinition } = baseline;
  // Sources count different things as extramedullary disease.
  const extramedullary = [formatPercent(extramedullaryPercent), extramedullaryDefinition];
  const nameOf = (
    name: Parameters<typeof namePropertyValue>[0],
    value: string | null | undefined,
  ) => (value ? namePropertyValue(name, value) : null);
  return [
    ["High-risk cytogenetics", formatPercent(baseline.highRiskCytogeneticsPercent)],
    ["ISS stage III", formatPercent(baseline.issIIIPercent)],
    ["R-ISS stage III", formatPercent(baseline.rissIIIPercent)],
    ["Refractory to the last line", formatPercent(baseline.refractoryPercent)],
    ["Triple-class refractory", formatPercent(baseline.tripleClassRefractoryPercent)],
    ["Penta-refractory", formatPercent(baseline.pentaRefractoryPercent)],
    ["Earlier autologous transplant", formatPercent(baseline.priorAutoSctPercent)],
    [
      "Extramedullary disease",
      extramedullaryPercent === null ? null : extramedullary.filter(Boolean).join(": "),
    ],
    ["Who could take part", record.eligibility],
    ["Prior lines admitted", admittedLines && describeRequiredLines(admittedLines)],
    [
      "Target",
      joinWithConjunction(record.targets.map((target) => namePropertyValue("target", target))),
    ],
    ["Doses", doses[record.doses]],
    ...(record.therapyClass === "car-t" || construct !== null
      ? ([
          ["Cells", construct?.source ?? null],
          ["Binding domain", nameOf("binding-domain", construct?.bindingDomain)],
          ["Costimulation", nameOf("costimulation", construct?.costimulation)],
          ["Vector", nameOf("vector", construct?.vector)],
          ["Expansion of the cells", nameOf("expansion", construct?.expansion)],
          ["Lymphodepletion", nameOf("lymphodepletion", construct?.lymphodepletion)],
          ["Construct, as reported", construct?.detail ?? null],
        ] as const)
      : []),
    ["Where, as reported", record.regionDetail],
    ["Recruited", enrolment && describeEnrolmentPeriod(enrolment)],
  ];
}

function formatPercent(percent: number | null): string | null {
  return percent === null ? null : figureTexts.percent(percent);
}

/** Returns text such as `median 61.5, range 27 to 78`; `null` if neither is known. */
function formatMedianAndRange(
  median: number | null,
  range: readonly [number, number] | null,
): string | null {
  if (median === null && range === null) return null;
  return `median ${median ?? unreported}, range ${range?.join(" to ") ?? unreported}`;
}

function describeEnrolmentPeriod({
  from,
  to,
}: NonNullable<CohortRecord["enrolment"]>): string | null {
  if (from === null) return to && `until ${formatDate(to)}, start ${unreported}`;
  return to === null
    ? `from ${formatDate(from)}, end ${unreported}`
    : `${formatDate(from)} to ${formatDate(to)}`;
}
