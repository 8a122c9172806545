/** Which card a call gets, or none; nothing of what is read gets into a card. */
import { dataset } from "#core/dataset.ts";
import { holding } from "#core/question/holding.ts";
import { anyone, type BcmaKind, bcmaKindsOf } from "#core/question/patient.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { asked } from "#core/question/read-question.ts";
import {
  bundleOf,
  fieldsOf,
  listOf,
  nextPage,
  ofPatient,
  type Resource,
  textOf,
} from "#core/record/fhir.ts";
import { myelomaIn } from "#core/record/myeloma.ts";
import { type EarlierTherapy, productsIn, type RecordedProduct } from "#core/record/products.ts";
import type { HookRequest } from "./hook-request.ts";
import type { CardText, MadeCards } from "./made-cards.ts";
import { Refusal } from "./operation-outcome.ts";
import type { Hook } from "./services.ts";

export interface Chosen {
  text: CardText;
  /** What the reader must know of why it is shown; empty if nothing. */
  lead: string;
  /** What the order means for later CAR-T, in Markdown; empty if nothing. */
  later: string;
}

/** @throws Refusal if the client says that it could not get the data that the card depends on. */
export function chosenCards(
  hook: Hook,
  { context, prefetch }: HookRequest,
  made: MadeCards,
): readonly Chosen[] {
  const { patient, conditions, ...searches } = prefetch ?? {};
  if (hasDied(patient, context.patientId)) return [];
  const onChart = ofPatient(conditions, context.patientId);
  const orders = ofPatient(context.draftOrders, context.patientId);
  const myeloma = myelomaOnChart(conditions, onChart);
  const found = [searches.orders, searches.administrations].map((search) => ({
    ...ofPatient(search, context.patientId),
    hasMore: nextPage(search) !== undefined,
  }));
  const mixed = [onChart, orders, ...found].some(({ isMixed }) => isMixed) ? ofAnother : "";
  const lead = [leads[myeloma], mixed].filter(Boolean).join(" ");
  if (hook === "patient-view") {
    if (myeloma === "unreadable") {
      throw new Refusal(412, {
        code: "incomplete",
        text: "The conditions of the patient could not be had: prefetch.conditions is an OperationOutcome.",
        field: "prefetch.conditions",
      });
    }
    return myeloma === "yes" ? comparisonCard([], therapiesIn(found), made, lead) : [];
  }
  const therapies = therapiesIn(found);
  const underWay = new Set(therapies.given.flatMap(({ product }) => product ?? []));
  // The next dose of what the patient is given already is no choice between the classes.
  const drafted = draftedIn(orders.own, context.selections).filter(
    ({ kind, product }) =>
      isOfMyeloma[kind](myeloma) && (product === null || !underWay.has(product)),
  );
  return drafted.length === 0 ? [] : comparisonCard(drafted, therapies, made, lead);
}

/** `partly`: none among those that were sent, and there are more. */
type OnChart = "yes" | "no" | "unknown" | "partly" | "unreadable";

/**
 * Products of ours are given for myeloma. CAR-T cells without a name may be for something else, where
 * other conditions were sent; fludarabine is, where myeloma was not.
 */
const isOfMyeloma: Readonly<Record<RecordedProduct["kind"], (myeloma: OnChart) => boolean>> = {
  product: () => true,
  class: (myeloma) => myeloma !== "no",
  lymphodepletion: (myeloma) => myeloma === "yes",
};

const numbers = "The numbers are of relapsed multiple myeloma.";

const leads: Readonly<Record<OnChart, string>> = {
  yes: "",
  no: `No multiple myeloma was found among the conditions that were sent. ${numbers}`,
  unknown: `The conditions of the patient were not sent. ${numbers}`,
  partly: `Not all conditions of the patient were sent, and no multiple myeloma is among those that were. ${numbers}`,
  unreadable: `The conditions of the patient could not be had. ${numbers}`,
};

const ofAnother = "What was sent of another patient was left out.";

function myelomaOnChart(sent: unknown, { own, isMixed }: ReturnType<typeof ofPatient>): OnChart {
  if (sent === undefined || sent === null) return "unknown";
  if (myelomaIn(bundleOf(own)).length > 0) return "yes";
  if (own.some(saysFailure)) return "unreadable";
  if (nextPage(sent)) return "partly";
  return isMixed && own.length === 0 ? "unknown" : "no";
}

/** A search may hold warnings beside what was found, or beside nothing; they are no failure. */
function saysFailure({ type, fields }: Resource): boolean {
  if (type !== "OperationOutcome") return false;
  const issues = listOf(fields.issue).map((issue) => textOf(fieldsOf(issue).severity));
  return issues.length === 0 || issues.some((one) => one === "error" || one === "fatal");
}

function hasDied(patient: object | null | undefined, id: string): boolean {
  if (patient === null || patient === undefined) return false;
  if ((textOf(fieldsOf(patient).id) ?? id) !== id) return false;
  const died = "deceasedBoolean" in patient && patient.deceasedBoolean === true;
  return died || ("deceasedDateTime" in patient && typeof patient.deceasedDateTime === "string");
}

/** Of orders that are being selected only those; the others are there to be known about. */
function draftedIn(
  orders: readonly Resource[],
  selections: readonly string[] | undefined,
): readonly RecordedProduct[] {
  const products = productsIn(bundleOf(orders), "drafted");
  if (selections === undefined) return products;
  const selected = new Set<string | null>(selections);
  return products.filter(({ reference }) => reference !== null && selected.has(reference));
}

type Search = Pick<ReturnType<typeof ofPatient>, "own"> & {
  /** Whether the record holds more than it sent. */
  readonly hasMore: boolean;
};

interface Therapies {
  readonly searches: readonly Search[];
  /** Also orders of which it is not said that they were given. */
  readonly recorded: readonly EarlierTherapy[];
  readonly given: readonly EarlierTherapy[];
}

/** Reads each entry once: a record may hold thousands. */
function therapiesIn(searches: readonly Search[]): Therapies {
  const recorded = searches.flatMap(({ own }) => productsIn(bundleOf(own), "given"));
  return { searches, recorded, given: recorded.filter(({ isGiven }) => isGiven) };
}

/**
 * The question that holds the patient, as the widget and the launch find it. Among those for patients
 * without therapy against BCMA, the one that holds cohorts of every product that was drafted, as far as any does.
 */
function comparisonCard(
  drafted: readonly RecordedProduct[],
  therapies: Therapies,
  { comparisons, questionOf, laterCarT }: MadeCards,
  lead: string,
): Chosen[] {
  const given = bcmaKindsOf(therapies.given.filter(isAgainstBcma));
  const patient = { ...anyone, priorBcma: given.length > 0 ? given : null };
  const { held } = holding(asked("", dataset), patient, dataset);
  if (held === null) return [];
  const own = canonicalQuery(held, dataset);
  const wanted = new Set(drafted.map(({ product }) => questionOf[product ?? ""] ?? ""));
  // From the narrowest to the widest.
  const question =
    given.length > 0 ? own : (Object.keys(comparisons).findLast((one) => wanted.has(one)) ?? own);
  const text = comparisons[question];
  if (text === undefined) return [];
  const isBsab = drafted.some((one) => one.therapyClass === "bsab" && isAgainstBcma(one));
  const said = [lead, therapySaid(given, therapies)].filter(Boolean).join(" ");
  // After such therapy all of the card is about it.
  return [{ text, lead: said, later: isBsab && given.length === 0 ? laterCarT : "" }];
}

const isAgainstBcma = ({ targets }: { readonly targets: readonly string[] }) =>
  targets.includes("bcma");

function therapySaid(given: readonly BcmaKind[], { searches, recorded }: Therapies): string {
  if (given.length > 0)
    return "BCMA-directed therapy was found among the therapies that were sent.";
  if (recorded.some(isAgainstBcma)) {
    return "BCMA-directed therapy is among the orders that were sent; whether it was given is not known here.";
  }
  // A search that failed, and one that was not sent, hold nothing to look at.
  const unread = searches.filter(({ own }) => own.length === 0 || own.some(saysFailure));
  const isPartly = searches.some(({ own, hasMore }) => hasMore || own.some(saysFailure));
  if (isPartly && unread.length < searches.length) {
    return "Not all earlier therapies were sent, and none of those that were is directed at BCMA: whether such therapy was given is not known here.";
  }
  return unread.length === searches.length
    ? "No earlier therapies were sent: whether BCMA-directed therapy was given is not known here."
    : "No BCMA-directed therapy was found among the orders and administrations that were sent, which does not mean that none was given.";
}
