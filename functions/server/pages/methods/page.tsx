/**
 * `/methods`: how the numbers are made, what they are for and what they are not. A file of the build;
 * every number on it is read from the rules or counted in the data.
 */

import type { ComponentChildren } from "preact";
import { dataset } from "#core/dataset.ts";
import { contrastedWithin, pooledWithin } from "#core/evidence/cuts.ts";
import { DEFAULT_LANDMARK_PRIOR, DEFAULT_PRIOR } from "#core/statistics/bayes/prior.ts";
import { methodsStyles } from "#generated/styles.ts";
import { tierWords } from "#presentation/report/references.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { Columns, NotReviewed, OnThisPage } from "../html/parts.tsx";
import { feed, sitePage } from "../html/site-frame.tsx";
import { AgreementTables } from "./agreement.tsx";
import { CertaintyTable } from "./certainty.tsx";
import { type Counts, countsOfData } from "./counts.ts";
import { SearchAsMade } from "./search.tsx";

/** The page is in English only. */
const { dateWords } = catalogue.record;

export const documents = (): Record<string, string> => ({ "methods.html": methodsPage() });

export function methodsPage(): string {
  return sitePage({
    title: "Methods",
    description:
      "How the numbers are made: model, rules of certainty, agreement with published pools, limits, intended use.",
    styles: methodsStyles,
    feed,
    current: "methods",
    content: <Page counts={countsOfData()} />,
  });
}

/** Other pages link to these anchors. */
const contents = [
  ["intended-use", "Intended use"],
  ["evidence", "Evidence"],
  ["search", "Search"],
  ["model", "Model"],
  ["typical-trial", "A typical trial"],
  ["single-trials", "Single trials and products"],
  ["representativeness", "What stands for a class"],
  ["overlap", "Shared patients"],
  ["doses", "Doses and combinations"],
  ["cuts", "Data cuts"],
  ["bold", "Bold differences"],
  ["certainty", "Certainty"],
  ["agreement", "Published pools"],
  ["limits", "Limits"],
  ["review", "Review"],
  ["not", "What it does not do"],
  ["changes", "Changes"],
] as const;

type Anchor = (typeof contents)[number][0];

function Part({ id, children }: { id: Anchor; children: ComponentChildren }) {
  return (
    <section>
      <h2 id={id}>{contents.find(([one]) => one === id)?.[1]}</h2>
      {children}
    </section>
  );
}

function Page({ counts }: { counts: Counts }) {
  return (
    <main class="page text methods">
      <header>
        <h1>Methods</h1>
        <p>How the numbers are made, what they are for, and what they are not.</p>
        <p class="review">
          <NotReviewed />
          {catalogue.screen.footer.audience}
        </p>
      </header>
      <OnThisPage parts={contents} />
      <IntendedUse />
      <Evidence counts={counts} />
      <Part id="search">
        <SearchAsMade />
      </Part>
      <Statistics />
      <Rules />
      <Part id="certainty">
        <p>
          Separate cohorts are compared, so certainty is <em>low</em> at best. Any line of this
          table makes it <em>very low</em> or takes the difference away. The rules replace no panel.
        </p>
        <CertaintyTable />
      </Part>
      <Part id="agreement">
        <AgreementTables />
      </Part>
      <Limits />
    </main>
  );
}

function IntendedUse() {
  return (
    <Part id="intended-use">
      <p>
        FDA’s guidance on clinical decision support (criterion 4) asks that a reader can judge the
        basis of what is shown. This is the basis:
      </p>
      <dl>
        <Term name="User">health-care professionals who treat multiple myeloma</Term>
        <Term name="Use">
          reading published results of groups of patients beside one’s own judgement; not for urgent
          decisions, and not as the only basis of any
        </Term>
        <Term name="Input">
          a question about groups: setting, lines, age, product, kind of evidence. Age and lines of
          one patient, if typed, choose cohorts and stay in the browser.
        </Term>
        <Term name="Method">
          <a href="#model">a pool for each class</a> and <a href="#certainty">stated rules</a>; no
          model that learned from patients
        </Term>
        <Term name="Sources">
          every figure leads to its publication: <a href="/v1/dataset">all figures</a>,{" "}
          <a href="#search">how they were found</a>
        </Term>
        <Term name="Validation">
          statistics checked against reference values and simulation; pools set beside{" "}
          <a href="#agreement">published ones</a>; never tested on decisions or outcomes of patients
        </Term>
        <Term name="Limitations">
          <a href="#limits">those below</a>, and the cautions on each row
        </Term>
      </dl>
    </Part>
  );
}

function Term({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Evidence({ counts }: { counts: Counts }) {
  const { sources, leftOut } = counts;
  return (
    <Part id="evidence">
      <p>
        Evidence was last collected on {dateWords(dataset.review.dataDate)}. What can be counted is
        counted here; cohorts may be missing, because <a href="#search">the search</a> was not
        systematic.
      </p>
      <dl>
        <Term name="Cohorts">
          {counts.cohorts}: {counts.trials} of trials, {counts.realWorld} from practice
        </Term>
        <Term name="Figures">
          {counts.figures} of outcomes, {counts.landmarks} of survival at a month, {counts.medians}{" "}
          medians
        </Term>
        {[...sources].map(([tier, count]) => (
          <Term key={tier} name={`Sources, tier ${tier} of 4`}>
            {count}: {tierWords(tier, catalogue)}
          </Term>
        ))}
        <Term name="Beside the pools">
          {counts.subgroupStudies} studies with subgroups, {counts.comparisons} comparisons by
          others, {counts.published} meta-analyses
        </Term>
        <Term name="Products">{counts.products}</Term>
      </dl>
      <h3>The question that stands when nothing is chosen</h3>
      <p>
        Of {counts.cohorts} cohorts, {counts.included} fit it and {counts.excluded} do not, each for
        the first reason that applies:
      </p>
      <table>
        <Columns names={["Left out because", "Cohorts"]} />
        <tbody>
          {leftOut.map(([reason, cohorts]) => (
            <tr key={reason}>
              <td>{reason}</td>
              <td>{cohorts}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        A cohort that fits may still lack an outcome; each row says which. Papers, labels and
        regulators rank before congresses and companies, these before news.
      </p>
    </Part>
  );
}

function Statistics() {
  const { mu, tau } = DEFAULT_PRIOR;
  return (
    <>
      <Part id="model">
        <p>
          Each class is pooled by itself, from events and patients of each cohort. The model is
          Bayesian, binomial–normal, with the exact likelihood of the counts. Priors: the mean is
          normal around {mu.mean} with standard deviation {mu.sd} on the logit scale; the spread
          between cohorts (τ) is half-normal with scale {tau.scale}. For survival at a month the
          scale is the log cumulative hazard, and that of the spread{" "}
          {DEFAULT_LANDMARK_PRIOR.tau.scale}.
        </p>
        <p>
          The difference is CAR-T minus bispecifics: of the two numbers shown, so that a row
          subtracts. Its interval comes from both posteriors together.
        </p>
        <h3>Why not the usual Wald interval</h3>
        <p>
          Wald intervals take the logit of a rate as normal. With few patients, and with rates near
          none or all, that fails: a cohort without an event has no logit, and adding a half to it
          moves the result. With few cohorts the spread is taken as known, and intervals come out
          too narrow. Exact likelihood needs no correction and carries the doubt about the spread.{" "}
          <code>model=</code> of <a href="/docs">the API</a> asks for the other models.
        </p>
      </Part>
      <Part id="typical-trial">
        <p>
          A pooled number is the rate of a typical cohort: the middle of the cohorts, each allowed a
          rate of its own. It is not the share of all patients added up, and no prediction for one
          patient. A new trial may lie outside the interval, because trials differ.
        </p>
        <h3>Trials of one product</h3>
        <p>
          Trials of one product resemble each other more than trials of different products. The
          model of the answers takes every trial as independent, so its interval is one of the
          products in the answer; for CAR-T or bispecifics in general, with products that are not in
          it, it is too narrow. The report of one outcome and{" "}
          <a href="/docs">
            <code>/v1/sensitivity</code>
          </a>{" "}
          therefore answer again with products as a level: a trial's logit is normal around that of
          its product with variance (1 − ρ)τ², a product's around μ with variance ρτ², ρ is uniform
          between 0 and 1, and μ and τ have the priors above. The number of a class is then the
          plain mean of the products in the answer, and their difference is of these products alone;
          μ, a typical product whether in the answer or not, stands beside it, and is a check of
          every difference that would be bold. Trials of products that were not told apart count for
          μ only. In simulated trials with two to four products a class, the 95 % interval covers
          the true difference of these products in 93 to 100 of 100 data sets with products as a
          level and in 97 to 100 without. That of typical products it covers in 89 to 98 with
          products as a level, lowest where a class has two products or where products differ by a
          standard deviation of 1.2 logits, and in 77 to 96 without. So the level is no model of
          every row but a check. With one trial a product, the spread of trials and that of products
          cannot be told apart.
        </p>
      </Part>
    </>
  );
}

function Rules() {
  return (
    <>
      <Part id="single-trials">
        <p>
          A product is shown as it was counted, not as a pool: one trial with its exact interval,
          several as their sum with each trial beside it. Where these differ by more than chance
          (Cochran’s Q, p below 0.1) the sum has no interval, because it would be that of one rate.
        </p>
        <p>
          By the default model a class that rests on one product is that product: its name, its
          counts, and the difference between the numbers shown, by Newcombe’s method of two counts
          or from the two intervals (MOVER) where the other class has several products. Such a
          difference is observed in these trials. It says nothing about other products or trials, is
          never bold and has no checks. Where the trials of the product differ, there is no
          difference, unless by name: products with two trials and 100 patients or more each that
          counted the same stand against each other in the opened row. Products are never ranked.
        </p>
        <p>
          CAR-T responses count patients who were infused. Where a trial also says how many had
          cells collected, the same responders stand over these, too, because who was not infused
          could not respond to the cells; this is marked as derived, and a printed count comes
          first. As one of the checks these counts replace the others.
        </p>
      </Part>
      <Part id="representativeness">
        <p>
          A row may hold few of the patients of a class, because the others did not report it. A
          class that is mostly missing has no number and is not compared: its products are named
          with their counts. The limits are in <a href="#certainty">the table</a>. Where the
          question of a published analysis is repeated, the class is that of its own cohorts.
        </p>
      </Part>
      <Part id="overlap">
        <p>
          No patient counts twice. Of cohorts that share patients, the set without overlap that has
          most patients is pooled, and the answer names what gave way. If too many share patients to
          try every set, the answer says so.
        </p>
      </Part>
      <Part id="doses">
        <p>
          Doses that were not taken forward are left out unless asked for. Products given alone and
          in combination are pooled apart: one of the two stands for a class in every row, the other
          beside it. A combination against monotherapy lowers the certainty.
        </p>
      </Part>
      <Part id="cuts">
        <p>
          A figure comes from the cut of the primary publication. Where that one is silent another
          cut stands in, of events that accumulate the earliest, and its follow-up is printed. Such
          a cut is pooled only with cohorts whose follow-ups differ less than {pooledWithin} times.
          Outcomes of which one is part of another come from one cut where a trial has them all.
        </p>
        <p>
          Events that accumulate are compared only if the median follow-ups of the classes are known
          and differ less than {contrastedWithin} times; otherwise each product stands with its own
          count. A percentage without a count is shown as printed and never pooled.
        </p>
      </Part>
      <Part id="bold">
        <p>
          A difference is bold only if it is the same in every check: its interval excludes 0 in the
          question itself, among products approved in the US, in the EU, without dose escalation,
          without each product and each trial, by other rules, priors and models, and by the default
          model for typical products with products as a level. Otherwise the row names the
          weightiest check that it depends on, or its interval holds 0 and it may go either way.
          Bold is no proof: many rows are looked at together.
        </p>
      </Part>
    </>
  );
}

function Limits() {
  const { review } = dataset;
  return (
    <>
      <Part id="limits">
        <ul>
          <li>
            Almost all cohorts have one arm. Their patients differ, and nothing adjusts for that.
          </li>
          <li>CAR-T figures mostly count infused patients, not those who never got their cells.</li>
          <li>Follow-up, scales of grades and earlier therapy differ between cohorts.</li>
          <li>
            Some figures come from abstracts, company pages or news. Their rank stands beside them.
          </li>
          <li>What is not reported is not known to be absent. Nothing is imputed.</li>
          <li>Search and reading of sources were not done twice by independent people.</li>
        </ul>
      </Part>
      <Part id="review">
        <p>{review.statement}</p>
        <ul>
          {review.checks.map(({ what, against, when, role }) => (
            <li key={what}>
              {what}. Against: {against}. By: {role}, {dateWords(when)}.
            </li>
          ))}
        </ul>
      </Part>
      <Part id="not">
        <p>
          It gives no advice and recommends no therapy. It keeps no patient data and predicts for no
          one patient. It ranks no products and knows no costs.
        </p>
      </Part>
      <Part id="changes">
        <p>
          <a href="/changes">What each release of the data changed</a>, also{" "}
          <a href={feed.href}>as a feed</a>. Data version {dataset.dataVersion}.
        </p>
      </Part>
    </>
  );
}
