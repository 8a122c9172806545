/** Defines the Hono app: all middleware, pages and API resources at a glance. */

import { Hono } from "hono";
import { makeOriginPlaceholderReplacer } from "./presentation/words/html.ts";
import * as api from "./server/api/index.ts";
import { guides } from "./server/documentation/guides/guides.ts";
import { makeSiteAddress } from "./server/http/base-path.ts";
import {
  NotBuilt,
  respondWithBuiltFile,
  serveRootFileOrNotFound,
} from "./server/http/built-file.ts";
import { noParameters } from "./server/http/closed-parameters.ts";
import {
  type HonoEnvironment,
  normaliseRouteHandlers,
  type Route,
  type Routes,
} from "./server/http/environment.ts";
import {
  allowedMethods,
  configuration,
  rateLimit,
  urlLimit,
} from "./server/http/middleware/refusals.ts";
import { requestLog } from "./server/http/middleware/request-log.ts";
import {
  makeHeaderProfileMiddleware,
  noStore,
  responseHeaders,
  textCoding,
} from "./server/http/middleware/response-headers.ts";
import { respondWithProblem } from "./server/http/problem.ts";
import { routes as about } from "./server/pages/about/about-route.tsx";
import { routes as build } from "./server/pages/build/build-route.tsx";
import { routes as explore } from "./server/pages/explore/explore-route.tsx";
import { routes as embed } from "./server/pages/frame/frame-route.tsx";
import { routes as home } from "./server/pages/home/home-route.tsx";
import { routes as manifest } from "./server/pages/home/manifest.ts";
import { routes as offline } from "./server/pages/offline-shell/offline-shell-route.ts";
import { routes as products } from "./server/pages/products/product-route.ts";
import { readableErrors } from "./server/pages/refused/refused.tsx";
import { routes as report } from "./server/pages/report/report-route.ts";
import { type Page, pages } from "./server/site.ts";

export const app = new Hono<HonoEnvironment>({ strict: true })
  .use(requestLog)
  .use(responseHeaders)
  .use(textCoding)
  .use(noStore)
  .use(configuration)
  .use("/embed", makeHeaderProfileMiddleware("embed"))
  .use(readableErrors)
  .use(allowedMethods)
  .use(urlLimit)
  .use(rateLimit)
  .notFound(serveRootFileOrNotFound)
  .onError((error, { env }) => {
    // The message may contain data from the caller, so only the kind of error is logged.
    const isUsual = env.ON_DEVICE && error instanceof NotBuilt;
    if (!isUsual) console.error("unexpected error", error.name);
    return respondWithProblem({
      status: 500,
      detail: "Something went wrong here. The question was not answered; please try again.",
      headers: { "retry-after": "10" },
    });
  });

/** Lists pages that are made or adapted on request, and routes that are not pages. */
const routesOnRequest: Routes = {
  ...home,
  ...about,
  ...build,
  ...embed,
  ...explore,
  ...manifest,
  ...offline,
  ...products,
  ...report,
};

/** Lists the other pages of the table, and the guides, as files of the build. */
const routesOfFiles = Object.fromEntries(
  [...pages, ...guides.map((guide) => ({ path: `/docs/${guide}` }))]
    .filter(({ path }) => !Object.hasOwn(routesOnRequest, path))
    .map((page) => [page.path, makeBuiltPageRoute(page)]),
);

/**
 * Returns the route of a page of the build, which is served with the address of this installation in its samples.
 */
function makeBuiltPageRoute({ path, file = `${path}.html`, profile = "page" }: Page): Route {
  const contentType = "text/html; charset=utf-8";
  return [
    makeHeaderProfileMiddleware(profile),
    noParameters,
    (context) =>
      respondWithBuiltFile(context, {
        file,
        contentType,
        adapt: makeOriginPlaceholderReplacer(makeSiteAddress(context)),
      }),
  ];
}

/** Routes with a member come last, so that no other address is taken for a member. */
const resources = Object.values(api)
  .sort((a, b) => Number(a.path.includes(":")) - Number(b.path.includes(":")))
  .map(({ path, route }) => [path, route] as const);

for (const [path, route] of [
  ...Object.entries(routesOnRequest),
  ...Object.entries(routesOfFiles),
  ...resources,
]) {
  app.get(path, ...normaliseRouteHandlers(route));
}
