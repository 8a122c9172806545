/** However much is wrong with a request, the error about it is small. */
import { describe, expect, it } from "vitest";
import { everyPath } from "../support/every-path.ts";
import { getProblem } from "../support/json.ts";
import { request } from "../support/request.ts";

const mostBytes = 8000;
/** A page has its styles and the navigation besides, 7 kB, and its text is escaped. */
const mostOfPage = 18_500;

/** As many parameters as an address holds, and the longest names and values that are repeated. */
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join("&");
const unknown = times(1980, () => "x");
const floods: Readonly<Record<string, string>> = {
  "1980 unknown parameters": unknown,
  "names and values that are longer escaped": times(
    18,
    (index) => `${index}${"%26".repeat(30)}${"%22".repeat(20)}=${"%3C".repeat(16)}`,
  ),
  "names of many bytes": times(9, (index) => `${index}${"%F0%9F%98%80".repeat(32)}`),
  "every list of values":
    "exclude=x&outcome=x&compare=x&product=x&set=x&target=x&regimen=x&year=x&age=x&model=x&z=x",
};

describe.each(Object.entries(floods))("%s", (_, search) => {
  it.each(everyPath)("at %s are answered briefly, or ignored", async (path) => {
    const flooded = await request(`${path}?${search}`);
    // What ignores them is not an error and holds what it always holds, or a short note.
    if (flooded.status === 200) {
      const usual = await request(path);
      expect(flooded.text.length - usual.text.length).toBeLessThan(2000);
      return;
    }
    expect(flooded.status).toBe(400);
    const isPage = flooded.headers["content-type"]?.includes("html");
    const most = isPage ? mostOfPage : mostBytes;
    expect(Buffer.byteLength(flooded.text)).toBeLessThanOrEqual(most);
  });
});

it("an error says how many problems it leaves out", async () => {
  const { body } = await getProblem(`/v1/comparison?${unknown}`);
  expect(body.errors).toHaveLength(20);
  expect(body.detail).toContain("and 1960 more");
  const { text } = await request(`/report?${unknown}`);
  expect(text.match(/<li><strong>/g)).toHaveLength(20);
  expect(text).toContain("and 1960 more");
});
