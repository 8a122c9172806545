/** A page of the site with the element on it, as on a hospital's page, and the first answer in it. */
import type { VNode } from "preact";
import { render } from "preact-render-to-string";
import type { Comparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { asked } from "#core/question/read-question.ts";
import { assets } from "#generated/assets.ts";
import { headlineOf } from "#presentation/statement/headline.ts";
import { scopeOf } from "#presentation/statement/scope.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { cacheable } from "../../answers/cacheable.ts";
import { compareInWords } from "../../answers/make-comparison.ts";
import { madePages } from "../../answers/precomputed.ts";
import { namesFiles } from "../../http/conditional.ts";
import { servedAs } from "../../http/middleware/served-as.ts";
import type { Routes } from "../../http/route.ts";
import { siteOf } from "../../http/site.ts";
import type { PageName } from "../../site.ts";
import { servedElement } from "../frame/served-element.tsx";
import { htmlDocument } from "../html/document.ts";
import { ofSite, originPlaceholder } from "../html/origin-placeholder.ts";
import { sharingOf } from "../html/sharing.ts";
import { Masthead, SiteFoot } from "../html/site-frame.tsx";

export interface PageWithAnswer {
  name: PageName;
  path: keyof typeof madePages;
  title: string;
  description: string;
  styles: string;
  /** What stands before and after the element, made of the answer that it shows. */
  before: (answer: Comparison) => VNode;
  after: (origin: string) => VNode;
  /** A script of the page itself. */
  script?: { href: string; integrity: string };
}

function htmlOf(page: PageWithAnswer, answer: Comparison, origin: string): string {
  const { name, path, title, description, styles, before, after, script } = page;
  const view = statementOf(answer, catalogue.screen);
  return htmlDocument({
    title,
    description,
    script: assets.embed,
    styles,
    sharing: sharingOf(headlineOf(answer, catalogue), {
      origin,
      url: `${origin}${path}`,
      canonical: view.canonical,
      scope: scopeOf(answer, catalogue),
    }),
    body: `${render(<Masthead current={name} />)}
<main class="page home ${name}">
${render(before(answer))}
<div id="preview">${servedElement(view, [], { theme: "system", words: catalogue })}</div>
${render(after(origin))}
</main>
${render(<SiteFoot current={name} />)}${script ? `\n<script type="module" src="${script.href}" integrity="${script.integrity}" crossorigin></script>` : ""}`,
  });
}

export function routesOf(page: PageWithAnswer): Routes {
  return {
    [page.path]: [
      servedAs("page"),
      (context) => {
        const site = siteOf(context);
        const finish = ofSite(site);
        return cacheable(context, {
          // The page contains the URL of this site, which may have several host names.
          resource: `${site}${page.path}`,
          form: "html",
          headers: { "cache-control": namesFiles },
          make: () =>
            finish(htmlOf(page, compareInWords(asked("", dataset), catalogue), originPlaceholder)),
          file: { path: madePages[page.path], finish },
        });
      },
    ],
  };
}
