import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { metaforTimes, parseTimes } from "../../bench/metafor.ts";
import { metaforTasks } from "../../bench/statistics-tasks.ts";

const printed = `R 4.2.2, metafor 3.8.1, lme4 1.1.31
glmm-first 23.06187 
glmm-second 24.1 
glmm-class 30 
glmm-three 76.2 
reml-first 2.612114 
reml-class 4.95 
reml-interval 4.8 
`;

describe("the times of metafor", () => {
  it("are read with the versions that took them", () => {
    const { versions, medians } = parseTimes(printed);
    expect(versions).toBe("R 4.2.2, metafor 3.8.1, lme4 1.1.31");
    expect(medians).toMatchObject({ "glmm-first": 23.06187, "reml-first": 2.612114 });
    expect(Object.keys(medians)).toEqual(metaforTasks);
  });

  it("are those of every task, or none", () => {
    expect(() => parseTimes(printed.replace("reml-class 4.95", ""))).toThrow("reml-class");
    expect(() => parseTimes(printed.replace("glmm-class 30", "glmm-class NA"))).toThrow("no time");
  });

  it("are made for the tasks that are timed here", () => {
    const script = readFileSync(join(import.meta.dirname, "../../bench/metafor.R"), "utf8");
    const names = [...script.matchAll(/^ {2}"([\w-]+)" = /gm)].map(([, name]) => name);
    expect(names).toEqual(metaforTasks);
  });

  it("are not there without R, which is said in one line", () => {
    expect(metaforTimes("no-such-program")).toBe(
      "No ratio to metafor: no-such-program was not found.",
    );
  });
});
