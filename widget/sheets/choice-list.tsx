/**
 * One-tap choices of a filter. Each shows the number of cohorts per class that it leaves, so that a
 * reader sees an empty result before choosing it.
 */
import type { Choice, ChoiceName } from "#core/choices/choices.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { Abbreviated } from "#presentation/screen/abbreviated.tsx";
import type { SheetWords } from "#presentation/words/catalogue.ts";
import { drawn } from "#words/drawn.ts";
import { Mark } from "../views/mark.tsx";
import { type Offered, type Value, valuesOf } from "./offered.ts";

interface Props extends Offered {
  name: ChoiceName;
  /** If the title is shown above already. */
  hideTitle?: boolean;
  /** Whether a choice can change which cohorts are selected. */
  counts?: boolean;
}

export function ChoiceList({ name, hideTitle = false, counts = true, ...offered }: Props) {
  const { sheets, waiting, onChoose } = offered;
  const { title, note } = sheets.parameters[name];
  const button = ({ value, label, choice }: Value) => (
    <button
      key={value}
      type="button"
      class="choice"
      aria-pressed={choice ? choice.selected : undefined}
      disabled={choice === null}
      onClick={choice ? () => onChoose(choice.query) : undefined}
    >
      <span>
        <Abbreviated text={label} names={sheets.abbreviations} />
      </span>
      {counts &&
        (choice ? (
          <Leaves cohorts={choice.cohorts} sheets={sheets} />
        ) : (
          waiting && <span class="bone counts-bone" />
        ))}
    </button>
  );
  const values = valuesOf(name, offered);
  const of = (group?: TherapyClass) =>
    values.filter(({ therapyClass }) => therapyClass === group).map(button);
  return (
    <fieldset class="choices">
      <legend class={hideTitle ? "hidden" : ""}>{title}</legend>
      {note && <p class="muted note">{note}</p>}
      {of()}
      {/* Products, each class in a column of its own. */}
      {values.some(({ therapyClass }) => therapyClass) && (
        <div class="columns">
          {therapyClasses.map((group) => (
            <fieldset key={group} class="choices">
              <legend>
                <Mark group={group} /> {drawn.className[group]}
              </legend>
              {of(group)}
            </fieldset>
          ))}
        </div>
      )}
    </fieldset>
  );
}

function Leaves({ cohorts, sheets }: { cohorts: Choice["cohorts"]; sheets: SheetWords }) {
  const { "car-t": carT, bsab } = cohorts;
  const counts = sheets.leaves(carT, bsab);
  if (carT === 0 && bsab === 0) return <span class="tag">{sheets.leavesNone}</span>;
  if (carT > 0 && bsab > 0) return <span class="muted counts">{counts}</span>;
  return (
    <span class="counts">
      <span class="tag">{sheets.leavesOne(carT > 0 ? "car-t" : "bsab")}</span>{" "}
      <span class="muted">{counts}</span>
    </span>
  );
}
