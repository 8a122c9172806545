/** Reads the record of one patient: only what was granted, only from its server, page by page. */
import {
  bundleOf,
  mostResources,
  nextPage,
  type Resource,
  resourcesIn,
} from "#core/record/fhir.ts";
import { hasMoreIngredients } from "#core/record/products.ts";
import { urlOf } from "../page/url-of.ts";
import { ask, objectOf } from "./asking.ts";
import { LaunchProblem } from "./problem.ts";
import { granted, type ResourceType } from "./scopes.ts";
import type { Session } from "./sign-in.ts";

/** Resources of one type. They are as the record wrote them: anything may be in them. */
export interface ReadPart {
  readonly resources: readonly unknown[];
  /** There is more than what was read. */
  readonly isCut: boolean;
}

/** Why a part was not read: the record does not let this page, or it answered something else. */
export type Unread = "refused" | "failed";

export interface ReadRecord {
  readonly patient: Readonly<Record<string, unknown>> | Unread;
  readonly conditions: ReadPart | Unread;
  readonly orders: ReadPart | Unread;
  readonly administrations: ReadPart | Unread;
}

const mostPages = 10;

export async function readRecord(session: Session): Promise<ReadRecord> {
  const { patient: id, scope } = session;
  const may = (type: ResourceType) => granted(scope, type);
  const withMedication = (type: ResourceType): Record<string, string> =>
    may("Medication") ? { _include: `${type}:medication` } : {};
  const part = (type: ResourceType, parameters: Record<string, string> = {}) =>
    may(type)
      ? search(session, type, { patient: id, _count: "100", ...parameters })
      : ("refused" as const);
  const [patient, conditions, orders, administrations] = await Promise.all([
    may("Patient") ? get(session, `${session.issuer.issuer}/Patient/${id}`) : 403,
    part("Condition"),
    part("MedicationRequest", withMedication("MedicationRequest")),
    part("MedicationAdministration", withMedication("MedicationAdministration")),
  ]);
  // Another patient than that of the sign-in must not be shown.
  const isOurs = (one: Exclude<Answer, number>) => one.resourceType === "Patient" && one.id === id;
  return {
    patient: typeof patient === "number" ? unreadOf(patient) : isOurs(patient) ? patient : "failed",
    conditions,
    orders,
    administrations,
  };
}

async function search(
  session: Session,
  type: ResourceType,
  parameters: Readonly<Record<string, string>>,
): Promise<ReadPart | Unread> {
  const base = session.issuer.issuer;
  const found: Resource[] = [];
  const part = (isCut: boolean) => {
    const bundle = bundleOf(found);
    return { resources: [bundle], isCut: isCut || hasMoreIngredients(bundle) };
  };
  let address: string | null = `${base}/${type}?${new URLSearchParams(parameters)}`;
  for (let pages = 0; address !== null && pages < mostPages; pages += 1) {
    const bundle: Answer = await get(session, address);
    // Some servers refuse a search for what it is to include.
    if (bundle === 400 && "_include" in parameters) {
      const { _include, ...others } = parameters;
      return search(session, type, others);
    }
    // What is on later pages is not known then, so none counts as read.
    if (typeof bundle === "number") return unreadOf(bundle);
    if (bundle.resourceType !== "Bundle") return "failed";
    const all = resourcesIn(bundle);
    const room = mostResources - found.length;
    found.push(...all.slice(0, room));
    if (all.length > room) return part(true);
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

/** What was read, or the status of the answer that held nothing. */
type Answer = Readonly<Record<string, unknown>> | number;

function unreadOf(status: number): Unread {
  return status === 403 ? "refused" : "failed";
}

/**
 * @throws LaunchProblem `expired` or `unreached`
 */
async function get(session: Session, url: string): Promise<Answer> {
  const response = await ask(url, {
    headers: {
      accept: "application/fhir+json",
      authorization: `Bearer ${session.accessToken}`,
    },
  });
  if (response.status === 401) throw new LaunchProblem("expired");
  if (response.status === 429 || response.status >= 500) throw new LaunchProblem("unreached");
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
