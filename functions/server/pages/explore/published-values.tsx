/** Draws the rates and ratios that the meta-analyses of the named sets printed, each above the number here. */
import type { PublishedFigure, PublishedValue } from "#core/answer/published-values.ts";
import { publishedValues } from "#data/generated/published-values.ts";
import type { Outcome } from "#data/schema.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { barOf, of100 } from "#presentation/row/plotted.ts";
import { className } from "#presentation/words/class-names.ts";
import {
  describeExtent,
  describeHere,
  describePublished,
  describeVerdict,
  formatOf100,
} from "#presentation/words/published-value.ts";
import { joinedClauses } from "#presentation/words/sentences.ts";
import { Section } from "../kit/kit.tsx";
import { type DrawnLine, Lines } from "../lines.tsx";
import { PublishedResults, PublishedSets } from "./published-results.tsx";

export function PublishedValues({ outcome, set }: { outcome: Outcome; set: string | null }) {
  const values = publishedValues.filter((value) => value.outcome === outcome.id);
  return (
    <Section id="published" title="Published pools">
      <p>
        {values.length === 0
          ? "No meta-analysis whose question is repeated here has a rate of this outcome for a whole class that can be compared."
          : "Meta-analyses whose questions are repeated here: what they reported (hollow), and below it the number here (filled) with their trials, rules and model, as far as these are known. Nothing was adjusted to agree."}{" "}
        What they and others reported is listed below the drawings, also what does not fit together.
      </p>
      {[...therapyClasses, null].map((group) => {
        const ofGroup = values.filter(({ therapyClass }) => therapyClass === group);
        if (ofGroup.length === 0) return null;
        return (
          <>
            <h3>{group === null ? "CAR-T against bispecifics" : className[group]}</h3>
            <Lines lines={ofGroup.flatMap(drawValue)} />
          </>
        );
      })}
      <PublishedResults outcome={outcome} set={set} />
      <PublishedSets outcome={outcome} />
    </Section>
  );
}

/** Draws the line of the published number and the line of the number here. */
function drawValue(value: PublishedValue): DrawnLine[] {
  const { name, therapyClass, theirs, ours, verdict } = value;
  const isRate = therapyClass !== null;
  const group = therapyClass ?? "car-t";
  // The drawing already shows that a rate lies inside.
  const isSeen = isRate && verdict === "agrees";
  return [
    {
      ...{ name, group, side: isRate ? drawSide(theirs, false) : null, beneath: "" },
      text: isRate ? "" : describePublished(value),
    },
    {
      ...{ name: "here", group, side: isRate && ours ? drawSide(ours, true) : null, goesOn: true },
      text: isRate && ours ? "" : describeHere(value),
      beneath: joinedClauses([isSeen ? "" : describeVerdict(value), describeExtent(value)]),
    },
  ];
}

function drawSide({ value, interval }: PublishedFigure, filled: boolean): DrawnLine["side"] {
  const bar = interval && barOf(interval);
  return {
    number: formatOf100(value),
    under: interval ? interval.map(formatOf100).join("–") : "",
    ...(bar && { bar }),
    marks: [{ at: of100(value), kind: filled ? "estimate" : "figure" }],
    filled,
  };
}
