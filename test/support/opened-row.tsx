/** Draws an opened row as the widget does, with what most tests do not ask about. */
import { render } from "preact-render-to-string";
import { english } from "#presentation/words/catalogue.ts";
import { Detail, type Part } from "#widget/opened/detail.tsx";

type Props = Parameters<typeof Detail>[0];

export const apiBase = "https://here.example";

export function openedRow(row: Props["row"], part: Part, over: Partial<Props> = {}): string {
  return render(
    <Detail
      row={row}
      noun="trial"
      strings={english.screen}
      words={english.detail}
      apiBase={apiBase}
      query=""
      answerVersion={null}
      memory={{ part }}
      {...over}
    />,
  );
}
