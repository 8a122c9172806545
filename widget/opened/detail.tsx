/** The content of an opened row: what its numbers rest on, and five parts of which one is open. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { familyOf } from "#data/landmarks.ts";
import { restsOn } from "#presentation/statement/opened.ts";
import { notesOf } from "#presentation/statement/placed-notes.ts";
import { type LeftOut, trialsOf } from "#presentation/statement/trials.ts";
import { abbreviationsIn } from "#presentation/words/abbreviations-in.ts";
import type { DetailWords } from "#presentation/words/catalogue.ts";
import type { Noun } from "#presentation/words/told.ts";
import type { Copying } from "../views/compare/copying.tsx";
import { Mark } from "../views/mark.tsx";
import { StudiesThatCompared } from "./compared-studies.tsx";
import { HowSure } from "./how-sure.tsx";
import { Medians } from "./medians.tsx";
import { Notes } from "./notes.tsx";
import { ProductLines } from "./product-lines.tsx";
import { PublishedPools } from "./published-pools.tsx";
import type { RowProps } from "./row-props.ts";
import { Sources } from "./sources.tsx";
import { Tabs } from "./tabs.tsx";
import { Timing } from "./timing.tsx";
import { type Leaving, TrialList } from "./trial-list.tsx";

export type Part = Exclude<keyof DetailWords["tabs"], "label">;

/** What an opened row keeps if an answer moves it to another list. */
export interface Memory {
  part?: Part | undefined;
  touched?: string | undefined;
}

interface Props extends RowProps {
  /** Of those that the question counts. */
  noun: Noun;
  /** The question that the row answers, as text. */
  query: string;
  /** Version of the answer; `null` if it is about a patient. */
  answerVersion: string | null;
  /** Trials that the reader left out. */
  leftOut?: readonly LeftOut[];
  leaving?: Omit<Leaving, "memory"> | undefined;
  memory?: Memory;
  /** To products side by side. */
  onProducts?: (() => void) | undefined;
  uncited?: { failure: ComponentChildren } | null | undefined;
  copy?: Copying | undefined;
}

export function Detail(props: Props) {
  const { row, words, memory = {} } = props;
  const { label, ...names } = words.tabs;
  const [part, setPart] = useState<Part>(memory.part ?? "products");
  const choose = (chosen: Part) => {
    setPart(chosen);
    Object.assign(memory, { part: chosen, touched: undefined });
  };
  const Chosen = parts[part];
  return (
    <>
      <Head {...props} />
      <Tabs id={`parts-${row.outcome}`} label={label} names={names} chosen={part} onChoose={choose}>
        <Chosen {...props} memory={memory} />
      </Tabs>
    </>
  );
}

function Head({ row, noun, strings, words }: Props) {
  const { sides, beneath } = restsOn(row, noun, words);
  const { abbreviations } = words;
  const inName = abbreviationsIn([row.label, row.detail].join(" "), abbreviations);
  return (
    <div class="rests-on">
      <p>
        {sides.map(({ group, text }) => (
          <span key={group}>
            <Mark group={group} />
            <span class="hidden"> {strings.className[group]}:</span> {text}{" "}
          </span>
        ))}
      </p>
      <p class="muted">
        {[...inName.map((one) => words.spelledOut(one, abbreviations[one])), beneath]
          .filter(Boolean)
          .join(" ")}
      </p>
    </div>
  );
}

const parts = {
  products: (props: Props) => (
    <>
      <ProductLines {...props} />
      <Notes notes={notesOf(props.row).products} words={props.words} />
      {/* Survival at a month has medians instead. What cannot be reached now is said once. */}
      {familyOf(props.row.outcome) === null && !props.uncited?.failure && <Timing {...props} />}
    </>
  ),
  trials: ({ memory = {}, ...props }: Props) => (
    <>
      <TrialList
        trials={trialsOf(props.row, props.leftOut ?? [], props)}
        words={props.words}
        apiBase={props.apiBase}
        leaving={props.leaving && { ...props.leaving, memory }}
      />
      <Medians {...props} />
      <Notes notes={notesOf(props.row).trials} words={props.words} most={1} />
    </>
  ),
  sure: HowSure,
  others: (props: Props) => (
    <>
      <PublishedPools {...props} />
      <StudiesThatCompared {...props} outcome={props.row.outcome} />
    </>
  ),
  sources: Sources,
} satisfies Record<Part, (props: Props) => ComponentChildren>;
