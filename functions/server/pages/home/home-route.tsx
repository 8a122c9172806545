/**
 * Serves `GET /`: the comparison with its first answer, and links to other pages. With a question in the address it
 * serves what `/embed` does.
 */
import { dataset } from "#core/dataset.ts";
import { parameterNames } from "#core/question/parameter-names.ts";
import { queryFromText } from "#core/question/read-question.ts";
import { assets } from "#generated/assets.ts";
import { homeStyles } from "#generated/styles.ts";
import { cachedResponse } from "../../answers/keep/cached-response.ts";
import { type ClassScreen, screenOfQuestion } from "../../answers/render/element-json.ts";
import { siteOf } from "../../http/base-path.ts";
import { namesFiles } from "../../http/conditional.ts";
import { servedAs } from "../../http/middleware/response-headers.ts";
import type { Answer, Routes } from "../../http/route.ts";
import { servedElement } from "../frame/element-html.tsx";
import { embed } from "../frame/frame-route.tsx";
import { sharingOf } from "../html/sharing.ts";
import { sitePage } from "../html/site-frame.tsx";

const home: Answer = (context, next) => {
  const { searchParams } = new URL(context.req.url);
  // The home page shows the first answer. It must not stand where the address asks another question.
  if (parameterNames.some((name) => searchParams.has(name))) {
    context.set("profile", "embed");
    return embed(context, next);
  }
  const site = siteOf(context);
  return cachedResponse(context, {
    // The page contains the URL of this site, which may have several host names.
    resource: `${site}/`,
    form: "html",
    headers: { "cache-control": namesFiles },
    make: async (ask) =>
      homePage(await screenOfQuestion(queryFromText("", dataset), "", ask), site),
  });
};

export const routes: Routes = { "/": [servedAs("page"), home] };

/**
 * Makes the home page, which holds the element with its first answer, as a hospital's page does. One inconspicuous line
 * names the element, because nothing may stand out more than the answer.
 */
function homePage({ answer, view }: ClassScreen, site: string): string {
  return sitePage({
    description:
      "Pooled efficacy and toxicity of CAR-T cells and bispecific antibodies in relapsed multiple myeloma, every number with its source.",
    scripts: [assets.widget, assets.page],
    styles: homeStyles,
    sharing: sharingOf(view, answer, { origin: site, url: `${site}/` }),
    current: "",
    content: (
      <main class="page home">
        <header>
          <h1>CAR-T or bispecific in relapsed myeloma</h1>
        </header>
        <div
          id="preview"
          dangerouslySetInnerHTML={{ __html: servedElement(view, [], { theme: "system" }) }}
        />
        <WaysOn />
      </main>
    ),
  });
}

/**
 * Draws links after the answer, so that nothing moves while the page arrives; all other pages are in the navigation.
 */
function WaysOn() {
  const count = (kind: "trial" | "real-world") =>
    dataset.cohorts.filter(({ evidence }) => evidence === kind).length;
  return (
    <>
      <p>
        Every number leads to its source. It is pooled anew for your question, from {count("trial")}{" "}
        groups of patients of trials and {count("real-world")} of practice; age and findings of a
        patient stay on the device.
      </p>
      <ul>
        <li>
          <a href="/embed">Full screen</a>, also without a connection once it was open for ten
          seconds; for places that never have one, <a href="/docs/copy">a copy in one file</a>
        </li>
        <li>
          <a href="/v1/dataset.csv">All figures (CSV)</a> with their sources, as one table
        </li>
      </ul>
    </>
  );
}
