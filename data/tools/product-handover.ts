/**
 * The shape of the collected product facts. Every key is named, so that a fact which nobody has
 * taught the import stops it instead of being lost.
 */
import * as v from "valibot";

const text = v.string();
const texts = v.array(text);
const numbers = v.array(v.number());
const oneOrMore = <S extends v.GenericSchema>(schema: S) => v.union([schema, v.array(schema)]);

const basis = {
  source: v.nullable(v.number()),
  alsoSources: v.optional(numbers),
  confidence: v.optional(v.picklist(["high", "medium", "low"])),
  status: v.optional(v.picklist(["check", "superseded"])),
  asOf: v.optional(text),
  note: v.optional(text),
  region: v.optional(v.picklist(["EU", "US"])),
  scope: v.optional(text),
};

const factOf = <S extends v.GenericSchema>(value: S) =>
  v.strictObject({ value: v.nullable(value), ...basis });
const textFact = factOf(text);

const construct = v.strictObject({
  bindingDomain: v.optional(text),
  hinge_TM: v.optional(text),
  costimulation: v.optional(v.nullable(text)),
  signal: v.optional(text),
  vector: v.optional(v.nullable(text)),
  cellSource: v.optional(text),
  format: v.optional(text),
  cellLine: v.optional(text),
});

const indication = v.strictObject({
  population: v.optional(text),
  minPriorLines: v.number(),
  requiredClasses: texts,
  other: v.optional(text),
});

const approval = v.strictObject({
  region: text,
  date: v.optional(v.nullable(text)),
  datePrecision: v.optional(text),
  type: v.optional(text),
  indication: v.optional(v.union([text, indication])),
  status: v.optional(text),
  basis: v.optional(text),
  value: v.optional(text),
});

const cells = v.strictObject({
  target: v.optional(text),
  range: text,
  max: v.optional(text),
  schedule: text,
});

const step = v.strictObject({ day: v.number(), dose: text, window: v.optional(text) });
const steps = v.array(v.union([step, v.record(v.literal("then"), text)]));
const interval = v.strictObject({
  to: text,
  condition: text,
  from_week: v.optional(v.number()),
});

const premedication = v.strictObject({
  agents: v.optional(texts),
  timing: v.optional(text),
  avoid: v.optional(text),
  until: v.optional(text),
  dexamethasone: v.optional(text),
  antihistamine: v.optional(text),
  paracetamol: v.optional(text),
  diphenhydramine: v.optional(text),
  acetaminophen: v.optional(text),
});

const dosing = v.strictObject({
  us: v.optional(factOf(cells)),
  eu: v.optional(factOf(cells)),
  stepUp: v.optional(factOf(steps)),
  weekly: v.optional(factOf(steps)),
  biweekly: v.optional(factOf(steps)),
  maintenance: v.optional(textFact),
  intervalChange: v.optional(v.nullable(factOf(oneOrMore(interval)))),
  delayRules: v.optional(
    factOf(v.array(v.strictObject({ after: text, delay: text, action: text }))),
  ),
  premedication: v.optional(factOf(v.union([text, premedication]))),
  weight: v.optional(textFact),
  administration: v.optional(textFact),
  delayInfusionIf: v.optional(factOf(texts)),
  combination: v.optional(factOf(v.never())),
});

/** Where the label was not seen: the dose of a trial, or nothing. */
const dosingNotSeen = factOf(v.strictObject({ phase1: text }));

const watching = v.strictObject({
  total: v.optional(text),
  daily: v.optional(text),
  proximity: v.optional(text),
  driving: v.optional(text),
});

const monitoring = v.strictObject({
  current: v.optional(factOf(watching)),
  previous: v.optional(factOf(watching)),
  outpatient: v.optional(textFact),
  us: v.optional(textFact),
  eu: v.optional(textFact),
});

const lymphodepletion = v.strictObject({
  cyclophosphamide: text,
  fludarabine: text,
  infusion: text,
  repeat: v.optional(text),
  confirm: v.optional(text),
  renal: v.optional(text),
});

const manufacturing = v.union([
  v.strictObject({ veinToVeinWeeks: v.tuple([v.number(), v.number()]) }),
  v.strictObject({
    cohort: text,
    n: v.number(),
    outOfSpecOrFailure: v.number(),
    outOfSpec: v.number(),
    failure: v.number(),
    pct: v.tuple([v.number(), v.number(), v.number()]),
  }),
  v.strictObject({ cohort: text, leukapheresed: v.number(), infused: v.number(), pct: v.number() }),
]);

const precaution = v.objectWithRest({ topic: text }, text);

/** Results are numbers under any name, one or one per arm; everything else is words. */
const trial = v.objectWithRest(
  {
    name: v.optional(text),
    registry: v.optional(oneOrMore(text)),
    role: v.optional(text),
  },
  v.union([text, v.number(), numbers, v.record(text, v.union([v.number(), numbers]))]),
);

const code = v.strictObject({
  system: text,
  code: v.nullable(oneOrMore(text)),
  display: v.optional(oneOrMore(text)),
  unit: v.optional(text),
  descriptor: v.optional(text),
  level: v.optional(v.number()),
  note: v.optional(text),
});

const collectedProduct = v.strictObject({
  id: text,
  therapyClass: v.picklist(["CAR-T", "BsAb"]),
  approvedAnywhere: v.boolean(),
  genericName: textFact,
  brandNames: v.array(textFact),
  synonyms: v.array(textFact),
  developmentCodes: v.array(textFact),
  labeler: textFact,
  target: textFact,
  modality: textFact,
  construct: factOf(construct),
  approvals: v.array(factOf(approval)),
  labelChanges: v.array(factOf(v.strictObject({ date: text, change: text }))),
  boxedWarning: v.strictObject({
    items: v.array(textFact),
    removed: v.optional(v.array(textFact)),
    asOf: v.optional(text),
    note: v.optional(text),
  }),
  rems: v.nullable(
    factOf(
      v.strictObject({
        active: v.boolean(),
        eliminated: v.optional(text),
        name: v.optional(text),
      }),
    ),
  ),
  dosing: v.union([dosing, dosingNotSeen]),
  lymphodepletion: v.optional(factOf(lymphodepletion)),
  bridging: v.optional(textFact),
  manufacturing: v.optional(v.array(factOf(manufacturing))),
  monitoring: v.union([monitoring, factOf(v.never())]),
  contraindications: textFact,
  precautions: v.array(factOf(v.union([text, precaution]))),
  trials: v.array(factOf(trial)),
  sequencing: v.optional(v.array(textFact)),
  codes: v.array(factOf(code)),
  missing: texts,
  contradictions: texts,
  sources: v.array(
    v.strictObject({
      id: v.number(),
      url: text,
      title: text,
      date: v.nullable(text),
      dateNote: v.optional(text),
      kind: text,
    }),
  ),
});

export type CollectedProduct = v.InferOutput<typeof collectedProduct>;
export type CollectedApproval = CollectedProduct["approvals"][number];
export type CollectedDosing = v.InferOutput<typeof dosing>;
export type CollectedMonitoring = v.InferOutput<typeof monitoring>;

const anyFact = factOf(v.unknown());
/** A fact of any kind, before its value is looked at. */
export type CollectedFact<T> = Omit<v.InferOutput<typeof anyFact>, "value"> & { value: T | null };

export function parseCollectedProducts(json: string): CollectedProduct[] {
  return v.parse(v.array(collectedProduct), JSON.parse(json));
}
