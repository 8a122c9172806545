/** Manual input of a range, if none of the one-tap choices fits. */
import { useState } from "preact/hooks";
import type { ChoiceName, Choices, MedianName } from "#core/choices/choices.ts";
import { ownOnly } from "#core/own-only.ts";
import type { PatientNumber } from "#core/question/patient.ts";
import { formatRange, inRange, parseRange, type Range } from "#core/question/range.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { PatientWords } from "#presentation/words/catalogue.ts";
import { withParameter } from "../answers/ordered-query.ts";
import { type Offered, saidOf } from "./offered.ts";
import { RangeForm } from "./range-form.tsx";
import { isAllowed } from "./typed-patient.ts";

interface Props extends Offered {
  name: ChoiceName;
  /** For a filter by medians: a number that no median reaches may be that of a patient. */
  ofPatient?: {
    words: PatientWords["medians"];
    use: (field: PatientNumber, value: number) => void;
  };
}

export function OwnRange({ name, ofPatient, ...offered }: Props) {
  const { sheets, choices, query, onChoose } = offered;
  const [doubtful, setDoubtful] = useState<Range | null>(null);
  const said = saidOf(name, offered) ?? "";
  const apply = (text: string | null) => {
    // An empty input also removes the value that a published set gives.
    const any = choices?.choices[name].find(({ value }) => value === "any")?.query;
    onChoose(
      text === null && any !== undefined
        ? any
        : withParameter(choices?.canonical ?? query, name, text),
    );
  };
  const applyRange = (range: Range | null) => apply(range && formatRange(range));
  const form = (
    <RangeForm
      // A new key fills the form again if the value is known only after the first drawing.
      key={said}
      name={name}
      range={parseRange(said)}
      sheets={sheets}
      onApply={(range) => {
        const isDoubtful = ofPatient && range && emptiedBy(range, name, choices).length > 0;
        if (isDoubtful) setDoubtful(range);
        else applyRange(range);
      }}
    />
  );
  if (!ofPatient || !isMedian(name)) return form;
  const { words, use } = ofPatient;
  const field = name === "age" ? name : "priorLines";
  const value = doubtful?.min ?? doubtful?.max ?? null;
  return (
    <>
      {form}
      <div role="alert">
        {doubtful && choices && (
          <>
            {/* The end of the sheet may lie over it. */}
            <p class="error" ref={(shown) => shown?.scrollIntoView(ownOnly({ block: "center" }))}>
              {words.noCohort(emptiedBy(doubtful, name, choices), choices.medians[name])}
            </p>
            <p class="buttons">
              {value !== null && isAllowed(field, value) && (
                <button type="button" class="apply" onClick={() => use(field, value)}>
                  {words.use(field, value)}
                </button>
              )}
              <button type="button" class="clear" onClick={() => applyRange(doubtful)}>
                {words.allTheSame}
              </button>
            </p>
          </>
        )}
      </div>
    </>
  );
}

function isMedian(name: ChoiceName): name is MedianName {
  return name === "age" || name === "prior-lines";
}

/** The classes that have cohorts, but none with a median in this range. */
function emptiedBy(range: Range, name: ChoiceName, choices: Choices | null): TherapyClass[] {
  if (choices === null || !isMedian(name)) return [];
  const any = choices.choices[name].find(({ value }) => value === "any");
  return therapyClasses.filter(
    (group) =>
      any !== undefined &&
      any.cohorts[group] > 0 &&
      !choices.medians[name][group].some((median) => inRange(median, range)),
  );
}
