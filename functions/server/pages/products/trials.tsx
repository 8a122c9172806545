/**
 * Draws what each trial of a product reported, on one axis for each outcome; trials are never summed. A name leads to
 * the number in the record.
 */
import type { Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { queryFromText } from "#core/question/read-question.ts";
import { familyOf } from "#data/landmarks.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import { type DrawnTrial, trialsView } from "#presentation/row/drugs-view.ts";
import { axisMonths, type Median, mediansOf, rulerView } from "#presentation/row/medians-view.ts";
import { shortTrialName } from "#presentation/row/trial-names.ts";
import { atFollowUp } from "#presentation/words/counts.ts";
import { gradesOfFigure } from "#presentation/words/grades.ts";
import { withCommas } from "#presentation/words/sentences.ts";
import { type ClassAnswer, compareWithSources } from "../../answers/compute/full-answer.ts";
import { RecordLink } from "../kit/kit.tsx";
import { type DrawnLine, Lines } from "../lines.tsx";
import { figurePlace, medianNames, medianPlace } from "../record/figures.tsx";
import type { ProductFacts } from "./facts.ts";

/** Lists the outcomes of the comparison above. */
const comparedOutcomes = "orr,cr,crs-3,icans,infection-3,nrm,pfs-12".split(",");
/** Adds kinds of survival whose medians are drawn. */
const outcomes = [...comparedOutcomes, "os-12", "dor-12"];

/** Returns all trials of a product, whatever earlier therapy their patients had and wherever it is approved. */
export function trialsOf({
  slug,
  therapyClass,
}: Pick<ProductFacts, "slug" | "therapyClass">): ClassAnswer {
  return compareWithSources(
    queryFromText(
      `product=${slug}&therapy-class=${therapyClass}&lines=any&availability=any&target=any&outcome=${outcomes.join()}`,
      dataset,
    ),
  );
}

export function Trials({ product }: { product: ProductFacts }) {
  const plots = trialsOf(product).outcomes.flatMap((row) => {
    const family = familyOf(row.outcome);
    return [
      ...(comparedOutcomes.includes(row.outcome) ? [ratesPlot(row, product)] : []),
      ...(family === null ? [] : [mediansPlot(row, family)]),
    ].filter(({ lines }) => lines.length > 0);
  });
  return (
    <section id="achieved">
      <div class="text">
        <h2>Trial by trial</h2>
        {plots.length === 0 ? (
          <p class="unknown">Not found in any trial here.</p>
        ) : (
          <p class="quiet">
            Patients and definitions differ between trials; exact 95 % intervals. Hollow: fewer than
            30 patients, of whom only the count is told, or no count or interval reported. Each name
            leads to the source of its number, in the record of all that its trial reported.
          </p>
        )}
      </div>
      <div class="root">
        <div class="plots">
          {plots.map(({ title, axis, lines, key }) => (
            <section key={title}>
              <h3>{title}</h3>
              <Lines lines={lines} axis={axis} />
              {key && <p class="key">{key}</p>}
            </section>
          ))}
        </div>
      </div>
    </section>
  );
}

/** Describes the plot of an outcome, with a line for each trial. */
interface Plot {
  readonly title: string;
  readonly lines: readonly DrawnLine[];
  /** Describes the axis of a quantity that is not counted in patients. */
  readonly axis?: { readonly of: string; readonly ticks: readonly number[] };
  /** Explains the marks. */
  readonly key?: string;
}

/** Plots what each trial reported of an outcome, including combinations with other drugs, or its stand-in. */
function ratesPlot(row: Row, { therapyClass }: ProductFacts): Plot {
  const trials = trialsView(row, therapyClass);
  const labels = trials.map(({ label }) => label);
  return {
    title: row.label,
    lines: trials.map((trial) => ({
      name: (
        <RecordLink
          cohort={trial.cohort}
          label={shortTrialName(trial.label, labels, 0)}
          place={placeOf(trial, row)}
        />
      ),
      group: therapyClass,
      side: trial,
      beneath: aboutTrial(trial),
    })),
  };
}

function placeOf({ outcome, cut }: DrawnTrial, row: Row): string {
  return outcome === null
    ? medianPlace(familyOf(row.outcome) ?? "", cut)
    : figurePlace(outcome, cut);
}

/** Describes a figure, as in "94 of 97, grade 3 or 4, deaths apart, with other drugs". */
function aboutTrial({ beneath, cut, followUpMonths, grades, regimen }: DrawnTrial): string {
  return withCommas([
    (beneath + (cut === "primary" ? "" : atFollowUp(followUpMonths))).trim(),
    grades && gradesOfFigure[grades],
    regimen === "combination" && "with other myeloma drugs",
  ]);
}

/** Plots medians of the newest cut, one line for each set of patients. */
function mediansPlot(row: Row, family: SurvivalFamily): Plot {
  const ruler = rulerView(row);
  const medians = mediansOf(row);
  const trials = ruler?.medians.map(({ trial }) => trial) ?? [];
  return {
    title: `${medianNames[family]}, median`,
    axis: { of: "months", ticks: axisMonths },
    lines: (ruler?.medians ?? []).flatMap((line, index) => {
      const { [index]: median } = medians;
      if (median === undefined) return [];
      return {
        name: (
          <RecordLink
            cohort={line.cohort}
            label={shortTrialName(line.trial, trials, 0)}
            place={medianPlace(family, median.cut)}
          />
        ),
        group: line.group,
        side: line,
        beneath: line.doubt ?? followedText(median),
      };
    }),
    key: ruler?.key ?? "",
  };
}

/** Returns the follow-up of a median. A median that was not reached is drawn by its follow-up, so it needs no text. */
function followedText({ months, followUpMonths }: Median): string {
  if (months === null) return "";
  return followUpMonths === null ? "follow-up not found" : `followed ${followUpMonths} months`;
}
