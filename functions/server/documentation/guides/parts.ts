/** Which Markdown of the repository a guide is made of, in its order. */
import type { GuideId } from "./guides.ts";

interface Part {
  /** Path in the repository. */
  file: string;
  /** The heading, as in the address of its section; without it, the whole file. */
  section?: string;
}

const readme = "README.md";
const embedding = "widget/embedding.md";
const server = "functions/server/README.md";

export const partsOf: Readonly<Record<GuideId, readonly Part[]>> = {
  clinicians: [
    { file: "functions/server/documentation/guides/clinicians.md" },
    { file: readme, section: "intended-use-and-limits" },
    { file: readme, section: "what-it-will-not-do" },
  ],
  "web-editors": [
    { file: readme, section: "put-it-on-a-page" },
    { file: embedding, section: "as-an-element" },
    { file: embedding, section: "as-a-frame" },
    { file: embedding, section: "the-frame-and-the-page-around-it" },
    { file: embedding, section: "who-may-frame-it" },
  ],
  integrators: [
    { file: "functions/server/api/README.md" },
    { file: embedding, section: "the-parameters" },
    { file: embedding, section: "what-a-page-can-rely-on" },
    { file: embedding, section: "in-a-framework" },
  ],
  record: [
    { file: "functions/server/ehr/cds/README.md" },
    { file: "functions/server/ehr/launch/README.md" },
  ],
  curators: [{ file: "CONTRIBUTING.md" }, { file: "data/README.md" }],
  statisticians: [
    { file: "functions/core/README.md", section: "how-the-numbers-are-made" },
    { file: "functions/core/statistics/README.md" },
    { file: "functions/core/statistics/special/README.md" },
    { file: "test/oracle/README.md" },
  ],
  operators: [
    { file: readme, section: "run-it-yourself" },
    { file: server, section: "settings" },
    { file: server, section: "releases" },
    { file: "widget/README.md", section: "without-a-connection" },
    { file: "SECURITY.md" },
  ],
};
