/** `/explore` keeps what was set. What it says and draws: `test/unit/presentation/statement/explore.test.ts`. */
import { expect, it } from "vitest";
import { askBuilt } from "../support/built-app.ts";

const textAt = async (address: string) => (await askBuilt(address)).text();

it("keeps every setting, and lists the outcomes of one class under its name", async () => {
  const text = await textAt(
    "/explore?set=roex-2020&outcome=neurotoxicity&compare=costimulation&moderator=age",
  );
  expect(text).toContain('<input type="hidden" name="set" value="roex-2020"');
  for (const value of ["neurotoxicity", "costimulation", "age"]) {
    expect(text).toMatch(
      new RegExp(`<option selected value="${value}"|value="${value}" selected>`),
    );
  }
  const [, ...ofOneClass] = text.split("<optgroup").map((list) => list.split("</optgroup>")[0]);
  expect(ofOneClass).toEqual([
    expect.stringMatching(/^ label="Reported by CAR-T trials only">.*value="iec-hs"/s),
    expect.stringMatching(
      /^ label="Reported by bispecific trials only">.*value="discontinuation"/s,
    ),
  ]);
});

it("offers the cut points of a paper where its set is asked", async () => {
  const [paper, usual] = [
    await textAt("/explore?set=roex-2020&outcome=cr"),
    await textAt("/explore?outcome=cr"),
  ];
  for (const cut of ["prior-lines:5", "age:60", "high-risk:50"]) {
    expect(paper).toContain(`value="${cut}"`);
    expect(usual).not.toContain(`value="${cut}"`);
  }
});
