/** Pages that add to the prototype of all objects what `for … in` then finds in each of them. */
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { expectGoodConduct } from "./support/page.ts";
import { chip, choice, oneLine, openRow, openSheet, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

/**
 * As old libraries do; names of descriptors, attributes, options and properties of elements. Functions
 * and texts take turns.
 */
const additions = {
  "names of libraries, elements and questions": [
    ...["foo", "extend", "each", "forEach", "toJSONString"],
    ...["class", "id", "title", "lang", "age", "setting", "outcome", "model"],
  ],
  "fields of descriptors": ["get", "set", "value", "writable", "configurable"],
  "names of options and of what elements are made with": [
    ...["style", "children", "event", "id", "render", "onClick"],
    ...["body", "unit", "cache", "then", "method", "notation", "is", "style"],
  ],
};

describe.each(Object.entries(additions))("On a page where every object has %s", (_, names) => {
  test("everything works as elsewhere", async ({ hostPage }) => {
    const { page, open, misconduct } = await hostPage();
    await page.addInitScript((added) => {
      for (const [index, name] of added.entries()) {
        const value = index % 2 === 0 ? () => "added" : "added";
        Reflect.set(Object.prototype, name, value);
      }
    }, names);
    await open();
    await chip(page, "Age").waitFor();
    await openRow(rows(page).first());
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await expectToShow(page, await answerTo("setting=early"));
    const strange = await page
      .locator("myeloma-compare")
      .evaluate(
        (element) => element.shadowRoot?.querySelectorAll('[foo], [each], [class="added"]').length,
      );
    expect(strange).toBe(0);
    expectGoodConduct(misconduct);
  });
});

// The tool that drives the browser cannot read such a page, but for its texts.
test("On a page where every object has a text as ref, the element asks and answers", async ({
  hostPage,
}) => {
  const { page, open, misconduct } = await hostPage();
  await page.addInitScript(() => {
    Reflect.set(Object.prototype, "ref", "added");
  });
  await open();
  await choice(await openSheet(page, "Prior lines"), "Earlier").click();
  const [row] = (await answerTo("setting=early")).outcomes;
  const rate = Math.round((row?.pools["car-t"].estimate ?? 0) * 100);
  const first = rows(page).first();
  await expect.poll(async () => oneLine(await first.innerText())).toContain(`${rate} of 100`);
  await openRow(first);
  expectGoodConduct(misconduct);
});
