/**
 * The folders of the code ("rooms") and the direction of imports. A file may import from its own
 * room and from the rooms in its `imports`; from those in its `types` only types. A folder without
 * an entry belongs to the room that contains it. This is the only list of rooms;
 * `test/unit/direction.test.ts` checks every import against it.
 */

interface Room {
  readonly imports: readonly string[];
  readonly types?: readonly string[];
  /**
   * Uses no platform API: no `fetch`, `caches`, DOM or `process`. `tsconfig.pure.json` compiles it
   * without them.
   */
  readonly pure?: true;
}

const evidence = ["data"];
const question = ["functions/core/question"];
const answer = [
  "functions/core/statistics",
  "functions/core/evidence",
  "functions/core/comparison",
  ...question,
];
const core = [
  "functions/core",
  "functions/core/choices",
  "functions/core/remembering",
  "functions/core/record",
  ...answer,
];
const said = ["functions/presentation/words"];
const stated = [...said, "functions/presentation/statement"];
const presentation = [
  "functions/presentation/words",
  "functions/presentation/statement",
  "functions/presentation/screen",
  "functions/presentation/table",
  "functions/presentation/forest",
  "functions/presentation/report",
];
const components = ["widget/views", "widget/opened", "widget/sheets", "generated"];

/** The element is small, so its folders may import from each other. */
const ofWidget = [
  ...components,
  "widget/answers",
  "widget/launch",
  "widget/page",
  "widget/offline",
  "widget",
];

/** A room comes after the rooms that it imports from. */
export const rooms: Readonly<Record<string, Room>> = {
  data: { imports: [] },
  generated: { imports: [] },
  "data/rules": { imports: evidence },
  "data/build": { imports: [...evidence, "data/rules"] },

  "functions/core/question": { imports: evidence, pure: true },
  "functions/core/statistics": { imports: [], pure: true },
  "functions/core/evidence": {
    imports: [...evidence, ...question, "functions/core/statistics"],
    pure: true,
  },
  "functions/core/comparison": { imports: [...evidence, ...answer], pure: true },
  "functions/core/choices": { imports: [...evidence, ...answer], pure: true },
  "functions/core/remembering": { imports: answer, pure: true },
  "functions/core/record": { imports: evidence, pure: true },
  "functions/core": { imports: [...evidence, ...answer], pure: true },

  "functions/presentation/words": { imports: [...evidence, ...core], pure: true },
  "functions/presentation/statement": { imports: [...evidence, ...core, ...said], pure: true },
  // These draw statements: of an answer itself they know the types.
  "functions/presentation/screen": { imports: [...evidence, ...stated], types: core, pure: true },
  "functions/presentation/table": {
    imports: [...evidence, ...stated, "functions/presentation/screen"],
    types: core,
    pure: true,
  },
  "functions/presentation/forest": {
    imports: [...evidence, ...stated, "functions/presentation/screen"],
    types: core,
    pure: true,
  },
  "functions/presentation/report": {
    imports: [...evidence, ...stated, "functions/presentation/screen"],
    types: core,
    pure: true,
  },

  "functions/server/http": { imports: [...core, "generated"] },
  // The table of the site.
  "functions/server": { imports: [], types: ["functions/server/http"] },
  "functions/server/pages/html": {
    imports: [...evidence, ...core, ...presentation, "generated", "functions/server"],
  },
  "functions/server/answers": {
    imports: [
      ...evidence,
      ...core,
      ...presentation,
      "functions/server/http",
      "functions/server/pages/html",
    ],
  },
  "functions/server/pages": {
    imports: [
      ...evidence,
      ...core,
      ...presentation,
      ...components,
      "functions/server/http",
      "functions/server/answers",
      "functions/server/pages/html",
      "functions/server",
    ],
    types: ["widget/answers"],
  },
  "functions/server/documentation": {
    imports: [
      ...evidence,
      ...core,
      ...presentation,
      "generated",
      "functions/server/http",
      "functions/server/pages/html",
    ],
    types: ["widget"],
  },
  "functions/server/api": {
    imports: [
      ...evidence,
      ...core,
      ...presentation,
      "generated",
      "functions/server/http",
      "functions/server/answers",
      "functions/server/pages",
      "functions/server/pages/html",
      "functions/server/documentation",
    ],
  },
  "functions/server/ehr": {
    imports: [
      ...evidence,
      ...core,
      ...presentation,
      "generated",
      "functions/server/http",
      "functions/server/answers",
      "functions/server/pages/html",
    ],
    types: ["widget/launch"],
  },
  "functions/server/node": { imports: [...core, "functions/server/http"] },
  // The route table, and the entries of the Worker and of Node.
  functions: {
    imports: [
      ...core,
      "functions/presentation/words",
      "functions/server",
      "functions/server/http",
      "functions/server/answers",
      "functions/server/pages",
      "functions/server/pages/html",
      "functions/server/api",
      "functions/server/documentation",
      "functions/server/ehr",
      "functions/server/node",
    ],
  },

  ...Object.fromEntries(
    [
      "widget/views",
      "widget/opened",
      "widget/sheets",
      "widget/answers",
      "widget/launch",
      "widget/page",
      "widget/offline",
      "widget",
    ].map((room) => [room, { imports: [...evidence, ...core, ...presentation, ...ofWidget] }]),
  ),
};

interface Feature {
  /** Folders and files that are only its own. */
  places: readonly string[];
  /** Those of them that others may import values from. */
  doors: readonly string[];
}

/** What stands on several floors, so that it can be found, and taken out, as one. */
export const features: Readonly<Record<string, Feature>> = {
  // Health records: cards by CDS Hooks, launches by SMART, a patient handed over by the page around.
  ehr: {
    places: [
      "data/recognition.json",
      "data/recognition.ts",
      "data/build/recognition.ts",
      "functions/core/record",
      "functions/server/ehr",
      "functions/server/http/cds-clients.ts",
      "functions/server/http/ehr-issuers.ts",
      "functions/server/pages/html/record-systems.ts",
      "widget/launch",
      "widget/page/handed-over.ts",
      "widget/page/receive-patient.ts",
      "widget/page/record-systems.ts",
      ".dev/ehr",
    ],
    doors: [
      "data/build/recognition.ts",
      "functions/server/ehr/cds/card-texts.ts",
      "functions/server/ehr/cds/made-cards.ts",
      "functions/server/ehr/cds/route.ts",
      "functions/server/ehr/launch/route.ts",
      "functions/server/http/cds-clients.ts",
      "functions/server/http/ehr-issuers.ts",
      "functions/server/pages/html/record-systems.ts",
      "widget/page/receive-patient.ts",
    ],
  },
};
