/** What the reference says a parameter takes is what its schema takes. */
import { render } from "preact-render-to-string";
import { expect, it } from "vitest";
import { Parameters } from "#server/documentation/docs/parameters.tsx";
import { questionParameters } from "#server/documentation/question-parameters.ts";
import { textOf } from "../../../support/html.ts";

it.each([
  ["compare", "one word, some with a number after a colon"],
  ["set", "one word"],
  ["cut", "one word"],
  ["model", "one word"],
  ["age", "range: both ends, or one left open"],
  ["min-n", "whole number"],
  ["outcome", "words joined by commas"],
])("%s takes %s", (name, form) => {
  const parameter = questionParameters[name];
  if (!parameter) throw new Error(`${name} is no parameter`);
  const html = render(<Parameters parameters={[parameter]} />);
  const [, kind = ""] = html.match(/<span class="kind">(.*?)<\/span>/) ?? [];
  expect(textOf(kind).split(" · ")[0]?.trim()).toBe(form);
});
