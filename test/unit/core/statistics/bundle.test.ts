/** Tests which source files a script has code of, and which it has none of. */
import { relative } from "node:path";
import { build } from "rolldown";
import { expect, it, test } from "vitest";
import { root } from "../../../../.dev/files.ts";
import { isWhole } from "../../../support/sample.ts";

/** Returns the source files whose code is in the script of an entry, and how many scripts that is. */
async function bundled(entry: string): Promise<{ files: string[]; scripts: number }> {
  const settings = { write: false, external: /^(cloudflare|node):/ } as const;
  const { output } = await build({
    cwd: root,
    input: entry,
    output: { minify: true },
    ...settings,
  });
  const modules = output.flatMap((file) =>
    file.type === "chunk" ? Object.entries(file.modules) : [],
  );
  return {
    files: modules.flatMap(([file, { renderedLength }]) =>
      renderedLength > 0 ? relative(root, file).replaceAll("\\", "/") : [],
    ),
    scripts: output.length,
  };
}

/** Matches files of words that only the texts of an answer use. */
const words =
  /^functions\/presentation\/words\/(?!(added|rates|numbers|dates-and-times|codes|sentences|product-name|element|opened-row|patient|patient-codes|patient-labels|row-name|regions|names|abbreviations|html)\.ts)/;

test.each(["functions/core/answer/compare.ts", "functions/core/answer/models.ts"])(
  "%s brings no words along",
  async (entry) => {
    const { files } = await bundled(entry);
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => file.startsWith("functions/presentation/"))).toEqual([]);
  },
);

it("the element is one script, without data, statistics or words that come with the answer", async () => {
  const { files, scripts } = await bundled("widget/index.ts");
  expect(scripts).toBe(1);
  expect(files.length).toBeGreaterThan(60);
  expect(files.filter((file) => /generated\/(?!styles)/.test(file))).toEqual([]);
  expect(files.filter((file) => words.test(file))).toEqual([]);
  expect(files.filter((file) => file.startsWith("functions/server/"))).toEqual([]);
});

it("of what makes an answer the element knows the question of a patient, and the view of a patient which ages and lines are near", async () => {
  const coreOf = async (entry: string) => {
    const { files } = await bundled(entry);
    const core = files.filter((file) => file.startsWith("functions/core/"));
    expect(core).toContain("functions/core/question/for-patient.ts");
    return core
      .filter((file) => !file.startsWith("functions/core/question/"))
      .map((file) => file.replace("functions/core/", ""))
      .sort();
  };
  expect(await coreOf("widget/index.ts")).toEqual([]);
  const ofPatient = ["evidence/eligibility.ts", "others/near-patient.ts"];
  expect(await coreOf("widget/patient-view.ts")).toEqual(ofPatient);
});

it("the script of our own pages brings no second element", async () => {
  const { files, scripts } = await bundled("widget/page/page.ts");
  expect(scripts).toBe(1);
  expect(files.filter((file) => /preact|widget\/(element|store|views)/.test(file))).toEqual([]);
});

it.runIf(isWhole)("the app computes all, also what is for research", async () => {
  const { files } = await bundled("functions/worker.ts");
  expect(files).toContain("functions/core/answer/meta-regression.ts");
  expect(files).toContain("functions/core/answer/analyses.ts");
  expect(files).toContain("functions/core/answer/influential-trials.ts");
});
