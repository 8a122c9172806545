/** Words that readers stumbled over are on no screen of the widget, in whatever state. */
import { expect, it } from "vitest";
import { publishedPools } from "#data/generated/published-pools.ts";
import { textOf } from "../../../support/html.ts";
import { drawing } from "../../../support/states/drawing.tsx";
import { states } from "../../../support/states/states.ts";

/** "Cohort" is part of the names of trials: "MajesTEC-1 (cohort A)"; a check is asked for 3 of 5 products. */
const banned =
  /\bBsAb\b|\b(?:its|our|some|separate|these|the|no|of|CAR-T|bispecific) cohorts?\b|(?<![\w-])\d+ cohorts?\b|whole answer|\basked for\b(?! \d)|\bmade by\b|\btold of\b|class average|evaluable only|\bpooled for a typical\b/i;

/** What is shown for a patient quotes its sources. */
const ours = states.filter(({ id }) => !id.startsWith("patient"));

/** The titles of papers are theirs. */
const citations = publishedPools.map(({ citation }) => citation);

it.each(ours.map((state) => [state.id, state] as const))(
  "%s is in plain words",
  async (_, state) => {
    const whole = textOf(await drawing(state)).replace(/\s+/g, " ");
    const text = citations.reduce((left, citation) => left.replaceAll(citation, ""), whole);
    const found = banned.exec(text);
    expect(found && text.slice(Math.max(0, found.index - 60), found.index + 60)).toBeNull();
  },
);
