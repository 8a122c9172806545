/** A FHIR server with a sign-in, as different record systems have them; each profile has an address of its own. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

type Json = Readonly<Record<string, unknown>>;

interface FhirAnswer {
  readonly status?: number;
  readonly body: Json;
  readonly location?: string;
}

/** The settings by which a record system differs from a plain one. */
export interface RecordProfile {
  readonly configuration?: Json;
  /** Parameters of the address to which the sign-in returns. */
  readonly returns?: Readonly<Record<string, string>>;
  readonly token?: Json;
  /** Returns `undefined` where the system answers as a plain one does. */
  readonly answer?: (url: URL) => FhirAnswer | undefined;
}

export const bundle = (resources: readonly Json[], more: Json = {}): Json => ({
  ...{ resourceType: "Bundle", type: "searchset", total: resources.length },
  entry: resources.map((resource) => ({ resource, search: { mode: "match" } })),
  ...more,
});

const subject = { reference: "Patient/p1" };

export const resourceOf = (resourceType: string, status: string, more: Json): Json => ({
  ...{ resourceType, id: `${resourceType}-1`.toLowerCase(), status, subject },
  ...more,
});

/** The resources of a plain record: a CAR-T infusion two years ago. */
const plainRecord: Readonly<Record<string, Json>> = {
  "Patient/p1": {
    resourceType: "Patient",
    id: "p1",
    birthDate: "1959-03-05",
    name: [{ family: "Zyxwv" }],
  },
  Condition: bundle([
    {
      ...{ resourceType: "Condition", id: "c", subject },
      code: { coding: [{ system: "http://hl7.org/fhir/sid/icd-10-cm", code: "C90.02" }] },
    },
  ]),
  MedicationAdministration: bundle([
    resourceOf("MedicationAdministration", "completed", {
      effectiveDateTime: "2024-06-03",
      medicationReference: { reference: "Medication/m1" },
    }),
  ]),
  "Medication/m1": {
    resourceType: "Medication",
    id: "m1",
    code: { text: "ABECMA CAR-T suspension" },
  },
};

export async function startFhirServer(profiles: Readonly<Record<string, RecordProfile>>) {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
    const { status = 200, body, location } = answerOfServer(request, url, profiles);
    response.writeHead(status, {
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "*",
      "content-type": "application/json",
      ...(location && { location }),
    });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    /** Returns the address of the FHIR server of a profile. */
    base: (profile: string) =>
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/${profile}/fhir`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answerOfServer(
  { method }: IncomingMessage,
  url: URL,
  profiles: Readonly<Record<string, RecordProfile>>,
): FhirAnswer {
  const [, name = "", part = "", ...segments] = url.pathname.split("/");
  const profile = profiles[name];
  if (method === "OPTIONS" || !profile) return { status: profile ? 204 : 404, body: {} };
  if (part === "authorize") return redirectBack(url, profile);
  if (part === "token") {
    const token = { access_token: "t0ken", token_type: "Bearer", expires_in: 300, patient: "p1" };
    return { body: { ...token, scope: "launch patient/*.read", ...profile.token } };
  }
  const path = segments.join("/");
  const here = `${url.origin}/${name}`;
  if (path === ".well-known/smart-configuration") {
    const configuration = {
      authorization_endpoint: `${here}/authorize`,
      token_endpoint: `${here}/token`,
      capabilities: ["launch-ehr", "client-public"],
      code_challenge_methods_supported: ["S256"],
    };
    return { body: { ...configuration, ...profile.configuration } };
  }
  if (path === "metadata") return { body: { resourceType: "CapabilityStatement" } };
  const body = plainRecord[path] ?? (path.includes("/") ? undefined : bundle([]));
  return profile.answer?.(url) ?? (body ? { body } : { status: 404, body: {} });
}

/** Redirects to the page that began the sign-in. */
function redirectBack({ searchParams }: URL, { returns }: RecordProfile): FhirAnswer {
  const back = new URL(searchParams.get("redirect_uri") ?? "");
  const all = { code: "c0de", state: searchParams.get("state") ?? "", ...returns };
  for (const [key, value] of Object.entries(all)) back.searchParams.set(key, value);
  return { status: 302, body: {}, location: back.href };
}
