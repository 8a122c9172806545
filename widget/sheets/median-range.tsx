/** The range of a filter by medians: a number that no median reaches may be that of a patient. */
import { useState } from "preact/hooks";
import type { PatientNumber } from "#core/question/patient.ts";
import { formatRange, inRange, type Range } from "#core/question/range.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { ChoiceList } from "#presentation/views/sheet.ts";
import { patient } from "#words/patient.ts";
import { withParameter } from "../question.ts";
import { RangeForm } from "./range-form.tsx";
import { isAllowed } from "./typed-patient.ts";

interface Props {
  list: ChoiceList;
  range: NonNullable<ChoiceList["range"]>;
  canonical: string;
  onChoose: (query: string) => void;
  /** Takes the number as that of a patient. */
  onUse: (field: PatientNumber, value: number) => void;
}

const words = patient.medians;

export function MedianRange({ list, range, canonical, onChoose, onUse }: Props) {
  const [doubtful, setDoubtful] = useState<Range | null>(null);
  const field = list.name === "age" ? "age" : "priorLines";
  const value = doubtful?.min ?? doubtful?.max ?? null;
  return (
    <>
      <RangeForm
        list={list}
        range={range}
        canonical={canonical}
        onChoose={onChoose}
        onDoubt={(given) => {
          const isDoubtful = emptiedBy(given, list).length > 0;
          setDoubtful(isDoubtful ? given : null);
          return isDoubtful;
        }}
      />
      <div role="alert">
        {doubtful && (
          <>
            {/* The end of the sheet may lie over it. */}
            <p class="error" ref={(shown) => shown?.scrollIntoView({ block: "center" })}>
              {words.noCohort(emptiedBy(doubtful, list))}
            </p>
            <p class="buttons">
              {value !== null && isAllowed(field, value) && (
                <button type="button" class="apply" onClick={() => onUse(field, value)}>
                  {words.use(field, value)}
                </button>
              )}
              <button
                type="button"
                class="clear"
                onClick={() => onChoose(withParameter(canonical, list.name, formatRange(doubtful)))}
              >
                {words.allTheSame}
              </button>
            </p>
          </>
        )}
      </div>
    </>
  );
}

/** The classes that have cohorts, but none with a median in this range. */
function emptiedBy(range: Range, { medians = {} }: ChoiceList) {
  return therapyClasses.filter((group) =>
    medians[group]?.every((median) => !inRange(median, range)),
  );
}
