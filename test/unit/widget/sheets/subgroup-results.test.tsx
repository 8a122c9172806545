/** What studies report, as it is shown to one who has a patient before them. */
import { render } from "preact-render-to-string";
import { beforeAll, describe, expect, it } from "vitest";
import type { LevelOf } from "#core/others/subgroups-of-patient.ts";
import type { OwnPatient } from "#core/question/patient.ts";
import type { Patients, ReportedBy, ReportedStudy } from "#presentation/statement/patients.ts";
import { english } from "#presentation/words/catalogue.ts";
import { ReportedForPatient } from "#widget/sheets/subgroup-results.tsx";
import { patient } from "../../../support/for-patient.ts";
import { textOf } from "../../../support/html.ts";
import { read } from "../../../support/in-process.ts";

const { reported: words } = english.patient;

function study(label: string, ...levels: (readonly [text: string, of: LevelOf])[]): ReportedStudy {
  const outcomes = [{ name: "Response", levels: levels.map(([text, of]) => ({ text, of })) }];
  return { label, group: "car-t", design: "trial", cohort: null, outcomes, sources: [] };
}

const by = (property: ReportedBy["property"], ...studies: ReportedStudy[]): ReportedBy => ({
  property,
  title: english.reported.by[property],
  studies,
});

const shown = (reported: readonly ReportedBy[], one: OwnPatient) =>
  render(<ReportedForPatient reported={reported} patient={one} />);

/** What is said of the patient, and what of other properties, each without markup. */
function partsOf(html: string): [own: string, others: string] {
  const [own = "", others = ""] = html.split(words.others);
  const plain = (text: string) => textOf(text.replace(/<\/?abbr[^>]*>/g, "")).trim();
  return [plain(own), plain(others)];
}

const older = { min: 65, max: null };
const younger = { min: null, max: 64 };

describe("what was said of the patient", () => {
  const both = study("A", ["< 65: 40 of 50", younger], ["≥ 65: 65 of 75", older]);

  it("comes first in each study, the levels of others after it and named so", () => {
    expect(partsOf(shown([by("age", both)], patient({ age: 70 })))[0]).toContain(
      "– ≥ 65: 65 of 75. Others: < 65: 40 of 50",
    );
    expect(partsOf(shown([by("age", both)], patient({ age: 50 })))[0]).toContain(
      "– < 65: 40 of 50. Others: ≥ 65: 65 of 75",
    );
  });

  it("puts a study that reports on others alone behind those of such patients", () => {
    const ofOthers = study("Of others", ["≥ 75: 1 of 2", { min: 75, max: null }]);
    const [own] = partsOf(shown([by("age", ofOthers, both)], patient({ age: 70 })));
    expect(own.indexOf("Of others")).toBeGreaterThan(own.indexOf("A trial"));
    expect(own).toContain("– Others: ≥ 75: 1 of 2");
  });

  it("leaves out nothing of which it cannot be said whose it is", () => {
    const compared = study("C", ["≥ 70 vs 18-69: odds ratio 1.2", null]);
    for (const age of [50, 80]) {
      const [own] = partsOf(shown([by("age", compared)], patient({ age })));
      expect(own).toContain("– ≥ 70 vs 18-69: odds ratio 1.2");
      expect(own).not.toContain(words.otherLevels);
    }
  });

  it("that no study prints says so", () => {
    const [own] = partsOf(shown([by("prior-lines"), by("age", both)], patient({ priorLines: 3 })));
    expect(own).toBe(`By prior lines: ${words.none}`);
  });

  it("stands by its class, with how many studies of each there are", () => {
    const bsab = { ...study("B", ["≥ 65: 1 of 2", older]), group: "bsab" } as const;
    const [own] = partsOf(shown([by("age", both, bsab)], patient({ age: 70 })));
    expect(own).toContain("By age 1 CAR-T · 1 bispecific");
    expect(own.indexOf("A trial")).toBeLessThan(own.indexOf("B trial"));
  });
});

describe("what divides patients with extramedullary disease", () => {
  const disease = study("A", ["EMD: 5 of 9", true], ["no EMD: 7 of 9", false]);
  const burden = study("A", ["large: 1 of 4", null]);
  const reported = [
    by("extramedullary-disease", disease),
    by("extramedullary-burden", burden, study("B", ["small: 2 of 3", null])),
  ];
  const having = (said: boolean) => patient({ traits: { "extramedullary-disease": said } });

  it("is shown with it to who has it, a study that prints both once", () => {
    const [own, others] = partsOf(shown(reported, having(true)));
    expect(own).toContain("By extramedullary disease 2 CAR-T · 0 bispecific");
    expect(own.match(/A trial/g)).toHaveLength(1);
    for (const text of ["large: 1 of 4", "small: 2 of 3", "EMD: 5 of 9. Others: no EMD"]) {
      expect(own).toContain(text);
    }
    expect(others).not.toContain("tumour burden");
  });

  it("is among other properties to who has none, or of whom nothing was said", () => {
    for (const one of [having(false), patient({ age: 70 })]) {
      const [own, others] = partsOf(shown(reported, one));
      expect(own).not.toContain("large");
      expect(others).toContain("large: 1 of 4");
    }
  });
});

describe("of all that studies print", () => {
  let known: Patients;
  beforeAll(async () => {
    known = await read<Patients>("/v1/screen/patients");
  });

  it.each<Partial<OwnPatient>>([
    {},
    { age: 50 },
    { age: 80, priorLines: 5, priorBcma: ["car-t"] },
    { traits: { "extramedullary-disease": true, "cytogenetic-risk": false } },
    { traits: { "extramedullary-disease": false } },
  ])("nothing is lost, and nothing stands there twice: %j", (said) => {
    const html = shown(known.reported, patient(said));
    const text = partsOf(html).join(" ");
    let results = 0;
    for (const { studies } of known.reported) {
      for (const { label, outcomes, sources } of studies) {
        expect(text).toContain(label);
        results += outcomes.length;
        for (const { name, levels } of outcomes) {
          expect(text).toContain(name);
          for (const level of levels) expect(text).toContain(level.text.replace(/\s+/g, " "));
        }
        for (const { citation } of sources) {
          expect(text).toContain(words.sourceAt(citation).replace(/\s+/g, " "));
        }
      }
    }
    expect(html.match(/<li>/g)).toHaveLength(results);
  });

  it("what nothing was said of says of no level that it is that of others", () => {
    const [own, others] = partsOf(shown(known.reported, patient()));
    expect(own).toBe("");
    expect(others).not.toContain(words.otherLevels);
  });

  it("a study whose patients are in our record leads there, its source to where it was read", () => {
    const html = shown(known.reported, patient({ age: 70 }));
    const studies = known.reported.flatMap((one) => one.studies);
    const recorded = studies.find(({ cohort }) => cohort !== null);
    expect(html).toMatch(new RegExp(`href="[^"]*/v1/cohorts/${recorded?.cohort}"`));
    const href = studies.flatMap(({ sources }) =>
      sources.flatMap((source) => source.href ?? []),
    )[0];
    expect(html).toContain(`href="${href?.replaceAll("&", "&amp;")}"`);
  });
});
