/** The Hono app: middleware and route table on one screen. */
import { Hono } from "hono";
import { brief, briefPage, briefText } from "./server/api/brief/route.ts";
import { nextChoices } from "./server/api/choices/route.ts";
import { cohorts } from "./server/api/cohorts/route.ts";
import { comparison, comparisonTable } from "./server/api/comparison/route.ts";
import { adjustedComparisons } from "./server/api/comparisons/route.ts";
import { datasetDocument, datasetTable } from "./server/api/dataset/route.ts";
import { forest } from "./server/api/forest/route.ts";
import { health } from "./server/api/health/route.ts";
import { metaRegressions } from "./server/api/meta-regression/route.ts";
import { openApi } from "./server/api/openapi/route.ts";
import { outcomes } from "./server/api/outcomes/route.ts";
import { products } from "./server/api/products/route.ts";
import { published } from "./server/api/published/route.ts";
import {
  clientScript,
  elementManifest,
  elementScript,
  elementTypes,
  frameScript,
  widgetScript,
} from "./server/api/scripts/route.ts";
import { sensitivityAnalyses } from "./server/api/sensitivity/route.ts";
import { subgroups } from "./server/api/subgroups/route.ts";
import { docs } from "./server/documentation/page/route.ts";
import type { HonoEnvironment } from "./server/http/environment.ts";
import { allowedMethods } from "./server/http/middleware/allowed-methods.ts";
import { configuration } from "./server/http/middleware/configuration.ts";
import { rateLimit } from "./server/http/middleware/rate-limit.ts";
import { requestLog } from "./server/http/middleware/request-log.ts";
import { responseHeaders } from "./server/http/middleware/response-headers.ts";
import { urlLimit } from "./server/http/middleware/url-limit.ts";
import { problemResponse } from "./server/http/problem.ts";
import { staticFile } from "./server/http/static-file.ts";
import { oembed } from "./server/pages/frame/oembed.ts";
import { qr } from "./server/pages/frame/qr.tsx";
import { readableErrors } from "./server/pages/frame/readable-errors.ts";
import { embed } from "./server/pages/frame/route.tsx";
import { gallery } from "./server/pages/gallery/route.ts";
import { manifest } from "./server/pages/home/manifest.ts";
import { home } from "./server/pages/home/route.ts";

export const app = new Hono<HonoEnvironment>({ strict: true })
  .use(requestLog)
  .use(responseHeaders)
  .use(configuration)
  .use("/embed", readableErrors)
  .use(allowedMethods)
  .use(urlLimit)
  .use(rateLimit)
  .route("/v1/comparison", comparison)
  .route("/v1/comparison.csv", comparisonTable)
  .route("/v1/brief", brief)
  .route("/v1/brief.html", briefPage)
  .route("/v1/brief.txt", briefText)
  .route("/v1/choices", nextChoices)
  .route("/v1/client.js", clientScript)
  .route("/v1/cohorts", cohorts)
  .route("/v1/comparisons", adjustedComparisons)
  .route("/v1/custom-elements.json", elementManifest)
  .route("/v1/dataset", datasetDocument)
  .route("/v1/dataset.csv", datasetTable)
  .route("/v1/element.d.ts", elementTypes)
  .route("/v1/element.js", elementScript)
  .route("/v1/forest.svg", forest)
  .route("/v1/frame.js", frameScript)
  .route("/v1/meta-regression", metaRegressions)
  .route("/v1/openapi.json", openApi)
  .route("/v1/outcomes", outcomes)
  .route("/v1/products", products)
  .route("/v1/published", published)
  .route("/v1/sensitivity", sensitivityAnalyses)
  .route("/v1/subgroups", subgroups)
  .route("/v1/widget.js", widgetScript)
  .route("/healthz", health)
  .route("/docs", docs)
  .route("/embed", embed)
  .route("/gallery", gallery)
  .route("/manifest.webmanifest", manifest)
  .route("/oembed", oembed)
  .route("/qr.svg", qr)
  .route("/", home)
  .notFound(staticFile)
  .onError((error) => {
    // The message may hold what a caller sent; only the kind of error is logged.
    console.error("unexpected error", error.name);
    return problemResponse({
      status: 500,
      detail: "Something went wrong here. The question was not answered; please try again.",
    });
  });
