/** Calls of CDS Hooks services as a client makes them, with a patient made up by us. */
import type { Server } from "../../.dev/serve/serve.ts";

export type Hook = "patient-view" | "order-select" | "order-sign";

export const hooks: readonly Hook[] = ["patient-view", "order-select", "order-sign"];

export const serviceOf = (hook: Hook) => `/cds-services/myeloma-compare-${hook}`;

export function conditions(...codes: string[]) {
  return {
    resourceType: "Bundle",
    type: "searchset",
    entry: codes.map((code, index) => ({
      resource: {
        resourceType: "Condition",
        id: `c${index}`,
        code: { coding: [{ system: "http://hl7.org/fhir/sid/icd-10-cm", code }] },
      },
    })),
  };
}

export function medication(text: string, more: object = {}) {
  return {
    resourceType: "MedicationRequest",
    id: "drafted",
    status: "draft",
    intent: "order",
    medicationCodeableConcept: { text },
    ...more,
  };
}

export function service(text: string) {
  return { resourceType: "ServiceRequest", id: "drafted", status: "draft", code: { text } };
}

/** Therapy that the record says was given. */
export function given(text: string) {
  return {
    resourceType: "Bundle",
    type: "searchset",
    entry: [
      {
        resource: {
          resourceType: "MedicationAdministration",
          id: "given",
          status: "completed",
          subject: { reference: "Patient/1288992" },
          medicationCodeableConcept: { text },
        },
      },
    ],
  };
}

interface Patient {
  conditions?: unknown;
  administrations?: unknown;
  /** What the search for orders of earlier therapy found. */
  earlierOrders?: unknown;
  orders?: readonly object[];
  selections?: readonly string[];
  patient?: unknown;
}

/** A whole and good request; a myeloma on the chart unless other conditions are given. */
export function callOf(hook: Hook, of: Patient = {}) {
  const { orders = [medication("Tecvayli")], selections = ["MedicationRequest/drafted"] } = of;
  const draftOrders = {
    resourceType: "Bundle",
    type: "collection",
    entry: orders.map((resource) => ({ resource })),
  };
  return {
    hook,
    hookInstance: "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
    fhirServer: "https://ehr.example.org/fhir",
    fhirAuthorization: {
      access_token: "some-opaque-token",
      token_type: "Bearer",
      expires_in: 300,
      scope: "user/Patient.read",
      subject: "cds-service",
    },
    context: {
      userId: "Practitioner/example",
      patientId: "1288992",
      encounterId: "89284",
      ...(hook === "patient-view" ? {} : { draftOrders }),
      ...(hook === "order-select" ? { selections } : {}),
    },
    prefetch: {
      patient: of.patient === undefined ? { resourceType: "Patient", id: "1288992" } : of.patient,
      conditions: of.conditions === undefined ? conditions("I10", "C90.02") : of.conditions,
      ...(of.administrations === undefined ? {} : { administrations: of.administrations }),
      ...(of.earlierOrders === undefined ? {} : { orders: of.earlierOrders }),
    },
  };
}

export interface Card {
  uuid: string;
  summary: string;
  detail: string;
  indicator: string;
  source: { label: string; url: string; icon: string; topic: Record<string, string> };
  overrideReasons: Record<string, string>[];
  links: { label: string; url: string; type: string; appContext?: string }[];
}

export async function call(
  server: Pick<Server, "fetch">,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
) {
  const response = await server.fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
}

export async function cardsOf(server: Pick<Server, "fetch">, hook: Hook, of: Patient = {}) {
  const { text } = await call(server, serviceOf(hook), callOf(hook, of));
  return (JSON.parse(text) as { cards: Card[] }).cards;
}

/** Feedback about one card, with a comment that must go nowhere. */
export const feedbackEntry = {
  card: "4e0a3a1e-3283-4575-ab82-028d55fe2719",
  outcome: "overridden",
  overrideReason: {
    reason: { code: "known", system: "urn:myeloma-compare:override-reason" },
    userComment: "a comment of somebody",
  },
  outcomeTimestamp: "2020-12-11T00:00:00.52Z",
};

/** A copy with the field at the path replaced, or removed without a value. */
export function changed(body: object, path: string, ...value: unknown[]): object {
  const copy: object = structuredClone(body);
  const names = path.split(".");
  const last = names.pop() ?? "";
  const parent = names.reduce<Record<string, unknown>>(
    (at, name) => at[name] as Record<string, unknown>,
    copy as Record<string, unknown>,
  );
  if (value.length === 0) delete parent[last];
  else [parent[last]] = value;
  return copy;
}

/** The fields of a request, from the specification: whether it must be there, and what it may not be. */
export const fields: readonly {
  path: string;
  of?: readonly Hook[];
  required: boolean;
  wrong: unknown[];
  /** Some records send it for what they do not have. */
  mayBeNull?: true;
}[] = [
  { path: "hook", required: true, wrong: ["other-hook", "", 1] },
  { path: "hookInstance", required: true, wrong: ["1", "d1577c69dfbe44adba6d3e05e953b2ea", 7] },
  { path: "fhirServer", required: true, wrong: ["ehr", "ftp://ehr.example", 1] },
  { path: "fhirAuthorization", required: false, wrong: ["token", 1] },
  { path: "fhirAuthorization.access_token", required: true, wrong: ["", 1] },
  { path: "fhirAuthorization.token_type", required: true, wrong: ["bearer", "MAC"] },
  { path: "fhirAuthorization.expires_in", required: true, wrong: ["300", 1.5] },
  { path: "fhirAuthorization.scope", required: true, wrong: [1, []] },
  { path: "fhirAuthorization.subject", required: true, wrong: ["", 1] },
  { path: "context", required: true, wrong: ["patient", 1] },
  { path: "context.userId", required: true, wrong: ["", "example", 1] },
  { path: "context.patientId", required: true, wrong: ["", 1] },
  { path: "context.encounterId", required: false, wrong: ["", 1], mayBeNull: true },
  {
    path: "context.selections",
    of: ["order-select"],
    required: true,
    wrong: ["MedicationRequest/1", [1], {}],
  },
  {
    path: "context.draftOrders",
    of: ["order-select", "order-sign"],
    required: true,
    wrong: [[], "Bundle", { resourceType: "MedicationRequest" }],
  },
  { path: "prefetch", required: false, wrong: ["none", 1], mayBeNull: true },
];
