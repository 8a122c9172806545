/** `/explore`: a form whose settings are the address, and three parts. */
import { dataset } from "#core/dataset.ts";
import { reportedBy } from "#core/evidence/reported-by.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { exploreStyles } from "#generated/styles.ts";
import { trialsIn } from "#presentation/row/figures.ts";
import { questionView } from "#presentation/views/question-view.ts";
import { classAdjective } from "#presentation/words/class-names.ts";
import { counted } from "#presentation/words/counts.ts";
import { nameOf } from "#presentation/words/row-name.ts";
import type { ClassAnswer } from "../../answers/class-answer.ts";
import { sitePage } from "../html/site-frame.tsx";
import {
  dimensionName,
  dimensionsOf,
  type Exploration,
  moderatorName,
  moderatorNames,
} from "./exploration.ts";
import { Groups } from "./groups.tsx";
import { PublishedValues } from "./published-values.tsx";
import { Regression } from "./regression.tsx";

/** @param answer between the classes, to the question as it was asked */
export function explorePage(exploration: Exploration, answer: ClassAnswer): string {
  const title = `Explore: ${nameOf(exploration.outcome)}`;
  return sitePage({
    title,
    description: "Groups of trials, meta-regression and published values of one outcome.",
    styles: exploreStyles,
    current: "explore",
    content: (
      <main class="page text explore">
        <header>
          <h1>{title}</h1>
          <p class="quiet">{questionText(answer)}</p>
        </header>
        <Settings exploration={exploration} />
        <Groups exploration={exploration} />
        <Regression exploration={exploration} answer={answer} />
        <PublishedValues outcome={exploration.outcome} />
      </main>
    ),
  });
}

/** The question as the comparison says it: "After 3 or more prior lines · labelled in US or EU · … · in 9 trials." */
function questionText(answer: ClassAnswer): string {
  const [row] = answer.outcomes;
  const trials = row ? trialsIn(row) : 0;
  const { words } = questionView(answer, counted(trials, "trial"), "");
  return `${words
    .flatMap(({ before, text }) => [before, text])
    .join(" ")
    .trim()}.`;
}

function Settings({ exploration }: { exploration: Exploration }) {
  const { base, query, outcome, moderator } = exploration;
  const rest = new URLSearchParams(canonicalQuery({ ...base, outcome: [] }, dataset));
  const dimensions = [...new Set([...dimensionsOf(base.set), query.compare])];
  return (
    <form action="/explore" method="get">
      {[...rest].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label>
        Outcome
        <select name="outcome">
          <OutcomeOptions chosen={outcome.id} />
        </select>
      </label>
      <label>
        Compare by
        <select name="compare">
          {dimensions.map((value) => (
            <option key={value} value={value} selected={value === query.compare}>
              {dimensionName(value)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Regression on
        <select name="moderator">
          {moderatorNames.map((value) => (
            <option key={value} value={value} selected={value === moderator}>
              {moderatorName(value)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">Show</button>
    </form>
  );
}

/** Those that only one class reports stand under a heading of their own. */
function OutcomeOptions({ chosen }: { chosen: string }) {
  const outcomes = dataset.outcomes.map((outcome) => ({
    id: outcome.id,
    name: nameOf(outcome),
    heading: headingOf(outcome.id),
  }));
  return [...new Set(outcomes.map(({ heading }) => heading))].map((heading) => {
    const options = outcomes
      .filter((outcome) => outcome.heading === heading)
      .map(({ id, name }) => (
        <option key={id} value={id} selected={id === chosen}>
          {name}
        </option>
      ));
    return heading === "" ? (
      options
    ) : (
      <optgroup key={heading} label={heading}>
        {options}
      </optgroup>
    );
  });
}

function headingOf(outcome: string): string {
  const [group, another] = reportedBy(outcome, dataset);
  return group === undefined || another !== undefined
    ? ""
    : `Reported by ${classAdjective[group]} trials only`;
}
