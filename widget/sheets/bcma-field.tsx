/** Asks for earlier BCMA-directed therapy by kind. Nothing ticked is not said. */
import { type EarlierKinds, earlierKinds } from "#core/question/patient.ts";
import type { PatientWords } from "#presentation/words/catalogue.ts";

interface Props {
  value: EarlierKinds | null;
  words: PatientWords["form"]["earlierKinds"];
  /** How the boxes are meant; their group is described by it: {@link bcmaNoteId}. */
  note: string;
  onChange: (value: EarlierKinds | null) => void;
}

const options = [...earlierKinds, "some", "none"] as const;
type Option = (typeof options)[number];

export const bcmaNoteId = "bcma-note";

export function BcmaField({ value, words, note, onChange }: Props) {
  return (
    <>
      {options.map((option) => (
        <label key={option}>
          <input
            type="checkbox"
            checked={isTicked(value, option)}
            onChange={() => onChange(toggled(value, option))}
          />
          <span>{words[option]}</span>
        </label>
      ))}
      <p class="muted quiet note" id={bcmaNoteId}>
        {note}
      </p>
    </>
  );
}

function isTicked(value: EarlierKinds | null, option: Option): boolean {
  if (value === null) return false;
  if (option === "none") return value.length === 0;
  return option === "some" ? value === option : value !== "some" && value.includes(option);
}

/** A kind that is known is neither none nor unknown, and the other way round. */
export function toggled(value: EarlierKinds | null, option: Option): EarlierKinds | null {
  if (isTicked(value, option)) {
    const left = typeof value === "object" && value ? value.filter((kind) => kind !== option) : [];
    return left.length > 0 ? left : null;
  }
  if (option === "none") return [];
  if (option === "some") return option;
  return earlierKinds.filter((kind) => kind === option || isTicked(value, kind));
}
