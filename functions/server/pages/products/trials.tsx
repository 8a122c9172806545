/** What each trial of a product reported, on one axis an outcome; never summed. A name leads to the number in the record. */
import type { Row, Study } from "#core/answer/answer.ts";
import { familyOf } from "#data/landmarks.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import { trialsOfClass } from "#presentation/row/figures.ts";
import { axisMonths, type MedianOf, mediansOf, rulerView } from "#presentation/row/medians-view.ts";
import { plotted } from "#presentation/row/plotted.ts";
import { followed } from "#presentation/words/counts.ts";
import { gradesOfFigure } from "#presentation/words/grades.ts";
import { Axis, Plotted } from "#widget/row/strip.tsx";
import { figurePlace, medianPlace } from "../record/places.ts";
import { trialsOf } from "./answers.ts";
import type { ProductFacts } from "./facts.ts";
import { recordAddress } from "./record-address.ts";

interface Props {
  product: ProductFacts;
}

export function Trials({ product }: Props) {
  const rows = trialsOf(product).outcomes.map((row) => ({ row, family: familyOf(row.outcome) }));
  const drawn = rows.flatMap(({ row, family }) =>
    family === null ? countedTrials(row, product) : medians(row, family, product),
  );
  return (
    <section id="achieved">
      <h2>Trial by trial</h2>
      {drawn.length === 0 ? (
        <p class="unknown">No trial here has a number of these outcomes.</p>
      ) : (
        <>
          <p class="quiet">
            Patients and definitions differ between trials; exact 95 % intervals. Each name leads to
            the source of its number, in the record of all that its trial reported.
          </p>
          <div class="drawn outcomes">{drawn}</div>
        </>
      )}
    </section>
  );
}

/** The trials that an outcome counts, also those with other drugs. */
function countedTrials(row: Row, { therapyClass }: ProductFacts) {
  const { counted, otherwise } = trialsOfClass(row, therapyClass);
  const studies = [...counted, ...otherwise];
  if (studies.length === 0) return [];
  return [
    <article key={row.outcome}>
      <h3>{row.label}</h3>
      <Axis />
      <ul>
        {studies.map((study) => (
          <li key={study.cohort} class={`plotted ${therapyClass}`}>
            <span>
              <a href={`${recordAddress(study.cohort)}#${figurePlace(study.printed, study.cut)}`}>
                {study.label}
              </a>{" "}
              <small>{aboutStudy(study)}</small>
            </span>
            <Plotted group={therapyClass} side={plotted(study)} />
          </li>
        ))}
      </ul>
    </article>,
  ];
}

/** "94 of 97, grade 3 or 4, deaths apart, with other drugs" */
function aboutStudy({ events, n, cut, followUpMonths, grades, regimen }: Study): string {
  const count = events === null ? `${n ?? "?"} patients` : `${events} of ${n}`;
  return [
    count + (cut === "primary" ? "" : followed(followUpMonths)),
    grades === null || grades === undefined ? "" : gradesOfFigure[grades],
    regimen === "combination" ? "with other myeloma drugs" : "",
  ]
    .filter((text) => text !== "")
    .join(", ");
}

const families: Readonly<Record<SurvivalFamily, string>> = {
  pfs: "Progression-free survival",
  os: "Overall survival",
  dor: "Duration of response",
};

/** Medians of the newest cut, a line a set of patients. */
function medians(row: Row, family: SurvivalFamily, { therapyClass }: ProductFacts) {
  const ruler = rulerView(row);
  if (ruler === null) return [];
  const reported = mediansOf(row).map(({ median }) => median);
  return [
    <article key={family} class="medians">
      <h3>
        {families[family]} <small>median months</small>
      </h3>
      <Axis of="months" ticks={axisMonths} />
      <ul>
        {ruler.medians.map((line, index) => (
          <li key={line.cohort} class={`plotted ${therapyClass}`}>
            <span>
              <a
                href={`${recordAddress(line.cohort)}#${medianPlace(family, reported[index]?.cut ?? "")}`}
              >
                {line.trial}
              </a>
              <span class="heard">: {line.heard}</span>{" "}
              <small>{line.doubt ?? followedText(reported[index])}</small>
            </span>
            <Plotted group={therapyClass} side={line} />
          </li>
        ))}
      </ul>
      {ruler.key && <p class="quiet">{ruler.key}</p>}
    </article>,
  ];
}

/** Of a median that was not reached, the follow-up stands in its place. */
function followedText(median: Pick<MedianOf["median"], "months" | "followUpMonths"> | undefined) {
  if (!median || median.months === null) return "";
  const { followUpMonths } = median;
  return followUpMonths === null ? "follow-up not reported" : `followed ${followUpMonths} months`;
}
