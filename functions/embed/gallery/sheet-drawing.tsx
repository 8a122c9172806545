/** A filter sheet, lying in the page instead of over it. */
import { render } from "preact-render-to-string";
import { en } from "../../../widget/strings/en.ts";
import { FilterSheet } from "../../../widget/views/filter-sheet.tsx";
import { FailureState } from "../../../widget/views/states.tsx";
import type { Comparison } from "../../comparison/answer.ts";
import type { Drawn } from "./state.ts";

type Sheet = Extract<Drawn, { as: "sheet" }>;

export function sheetMarkup({ name, inside }: Sheet, comparison: Comparison): string {
  const markup = render(
    <FilterSheet
      name={name}
      comparison={inside ? null : comparison}
      failure={
        inside && inside !== "loading" ? (
          <FailureState
            failure={{ kind: inside }}
            strings={en}
            beside="part"
            onRetry={nothing}
            onReset={nothing}
          />
        ) : null
      }
      reset={comparison.selection.reset}
      strings={en}
      onChoose={nothing}
      onClose={nothing}
    />,
  );
  // In the widget its own effect opens it, over the page; on the server nothing does.
  return markup.replace("<dialog ", "<dialog open ");
}

/** Buttons look as they do when they work; without a script they do nothing. */
function nothing(): void {}
