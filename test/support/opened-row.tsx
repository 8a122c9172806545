/** Draws an opened row as the element does, with defaults for what most tests do not ask about. */
import { render } from "preact-render-to-string";
import type { Answer, Row } from "#core/answer/answer.ts";
import { makeOpenedRow, type OpenedRow } from "#presentation/views/opened-row.ts";
import type { Requests } from "#widget/ask.ts";
import { surroundings } from "#widget/page/environment.ts";
import { PanelParts } from "#widget/row/row-panel.tsx";
import { linkedSurface, SurfaceProvider } from "#widget/row/surface.tsx";
import { type Loaded, makeFirstStoreStep } from "#widget/store.ts";
import { blankView } from "#widget/views/states.tsx";
import { comparison } from "./answers.ts";

type Props = Parameters<typeof PanelParts>[0];

/** The place of a view that is drawn as text, where nothing has the focus. */
export const nowhere = {
  getRootNode: () => ({ activeElement: null }),
  querySelector: () => null,
} as unknown as HTMLElement;

const refuse = () => Promise.reject(new Error("nobody asks"));

/** The requests of an element that must ask nothing. */
export const noRequests: Requests = {
  screen: refuse,
  row: refuse,
  choices: refuse,
  patients: refuse,
  copy: refuse,
};

/** @param query The query of the answer on screen, as text. */
export function openedRow(
  row: OpenedRow,
  { query = "", ...over }: Partial<Props> & { query?: string } = {},
): string {
  const loaded: Loaded = {
    query,
    view: { ...blankView, canonical: query },
    onDevice: false,
  };
  const { state } = makeFirstStoreStep(query, loaded);
  return render(
    <SurfaceProvider value={{ ...linkedSurface, site: surroundings.site }}>
      <PanelParts
        row={row}
        outcome={row.outcome}
        loaded={loaded}
        state={{ ...state, hydrated: true }}
        send={() => undefined}
        place={nowhere}
        ask={noRequests}
        onProducts={undefined}
        onLeave={() => undefined}
        {...over}
      />
    </SurfaceProvider>,
  );
}

/** Returns the opened form of a made-up row, without published results or timing. */
export function openedOf(row: Row, over: Partial<Answer> = {}): OpenedRow {
  const answer = comparison({ outcomes: [row], ...over });
  const neighbours = {
    ...{ influentialTrials: [], timing: [], deeper: null },
    ...{ compared: [], notInfused: [], randomised: [] },
    copied: { text: "", html: "" },
  };
  return makeOpenedRow(row, answer, neighbours);
}
