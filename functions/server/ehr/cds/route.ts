/** CDS Hooks 2.0. Nothing of a call is kept, logged or repeated. */
import { type Context, Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { dataset } from "#core/dataset.ts";
import { cdsClients } from "../../http/cds-clients.ts";
import type { Environment, HonoEnvironment } from "../../http/environment.ts";
import { rateLimit } from "../../http/middleware/rate-limit.ts";
import { siteOf } from "../../http/site.ts";
import { readBody } from "./body.ts";
import { cardOf } from "./card.ts";
import { checkClient } from "./client-token.ts";
import { chosenCards } from "./decide.ts";
import { feedbackSchema, reasonOf } from "./feedback.ts";
import { requestOf } from "./hook-request.ts";
import { madeCards } from "./made-cards.ts";
import { operationOutcome, Refusal } from "./operation-outcome.ts";
import { serviceNamed, services } from "./services.ts";

/** Discovery is read, all else is called. */
const methodsOf = (path: string) =>
  path === "/cds-services" ? "GET, HEAD, OPTIONS" : "POST, OPTIONS";

const hooks = new Hono<HonoEnvironment>()
  .use(async (context, next) => {
    await next();
    context.res.headers.set("cache-control", "no-store");
    allowOrigin(context);
  })
  .options("*", (context) => {
    const allow = methodsOf(context.req.path);
    return context.body(null, 204, {
      allow,
      "access-control-allow-methods": allow,
      "access-control-allow-headers": "authorization, content-type",
      "access-control-max-age": "86400",
    });
  })
  // It says nothing that is not public, so it needs no token.
  .get("/cds-services", () => json({ services }))
  .post("/cds-services/:id", async (context) => {
    const { hook } = serviceIn(context);
    await letIn(context);
    const request = await readBody(context.req.raw, requestOf(hook));
    if (!mayShow(context.env)) return json({ cards: [] });
    const made = await madeCards(context);
    const site = siteOf(context);
    const cards = chosenCards(hook, request, made).map((one) => cardOf(one, made, site));
    return json({ cards });
  })
  .post("/cds-services/:id/feedback", async (context) => {
    const { id } = serviceIn(context);
    await letIn(context);
    const { feedback } = await readBody(context.req.raw, feedbackSchema);
    if (context.env.LOG_REQUESTS === "on") {
      for (const one of feedback) {
        const { outcome } = one;
        console.log(JSON.stringify({ feedback: id, outcome, reason: reasonOf(one) }));
      }
    }
    return json({});
  })
  .all("*", ({ req }) => {
    const [, , id, tail, ...more] = req.path.split("/");
    const exists = (tail === undefined || tail === "feedback") && more.length === 0;
    if (!exists || (id !== undefined && serviceNamed(id) === null)) throw notFound();
    throw new Refusal(
      405,
      { code: "not-supported", text: "This address takes another method." },
      { allow: methodsOf(req.path) },
    );
  })
  .onError((error) => {
    if (error instanceof Refusal) {
      const { status, issues, headers } = error;
      return operationOutcome(
        new Refusal(status, issues, { ...headers, "cache-control": "no-store" }),
      );
    }
    // The message may hold what the caller sent.
    console.error("unexpected error in CDS Hooks", error.name);
    return operationOutcome(
      new Refusal(
        503,
        { code: "transient", text: "No card can be made at present." },
        { "retry-after": "10" },
      ),
    );
  });

function json(value: object): Response {
  const headers = { "content-type": "application/json; charset=utf-8" };
  return new Response(JSON.stringify(value), { headers });
}

/** An installation that has the services off has nothing at their addresses. */
export const cdsHooks = createMiddleware<HonoEnvironment>(async (context, next) => {
  const { env, req } = context;
  if (authOf(env) === "off") return next();
  context.set("profile", "hooks");
  context.set("route", routeOf(req.path));
  return hooks.fetch(req.raw, env);
});

/** Without any value in it, whatever was asked for. */
function routeOf(path: string): string {
  return path.replace(/^\/cds-services\/[^/]*(\/feedback)?.*/, "/cds-services/:id$1");
}

function authOf({ APP_ENV, CDS_AUTH }: Environment): "off" | "open" | "jwt" {
  return CDS_AUTH ?? (APP_ENV === "local" ? "open" : "off");
}

function serviceIn(context: Context<HonoEnvironment>) {
  const service = serviceNamed(context.req.param("id") ?? "");
  if (service === null) throw notFound();
  return service;
}

function notFound(): Refusal {
  return new Refusal(404, { code: "not-found", text: "There is no such service." });
}

let saidOpen = false;

/** @throws Refusal if the call may not be answered. Who has a token is not counted. */
async function letIn(context: Context<HonoEnvironment>): Promise<void> {
  const { env, req } = context;
  if (authOf(env) === "jwt") {
    const { pathname } = new URL(req.url);
    try {
      await checkClient(req.raw, `${env.CDS_AUDIENCE ?? siteOf(context)}${pathname}`, env);
    } catch (error) {
      await notTooOften(context);
      throw error;
    }
    return;
  }
  if (!saidOpen) {
    saidOpen = true;
    console.warn(
      "CDS_AUTH is open: ANYBODY may call the CDS Hooks services of this installation. For other than trials set CDS_AUTH to jwt.",
    );
  }
  await notTooOften(context);
}

async function notTooOften(context: Context<HonoEnvironment>): Promise<void> {
  const refusal = await rateLimit(context, async () => undefined);
  if (refusal === undefined) return;
  const seconds = refusal.headers.get("retry-after") ?? "60";
  throw new Refusal(
    429,
    { code: "throttled", text: `Too many calls. Please call again in ${seconds} seconds.` },
    { "retry-after": seconds },
  );
}

/** As long as no clinician has reviewed the data, an installation must say that it wants cards. */
function mayShow({ CDS_UNREVIEWED }: Environment): boolean {
  return dataset.review.status === "reviewed" || CDS_UNREVIEWED === "allow";
}

/** Every site where everybody may call; where a token is needed only those of the clients. */
function allowOrigin({ env, req, res }: Context<HonoEnvironment>): void {
  if (authOf(env) === "open") {
    res.headers.set("access-control-allow-origin", "*");
    return;
  }
  res.headers.append("vary", "origin");
  const origin = req.header("origin");
  const origins = cdsClients(env.CDS_ISSUERS ?? "").map(({ iss }) => URL.parse(iss)?.origin);
  if (origin !== undefined && origins.includes(origin)) {
    res.headers.set("access-control-allow-origin", origin);
  }
}
