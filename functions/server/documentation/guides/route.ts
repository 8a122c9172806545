/** `GET /docs`: the list of guides, and each of them. Samples contain the address of this installation. */
import { builtFile } from "../../http/built-file.ts";
import { servedAs } from "../../http/middleware/header-profile.ts";
import type { Route, Routes } from "../../http/route.ts";
import { siteOf } from "../../http/site.ts";
import { ofSite } from "../../pages/html/origin-placeholder.ts";
import { guides } from "./guides.ts";

const paths = ["/docs", ...guides.map(({ id }) => `/docs/${id}`)];

const page: Route = [
  servedAs("page"),
  (context) =>
    builtFile(context, {
      file: `${context.req.path}.html`,
      contentType: "text/html; charset=utf-8",
      adapt: ofSite(siteOf(context)),
    }),
];

export const routes: Routes = Object.fromEntries(paths.map((path) => [path, page]));
