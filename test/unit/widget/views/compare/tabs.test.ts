/** Every group of outcomes is a tab away, and no tab asks for one that there is not. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { parseQuery } from "#core/question/parse-query.ts";
import type { Tab } from "#presentation/words/catalogue.ts";
import { drawing } from "../../../../support/states/drawing.tsx";
import { states } from "../../../../support/states/states.ts";

it("the tabs ask for the summary and for each group of outcomes", () => {
  const [first] = states;
  if (!first) throw new Error("no state");
  const [tabs = ""] = /<fieldset class="tabs".*?<\/fieldset>/s.exec(drawing(first)) ?? [];
  const asked = [...tabs.matchAll(/href="[^"?]*\??([^"]*)"/g)].map(([, query = ""]) => {
    const read = parseQuery(new URLSearchParams(query.replaceAll("&amp;", "&")), dataset);
    return read.query?.outcome;
  });
  const groups = new Set(dataset.outcomes.map(({ group }) => group));
  expect(asked).toEqual([[], ...[...groups].map((group) => [group])]);
});

it("a tab of another group does not compile", () => {
  // @ts-expect-error No outcome is of this group.
  const tab: Tab = "feasibility";
  expect(dataset.outcomes.map(({ group }) => group)).not.toContain(tab);
});
