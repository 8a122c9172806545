/** Reads doses, days and intervals out of the words of a label. */
import type { Product } from "../schema.ts";
import { asIs, type Fact, factOf, factsOf, groupsOf } from "./product-fact.ts";
import type { CollectedDosing, CollectedProduct } from "./product-handover.ts";

type Dosing = Product["dosing"];
type Value<K extends keyof Dosing> =
  NonNullable<Dosing[K] extends readonly (infer F)[] ? F : Dosing[K]> extends { value: infer V }
    ? V
    : never;
type Given<K extends keyof CollectedDosing> = NonNullable<NonNullable<CollectedDosing[K]>["value"]>;

const drug = String.raw`([\d.]+) (mg(?:\/kg)?)(?: (SC|IV))?`;
const every = String.raw`(weekly|every (\d+) weeks)`;

export function dosingOf(collected: CollectedProduct): Dosing {
  const seen: CollectedDosing = "value" in collected.dosing ? {} : collected.dosing;
  const trialDose = "value" in collected.dosing ? collected.dosing : null;
  return {
    cells: [factOf(seen.us, cellsOf, "us"), factOf(seen.eu, cellsOf, "eu")].filter(isFact),
    stepUp: schedules(seen).flatMap(([schedule, fact]) =>
      factsOf(fact, (steps) => [stepUpOf(schedule, steps)]),
    ),
    maintenance: [
      ...factsOf(seen.maintenance, (words) => [maintenanceOf(null, words)]),
      ...schedules(seen).flatMap(([schedule, fact]) =>
        factsOf(fact, (steps) => afterwards(steps).map((then) => maintenanceOf(schedule, then))),
      ),
    ],
    intervalChange: factsOf(seen.intervalChange, (change) => [change].flat().map(intervalOf)),
    delayRules: factsOf(seen.delayRules, (rules) => rules.map(delayRuleOf)),
    premedication: factOf(seen.premedication, premedicationOf),
    lymphodepletion: factOf(collected.lymphodepletion, lymphodepletionOf),
    bridging: factOf(collected.bridging, asIs),
    administration: [
      ...factsOf(seen.administration, (text) => [{ topic: "administration", text }]),
      ...factsOf(seen.weight, (text) => [{ topic: "weight", text }]),
      ...factsOf(seen.delayInfusionIf, (reasons) =>
        reasons.map((text) => ({ topic: "delay the infusion for", text })),
      ),
    ],
    trialDoses: factsOf(trialDose, ({ phase1 }) => [phase1]),
  };
}

function isFact<T>(fact: Fact<T> | null): fact is Fact<T> {
  return fact !== null;
}

/** A label with one schedule leaves it nameless. */
function schedules(seen: CollectedDosing) {
  return [
    [null, seen.stepUp],
    ["weekly", seen.weekly],
    ["every 2 weeks", seen.biweekly],
  ] as const;
}

function afterwards(steps: Given<"stepUp">): string[] {
  return steps.flatMap((step) => ("day" in step || step.then === undefined ? [] : [step.then]));
}

function cellsOf({ target, range, max, schedule }: Given<"us">): Value<"cells"> {
  const [low, high, exponent, kind = ""] = groupsOf(
    /^([\d.]+)-([\d.]+) x10\^(\d+) (CAR-positive .+)$/,
    range,
  );
  return {
    perKg: kind.endsWith("/kg"),
    targetMillion: target === undefined ? null : millions(/^([\d.]+) x10\^(\d+)$/, target),
    rangeMillion: [inMillions(low, exponent), inMillions(high, exponent)],
    maxMillion:
      max === undefined ? null : millions(/^([\d.]+) x10\^(\d+) cells per infusion$/, max),
    text: [target && `target ${target}`, range, max && `at most ${max}`, schedule]
      .filter((part) => part !== undefined)
      .join("; "),
  };
}

function millions(pattern: RegExp, words: string): number {
  const [factor, exponent] = groupsOf(pattern, words);
  return inMillions(factor, exponent);
}

function inMillions(factor: string | undefined, exponent: string | undefined): number {
  return Number(factor) * 10 ** (Number(exponent) - 6);
}

function stepUpOf(schedule: string | null, steps: Given<"stepUp">): Value<"stepUp"> {
  return {
    schedule,
    steps: steps.flatMap((step) => {
      if (!("day" in step)) return [];
      const [amount, unit, route, hours, first] = groupsOf(
        new RegExp(`^${drug}(?: over (\\d+) h)?( \\(first treatment dose\\))?$`),
        step.dose,
      );
      return [
        {
          day: step.day,
          ...drugOf(amount, unit, route),
          infusionHours: hours === undefined ? null : Number(hours),
          firstTreatmentDose: first !== undefined,
          window: step.window ?? null,
        },
      ];
    }),
  };
}

/** One phase per "then"; a phase that names no dose keeps the one before. */
function maintenanceOf(schedule: string | null, text: string): Value<"maintenance"> {
  const phases: Value<"maintenance">["phases"] = [];
  for (const words of text.split(", then ")) {
    const [amount, unit, route, interval, weeks, rest = ""] = groupsOf(
      new RegExp(`^(?:${drug} )?${every}(.*)$`),
      words,
    );
    const [from, to] = weeksOf(rest);
    phases.push({
      ...(amount === undefined ? kept(phases.at(-1), text) : drugOf(amount, unit, route)),
      everyWeeks: interval === "weekly" ? 1 : Number(weeks),
      fromWeek: from,
      toWeek: to,
    });
  }
  return { schedule, phases, text };
}

type Amount = Pick<Value<"intervalChange">, "amount" | "unit" | "route">;

function kept(before: Amount | undefined, words: string): Amount {
  if (!before) throw new Error(`no dose in "${words}"`);
  return { amount: before.amount, unit: before.unit, route: before.route };
}

function drugOf(
  amount: string | undefined,
  unit: string | undefined,
  route: string | undefined,
): Amount {
  return {
    amount: Number(amount),
    unit: unit === "mg/kg" ? "mg/kg" : "mg",
    route: route === "SC" || route === "IV" ? route : null,
  };
}

function weeksOf(words: string): [number | null, number | null] {
  const both = words.match(/\(weeks (\d+)-(\d+)\)/);
  const from = both?.[1] ?? words.match(/from week (\d+)/)?.[1];
  const to = both?.[2] ?? words.match(/through week (\d+)/)?.[1];
  return [from === undefined ? null : Number(from), to === undefined ? null : Number(to)];
}

interface CollectedInterval {
  to: string;
  condition: string;
  from_week?: number | undefined;
}

function intervalOf({ to, condition, from_week }: CollectedInterval): Value<"intervalChange"> {
  const [amount, unit, route, , weeks] = groupsOf(new RegExp(`^${drug} ${every}$`), to);
  return {
    ...drugOf(amount, unit, route),
    everyWeeks: weeks === undefined ? 1 : Number(weeks),
    fromWeek: from_week ?? null,
    condition,
  };
}

/** The rules of one label meet without a gap ("8-28 d", then ">28 d"): it counts whole days. */
function delayRuleOf({ after, delay, action }: Given<"delayRules">[number]): Value<"delayRules"> {
  const [above, from, to] = groupsOf(/^(?:>(\d+)|(\d+)-(\d+)) d$/, delay);
  const daysSince: [number, number | null] =
    above === undefined ? [Number(from), Number(to)] : [Number(above) + 1, null];
  return { after, delay, daysSince, action };
}

function premedicationOf(given: Given<"premedication">): Value<"premedication"> {
  if (typeof given === "string") return { agents: [], timing: given, avoid: null, until: null };
  const { agents = [], timing = null, avoid = null, until = null, ...doses } = given;
  return {
    agents: [
      ...agents.map((agent) => ({ agent, dose: null })),
      ...Object.entries(doses).map(([agent, dose]) => ({ agent, dose: dose ?? null })),
    ],
    timing,
    avoid,
    until,
  };
}

function lymphodepletionOf({
  cyclophosphamide,
  fludarabine,
  infusion,
  repeat,
  confirm,
  renal,
}: NonNullable<
  NonNullable<CollectedProduct["lymphodepletion"]>["value"]
>): Value<"lymphodepletion"> {
  const [from, to = from] = groupsOf(/^(\d+)(?:-(\d+))? days after completion$/, infusion);
  const remarks = { repeat, confirm, "renal function": renal };
  return {
    agents: Object.entries({ cyclophosphamide, fludarabine }).map(([agent, words]) => {
      const [amount, days] = groupsOf(/^(\d+) mg\/m2 IV daily x(\d+)$/, words);
      return { agent, amount: Number(amount), unit: "mg/m2", route: "IV", days: Number(days) };
    }),
    infusionAfterDays: [Number(from), Number(to)],
    remarks: Object.entries(remarks).flatMap(([what, words]) =>
      words === undefined ? [] : [`${what}: ${words}`],
    ),
  };
}
