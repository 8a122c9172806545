/**
 * Serves `GET /`: the comparison with its first answer, and links to other pages. With a question in the address it
 * serves what `/embed` does.
 */
import { dataset } from "#core/dataset.ts";
import { parameterNames } from "#core/question/parameters.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import { assets } from "#generated/assets.ts";
import { homeStyles } from "#generated/styles.ts";
import { respondWithCachedOrMadeText } from "../../answers/keep/cached-response.ts";
import { type ClassScreen, gatherScreenAndAnswer } from "../../answers/render/element-json.ts";
import { makeSiteAddress } from "../../http/base-path.ts";
import { namesFiles } from "../../http/conditional.ts";
import type { Answer, Routes } from "../../http/environment.ts";
import { makeHeaderProfileMiddleware } from "../../http/middleware/response-headers.ts";
import { renderElementHtml } from "../frame/element-html.tsx";
import { serveEmbedPage } from "../frame/frame-route.tsx";
import { makeSharingMetadata } from "../html/sharing.ts";
import { renderSitePage, waysOn } from "../html/site-frame.tsx";

const serveHomePage: Answer = (context, next) => {
  const { searchParams } = new URL(context.req.url);
  // The home page shows the first answer. It must not stand where the address asks another question.
  if (parameterNames.some((name) => searchParams.has(name))) {
    context.set("profile", "embed");
    return serveEmbedPage(context, next);
  }
  const site = makeSiteAddress(context);
  return respondWithCachedOrMadeText(context, {
    resource: "/",
    site,
    form: "html",
    headers: { "cache-control": namesFiles },
    make: async (ask) =>
      renderHomePage(
        await gatherScreenAndAnswer(parseQueryTextOrThrow("", dataset), "", ask),
        site,
      ),
  });
};

export const routes: Routes = { "/": [makeHeaderProfileMiddleware("page"), serveHomePage] };

/**
 * Makes the home page, which holds the element with its first answer, as a hospital's page does. The name of the site is
 * its only title, because nothing may stand out more than the answer.
 */
function renderHomePage({ answer, view }: ClassScreen, site: string): string {
  return renderSitePage({
    description:
      "Pooled efficacy and toxicity of CAR-T cells and bispecific antibodies in relapsed multiple myeloma, every number with its source.",
    scripts: [assets.widget, assets.page],
    styles: homeStyles,
    sharing: makeSharingMetadata(view, answer, { origin: site, url: `${site}/` }),
    current: "",
    content: (
      <main class="page home">
        <div
          id="preview"
          dangerouslySetInnerHTML={{ __html: renderElementHtml(view, [], { theme: "system" }) }}
        />
        <MoreOfSite />
      </main>
    ),
  });
}

/**
 * Draws sentences with links after the answer, so that nothing moves while the page arrives. On a phone they stand in for
 * the navigation, which would push the answer down.
 */
function MoreOfSite() {
  const count = (kind: "trial" | "real-world") =>
    dataset.cohorts.filter(({ evidence }) => evidence === kind).length;
  return (
    <section id={waysOn} class="ways-on" aria-label="More of this site">
      <p>
        Every number leads to its source and is pooled anew for your question, from {count("trial")}{" "}
        groups of trial patients and {count("real-world")} of real-world patients.{" "}
        <a href="/methods">How the numbers are made</a> is a page of its own.
      </p>
      <p>
        <a href="/report">The report</a> prints the whole answer with its sources.{" "}
        <a href="/products">The drugs</a> have their labels, warnings and trials side by side.{" "}
        <a href="/explore">Explore</a> compares other groups and repeats published reviews.
      </p>
      <p>
        <a href="/docs">The guides</a> explain how to read it and how to run it.{" "}
        <a href="/v1/dataset.csv">One table (CSV)</a> holds all figures with their sources.
      </p>
      <p>
        The age and the findings of a patient stay on your device; prior lines and earlier therapy
        make the question that is sent. <a href="/embed">The full screen</a> works without a
        connection, too, once it was open for ten seconds.
      </p>
    </section>
  );
}
