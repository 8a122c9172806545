/** `/v1/forest.svg` as a file. What it draws: `test/approved/`. */
import { expect, it } from "vitest";
import { askBuilt } from "../support/built-app.ts";

async function drawn(search: string) {
  const answer = await askBuilt(`/v1/forest.svg?${search}`);
  const { headers } = answer;
  return {
    text: await answer.text(),
    tag: headers.get("etag"),
    file: headers.get("content-disposition"),
  };
}

it("names its file after the outcome, and lets it be looked at", async () => {
  const { file } = await drawn("outcome=crs-3");
  expect(file).toBe('inline; filename="myeloma-compare-crs-3.svg"');
});

it.each([
  ["theme=light", "theme=dark"],
  ["format=page", "format=wide"],
])("has %s unless %s is asked for", async (usual, other) => {
  const [none, same, changed] = await Promise.all(
    ["", `&${usual}`, `&${other}`].map((more) => drawn(`outcome=orr${more}`)),
  );
  expect(same).toEqual(none);
  expect(changed?.text).not.toBe(none?.text);
  expect(changed?.tag).not.toBe(none?.tag);
});

it("is of a slide's size if that is asked for, and says so in the name of its file", async () => {
  const { text, file } = await drawn("outcome=orr&format=wide");
  expect(text).toMatch(/^<svg [^>]*width="1280" height="720"/);
  expect(file).toContain("myeloma-compare-orr-wide.svg");
});
