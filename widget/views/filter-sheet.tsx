/** The content of the four sheets. Every choice is a whole question, so choosing is loading it. */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import type { Comparison } from "../../functions/comparison/answer.ts";
import { withParameter } from "../query-text.ts";
import type { Strings } from "../strings/en.ts";
import type { ChipName } from "./chips.ts";
import { ChoiceList } from "./choice-list.tsx";
import { RangeForm } from "./range-form.tsx";
import { Sheet } from "./sheet.tsx";

interface Props {
  name: ChipName;
  /** `null` while the choices are being fetched. */
  comparison: Comparison | null;
  /** The question with every filter at its default. */
  reset: string;
  /** Says what happened when they cannot be fetched. */
  failure: ComponentChildren;
  strings: Strings;
  onChoose: (query: string) => void;
  onClose: () => void;
}

const underMore = [
  "preset",
  "evidence",
  "availability",
  "prior-bcma",
  "target",
  "regimen",
  "therapy-class",
  "exclude",
] as const;

export function FilterSheet(props: Props) {
  const { name, comparison, failure, reset, strings, onChoose, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const choose = (query: string) => {
    dialog.current?.close();
    onChoose(query);
  };
  return (
    <Sheet dialog={dialog} title={strings.sheet[name].title} strings={strings} onClose={onClose}>
      {comparison === null ? (
        (failure ?? (
          <p class="muted" role="status">
            {strings.states.loading}
          </p>
        ))
      ) : (
        <Choices name={name} comparison={comparison} strings={strings} onChoose={choose} />
      )}
      {/* Also the way out of a question that could not be answered. */}
      <button type="button" class="reset" onClick={() => choose(reset)}>
        {strings.sheet.reset}
      </button>
    </Sheet>
  );
}

function Choices({
  name,
  comparison,
  strings,
  onChoose,
}: Pick<Props, "name" | "strings" | "onChoose"> & { comparison: Comparison }) {
  const { sheet } = strings;
  const list = (parameter: string, label: string, note?: string) =>
    (comparison.choices[parameter] ?? []).length > 0 && (
      <ChoiceList
        key={parameter}
        label={label}
        {...(note ? { note } : undefined)}
        hideLabel={label === sheet[name].title}
        choices={comparison.choices[parameter] ?? []}
        strings={strings}
        onChoose={onChoose}
      />
    );
  const { canonical, query } = comparison;
  switch (name) {
    case "prior-lines":
      return (
        <>
          {list("setting", sheet["prior-lines"].setting)}
          {list(name, sheet["prior-lines"].range, sheet["prior-lines"].rangeNote)}
          <RangeForm
            name={name}
            range={query.priorLines}
            strings={strings}
            onApply={(range) => onChoose(withParameter(canonical, name, range))}
          />
        </>
      );
    case "age":
      return (
        <>
          {list(name, sheet.age.range, sheet.age.rangeNote)}
          <RangeForm
            name={name}
            range={query.age}
            strings={strings}
            onApply={(range) => onChoose(withParameter(canonical, name, range))}
          />
        </>
      );
    case "product":
      return list(name, sheet.product.title, sheet.product.note);
    case "more":
      return <>{underMore.map((parameter) => list(parameter, sheet.more[parameter]))}</>;
  }
}
