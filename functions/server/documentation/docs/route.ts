/** `GET /docs`: guides, and how to use the API. Samples contain the address of this installation. */
import type { Context } from "hono";
import { builtFile } from "../../http/built-file.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { servedAs } from "../../http/middleware/served-as.ts";
import type { Routes } from "../../http/route.ts";
import { siteOf } from "../../http/site.ts";
import { ofSite } from "../../pages/html/origin-placeholder.ts";
import { guides } from "../guides/guides.ts";
import { addressIn, api } from "./addresses.ts";

const paths = ["/docs", api, ...guides.map(({ id }) => `/docs/${id}`)];

export const routes: Routes = {
  ...Object.fromEntries(
    paths.map((path) => [path, [servedAs("page"), (context) => page(context)]]),
  ),
  // Which there are, only the build knows.
  [addressIn(":name")]: [servedAs("page"), (context) => page(context, () => context.notFound())],
};

function page(
  context: Context<HonoEnvironment>,
  missing?: () => Response | Promise<Response>,
): Promise<Response> {
  return builtFile(context, {
    file: `${context.req.path}.html`,
    contentType: "text/html; charset=utf-8",
    adapt: ofSite(siteOf(context)),
    ...(missing && { missing }),
  });
}
