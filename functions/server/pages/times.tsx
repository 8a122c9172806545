/** Draws how soon something began and how long it lasted, in the words of an opened row. */
import type { ComponentChildren } from "preact";
import type { CitedTiming } from "#data/timing.ts";
import { timingSources } from "#presentation/row/timing.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { timeInWords } from "#presentation/words/timing.ts";
import { linkedSurface } from "#widget/row/surface.tsx";
import { type Fact, Facts } from "./kit/kit.tsx";

interface TimesProps {
  /** Names a harm, or the trial of the times. */
  lines: readonly { readonly name: ComponentChildren; readonly times: readonly CitedTiming[] }[];
}

export function Times({ lines }: TimesProps) {
  return (
    <Facts
      facts={lines.map(
        ({ name, times }): Fact => [
          name,
          <>
            {capitalised(times.map(timeInWords).join("; "))}
            <small>
              <linkedSurface.Sources of={timingSources(times)} />
            </small>
          </>,
        ],
      )}
    />
  );
}
