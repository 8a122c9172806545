import { describe, expect, it } from "vitest";
import { namesHeld, onlyProduct, printedBeside, regimenOf } from "#presentation/row/products.ts";
import { noPool, notPooled, pool, productPool, study } from "../../../support/answers.ts";

const products = [productPool("ide-cel"), productPool("cilta-cel")];

describe("the names of what a number holds", () => {
  it("are none where it holds every selected product", () => {
    expect(namesHeld(pool({ products }))).toBeNull();
    expect(onlyProduct(pool({ products }))).toBeNull();
  });

  it("are its only product, also where nothing is missing", () => {
    const one = pool({ products: products.slice(1) });
    expect(namesHeld(one)).toBe("cilta-cel");
    expect(namesHeld({ ...one, missing: ["zevor-cel"] })).toBe("cilta-cel");
  });

  it("are all that it holds where one is missing, with what was given with them", () => {
    const missing = ["zevor-cel"];
    expect(namesHeld(pool({ products, missing }))).toBe("ide-cel, cilta-cel");
    const combined = pool({ products, missing, regimen: "combination" });
    expect(namesHeld(combined)).toBe("ide-cel, cilta-cel in combination");
  });

  it("give way to what is missing where that is shorter, else to how many there are", () => {
    const five = ["a", "b", "c", "d", "e"].map((name) => productPool(`${name}-mab`));
    const four = pool({ products: five.slice(1), missing: ["zevor-cel", "eque-cel"] });
    expect(namesHeld(four)).toBe("b-mab, c-mab, d-mab, e-mab");
    const named = pool({ products: five, missing: ["zevor-cel", "eque-cel"] });
    expect(namesHeld(named)).toBe("without zevor-cel and eque-cel");
    const missing = ["v", "w", "x", "y", "z"].map((name) => `${name}-mab`);
    expect(namesHeld(pool({ products: five, missing }))).toBe("5 of 10 drugs");
  });

  it("are none of a pool that holds nothing", () => {
    expect(namesHeld({ ...noPool, missing: ["zevor-cel"] })).toBeNull();
  });

  it("are in words for products that were not told apart", () => {
    expect(onlyProduct(pool({ products: [productPool("a-or-b")] }))).toBe("a or b");
  });
});

it("a named set may pool both kinds of regimen, and says so", () => {
  const [alone, combined] = [study(), study({ regimen: "combination" })];
  const of = (...studies: (typeof alone)[]) => regimenOf({ regimen: null, studies });
  expect([of(alone), of(alone, combined), of(combined)]).toEqual(["alone", "partly", "combined"]);
});

it("a percentage whose count is not printed is told with its product, unless that has a count", () => {
  const reason = { code: "no-count" } as const;
  const percent = (product: string) => notPooled({ product, reason, percentPrinted: 17 });
  const held = notPooled({ product: "c", percentPrinted: 9, reason: { code: "no-paper" } });
  const of = { products, notPooled: [percent("a-or-b"), percent("ide-cel"), held] };
  expect(printedBeside(of)).toBe("a or b 17 % reported, n unknown");
});
