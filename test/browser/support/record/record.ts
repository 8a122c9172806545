/**
 * A small health record: FHIR R4, SMART App Launch 2.2, and a page that may frame the app. It speaks only
 * what the launch needs, and strictly: what the specification demands of an app and is missing is
 * refused.
 */
import { createAdaptorServer } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { cors } from "hono/cors";
import { patientNamed, type Resource } from "../../../support/record/patients.ts";
import { authorisation } from "./authorisation.ts";
import { type LaunchBook, type LaunchContext, launchBook } from "./launches.ts";

interface HealthRecord {
  /** Without a slash at the end. */
  url: string;
  /** Address of its FHIR server. */
  issuer: string;
  client: string;
  /** What an app must set as `EHR_ISSUERS`. */
  issuers: string;
  /** Says which app may sign in; before that none may. */
  connect: (app: string) => void;
  begin: (context: LaunchContext) => string;
  /** Addresses that the FHIR server was asked for. */
  asked: string[];
  fail: (isFailing: boolean) => void;
  close: () => Promise<void>;
}

const client = "myeloma-compare-test";

export async function startRecord(): Promise<HealthRecord> {
  const book = launchBook();
  const asked: string[] = [];
  let failing = false;
  let app = "";
  const hono = new Hono()
    .use("/fhir/*", async ({ req }, next) => {
      if (req.method !== "OPTIONS") asked.push(req.url);
      await next();
    })
    .use("/fhir/*", cors())
    .use("/auth/token", cors())
    .use("/fhir/*", async (context, next) => {
      if (failing && !context.req.path.includes(".well-known")) return context.body(null, 503);
      return next();
    })
    .route("/auth", authorisation({ book, client, appOf: () => app, issuerOf }))
    .get("/fhir/.well-known/smart-configuration", (context) =>
      context.json(smart(originOf(context))),
    )
    .get("/fhir/style.json", (context) => context.json(style))
    .get("/fhir/:type/:id", (context) => read(context, book))
    .get("/fhir/:type", (context) => search(context, book))
    .get("/", (context) => context.html("<!doctype html><title>A record</title>"));
  const server = createAdaptorServer({ fetch: hono.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const bound = server.address();
  const url = `http://localhost:${typeof bound === "object" ? bound?.port : bound}`;
  const issuer = `${url}/fhir`;
  return {
    url,
    issuer,
    client,
    issuers: JSON.stringify([{ issuer, client, name: "Example record" }]),
    connect: (origin) => {
      app = origin;
    },
    begin: book.begin,
    asked,
    fail: (isFailing) => {
      failing = isFailing;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}

function originOf({ req }: Context): string {
  return new URL(req.url).origin;
}

function issuerOf(context: Context): string {
  return `${originOf(context)}/fhir`;
}

function smart(origin: string) {
  return {
    issuer: `${origin}/fhir`,
    authorization_endpoint: `${origin}/auth/authorize`,
    token_endpoint: `${origin}/auth/token`,
    grant_types_supported: ["authorization_code"],
    code_challenge_methods_supported: ["S256"],
    authorization_response_iss_parameter_supported: true,
    scopes_supported: ["launch", "launch/patient", "patient/*.rs"],
    capabilities: [
      "launch-ehr",
      "launch-standalone",
      "client-public",
      "context-banner",
      "context-style",
      "context-ehr-patient",
      "context-standalone-patient",
      "permission-patient",
      "permission-v2",
    ],
  };
}

const style = {
  color_background: "#f4f1e8",
  color_text: "#1d2b33",
  color_highlight: "#0b5a4a",
  dim_border_radius: "2px",
  dim_font_size: "16px",
};

const fhirJson = { "content-type": "application/fhir+json; charset=utf-8" };

/** Whether the token of a request may read this type of this patient; otherwise the refusal. */
function refusalOf(context: Context, book: LaunchBook, patient: string | undefined) {
  const [, token = ""] = /^Bearer (.+)$/.exec(context.req.header("authorization") ?? "") ?? [];
  const granted = book.granted(token);
  if (!granted || granted.context.isExpired) return outcome(context, 401, "login");
  const type = context.req.param("type") ?? "";
  const may = granted.scope
    .split(" ")
    .some((one) => one.startsWith(`patient/${type}.`) || one.startsWith("patient/*."));
  return may && patient === granted.context.patient ? null : outcome(context, 403, "forbidden");
}

function outcome({ body }: Context, status: 401 | 403 | 404, code: string) {
  const issue = [{ severity: "error", code }];
  return body(JSON.stringify({ resourceType: "OperationOutcome", issue }), status, fhirJson);
}

/** Only the patient is read by its id. */
function read(context: Context, book: LaunchBook) {
  const id = context.req.param("id");
  const refusal = refusalOf(context, book, id);
  if (refusal) return refusal;
  const found = context.req.param("type") === "Patient" ? patientNamed(id ?? "") : undefined;
  return found
    ? context.body(JSON.stringify(found.patient), 200, fhirJson)
    : outcome(context, 404, "not-found");
}

/** One on a page, so that an app has to turn pages. */
const pageSize = 1;

function search(context: Context, book: LaunchBook) {
  const patient = context.req.query("patient");
  const refusal = refusalOf(context, book, patient);
  if (refusal) return refusal;
  const all = patientNamed(patient ?? "")?.resources ?? [];
  const found = all.filter(({ resourceType }) => resourceType === context.req.param("type"));
  const start = Number(context.req.query("_start") ?? "0");
  const next = new URL(context.req.url);
  next.searchParams.set("_start", String(start + pageSize));
  const bundle = {
    resourceType: "Bundle",
    type: "searchset",
    total: found.length,
    link: [
      { relation: "self", url: context.req.url },
      ...(start + pageSize < found.length ? [{ relation: "next", url: next.href }] : []),
    ],
    entry: found.slice(start, start + pageSize).map((resource: Resource) => ({
      fullUrl: `${issuerOf(context)}/${resource.resourceType}/${resource.id}`,
      resource,
      search: { mode: "match" },
    })),
  };
  return context.body(JSON.stringify(bundle), 200, fhirJson);
}

/** The settings of an installation that the record may frame and launch. */
export function settingsFor({ url, issuers }: Pick<HealthRecord, "url" | "issuers">) {
  return { APP_ENV: "local", EHR_ANCESTORS: url, EHR_ISSUERS: issuers };
}
