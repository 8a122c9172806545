/** What is known of patients, the same for every patient. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { subgroupsOf } from "#core/others/subgroups.ts";
import { subgroups } from "#data/generated/collections.ts";
import { patientsOf, reportedBy } from "#presentation/statement/patients.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { compareWithSources } from "#server/answers/class-answer.ts";
import { catalogue } from "#words/catalogue.ts";
import { asked } from "../../../support/queries.ts";

const tables = subgroupsOf(subgroups, {});
const said = reportedBy(tables, (id) => id.toUpperCase(), catalogue);

describe("what studies report by a property", () => {
  it("is every table of every study once, CAR-T first", () => {
    for (const { property, title, studies } of said) {
      expect(title).toBe(catalogue.reported.by[property]);
      const own = tables.filter(({ variable }) => variable === property);
      expect(studies.flatMap(({ outcomes }) => outcomes)).toHaveLength(own.length);
      expect(new Set(studies.map(({ label }) => label))).toEqual(
        new Set(own.map(({ study }) => study.label)),
      );
      const groups = studies.map(({ group }) => group);
      expect(groups).toEqual([...groups].sort((a, b) => (a === b ? 0 : a === "car-t" ? -1 : 1)));
    }
  });
});

describe("the tables of a property", () => {
  it("have every level that a patient may be of, as it was printed", () => {
    for (const { property, tables: shown } of said) {
      const printed = tables
        .filter(({ variable }) => variable === property)
        .flatMap(({ levels }) => levels)
        .filter(({ patients }) => ![null, "comparison", false].some((no) => no === patients));
      const levels = shown.flatMap((table) => table.levels);
      expect(levels).toHaveLength(printed.length);
      const values = printed.map(({ medianMonths, percentPrinted, n }) =>
        [medianMonths ?? percentPrinted ?? "", n ?? ""].join(),
      );
      expect(levels.map(({ value, n }) => [value, n].join()).sort()).toEqual(values.sort());
    }
  });

  it("have of others only those of the same study, outcome, unit and source that share nobody", () => {
    let pairs = 0;
    for (const { property, tables: shown, studies } of said) {
      const own = tables.filter(({ variable }) => variable === property);
      for (const { name, levels } of shown) {
        for (const { study: index, of, source, others } of levels) {
          const { label, sources } = studies[index] ?? {};
          const printed = own
            .filter(
              ({ study, outcome }) =>
                study.label === label && name.startsWith(outcome.toUpperCase()),
            )
            .flatMap((table) => table.levels);
          for (const other of others) {
            const found = printed.filter(
              ({ medianMonths, percentPrinted, patients }) =>
                String(medianMonths ?? percentPrinted) === other.value && patients !== of,
            );
            expect([name, found.map(({ source }) => source?.href)]).toEqual([
              name,
              expect.arrayContaining([sources?.[source]?.href]),
            ]);
            pairs += 1;
          }
        }
      }
    }
    expect(pairs).toBeGreaterThan(50);
  });
});

describe("whom the trials of a question enrolled", () => {
  const knownOf = (question: string) =>
    patientsOf(
      compareWithSources(asked(question, dataset)),
      dataset.cohorts,
      [],
      String,
      catalogue,
    );

  it("is of each trial that is counted, and says what is not stated", () => {
    const { trials, noun } = knownOf("availability=any");
    expect(noun).toBe("trial");
    expect(trials.length).toBeGreaterThan(20);
    expect(trials.some(({ ageRange }) => ageRange === null)).toBe(true);
    for (const { cohort, text, ...known } of trials) {
      expect(text).toMatch(/^ages .+, prior lines .+, /);
      expect(dataset.cohorts.find(({ id }) => id === cohort)).toMatchObject(known);
    }
  });

  it.each([
    "",
    "lines=1",
    "availability=any",
    "evidence=all",
    "evidence=real-world",
    "outcome=orr",
    "outcome=survival",
    "outcome=infection-3",
    "prior-bcma=car-t",
    "prior-bcma=selected&target=any",
    "set=yang-2021",
  ])("are as many as the screen counts: %j", (question) => {
    const answer = compareWithSources(asked(question, dataset));
    const { trials } = patientsOf(answer, dataset.cohorts, [], String, catalogue);
    const counted = Number.parseInt(statementOf(answer, catalogue).trials, 10);
    expect(new Set(trials.map(({ trial }) => trial)).size).toBe(counted);
  });
});
