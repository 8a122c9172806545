/** `GET /`: the introduction, the element as on a hospital's page, and the builder of snippets. */

import { dataset } from "#core/dataset.ts";
import { asked } from "#core/question/read-question.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { cacheable } from "../../answers/cacheable.ts";
import { compareInWords } from "../../answers/make-comparison.ts";
import { madeHome } from "../../answers/precomputed.ts";
import { namesFiles } from "../../http/conditional.ts";
import { servedAs } from "../../http/middleware/served-as.ts";
import type { Routes } from "../../http/route.ts";
import { siteOf } from "../../http/site.ts";
import { ofSite, originPlaceholder } from "../html/origin-placeholder.ts";
import { homePage } from "./page.tsx";

export const routes: Routes = {
  "/": [
    servedAs("page"),
    (context) => {
      const site = siteOf(context);
      const finish = ofSite(site);
      return cacheable(context, {
        // The page contains the URL of this site, which may have several host names.
        resource: `${site}/`,
        form: "html",
        headers: { "cache-control": namesFiles },
        make: () =>
          finish(homePage(compareInWords(asked("", dataset), catalogue), originPlaceholder)),
        file: { path: madeHome, finish },
      });
    },
  ],
};
