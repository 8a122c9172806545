/** `GET /`: what a hospital gets, the comparison itself, and the three ways on. */
import type { Comparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { homeStyles } from "#generated/styles.ts";
import { siteName } from "../html/site-name.ts";
import { routesOf } from "./with-answer.tsx";

export const routes = routesOf({
  name: "compare",
  path: "/",
  title: siteName,
  description:
    "Pooled efficacy and toxicity of CAR-T cells and bispecific antibodies in relapsed multiple myeloma, every number with its source.",
  styles: homeStyles,
  before: (answer) => <Top {...answer} />,
  after: () => <Doors />,
});

function Top({ outcomes }: Comparison) {
  const ofKind = (kind: "trial" | "real-world") =>
    dataset.cohorts.filter(({ evidence }) => evidence === kind).length;
  const { "car-t": carT, bsab } = outcomes[0]?.pools ?? {};
  const trials = (carT?.k ?? 0) + (bsab?.k ?? 0);
  const patients = (carT?.n ?? 0) + (bsab?.n ?? 0);
  return (
    <>
      <header>
        <h1>CAR-T or bispecific? What trials of relapsed myeloma showed, side by side.</h1>
        <p>For health-care professionals. Evidence; it gives no advice.</p>
      </header>
      <ul class="facts">
        <li>
          <strong>
            {trials} trials, {patients} patients
          </strong>
          <span>
            behind the first number, of {ofKind("trial")} groups of patients of trials and{" "}
            {ofKind("real-world")} of daily practice that were read.
          </span>
        </li>
        <li>
          <strong>Every number has its source</strong>
          <span>and its limits, one tap away.</span>
        </li>
        <li>
          <strong>Pooled anew for your filters</strong>
          <span>region, prior lines, age, product; nothing of a patient is sent.</span>
        </li>
      </ul>
    </>
  );
}

/** The second one has the names under which the builder was on this page. */
function Doors() {
  return (
    <nav class="doors" aria-label="Three ways on">
      <ul>
        <li>
          <a href="/embed">Use it</a>
          <span>Full screen, and without a connection once it was opened on a phone.</span>
        </li>
        <li id="take">
          <a id="builder" href="/build">
            Put it on your page
          </a>
          <span>Two lines of HTML, a frame, React or WordPress; free, no key, no cookies.</span>
        </li>
        <li id="data">
          <a href="/methods">Check the numbers</a>
          <span>
            How they are made, <a href="/report">the report</a>, <a href="/docs">the API</a>,{" "}
            <a href="/v1/dataset.csv">the whole evidence as a table</a>.
          </span>
        </li>
      </ul>
    </nav>
  );
}
