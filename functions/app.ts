/** The Hono app: all middleware, pages and API resources at a glance. */
import { Hono } from "hono";
import { NotComputedHere } from "./server/answers/kept-answers.ts";
import { resources } from "./server/api/index.ts";
import { docs } from "./server/documentation/page/route.ts";
import { cdsHooks } from "./server/ehr/cds/route.ts";
import { launch } from "./server/ehr/launch/route.ts";
import type { HonoEnvironment } from "./server/http/environment.ts";
import { aboutPatient } from "./server/http/middleware/about-patient.ts";
import { allowedMethods } from "./server/http/middleware/allowed-methods.ts";
import { configuration } from "./server/http/middleware/configuration.ts";
import { rateLimit } from "./server/http/middleware/rate-limit.ts";
import { requestLog } from "./server/http/middleware/request-log.ts";
import { responseHeaders } from "./server/http/middleware/response-headers.ts";
import { servedAs } from "./server/http/middleware/served-as.ts";
import { textCoding } from "./server/http/middleware/text-coding.ts";
import { urlLimit } from "./server/http/middleware/url-limit.ts";
import { problemResponse } from "./server/http/problem.ts";
import { handlersOf } from "./server/http/route.ts";
import { staticFile } from "./server/http/static-file.ts";
import { about } from "./server/pages/about/route.tsx";
import { changes } from "./server/pages/changes/route.ts";
import { oembed } from "./server/pages/frame/oembed.ts";
import { qr } from "./server/pages/frame/qr.tsx";
import { readableErrors } from "./server/pages/frame/readable-errors.ts";
import { embed } from "./server/pages/frame/route.tsx";
import { glossary } from "./server/pages/glossary/route.ts";
import { manifest } from "./server/pages/home/manifest.ts";
import { home } from "./server/pages/home/route.ts";
import { keptMissing, keptShell, keptWithdrawn, serviceWorker } from "./server/pages/kept/route.ts";
import { methods } from "./server/pages/methods/route.ts";
import { products } from "./server/pages/products/route.ts";
import { report, reportCitation } from "./server/pages/report/route.ts";

export const app = new Hono<HonoEnvironment>({ strict: true })
  .use(requestLog)
  .use(responseHeaders)
  .use(textCoding)
  .use(aboutPatient)
  .use(configuration)
  .use("/embed", servedAs("embed"), readableErrors)
  .use("/cds-services/*", cdsHooks)
  .use(allowedMethods)
  .use(urlLimit)
  .use(rateLimit)
  .route("/about", about)
  .route("/changes", changes)
  .route("/docs", docs)
  .route("/embed", embed)
  .route("/embed/kept", keptShell)
  .route("/glossary", glossary)
  .route("/launch", launch)
  .route("/manifest.webmanifest", manifest)
  .route("/methods", methods)
  .route("/oembed", oembed)
  .route("/offline", keptMissing)
  .route("/products", products)
  .route("/qr.svg", qr)
  .route("/report", report)
  .route("/report.ris", reportCitation)
  .route("/sw.js", serviceWorker)
  .route("/withdrawn", keptWithdrawn)
  .route("/", home)
  .notFound(staticFile)
  .onError((error) => {
    if (error instanceof NotComputedHere) return notComputed();
    // The message may contain data from the caller, so only the kind of error is logged.
    console.error("unexpected error", error.name);
    return problemResponse({
      status: 500,
      detail: "Something went wrong here. The question was not answered; please try again.",
      headers: { "retry-after": "10" },
    });
  });

function notComputed(): Response {
  return problemResponse({
    status: 503,
    detail:
      "This installation answers only what was made beforehand: the default question, those of /v1/choices, single filters and pairs of the usual ones. Ask one of them, show the question with <myeloma-compare> or /embed, which compute on the reader's device, or ask an installation that computes.",
  });
}

for (const routes of Object.values(resources)) {
  for (const [path, route] of Object.entries(routes)) app.get(path, ...handlersOf(route));
}
