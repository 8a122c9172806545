/** Parts of the script that change between two requests, and policies of hosts. */
import { describe, expect, inject } from "vitest";
import { altered, hasRun, isPart, test } from "./support/altered-script.ts";
import { expectGoodConduct } from "./support/page.ts";
import { live, openRow, openSheet, partOf, rows, toggle } from "./support/screen.ts";

describe("A part of the script that comes later", () => {
  test("loads once, from its address, and leaves nothing in the host's page", async ({
    openByProxy,
  }) => {
    const { page, asked } = await openByProxy(() => ({}));
    await openRow(rows(page).first());
    await openRow(rows(page).nth(1));
    const parts = asked.filter(isPart);
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.length).toBe(new Set(parts).size);
    expect(await page.locator("head script").count()).toBe(1);
  });

  test.for([
    ["once", 1],
    ["twice", 2],
  ] as const)(
    "does not run either when a server shows its true bytes %s and others then",
    async ([_, times], { openByProxy }) => {
      let shown = 0;
      const { page } = await openByProxy((passed) => {
        // Changes only the part that is loaded for an opened row.
        if (!isPart(passed.path) || !passed.path.includes("/rest-")) return {};
        passed.headers.set("cache-control", "no-store");
        shown += 1;
        return shown <= times ? {} : altered(passed);
      });
      const row = rows(page).first();
      await toggle(row).click();
      // The part is requested twice: first its bytes, then as a module.
      const said = times === 1 ? row.getByText(/could not be loaded/) : partOf(row);
      await said.waitFor();
      expect(shown).toBeGreaterThanOrEqual(2);
      expect(await page.evaluate(hasRun)).toBe(false);
    },
  );
});

describe("A policy of the host", () => {
  const ours = inject("serverUrl");

  test("that names other trusted types and requires none allows its parts by plain addresses", async ({
    openHostPage,
  }) => {
    const policy = `default-src 'none'; style-src 'none'; connect-src ${ours}; img-src data:; script-src ${ours}; trusted-types foo`;
    const { page, misconduct } = await openHostPage({
      headers: { "content-security-policy": policy },
    });
    await live(page);
    await openRow(rows(page).first());
    await openSheet(page, "Age");
    // Chromium itself reports once that the policy was not created.
    const said = misconduct.consoleMessages.filter((text) => !/TrustedTypePolicy/.test(text));
    expect(misconduct.consoleMessages.length - said.length).toBe(1);
    expectGoodConduct({ ...misconduct, consoleMessages: said });
  });
});
