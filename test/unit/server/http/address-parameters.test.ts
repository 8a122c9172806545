import { expect, it } from "vitest";
import { parameterNames } from "#core/question/parameters.ts";
import { hasOnlyKnownParameters, pageParameterNames } from "#server/http/closed-parameters.ts";
import { resources } from "../../../support/addresses.ts";

it("every parameter that the documentation names is known", () => {
  const names = resources.flatMap(({ closed, ofQuestion }) => [
    ...closed.filter((parameter) => parameter.in === "query").map(({ name }) => name),
    ...ofQuestion,
  ]);
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name) => !hasOnlyKnownParameters(`/v1/any?${name}=x`))).toEqual([]);
  const documentedNames: readonly string[] = parameterNames;
  expect(pageParameterNames.filter((name) => documentedNames.includes(name))).toEqual([]);
});

it.each([
  ["/embed", true],
  ["/embed?", true],
  ["/embed?lines=2&utm_source=letter", true],
  ["/embed?lines=2&zq=1", false],
  ["/embed?lname=Smith", false],
  ["/embed?Lines=2", false],
  ["/embed?=1", false],
  ["/oembed?url=http%3A%2F%2Fx%2Fembed%3Flines%3D2%26fbclid%3Dx", true],
  ["/oembed?url=http%3A%2F%2Fx%2Fembed%3Fzq%3D1", false],
  ["/oembed?url=no%20address", true],
  [
    `/oembed?url=${encodeURIComponent(`http://x/?url=${encodeURIComponent("http://x/?zq=1")}`)}`,
    false,
  ],
])("of %s everything is known: %s", (address, is) => {
  expect(hasOnlyKnownParameters(`http://localhost${address}`)).toBe(is);
});
