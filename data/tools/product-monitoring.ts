/** Reads how long patients are watched, and what that means for the days they spend. */
import type { Product } from "../schema.ts";
import { basisOf, type Fact, factOf, factsOf, groupsOf } from "./product-fact.ts";
import type { CollectedMonitoring, CollectedProduct } from "./product-handover.ts";

type Monitoring = Product["monitoring"][number];
type Value = Monitoring["value"];
type StepUp = Product["dosing"]["stepUp"];

const nothing = {
  dailyDays: null,
  totalDays: null,
  nearCentreDays: null,
  noDrivingDays: null,
  hospital: [],
  observationHours: null,
} satisfies Omit<Value, "text">;

/** The spans of CAR-T labels are those of the FDA; those of bispecifics name their region. */
export function monitoringOf({ monitoring }: CollectedProduct): Monitoring[] {
  const seen: CollectedMonitoring = "value" in monitoring ? {} : monitoring;
  return [
    ...factsOf(seen.current, (spans) => [spansOf(spans)], "us"),
    ...factsOf(seen.previous, (spans) => [spansOf(spans)], "us"),
    ...factsOf(seen.outpatient, (text) => [{ ...nothing, text }]),
    ...factsOf(seen.us, (text) => [wordsOf(text)], "us"),
    ...factsOf(seen.eu, (text) => [wordsOf(text)], "eu"),
  ];
}

type Spans = NonNullable<NonNullable<CollectedMonitoring["current"]>["value"]>;

function spansOf({ total, daily, proximity, driving }: Spans): Value {
  const named = { daily, "in total": total, "near the centre": proximity, driving };
  return {
    ...nothing,
    dailyDays: daysOf(daily),
    totalDays: daysOf(total),
    nearCentreDays: daysOf(proximity),
    noDrivingDays: daysOf(driving),
    text: Object.entries(named)
      .flatMap(([what, words]) => (words === undefined ? [] : [`${what}: ${words}`]))
      .join("; "),
  };
}

function daysOf(words: string | undefined): number | null {
  if (words === undefined) return null;
  const [number, unit] = groupsOf(/(\d+) (week|day)/, words);
  return Number(number) * (unit === "week" ? 7 : 1);
}

function wordsOf(text: string): Value {
  if (!text.startsWith("hospitalise")) return { ...nothing, observationHours: hoursOf(text), text };
  const hospital = [...text.matchAll(/(\d+) h after (every|first|second)/g)].map(
    ([, hours, dose]) => ({ after: doseNamed(dose), hours: Number(hours) }),
  );
  if (hospital.length === 0) throw new Error(`no hours in "${text}"`);
  return { ...nothing, hospital, text };
}

function doseNamed(dose: string | undefined): Value["hospital"][number]["after"] {
  return dose === "first" || dose === "second" ? dose : "every";
}

function hoursOf(text: string): number {
  const [number, unit] = groupsOf(/(\d+) (h|days) after/, text);
  return Number(number) * (unit === "days" ? 24 : 1);
}

export function logisticsOf(
  { modality, manufacturing = [] }: CollectedProduct,
  monitoring: readonly Monitoring[],
  stepUp: StepUp,
): Product["logistics"] {
  const [weeks = null] = manufacturing.flatMap((fact) => {
    const { value } = fact;
    return value !== null && "veinToVeinWeeks" in value
      ? [{ value: value.veinToVeinWeeks, ...basisOf(fact) }]
      : [];
  });
  return {
    course: courseOf(modality),
    veinToVeinWeeks: weeks,
    visits: null,
    inpatientDays: inpatientDaysOf(monitoring, stepUp),
  };
}

/** Said only where the source says it: "single infusion" or "until progression". */
function courseOf(modality: CollectedProduct["modality"]): Fact<"once" | "continuous"> | null {
  const words = modality.value ?? "";
  if (/single IV infusion/.test(words)) return factOf(modality, () => "once");
  return /until progression/.test(words) ? factOf(modality, () => "continuous") : null;
}

/** Arithmetic on two facts of the label, so of low confidence by the convention of the evidence. */
function inpatientDaysOf(
  monitoring: readonly Monitoring[],
  stepUp: StepUp,
): Fact<[number, number]> | null {
  const stay = monitoring.find(({ value }) => value.hospital.length > 0);
  if (!stay || stepUp.length === 0) return null;
  const days = stepUp.map(({ value: { steps } }) => {
    const hours = stay.value.hospital.map(({ after, hours: each }) =>
      after === "every" ? each * steps.length : each,
    );
    return hours.reduce((sum, each) => sum + each, 0) / 24;
  });
  return {
    value: [Math.min(...days), Math.max(...days)],
    sources: [...new Set([...stay.sources, ...stepUp.flatMap(({ sources }) => sources)])],
    confidence: "low",
    status: stay.status,
    asOf: stay.asOf,
    note: "computed: the hours after each dose, times the doses of the schedule",
    region: stay.region,
    scope: null,
  };
}
