/** `GET /docs`: how to use the API, and guides. Samples contain the address of this installation. */
import { builtFile } from "../../http/built-file.ts";
import { servedAs } from "../../http/middleware/served-as.ts";
import type { Route, Routes } from "../../http/route.ts";
import { siteOf } from "../../http/site.ts";
import { ofSite } from "../../pages/html/origin-placeholder.ts";
import { guides } from "../guides/guides.ts";

export const routes: Routes = {
  "/docs": page("/docs.html"),
  ...Object.fromEntries(guides.map(({ id }) => [`/docs/${id}`, page(`/docs/${id}.html`)])),
};

function page(file: string): Route {
  return [
    servedAs("page"),
    (context) =>
      builtFile(context, {
        file,
        contentType: "text/html; charset=utf-8",
        adapt: ofSite(siteOf(context)),
      }),
  ];
}
