/** Lists facts of a product by kind, each in words with its sources and its marks, and draws them. */
import type { products } from "#data/generated/products.ts";
import type { Product } from "#data/schema.ts";
import { formatDate } from "#presentation/words/dates-and-times.ts";
import { unreported } from "#presentation/words/names.ts";
import { shortenRegion } from "#presentation/words/properties.ts";
import { capitalise, joinBySemicolons } from "#presentation/words/sentences.ts";
import { SourceNumbers } from "../kit/sources.tsx";

export type ProductFacts = (typeof products)[string];
export interface ProductFact {
  readonly text: string;
  /** Lists indices in the product's list of sources, counted from 0. */
  readonly sources: readonly number[];
  /** Lists marks without which the fact would be misread: its region, that it is uncertain, and its scope. */
  readonly marks: readonly string[];
}

type FactBasis = Pick<
  ProductFacts["monitoring"][number],
  "sources" | "confidence" | "status" | "region" | "scope"
>;

/** Names the kinds of warnings beside the boxed ones, in the order of the page. */
export const warningKinds = {
  contraindications: "Contraindications",
  infection: "Infections and prophylaxis",
  precautions: "Other warnings and precautions",
} as const;

/** Names the kinds of facts that are listed kind by kind, in the order of the page. */
export const factKinds = {
  dose: "Dose",
  preparation: "Before the dose",
  delays: "Late doses",
  manufacturing: "Manufacturing",
  sequencing: "Before or after similar therapy",
  elsewhere: "Labels elsewhere",
  changes: "Changes of labels",
} as const;

/**
 * Returns the facts of a product. Superseded facts are kept in the data so that old pages are recognised, and never
 * shown.
 */
export function makeProductFactsView(product: ProductFacts) {
  const { dosing, logistics, precautions } = product;
  return {
    // Only the FDA writes boxed warnings and requires safety programmes (REMS), so neither is marked with its region.
    boxed: listFactsInWords(
      product.boxedWarnings
        .filter(({ programme }) => !programme)
        .map((warning) => ({ ...warning, region: null })),
      describeBoxedWarning,
    ),
    rems: listFactIfValueGiven(
      product.rems && { ...product.rems, region: null },
      ({ active, name, eliminated }) => {
        if (active) return name === null ? "in force" : ["in force", name];
        return eliminated === null ? "ended" : `ended ${formatDate(eliminated)}`;
      },
    ),
    course: listFactIfValueGiven(logistics.course, (course) =>
      course === "once" ? "once" : "continuously",
    ),
    inpatient: [
      ...listFactsWithValueInWords(
        product.monitoring.filter(({ value }) => value.hospital.length > 0),
        ({ hospital }) => [
          hospital.map(({ after, hours }) => `${hours} h after ${doseNames[after]}`).join(", "),
          "by the label",
        ],
      ),
      ...listFactsWithValueInWords(logistics.stays, ({ whose, n, medianDays, rangeDays }) => [
        `median ${medianDays} days${rangeDays ? ` (${formatNumberRange(rangeDays)})` : ""}`,
        n === null ? whose : `${whose}; ${n} patients`,
      ]),
    ],
    stepUp: listFactsWithValueInWords(dosing.stepUp, describeStepUpDoses),
    dose: [
      ...listFactsWithValueInWords(dosing.cells, ({ text }) => text),
      ...listFactsWithValueInWords(dosing.maintenance, ({ schedule, text }) =>
        putScheduleBeforeText(schedule, text),
      ),
      ...listFactsWithValueInWords(
        dosing.intervalChange,
        ({ amount, unit, everyWeeks, fromWeek, condition }) => {
          const from = fromWeek === null ? "" : ` from week ${fromWeek}`;
          return `${amount} ${unit} every ${everyWeeks} weeks${from}: ${condition}`;
        },
      ),
      ...listFactsWithValueInWords(dosing.until, (text) => text),
      ...listFactsWithValueInWords(dosing.trialDoses, (text) => `in a trial: ${text}`),
    ],
    preparation: [
      ...listFactIfValueGiven(dosing.lymphodepletion, describeLymphodepletion),
      ...listFactIfValueGiven(dosing.premedication, describePremedication),
      ...listFactsWithValueInWords(dosing.bridging, describeBridging),
      ...listFactsWithValueInWords(dosing.administration, formatFactWithTopic),
    ],
    delays: listFactsWithValueInWords(
      dosing.delayRules,
      ({ after, delay, action }) => `after ${after}, ${delay}: ${action}`,
    ),
    manufacturing: listFactsWithValueInWords(
      product.manufacturing,
      ({ what, events, n, percentPrinted, cohort }) =>
        `${what}: ${events} of ${n} (${percentPrinted} %), ${cohort}`,
    ),
    monitoring: listFactsWithValueInWords(product.monitoring, ({ text, noDriving }) =>
      rewordLabelScope(joinBySemicolons([text, noDriving && `no driving ${noDriving}`])),
    ),
    infection: listFactsWithValueInWords(
      precautions.filter(({ value }) => value.infection),
      formatFactWithTopic,
    ),
    precautions: listFactsWithValueInWords(
      precautions.filter(({ value }) => !value.infection),
      formatFactWithTopic,
    ),
    contraindications: listFactsWithValueInWords(product.contraindications, (text) => text),
    sequencing: listFactsWithValueInWords(product.sequencing, (text) => text),
    elsewhere: listFactsWithValueInWords(product.approvalsElsewhere, (text) => text),
    changes: listFactsWithValueInWords(
      product.labelChanges,
      ({ date, change }) => `${formatDate(date)}: ${change}`,
    ),
  };
}

/** Holds a fact in words, followed by the marks without which it would be misread. */
type FactText = string | readonly [text: string, ...marks: string[]];

function listFactsWithValueInWords<T>(
  facts: readonly (FactBasis & { value: T })[],
  say: (value: T) => FactText,
): ProductFact[] {
  return listFactsInWords(facts, ({ value }) => say(value));
}

function listFactIfValueGiven<T>(
  fact: (FactBasis & { value: T }) | null,
  say: (value: T) => FactText,
): ProductFact[] {
  return listFactsInWords(fact === null ? [] : [fact], ({ value }) => say(value));
}

/**
 * Returns the facts that are not superseded in words, each with its sources, and with its region, scope and doubt as
 * marks.
 */
function listFactsInWords<F extends FactBasis>(
  facts: readonly F[],
  say: (fact: F) => FactText,
): ProductFact[] {
  return facts
    .filter(({ status }) => status !== "superseded")
    .map((fact) => {
      const [text = "", ...about] = [say(fact)].flat();
      const scope = fact.scope && rewordLabelScope(fact.scope);
      const region = fact.region && shortenRegion(fact.region);
      // A mark that names the partners, as in "with daratumumab", replaces a scope that contains the same words.
      const isNamed = about.some((mark) => mark.startsWith("with ") && scope?.includes(mark));
      const marks = [
        ...about,
        ...(region === null || text.startsWith(`${region}:`) ? [] : [region]),
        ...(fact.status === "check" ? ["seen in part or expected to change"] : []),
        ...(scope === null || text.startsWith(scope) || isNamed ? [] : [scope]),
        ...(fact.confidence === "low" ? [lowConfidence] : []),
      ];
      return { text, sources: fact.sources, marks: [...new Set(marks)] };
    });
}

export const lowConfidence = "uncertain: a source of low rank, or computed";

type ValueOf<F> = NonNullable<F> extends { value: infer V } ? V : never;
type Dosing = Product["dosing"];

function formatNumberRange([least, most]: readonly [number, number]): string {
  return least === most ? `${least}` : `${least} to ${most}`;
}

const doseNames = {
  every: "each dose to the first full one",
  first: "step-up dose 1",
  second: "step-up dose 2",
  full: "the first full dose",
} as const;

/** Returns text such as "bridging: talquetamab; 71 % of 134 responded", "20 centres". */
function describeBridging({
  trial,
  text,
  responded,
}: ValueOf<Dosing["bridging"][number]>): FactText {
  const share = responded && (responded.events ?? `${responded.percentPrinted} %`);
  const said = joinBySemicolons([text, responded && `${share} of ${responded.n} responded to it`]);
  return [`bridging: ${said}`, ...(trial === null ? [] : [trial])];
}

/** Returns a boxed warning with its detail, as in "CRS", "fatal or life-threatening". */
function describeBoxedWarning({
  value,
  detail,
  since,
}: Product["boxedWarnings"][number]): FactText {
  return [
    value,
    ...(detail === undefined ? [] : [detail]),
    ...(since === undefined ? [] : [`since ${formatDate(since)}`]),
  ];
}

/**
 * Rewords the scope of a label: a screen says "given alone" for monotherapy, and a change of a whole class is a change
 * of its labels.
 */
function rewordLabelScope(scope: string): string {
  return scope
    .replace("monotherapy and", "given alone and in")
    .replace("monotherapy", "given alone")
    .replaceAll("(class change)", "(labels of all CAR-T changed)");
}

function formatFactWithTopic({ topic, text }: { topic: string | null; text: string }): string {
  return topic === null ? text : `${topic}: ${text}`;
}

function putScheduleBeforeText(schedule: string | null, text: string): string {
  return formatFactWithTopic({ topic: schedule && rewordLabelScope(schedule), text });
}

function describeStepUpDoses({ schedule, steps }: ValueOf<Dosing["stepUp"][number]>): string {
  const doses = steps
    .map(({ day, amount, unit, route, firstTreatmentDose }) => {
      const dose = `day ${day} ${amount} ${unit}`;
      const withRoute = route === null ? dose : `${dose} ${route}`;
      return firstTreatmentDose ? `${withRoute} (first full dose)` : withRoute;
    })
    .join(", ");
  return putScheduleBeforeText(schedule, doses);
}

function describeLymphodepletion({
  agents,
  infusionAfterDays,
  remarks,
}: ValueOf<Dosing["lymphodepletion"]>): string {
  const doses = agents.map(
    ({ agent, amount, days }) => `${agent} ${amount} mg/m² IV for ${days} days`,
  );
  const infusion = `infusion ${formatNumberRange(infusionAfterDays)} days after its end`;
  return joinBySemicolons([`lymphodepletion: ${doses.join(", ")}`, infusion, ...remarks]);
}

function describePremedication({
  agents,
  timing,
  avoid,
  until,
}: ValueOf<Dosing["premedication"]>): string {
  const doses = agents.map(({ agent, dose }) => (dose === null ? agent : `${agent} ${dose}`));
  const drugs = doses.length === 0 ? "drugs not reported" : doses.join(", ");
  const limits = [
    timing,
    until === null ? null : `until ${until}`,
    avoid === null ? null : `avoid ${avoid}`,
  ];
  return joinBySemicolons([`premedication: ${drugs}`, ...limits]);
}

interface CitationsProps {
  /** Lists indices in the list of sources of a product, counted from 0. */
  sources: readonly number[];
  /** The list stands on the page with this address; absent if it stands on this page. */
  page?: string | undefined;
}

export function Citations({ sources, page }: CitationsProps) {
  return <SourceNumbers numbers={sources.map((place) => place + 1)} page={page} />;
}

interface FactTextProps extends Pick<CitationsProps, "page"> {
  fact: ProductFact;
}

/** Draws a fact with its sources, and its marks below. */
function FactText({ fact: { text, marks, sources }, page }: FactTextProps) {
  return (
    <>
      {text}
      <Citations sources={sources} page={page} />
      {marks.length > 0 && <small>{marks.join(" · ")}</small>}
    </>
  );
}

export function Unreported() {
  return <p class="unknown">{capitalise(unreported)}.</p>;
}

interface FactLinesProps extends Pick<CitationsProps, "page"> {
  facts: readonly ProductFact[];
}

export function FactLines({ facts, page }: FactLinesProps) {
  if (facts.length === 0) return <Unreported />;
  return (
    <ul class="facts">
      {facts.map((fact) => (
        <li key={[fact.text, ...fact.marks].join()}>
          <FactText fact={fact} page={page} />
        </li>
      ))}
    </ul>
  );
}
