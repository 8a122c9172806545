/** The Hono app: middleware and route table on one screen. */
import { Hono } from "hono";
import { adjustedComparisons } from "./api/adjusted-comparisons.ts";
import { brief, briefPage, briefText } from "./api/brief.ts";
import { nextChoices } from "./api/choices.ts";
import { cohorts } from "./api/cohorts.ts";
import { comparison, comparisonTable } from "./api/comparison.ts";
import { datasetDocument, datasetTable } from "./api/dataset.ts";
import { forest } from "./api/forest.ts";
import { health } from "./api/health.ts";
import { metaRegressions } from "./api/meta-regression.ts";
import { openApi } from "./api/openapi.ts";
import { outcomes } from "./api/outcomes.ts";
import { products } from "./api/products.ts";
import { published } from "./api/published.ts";
import {
  clientScript,
  elementManifest,
  elementScript,
  elementTypes,
  frameScript,
  widgetScript,
} from "./api/scripts.ts";
import { sensitivityAnalyses } from "./api/sensitivity.ts";
import { subgroups } from "./api/subgroups.ts";
import { docs } from "./embed/docs/route.ts";
import { embed } from "./embed/embed.tsx";
import { gallery } from "./embed/gallery/route.ts";
import { home } from "./embed/home/route.ts";
import { manifest } from "./embed/manifest.ts";
import { oembed } from "./embed/oembed.ts";
import { qr } from "./embed/qr.tsx";
import type { HonoEnvironment } from "./environment.ts";
import { allowedMethods } from "./middleware/allowed-methods.ts";
import { configuration } from "./middleware/configuration.ts";
import { rateLimit } from "./middleware/rate-limit.ts";
import { readableErrors } from "./middleware/readable-errors.ts";
import { requestLog } from "./middleware/request-log.ts";
import { responseHeaders } from "./middleware/response-headers.ts";
import { urlLimit } from "./middleware/url-limit.ts";
import { problemResponse } from "./problem.ts";
import { staticFile } from "./static-file.ts";

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
