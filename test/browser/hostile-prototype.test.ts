/** Pages that add to the prototype of all objects what `for … in` then finds in each of them. */
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { expectGoodConduct } from "./support/page.ts";
import { choice, openRow, openSheet, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

/** As old libraries do; names of descriptors, attributes and properties of elements. */
const additions = {
  "functions and texts": ["foo", "extend", "each", "forEach", "toJSONString"],
  "fields of descriptors": ["get", "set", "value", "writable", "configurable"],
  "names that elements have": ["class", "id", "title", "lang"],
  "names that questions have": ["age", "setting", "outcome", "model"],
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
    await page.getByRole("button", { name: /^Age/ }).waitFor();
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
