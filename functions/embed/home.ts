/** `GET /`: a plain host page that uses the element as a hospital page would. */
import { Hono } from "hono";
import { assets } from "../../widget/generated/assets.ts";
import type { HonoEnvironment } from "../environment.ts";
import { escapeHtml, htmlDocument, htmlResponse } from "./document.ts";

export const home = new Hono<HonoEnvironment>().get("/", (context) => {
  const { origin } = new URL(context.req.url);
  return htmlResponse(page(origin), { headers: { "cache-control": "public, max-age=300" } });
});

function page(origin: string): string {
  const script = `<script type="module" src="${origin}${assets.widget.href}" integrity="${assets.widget.integrity}" crossorigin></script>
<myeloma-compare setting="late"></myeloma-compare>`;
  const frame = `<iframe src="${origin}/embed" title="CAR-T or bispecific antibody" width="100%" height="1100" allow="clipboard-write"></iframe>`;
  return htmlDocument({
    title: "Myeloma Compare",
    description:
      "Pooled efficacy and toxicity of CAR-T cells and bispecific antibodies in relapsed multiple myeloma, every number with its source.",
    script: assets.widget,
    body: `<main class="page">
<header>
<h1>Myeloma Compare</h1>
<p>What CAR-T cells and bispecific antibodies achieved in trials of relapsed multiple myeloma, pooled anew for every filter. For health-care professionals; it shows evidence and gives no advice.</p>
</header>
<myeloma-compare></myeloma-compare>
<section>
<h2>Put it on your page</h2>
<p>As an element:</p>
<pre tabindex="0"><code>${escapeHtml(script)}</code></pre>
<p>As a frame, with the numbers in the HTML:</p>
<pre tabindex="0"><code>${escapeHtml(frame)}</code></pre>
<p>As data: <a href="/v1/comparison?outcome=orr">/v1/comparison?outcome=orr</a> · <a href="/v1/cohorts">/v1/cohorts</a> · <a href="/v1/outcomes">/v1/outcomes</a> · <a href="/docs">what can be asked</a></p>
</section>
</main>`,
  });
}
