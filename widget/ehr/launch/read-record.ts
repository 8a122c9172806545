/** Reads the record of one patient: only what was granted, only from its server, page by page. */
import { bundleOf, mostResources, nextPage, ofPatient, type Resource } from "#core/record/fhir.ts";
import { hasMoreIngredients } from "#core/record/products.ts";
import { urlOf } from "../../page/url-of.ts";
import { ask, objectOf } from "./asking.ts";
import { LaunchProblem } from "./problem.ts";
import { granted, type ResourceType } from "./scopes.ts";
import type { Session } from "./sign-in.ts";

/** Resources of one type. They are as the record wrote them: anything may be in them. */
export interface ReadPart {
  readonly resources: readonly unknown[];
  /** There is more than what was read. */
  readonly isCut: boolean;
  /** Some of it was of another patient, and was left out. */
  readonly isMixed: boolean;
}

/** Not allowed, answered something else, or not in time: it may when asked again. */
export type Unread = "refused" | "failed" | "unreached";

export interface ReadRecord {
  readonly patient: Readonly<Record<string, unknown>> | Unread;
  readonly conditions: ReadPart | Unread;
  readonly orders: ReadPart | Unread;
  readonly administrations: ReadPart | Unread;
}

const mostPages = 10;
/** For the whole record, in milliseconds. */
const longest = 30_000;

/** @throws LaunchProblem `expired`, or `unreached` if no part was reached */
export async function readRecord(session: Session, patience = longest): Promise<ReadRecord> {
  const { patient: id, scope } = session;
  const asking = { session, until: performance.now() + patience };
  const may = (type: ResourceType) => granted(scope, type);
  const withMedication = (type: ResourceType): Record<string, string> =>
    may("Medication") ? { _include: `${type}:medication` } : {};
  const part = (type: ResourceType, parameters: Record<string, string> = {}) =>
    may(type)
      ? search(asking, type, { patient: id, _count: "100", ...parameters })
      : ("refused" as const);
  const [patient, conditions, orders, administrations] = await Promise.all([
    may("Patient") ? get(asking, `${session.issuer.issuer}/Patient/${id}`) : 403,
    part("Condition"),
    part("MedicationRequest", withMedication("MedicationRequest")),
    part("MedicationAdministration", withMedication("MedicationAdministration")),
  ]);
  // Another patient than that of the sign-in must not be shown.
  const isOurs = (one: Exclude<Answer, number>) => one.resourceType === "Patient" && one.id === id;
  const record = {
    patient: typeof patient === "number" ? unreadOf(patient) : isOurs(patient) ? patient : "failed",
    conditions,
    orders,
    administrations,
  } as const;
  const asked = Object.values(record).filter((part) => part !== "refused");
  if (asked.length > 0 && asked.every((part) => part === "unreached")) {
    throw new LaunchProblem("unreached");
  }
  return record;
}

interface Asking {
  session: Session;
  /** When the time for the record is over. */
  until: number;
}

async function search(
  asking: Asking,
  type: ResourceType,
  parameters: Readonly<Record<string, string>>,
): Promise<ReadPart | Unread> {
  const base = asking.session.issuer.issuer;
  const found: Resource[] = [];
  let isMixed = false;
  const part = (isCut: boolean) => {
    const bundle = bundleOf(found);
    return { resources: [bundle], isCut: isCut || hasMoreIngredients(bundle), isMixed };
  };
  let address: string | null = `${base}/${type}?${new URLSearchParams(parameters)}`;
  for (let pages = 0; address !== null && pages < mostPages; pages += 1) {
    const bundle: Answer = await get(asking, address);
    // Some servers refuse a search for what it is to include.
    if (bundle === 400 && "_include" in parameters) {
      const { _include, ...others } = parameters;
      return search(asking, type, others);
    }
    // What is on later pages is not known then, so none counts as read.
    if (typeof bundle === "number") return unreadOf(bundle);
    if (bundle.resourceType !== "Bundle") return "failed";
    const sent = ofPatient(bundle, asking.session.patient);
    isMixed ||= sent.isMixed;
    const room = mostResources - found.length;
    found.push(...sent.own.slice(0, room));
    if (sent.own.length > room) return part(true);
    address = nextOf(bundle);
    // The token goes nowhere else.
    if (address !== null && !address.startsWith(`${base}/`) && !address.startsWith(`${base}?`)) {
      return part(true);
    }
  }
  return part(address !== null);
}

function nextOf(bundle: unknown): string | null {
  const next = nextPage(bundle);
  // What cannot be followed is not the last page either.
  return next === undefined ? null : (urlOf(next.url)?.href ?? "");
}

/** What was read, or the status of the answer that held nothing: 0 if there was none. */
type Answer = Readonly<Record<string, unknown>> | number;

function unreadOf(status: number): Unread {
  if (status === 403) return "refused";
  return status === 0 || status === 429 || status >= 500 ? "unreached" : "failed";
}

/** @throws LaunchProblem `expired` */
async function get({ session, until }: Asking, url: string): Promise<Answer> {
  const headers = {
    accept: "application/fhir+json",
    authorization: `Bearer ${session.accessToken}`,
  };
  const response = await ask(url, { headers }, until - performance.now()).catch(() => null);
  if (response === null) return 0;
  if (response.status === 401) throw new LaunchProblem("expired");
  return (response.ok && (await objectOf(response))) || response.status;
}

/** The colours of the record, which are public. `null` if they are elsewhere or cannot be had. */
export async function readStyle({ style, issuer }: Session): Promise<unknown> {
  if (style === null || urlOf(style)?.origin !== new URL(issuer.issuer).origin) return null;
  try {
    const response = await ask(style);
    return response.ok ? await objectOf(response) : null;
  } catch {
    return null;
  }
}
