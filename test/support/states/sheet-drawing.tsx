/** Draws a filter sheet as part of the page, not as an overlay. */
import { render } from "preact-render-to-string";
import { choices } from "#core/choices/choices.ts";
import type { Comparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { Sheet } from "#widget/sheets/sheet.tsx";
import { SheetContent } from "#widget/sheets/sheet-content.tsx";
import { FailureState } from "#widget/views/states.tsx";
import type { Drawn } from "./states.ts";

const { screen: en, sheets, patient } = catalogue;

type SheetDrawn = Extract<Drawn, { as: "sheet" }>;

export function sheetMarkup(
  { name, inside }: SheetDrawn,
  { query, canonical }: Comparison,
): string {
  const failure = inside === undefined || inside === "loading" ? null : inside;
  const markup = render(
    <Sheet
      dialog={{ current: null }}
      beside={false}
      title={name === "more" ? en.sheet.more : en.chip[name]}
      strings={en}
      onClose={nothing}
      foot={
        <button type="button" class="reset">
          {en.sheet.reset}
        </button>
      }
    >
      {failure && <FailureState failure={{ kind: failure }} strings={en} onRetry={nothing} />}
      <SheetContent
        sheets={sheets}
        name={name}
        query={canonical}
        choices={inside ? null : choices(query, dataset)}
        waiting={failure === null}
        patient={undefined}
        live={false}
        patientWords={patient}
        apiBase=""
        onChoose={nothing}
        onPatient={nothing}
      />
    </Sheet>,
  );
  // In the widget, an effect opens the dialog as an overlay. Effects do not run on the server.
  return markup.replace("<dialog ", "<dialog open ");
}

/** A handler that makes buttons look active. Without a script they do nothing. */
function nothing(): void {}
