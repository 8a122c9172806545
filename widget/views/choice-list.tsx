/** One-tap choices of a filter, each with the cohorts per class it leaves: a dead end is seen before it is chosen. */
import type { Choice } from "../../functions/comparison/answer.ts";
import type { Strings } from "../strings/en.ts";

interface Props {
  label: string;
  note?: string;
  /** Where the sheet's own title already says it. */
  hideLabel?: boolean;
  choices: readonly Choice[];
  strings: Strings;
  onChoose: (query: string) => void;
}

export function ChoiceList({ label, note, hideLabel, choices, strings, onChoose }: Props) {
  return (
    <fieldset class="choices">
      <legend class={hideLabel ? "hidden" : ""}>{label}</legend>
      {note && <p class="muted note">{note}</p>}
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          class="choice"
          aria-pressed={choice.selected}
          onClick={() => onChoose(choice.query)}
        >
          <span>{choice.label}</span>
          <Leaves cohorts={choice.cohorts} strings={strings} />
        </button>
      ))}
    </fieldset>
  );
}

function Leaves({ cohorts, strings }: { cohorts: Choice["cohorts"]; strings: Strings }) {
  const { sheet, classShort } = strings;
  const { "car-t": carT, bsab } = cohorts;
  const counts = sheet.leaves(carT, bsab);
  if (carT === 0 && bsab === 0) return <span class="tag">{sheet.leavesNone}</span>;
  if (carT > 0 && bsab > 0) return <span class="muted counts">{counts}</span>;
  return (
    <span class="counts">
      <span class="tag">{sheet.leavesOne(classShort[carT > 0 ? "car-t" : "bsab"])}</span>{" "}
      <span class="muted">{counts}</span>
    </span>
  );
}
