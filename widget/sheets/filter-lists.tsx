/** Draws the lists of filters: those that are asked most in sight, all others folded, each with its current setting. */
import type { ComponentChildren, ComponentProps } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { formatRange, isWithinRange, parseRange } from "#core/question/range.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { InlineClassMark } from "#presentation/svg/marks.tsx";
import type { ChoiceLine, ChoiceList, Sheets } from "#presentation/views/sheet.ts";
import { compareProducts } from "#presentation/words/element.ts";
import { classAdjective, className } from "#presentation/words/names.ts";
import { makeQuestionWithParameter } from "../question.ts";
import { makeFormPropertiesApplyingOnEnter, Tile, Tiles } from "./form-controls.tsx";

interface FilterProps {
  sheets: Sheets;
  onChoose: (query: string) => void;
}

interface FilterListsProps extends FilterProps {
  /** Names the filter that is brought into view. */
  filter?: string | undefined;
  /** Leads to products side by side, unless they are shown already. */
  onProducts: (() => void) | undefined;
}

/** Draws the filters that are asked most as buttons side by side, then all other filters, folded. */
export function FilterLists(props: FilterListsProps): ComponentChildren {
  const { sheets, filter, onChoose, onProducts } = props;
  const lists = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const list = lists.current?.querySelector<HTMLElement>(`[data-filter="${filter}"]`);
    const body = lists.current?.parentElement;
    if (!filter || !list || !body) return;
    body.scrollTop = list.offsetTop - body.offsetTop;
    list.querySelector<HTMLElement>("button, input")?.focus({ preventScroll: true });
  }, [filter]);
  const acts = { sheets, onChoose };
  return (
    <div ref={lists}>
      {sheets.main.map((list) => (
        <FilterChoices
          key={list.name}
          list={list}
          // Drugs stand in two columns, one for each class.
          isShort={list.unlabelled === undefined}
          {...acts}
        />
      ))}
      {onProducts && (
        <button type="button" class="clear" onClick={onProducts}>
          {compareProducts}
        </button>
      )}
      {sheets.sections.map(({ title, note, lists: folded }) => (
        <section key={title} class="filters">
          <h4>{title}</h4>
          {note && <p class="muted note">{note}</p>}
          {folded.map((list) =>
            list.name === "preset" ? (
              <ChoiceTiles key={list.name} list={list} hideTitle onChoose={onChoose} />
            ) : (
              <FoldedFilter key={list.name} list={list} {...acts} />
            ),
          )}
        </section>
      ))}
    </div>
  );
}

function FoldedFilter({ list, ...props }: FilterProps & { list: ChoiceList }) {
  const { title, setting, changed } = list;
  return (
    <details class="filter" open={changed}>
      <summary>
        <span>{title}</span>
        <span class={changed ? "set" : "muted"}>{setting}</span>
      </summary>
      <FilterChoices list={list} hideTitle {...props} />
    </details>
  );
}

function FilterChoices({
  list,
  sheets: { canonical },
  onChoose,
  ...look
}: FilterProps & Omit<ComponentProps<typeof ChoiceTiles>, "onChoose">) {
  const { range } = list;
  return (
    <>
      <ChoiceTiles list={list} onChoose={onChoose} {...look} />
      {/* A form begins with the range of the question, so another range has another form. */}
      {range && (
        <RangeForm
          key={range.value}
          list={list}
          range={range}
          canonical={canonical}
          onChoose={onChoose}
        />
      )}
    </>
  );
}

// Draws one-tap choices of a filter. Under each stand the trials that it leaves, so that a reader sees an
// empty result before choosing it. That line always has its room: nothing moves at a tap.

interface ChoiceTilesProps {
  list: ChoiceList;
  /** States that the title is shown above already. */
  hideTitle?: boolean;
  /** Draws the choices as tiles side by side. */
  isShort?: boolean;
  onChoose: (query: string) => void;
}

function ChoiceTiles({ list, hideTitle = false, isShort = false, onChoose }: ChoiceTilesProps) {
  const { name, title, note, choices, unlabelled } = list;
  const tile = ({ label, query, selected, leaves }: ChoiceLine) => (
    <Tile
      key={label}
      label={label}
      under={leaves}
      isOn={selected}
      onPress={() => onChoose(query)}
    />
  );
  const ofClass = (group: ChoiceLine["group"]) =>
    choices.filter((choice) => choice.group === group).map(tile);
  return (
    <fieldset class="choices" data-filter={name}>
      <legend class={hideTitle ? "hidden" : ""}>{title}</legend>
      {note && <p class="muted note">{note}</p>}
      <Tiles isList={!isShort}>{ofClass(undefined)}</Tiles>
      {unlabelled && (
        <>
          {/* Each class stands in a column of its own. */}
          <div class="columns">
            {therapyClasses.map((group) => (
              <fieldset key={group} class="choices">
                <legend>
                  <InlineClassMark group={group} /> {className[group]}
                </legend>
                {ofClass(group)}
              </fieldset>
            ))}
          </div>
          <details class="filter">
            <summary>Labelled nowhere</summary>
            {unlabelled.length === 0 && (
              <p class="muted note">These are offered where any label or none counts.</p>
            )}
            <Tiles>{unlabelled.map(tile)}</Tiles>
          </details>
        </>
      )}
    </fieldset>
  );
}

// Draws a form for two ends of a range, if none of the one-tap choices fits. Empty input removes the filter.

interface RangeFormProps {
  list: ChoiceList;
  range: NonNullable<ChoiceList["range"]>;
  /** Holds the question to change. */
  canonical: string;
  onChoose: (query: string) => void;
}

function RangeForm({
  list: { name, title, medians = {} },
  range: { value: setting, any },
  canonical,
  onChoose,
}: RangeFormProps) {
  const before = parseRange(setting);
  const [low, setLow] = useState(before?.min?.toString() ?? "");
  const [high, setHigh] = useState(before?.max?.toString() ?? "");
  const [problem, setProblem] = useState("");
  const apply = () => {
    const [least, most] = [low.trim(), high.trim()];
    // An empty input also removes the value that a published set gives.
    if (least === "" && most === "") return onChoose(any);
    const range = parseRange(`${least}-${most}`);
    if (range === null) return setProblem("Give the lower number first, or leave one end open.");
    const emptied = therapyClasses.filter((group) =>
      medians[group]?.every((median) => !isWithinRange(median, range)),
    );
    const classes = emptied.map((group) => classAdjective[group]).join(" or ");
    const doubt =
      classes &&
      `No ${classes} trial has such a median. For one patient use My patient; to filter by it, apply again.`;
    // A range that leaves a class without a trial needs a second confirmation.
    if (doubt && doubt !== problem) return setProblem(doubt);
    setProblem("");
    onChoose(makeQuestionWithParameter(canonical, name, formatRange(range)));
  };
  const field = (label: string, value: string, set: (value: string) => void) => (
    <label>
      {label}{" "}
      <input
        type="text"
        inputMode="decimal"
        size={4}
        value={value}
        aria-invalid={problem !== ""}
        aria-describedby={`${name}-error`}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <form
      class="range-form"
      aria-label={`${title}: another range`}
      {...makeFormPropertiesApplyingOnEnter(apply)}
    >
      {field("from", low, setLow)}
      {field("to", high, setHigh)}
      <button type="button" class="apply" onClick={apply}>
        Apply
      </button>
      <p
        id={`${name}-error`}
        class="error"
        role="alert"
        ref={(text) => {
          if (problem) text?.scrollIntoView({ block: "center" });
        }}
      >
        {problem}
      </p>
    </form>
  );
}
