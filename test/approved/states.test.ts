/** Every state shows the words that make it that state, over the frozen collection: new data move no words. */
import { expect, it } from "vitest";
import { textOf } from "../support/html.ts";
import { drawing } from "../support/states/drawing.tsx";
import { states } from "../support/states/states.ts";

it.each(states)("$id is shown by its own words", async (state) => {
  expect(textOf(await drawing(state))).toContain(textOf(state.shows));
});

it("each has a name of its own", () => {
  expect(new Set(states.map(({ id }) => id)).size).toBe(states.length);
});
