/** Draws what trials reported of a product: as the view *Drugs* shows it, and trial by trial. */
import { Fragment } from "preact";
import type { Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import { formatQuery } from "#core/question/query-text.ts";
import { lateNeurotoxicity } from "#data/collection-vocabulary.ts";
import { parseSurvivalFamily } from "#data/survival.ts";
import { makeMediansRulerView } from "#presentation/row/medians-view.ts";
import { joinLabelAndDetail, shortenLongTrialName } from "#presentation/row/names.ts";
import { makeNotPooledTexts } from "#presentation/row/not-pooled.ts";
import { listTrialLinesOfClass, type TrialLine } from "#presentation/row/trial-lines.ts";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { lowerTiers, medianNames } from "#presentation/words/names.ts";
import { nameProduct } from "#presentation/words/product-name.ts";
import { formatCountWithNoun, joinByCommas, writeSentence } from "#presentation/words/sentences.ts";
import { Ruler } from "#widget/row/ruler.tsx";
import { linkedSurface, SurfaceProvider } from "#widget/row/surface.tsx";
import { TrialsAlone } from "#widget/row/trials.tsx";
import { byDrugView } from "#widget/views/by-drug.tsx";
import { NewTab } from "#widget/views/links.tsx";
import {
  type Ask,
  answerClassesInFull,
  answerInFull,
  type ClassAnswer,
} from "../../answers/compute/full-answer.ts";
import { gatherScreenAndAnswer } from "../../answers/render/element-json.ts";
import { type Fact, Facts, Fold, RecordLink } from "../kit/kit.tsx";
import { makeFigureId, makeMedianId } from "../record/figures.tsx";
import type { ProductFacts } from "./facts.tsx";
import { findFewestRequiredPriorLines, isLabelOfUsOrEu } from "./label.tsx";

interface ProductProps {
  product: ProductFacts;
}

/**
 * Returns the product as the view *Drugs* shows it, for patients after three or more lines; `null` if no trial of it counts
 * there.
 */
export async function makeProductCard({
  slug,
  therapyClass,
}: Pick<ProductFacts, "slug" | "therapyClass">): Promise<ScreenOf<"products"> | null> {
  const text = `compare=product&product=${slug}&therapy-class=${therapyClass}`;
  const query = parseQueryTextOrThrow(text, dataset);
  const ask: Ask = async (asked, canonical) => answerInFull(asked, canonical);
  const { view } = await gatherScreenAndAnswer(query, formatQuery(query, dataset), ask);
  if (view.kind !== "products" || view.byDrug.drugs.length === 0) return null;
  // The page has all labels of the product, and other drugs have pages of their own.
  const drugs = view.byDrug.drugs.map((drug) => ({ ...drug, label: "" }));
  // Outcomes that no trial reports stand below the trials, and demands of the label with their sources.
  return { ...view, unreported: [], byDrug: { ...view.byDrug, drugs, absent: null } };
}

export type CardOfProduct = Awaited<ReturnType<typeof makeProductCard>>;

/** Draws what the trials of the product had, as the element draws it by drug. No number is that of a class. */
export function ProductCard({ product, card }: ProductProps & { card: CardOfProduct }) {
  return (
    <section id="card">
      <div class="text">
        <h2>In its trials after 3 or more lines, given alone</h2>
        {card === null ? (
          <p class="unknown">No trial of it counts there.</p>
        ) : (
          <p class="quiet">
            Each number is of this drug, none of its class. Two trials are two lines; more are a
            typical trial.
          </p>
        )}
      </div>
      {card && (
        <div class="root">
          <byDrugView.Body view={card} site="" />
        </div>
      )}
      <div class="text">
        <ProductQuestionLinks product={product} />
      </div>
    </section>
  );
}

/** Links to the question beside the other class, after fewer lines if a label allows them, and to all trials as a report. */
function ProductQuestionLinks({ product: { slug, approvals } }: ProductProps) {
  const least = findFewestRequiredPriorLines(approvals.filter(isLabelOfUsOrEu));
  return (
    <p>
      <a href={`/embed?product=${slug}`}>Beside the other class</a>
      {" · "}
      <a href={`/embed?view=course&lanes=${slug}`}>its course</a>
      {[1, 2]
        .filter((lines) => lines >= least)
        .map((lines) => (
          <Fragment key={lines}>
            {" · "}
            <a href={`/embed?product=${slug}&lines=${lines}`}>
              after {formatCountWithNoun(lines, "line")}
            </a>
          </Fragment>
        ))}
      {" · "}
      <a href={`/report?product=${slug}&lines=any&availability=any&target=any`}>
        report of its trials after any lines
      </a>
    </p>
  );
}

/** Lists the outcomes of the card above, and those whose medians are drawn. */
const outcomes = "orr,cr,crs-3,icans,infection-3,nrm,pfs-12,os-12,dor-12";

/**
 * Returns two answers about a product after any lines and wherever it is approved: one with the outcomes of its card,
 * and one with late neurotoxicity, which also has real-world series and patients after any earlier therapy.
 */
export function computeAnswersOnAllTrialsOfProduct({
  slug,
  therapyClass,
}: Pick<ProductFacts, "slug" | "therapyClass">): ClassAnswer[] {
  const ask = (text: string) =>
    parseQueryTextOrThrow(
      `product=${slug}&therapy-class=${therapyClass}&lines=any&availability=any&target=any&${text}`,
      dataset,
    );
  const late = ask(`outcome=${lateNeurotoxicity.join(",")}&evidence=all&prior-bcma=any`);
  return [
    answerClassesInFull(ask(`outcome=${outcomes}`)),
    // Late neurotoxicity is rare, and nothing is summed here: every series stands by itself.
    answerClassesInFull({ ...late, overlap: "keep" }),
  ];
}

function isRealWorldCohort(cohort: string): boolean {
  return dataset.cohorts.some(({ id, evidence }) => id === cohort && evidence === "real-world");
}

/**
 * Returns the lines of the trials of a product in a row, with shortened names and the places of their numbers in the
 * records. A line names its drug only if it is given with others.
 */
function listProductTrialLines(
  row: Row,
  { slug, therapyClass }: ProductFacts,
  answer: ClassAnswer,
): TrialLine[] {
  const lines = listTrialLinesOfClass(row, therapyClass, answer);
  const labels = lines.map(({ label }) => label);
  return lines.map(({ printed: { outcome, cut }, ...line }) => ({
    ...line,
    label: shortenLongTrialName(line.label, labels, 0),
    of: joinByCommas([line.of, isRealWorldCohort(line.cohort) && "real-world"]),
    drug: line.drug === nameProduct(slug) ? "" : line.drug,
    place:
      outcome === null
        ? makeMedianId(parseSurvivalFamily(row.outcome) ?? "", cut)
        : makeFigureId(outcome, cut),
  }));
}

function FiguresWithSource({ figures, review }: Pick<TrialLine, "figures" | "review">) {
  return (
    <>
      {figures.map(({ text, citation }) => (
        <small key={text}>
          {text}
          {citation?.href && [
            " · ",
            <NewTab key={citation.href} href={citation.href}>
              source
            </NewTab>,
          ]}
          {lowerTiers[citation?.tier ?? 1] && ` · ${lowerTiers[citation?.tier ?? 1]}`}
        </small>
      ))}
      {review && <small>{review}</small>}
    </>
  );
}

const surface = { ...linkedSurface, TrialName: RecordLink, Figures: FiguresWithSource };

/** Draws the medians of a row below each other, each with its follow-up; `null` without any. */
function drawMedians(row: Row, title: string) {
  const ruler = makeMediansRulerView(row);
  if (ruler === null) return null;
  return (
    <>
      <h3>{title}</h3>
      <Ruler ruler={ruler} label={title} />
    </>
  );
}

/** A trial without a figure is named if there are at most so many. */
const mostNamed = 2;

/** Draws each trial by itself, because trials of a product are never summed here. */
export function ProductTrials({ product }: ProductProps) {
  const rows = computeAnswersOnAllTrialsOfProduct(product).flatMap((answer) =>
    answer.outcomes.map((row) => {
      const family = parseSurvivalFamily(row.outcome);
      const lines = listProductTrialLines(row, product, answer);
      const drawn = new Set(lines.map(({ cohort }) => cohort));
      return {
        title: row.grades === null ? joinLabelAndDetail(row) : row.label,
        lines,
        medians: family && drawMedians(row, `${medianNames[family]}, median`),
        notDrawn: makeNotPooledTexts(row, answer, drawn, mostNamed),
      };
    }),
  );
  const isDrawn = ({ lines, medians }: (typeof rows)[number]) => lines.length > 0 || medians;
  const plots = rows.filter(isDrawn);
  const reasons = rows.flatMap(({ title, notDrawn }): Fact[] => {
    const { reasons: refused, silent } = notDrawn;
    if (refused.length === 0 && !plots.some((plot) => plot.title === title)) return [];
    const texts = [
      ...refused.map(({ cohort, label, text }) => (
        <li key={cohort}>
          <RecordLink cohort={cohort} label={label} />: {text}
        </li>
      )),
      ...(silent ? [<li key="silent">{writeSentence(silent)}</li>] : []),
    ];
    if (texts.length === 0) return [];
    const list = (
      <ul key={title} class="facts">
        {texts}
      </ul>
    );
    return [[title, list]];
  });
  const silent = rows
    .filter((row) => !isDrawn(row) && row.notDrawn.reasons.length === 0)
    .map(({ title }) => title);
  return (
    <section id="achieved">
      <div class="text">
        <h2>Trial by trial</h2>
        {plots.length === 0 ? (
          <p class="unknown">Not reported in any trial here.</p>
        ) : (
          <p class="quiet">
            Each number is of one trial or real-world series, whatever the lines of its patients: of
            100, with its 95 % interval. Patients and definitions differ between trials. Hollow:
            fewer than 30 patients beside a larger trial, another outcome, or no count reported. At
            12 months “about”, ≥, {"<"} and {">"} follow from the median or a later month, because
            no source prints the month itself. Each name leads to the record of the trial.
          </p>
        )}
      </div>
      <SurfaceProvider value={surface}>
        <div class="root plots">
          {plots.map(({ title, lines, medians }) => (
            <section key={title}>
              {lines.length > 0 && <h3>{title}</h3>}
              {lines.length > 0 && <TrialsAlone group={product.therapyClass} lines={lines} />}
              {medians}
            </section>
          ))}
        </div>
      </SurfaceProvider>
      <div class="text">
        <Fold id="not-drawn" title="Not drawn, and why" count={reasons.length}>
          <Facts facts={reasons} />
        </Fold>
        {plots.length > 0 && silent.length > 0 && (
          <p class="quiet">Not reported in any trial: {silent.join(" · ")}.</p>
        )}
      </div>
    </section>
  );
}
