/** What an opened row shows: its numbers and what to mind, and four parts of which one is open. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { OpenedRow } from "#presentation/statement/opened-row.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { opened as words } from "#words/opened-row.ts";
import type { OfAnswer } from "../app.tsx";
import { copying } from "../copying.tsx";
import { parameterIn, withOutcome } from "../question.ts";
import { isPending, type Loaded } from "../store.ts";
import { useLoaded } from "../use-loaded.ts";
import { Share } from "../views/share.tsx";
import { FailureState } from "../views/states.tsx";
import { Products } from "./products.tsx";
import { Sources } from "./sources.tsx";
import { Sure } from "./sure.tsx";
import { Tabs } from "./tabs.tsx";
import { type Leaving, Trials } from "./trials.tsx";

export type Part = Exclude<keyof typeof words.tabs, "label">;

export interface OfRow extends OfAnswer {
  outcome: string;
  /** To products side by side, if they are not there already. */
  onProducts: (() => void) | undefined;
  /** Asks the question without these trials. */
  onLeave: (ids: readonly string[]) => void;
}

/** What the parts of an opened row are given. */
export interface PartProps {
  row: OpenedRow;
  strings: DrawnWords;
  /** The question of the row; `null` if it is about a patient, which no link holds. */
  question: string | null;
  onProducts: (() => void) | undefined;
  leaving: Leaving;
  share: ComponentChildren;
}

/** Loads the row when it is opened; while that to another question is on its way the one before stays. */
export function OpenedDetail(props: OfRow) {
  const { state, loaded, ask, send, outcome, strings } = props;
  const { canonical, answerVersion } = loaded.view;
  const isPrivate = loaded.forPatient !== undefined;
  // A table that was asked for again and is the same has an older row: that is asked for again, too.
  const isSame = !state.isOutdated && state.renewed === answerVersion;
  const key = `${answerVersion} ${isSame} ${canonical}`;
  const { value, failure, retry } = useLoaded(key, async (signal) => {
    const isRenewed = state.renewed !== null;
    return (await ask.row(outcome, canonical, { signal, isPrivate, isRenewed })).body;
  });
  // The numbers of a row and of the table above it are of one release, or there are none.
  const isOther = value !== null && value.answerVersion !== answerVersion;
  useEffect(() => {
    if (isOther) send("outdated", null);
  }, [isOther, send]);
  // With the answer that it belongs to, whose question its links and its copied text name.
  const last = useRef<{ row: OpenedRow; loaded: Loaded } | null>(null);
  if (value && !isOther) last.current = { row: value, loaded };
  if (failure) return <FailureState failure={failure} strings={strings} onRetry={retry} />;
  if (isOther && !state.isOutdated && !isPending(state)) {
    const again = () => {
      retry();
      send("outdated", true);
    };
    return <FailureState failure={{ kind: "failed" }} strings={strings} onRetry={again} />;
  }
  if (last.current === null) {
    return (
      <p class="muted" role="status">
        {strings.states.loading}
      </p>
    );
  }
  const isStale = last.current.row !== value;
  return (
    <div class={isStale ? "muted" : ""} aria-busy={isStale || undefined}>
      <Detail {...props} {...last.current} />
    </div>
  );
}

interface DetailProps extends OfRow {
  row: OpenedRow;
  /** The part that is open first. */
  begin?: Part;
}

export function Detail(props: DetailProps) {
  const { state, loaded, outcome, row, strings, begin = "products", onProducts, onLeave } = props;
  const { canonical } = loaded.view;
  const { label, ...names } = words.tabs;
  const [part, choose] = useState(begin);
  const Chosen = parts[part];
  return (
    <>
      <Head row={row} strings={strings} />
      <Tabs
        id="parts"
        label={label}
        names={names}
        chosen={part}
        onChoose={(name: Part) => choose(name)}
      >
        <Chosen
          row={row}
          strings={strings}
          question={loaded.forPatient ? null : canonical}
          onProducts={onProducts}
          leaving={{
            ids: parameterIn(state.query, "exclude")?.split(",") ?? [],
            onChange: onLeave,
          }}
          share={
            <Share
              copy={copying(props, withOutcome(canonical, outcome), row.copied)}
              ways={["summary"]}
            />
          }
        />
      </Tabs>
    </>
  );
}

function Head({ row: { head }, strings }: Pick<PartProps, "row" | "strings">) {
  const { sides, difference, caution, beneath } = head;
  return (
    <div class="row-head">
      <ul>
        {sides.map(({ group, product, number, restsOn }) => (
          <li key={group} class={group}>
            <Mark group={group} />{" "}
            {product ? `${product}: ` : <span class="hidden">{strings.className[group]}: </span>}
            {number && <strong>{number}</strong>} <span class="muted">{restsOn}</span>
          </li>
        ))}
      </ul>
      {difference && <p>{difference}</p>}
      {caution && <p class="caution">{caution}</p>}
      {beneath && <p class="muted">{beneath}</p>}
    </div>
  );
}

const parts: Readonly<Record<Part, (props: PartProps) => ComponentChildren>> = {
  products: Products,
  trials: Trials,
  sure: Sure,
  sources: Sources,
};
