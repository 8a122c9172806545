/**
 * A small health record: FHIR R4, SMART App Launch 2.2, and a page that may frame the app. It speaks only
 * what the launch needs, and strictly: what the specification demands of an app and is missing is refused.
 */
import { createHash, randomUUID } from "node:crypto";
import { createAdaptorServer } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { cors } from "hono/cors";
import { patientNamed, patients } from "../../support/record/patients.ts";

/** Whose record is open, and how it misbehaves. */
export interface LaunchContext {
  patient: string;
  needPatientBanner?: boolean;
  /** Whether the record tells its colours. */
  hasStyle?: boolean;
  error?: { error: string; description: string };
  /** The token is not accepted when it is used. */
  isExpired?: boolean;
  /** Answers to the app with another state than it sent. */
  hasOtherState?: boolean;
  /** Does not name itself in its answer, which it says that it does. */
  isNameless?: boolean;
  /** Answers with neither a code nor an error. */
  isEmpty?: boolean;
}

interface SignedIn {
  context: LaunchContext;
  redirect: string;
  challenge: string;
  scope: string;
}

const client = "myeloma-compare-test";

/** What is given out for a value, which can be had back for it. */
function book<T>() {
  const kept = new Map<string, T>();
  return {
    add(value: T): string {
      const id = randomUUID();
      kept.set(id, value);
      return id;
    },
    of: (id = "") => kept.get(id),
    drop: (id: string) => kept.delete(id),
  };
}

export async function startRecord() {
  const [launches, codes, tokens] = [book<LaunchContext>(), book<SignedIn>(), book<SignedIn>()];
  /** Addresses that the FHIR server was asked for. */
  const asked: string[] = [];
  /** The app that may sign in; before it is known none may. */
  let app = "";

  /** As the guide says it: each record has an address of its own. */
  const redirectOf = (context: Context) => {
    const hash = createHash("sha256").update(issuerOf(context)).digest("hex");
    return `${app}/launch/return/${hash.slice(0, 16)}`;
  };

  /** Everything that an app must send (SMART App Launch 2.2, app-launch). */
  function wrongIn(context: Context): string[] {
    const given = (name: string) => context.req.query(name) ?? "";
    const rules = {
      response_type: given("response_type") === "code",
      client_id: given("client_id") === client,
      redirect_uri: given("redirect_uri") === redirectOf(context),
      aud: given("aud").replace(/\/$/, "") === issuerOf(context),
      code_challenge_method: given("code_challenge_method") === "S256",
      code_challenge: /^[\w-]{43}$/.test(given("code_challenge")),
      // At least 122 bits.
      state: /^[\w-]{21,}$/.test(given("state")),
      scope: /(?:^| )launch(?:\/patient)?(?: |$)/.test(given("scope")),
    };
    return Object.entries(rules).flatMap(([name, isRight]) => (isRight ? [] : [name]));
  }

  /** The clinician is signed in already; who did not begin in the record chooses the patient. */
  function authorise(context: Context) {
    const wrong = wrongIn(context);
    if (wrong.length > 0) return context.text(`Wrong or missing: ${wrong.join(", ")}`, 400);
    const { launch, chosen, state = "", scope = "", code_challenge = "" } = context.req.query();
    const launched = launch === undefined ? chosen && { patient: chosen } : launches.of(launch);
    if (!launched) {
      return launch === undefined
        ? context.html(choosePage(context.req.url))
        : context.text("Unknown launch", 400);
    }
    const redirect = redirectOf(context);
    const { error, hasOtherState, isNameless, isEmpty } = launched as LaunchContext;
    const signedIn = { context: launched, redirect, challenge: code_challenge, scope };
    const answer = error
      ? { error: error.error, error_description: error.description }
      : { code: codes.add(signedIn) };
    const said = {
      ...(isEmpty ? {} : answer),
      ...(isNameless ? {} : { iss: issuerOf(context) }),
      state: hasOtherState ? state.replace(/.$/, "_") : state,
    };
    return context.redirect(`${redirect}?${new URLSearchParams(said)}`);
  }

  /** A code can be used once, by whoever knows what its challenge was made of. */
  async function redeem(context: Context) {
    const body = await context.req.parseBody();
    const code = `${body.code}`;
    const found = codes.of(code);
    codes.drop(code);
    const challenge = createHash("sha256").update(`${body.code_verifier}`).digest("base64url");
    const isTheirs =
      found !== undefined &&
      body.grant_type === "authorization_code" &&
      body.client_id === client &&
      found.redirect === body.redirect_uri &&
      found.challenge === challenge;
    if (!isTheirs) return context.json({ error: "invalid_grant" }, 400);
    const { patient, needPatientBanner = true, hasStyle } = found.context;
    return context.json(
      {
        access_token: tokens.add(found),
        token_type: "Bearer",
        expires_in: 300,
        scope: found.scope,
        patient,
        need_patient_banner: needPatientBanner,
        ...(hasStyle ? { smart_style_url: `${issuerOf(context)}/style.json` } : {}),
      },
      200,
      { "cache-control": "no-store", pragma: "no-cache" },
    );
  }

  /** Whether the token of a request may read this type of this patient; otherwise the refusal. */
  function refusalOf(context: Context, patient: string | undefined) {
    const [, token] = /^Bearer (.+)$/.exec(context.req.header("authorization") ?? "") ?? [];
    const granted = tokens.of(token);
    if (!granted || granted.context.isExpired) return outcome(context, 401, "login");
    const may = granted.scope.split(" ").some((one) => {
      return (
        one.startsWith(`patient/${context.req.param("type")}.`) || one.startsWith("patient/*.")
      );
    });
    const isAllowed = may && patient === granted.context.patient;
    return isAllowed ? null : outcome(context, 403, "forbidden");
  }

  const hono = new Hono()
    .use("/fhir/*", async ({ req }, next) => {
      if (req.method !== "OPTIONS") asked.push(req.url);
      await next();
    })
    .use("/fhir/*", cors())
    .use("/auth/token", cors())
    .get("/auth/authorize", authorise)
    .post("/auth/token", redeem)
    .get("/fhir/.well-known/smart-configuration", (context) =>
      context.json(smart(originOf(context))),
    )
    .get("/fhir/style.json", (context) => context.json(style))
    // Only the patient is read by its id.
    .get("/fhir/:type/:id", (context) => {
      const { type, id } = context.req.param();
      const found = type === "Patient" ? patientNamed(id) : undefined;
      return (
        refusalOf(context, id) ??
        (found ? fhir(context, found.patient) : outcome(context, 404, "not-found"))
      );
    })
    .get("/fhir/:type", (context) => {
      return refusalOf(context, context.req.query("patient")) ?? fhir(context, bundle(context));
    })
    .get("/", (context) => context.html("<!doctype html><title>A record</title>"));
  const server = createAdaptorServer({ fetch: hono.fetch });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  const url = `http://localhost:${typeof bound === "object" ? bound?.port : bound}`;
  const issuer = `${url}/fhir`;
  return {
    url,
    issuer,
    client,
    /** The settings of an installation that the record may frame and launch. */
    settings: {
      APP_ENV: "local",
      EHR_ANCESTORS: url,
      EHR_ISSUERS: JSON.stringify([{ issuer, client, name: "Example record" }]),
    },
    connect(origin: string) {
      app = origin;
    },
    begin: launches.add,
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}

const originOf = ({ req }: Context) => new URL(req.url).origin;
const issuerOf = (context: Context) => `${originOf(context)}/fhir`;

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
      ...["launch-ehr", "launch-standalone", "client-public", "context-banner", "context-style"],
      ...["context-ehr-patient", "context-standalone-patient"],
      ...["permission-patient", "permission-v2"],
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

function fhir({ body }: Context, resource: object, status: 200 | 401 | 403 | 404 = 200) {
  const type = { "content-type": "application/fhir+json; charset=utf-8" };
  return body(JSON.stringify(resource), status, type);
}

function outcome(context: Context, status: 401 | 403 | 404, code: string) {
  const issue = [{ severity: "error", code }];
  return fhir(context, { resourceType: "OperationOutcome", issue }, status);
}

/** What is found of a patient, one on a page, so that an app has to turn pages. */
function bundle({ req }: Context) {
  const { patient = "", _start = "0" } = req.query();
  const all = patientNamed(patient)?.resources ?? [];
  const found = all.filter(({ resourceType }) => resourceType === req.param("type"));
  const start = Number(_start);
  const next = new URL(req.url);
  next.searchParams.set("_start", String(start + 1));
  const more = start + 1 < found.length ? [{ relation: "next", url: next.href }] : [];
  return {
    resourceType: "Bundle",
    type: "searchset",
    total: found.length,
    link: [{ relation: "self", url: req.url }, ...more],
    entry: found.slice(start, start + 1).map((resource) => ({
      fullUrl: `${next.origin}/fhir/${resource.resourceType}/${resource.id}`,
      resource,
      search: { mode: "match" },
    })),
  };
}

function choosePage(asked: string): string {
  const links = patients.map(({ patient: { id } }) => {
    const address = new URL(asked);
    address.searchParams.set("chosen", id);
    const href = `${address.pathname}${address.search}`.replaceAll("&", "&amp;");
    return `<li><a href="${href}">${id}</a></li>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Choose a patient</title><h1>Choose a patient</h1><ul>${links.join("")}</ul></html>`;
}
