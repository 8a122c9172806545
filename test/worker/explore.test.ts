/** `/explore` over HTTP: one page without a script, its pictures and tables, and what it refuses. */
import { expect, it } from "vitest";
import { executableScriptsOf, styleHashesOf, textOf } from "../support/html.ts";
import { getProblem } from "../support/json.ts";
import { askers, request } from "../support/request.ts";

const question = "set=roex-2020&outcome=neurotoxicity&compare=costimulation&moderator=age";

it("needs no script, keeps every setting and leads to files that exist", async () => {
  const { status, text, headers } = await request(`/explore?${question}`);
  expect(status).toBe(200);
  expect(executableScriptsOf(text)).toHaveLength(0);
  expect(text).not.toMatch(/ style="/);
  for (const hash of styleHashesOf(text)) {
    expect(headers["content-security-policy"]).toContain(`'${hash}'`);
  }
  expect(text).toContain('<input type="hidden" name="set" value="roex-2020"');
  for (const value of ["neurotoxicity", "costimulation", "age"]) {
    expect(text).toMatch(new RegExp(`<option (?:selected )?value="${value}"(?: selected)?>`));
  }
  const [, ...ofOneClass] = text.split("<optgroup").map((list) => list.split("</optgroup>")[0]);
  expect(ofOneClass).toEqual([
    expect.stringMatching(/^ label="Reported by CAR-T trials only">.*value="iec-hs"/s),
    expect.stringMatching(
      /^ label="Reported by bispecific trials only">.*value="discontinuation"/s,
    ),
  ]);
  expect(textOf(text)).toContain("CD28 costimulation against 4-1BB");
  expect(textOf(text)).toContain("P = 0.018");
  expect(textOf(text)).toContain("P = 0.008");
  const survival = await request("/explore?outcome=pfs-12");
  const links = [
    ...`${text}${survival.text}`.matchAll(/href="(\/(?:explore|v1|report)[^"]*)"/g),
  ].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
  expect(links.length).toBeGreaterThan(4);
  const found = await Promise.all(links.map(async (path) => [path, (await request(path)).status]));
  expect(found.filter(([, code]) => code !== 200)).toEqual([]);
});

it("offers the cut points of a paper where its set is asked", async () => {
  const [paper, usual] = await Promise.all(
    ["set=roex-2020&", ""].map((set) => request(`/explore?${set}outcome=cr`)),
  );
  for (const cut of ["prior-lines:5", "age:60", "high-risk:50"]) {
    expect(paper?.text).toContain(`value="${cut}"`);
    expect(usual?.text).not.toContain(`value="${cut}"`);
  }
});

it("sets what others published beside ours, with P, I², patients and the conclusion", async () => {
  const { text } = await request("/explore?outcome=orr");
  const part = textOf(text.split('<section id="published">')[1] ?? "");
  expect(part).toContain("88 (72–96)");
  expect(part).toContain("I² 75 %");
  expect(part).toContain("23 studies, 1767 patients in all");
  expect(part).toContain("odds ratio 3.9 (1.8–8.8), P < 0.001");
  expect(part).toMatch(/same conclusion\s*14 of 26 groups of patients/);
  const [, href = ""] = /href="([^"]*)">As Roex 2020</.exec(text) ?? [];
  const paper = await request(href.replaceAll("&amp;", "&"));
  expect(paper.status).toBe(200);
  const csv = await request("/explore/published.csv?outcome=neurotoxicity");
  expect(csv.text).toContain('"P, published",0.0043');
});

it("draws with the classes told apart, and writes the same numbers", async () => {
  const [svg, csv] = await Promise.all(
    ["svg", "csv"].map((kind) => request(`/explore/groups.${kind}?compare=evidence&outcome=orr`)),
  );
  expect(svg?.text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg?.text).toContain("Test for subgroup differences");
  expect(csv?.text).toMatch(/^\uFEFFpart,name,source,what,value,lower,upper\r\n/);
  expect(csv?.text).toContain("CAR-T,clinical trial,,trials,4,,");
});

it.each([
  ["outcome=cure", ["outcome"]],
  ["outcome=orr,cr", ["outcome"]],
  ["compare=therapy-class", ["compare"]],
  ["compare=shape&moderator=height", ["moderator", "compare"]],
  ["compare=lines&merge=late", ["merge"]],
  ["colour=red", ["colour"]],
])("%s is refused by name, with what is allowed", async (search, parameters) => {
  const { status, body } = await getProblem(`/explore/groups.svg?${search}`);
  expect(status).toBe(400);
  expect(body.errors?.map(({ parameter }) => parameter)).toEqual(parameters);
  for (const { allowed } of body.errors ?? []) expect(allowed.length).toBeGreaterThan(1);
  const page = await request(`/explore?${search}`, { headers: askers["a browser"] });
  expect(page.status).toBe(400);
  for (const name of parameters) expect(page.text).toContain(`<strong>${name}</strong>`);
});
