import { render } from "preact-render-to-string";
import type { Comparison } from "#core/comparison/answer.ts";
import { assets } from "#generated/assets.ts";
import { homeStyles } from "#generated/styles.ts";
import { scopeOf } from "#presentation/statement/scope.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { servedElement } from "../frame/served-element.tsx";
import { htmlDocument } from "../html/document.ts";
import { sharingOf } from "../html/sharing.ts";
import { feed, Masthead, SiteFoot } from "../html/site-frame.tsx";
import { siteName } from "../html/site-name.ts";
import { Builder } from "./builder.tsx";

/** The site's own pages are in English only. */
const { screen: en } = catalogue;

/** @param answer To the default question, which is shown first. */
export function homePage(answer: Comparison, origin: string): string {
  const view = statementOf(answer, en);
  const { widget, embed, home, frame } = assets;
  return htmlDocument({
    title: siteName,
    description:
      "Pooled efficacy and toxicity of CAR-T cells and bispecific antibodies in relapsed multiple myeloma, every number with its source.",
    script: embed,
    styles: homeStyles,
    feed,
    sharing: sharingOf(view, {
      origin,
      url: `${origin}/`,
      canonical: view.canonical,
      scope: scopeOf(answer, catalogue),
    }),
    body: `${render(<Masthead current="compare" />)}
<main class="page home">
${render(<Top />)}
<section aria-labelledby="try">
<h2 id="try">Try it</h2>
<div id="preview">${servedElement(view, [], { theme: "system", words: catalogue })}</div>
</section>
${render(<Builder origin={origin} scripts={{ element: widget, frame }} />)}
${render(<Data />)}
</main>
${render(<SiteFoot />)}
<script type="module" src="${home.href}" integrity="${home.integrity}" crossorigin></script>`,
  });
}

function Top() {
  return (
    <header>
      <h1>{siteName}</h1>
      <p class="lead">
        What CAR-T cells and bispecific antibodies achieved in trials of relapsed multiple myeloma,
        and at what cost: response, survival and toxicity, pooled anew for every setting, number of
        prior lines, age, product and kind of evidence.
      </p>
      <p>
        For health-care professionals who treat myeloma, to review published evidence beside their
        own judgement. It gives no advice and predicts nothing for one patient. Every number leads
        to its source; every limitation stands on the same screen.
      </p>
    </header>
  );
}

function Data() {
  return (
    <section aria-labelledby="data">
      <h2 id="data">Ask for the data</h2>
      <p>The same answers as JSON, CSV or SVG, open to every site and without a key.</p>
      <ul class="links">
        <li>
          <a href="/docs">What can be asked</a> and what is answered
        </li>
        <li>
          <a href="/v1/comparison?outcome=orr">/v1/comparison?outcome=orr</a> – one outcome with its
          trials, cautions and sources
        </li>
        <li>
          <a href="/v1/dataset">/v1/dataset</a> – the whole evidence,{" "}
          <a href="/v1/dataset.csv">also as a table</a>
        </li>
        <li>
          <a href="/changes">What changed in the data</a>, also <a href={feed.href}>as a feed</a>
        </li>
      </ul>
    </section>
  );
}
