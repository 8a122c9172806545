/**
 * Lists the folders of the code ("rooms") and the direction of imports. A file may import from its own
 * room and from the rooms in its `imports`; from those in its `types` only types. A folder without
 * an entry belongs to the room that contains it. This is the only list of rooms;
 * `test/unit/direction.test.ts` checks every import against it, and that no files of the core import each
 * other in a circle.
 */

interface Room {
  readonly imports: readonly string[];
  readonly types?: readonly string[];
  /** A `pure` room uses no `fetch`, `caches`, DOM or `process`: `tsconfig.pure.json` compiles it without them. */
  readonly pure?: true;
}

const evidence = ["data"];
const question = ["functions/core/question"];
const answer = makeRoomPaths("functions/core", "statistics evidence others answer question");
const core = ["functions/core", ...makeRoomPaths("functions/core", "choices cache"), ...answer];
const words = ["functions/presentation/words"];
const drawings = ["functions/presentation/svg"];
const presentation = [
  ...words,
  ...drawings,
  ...makeRoomPaths("functions/presentation", "row views report embed"),
];
const belowServer = [...evidence, ...core, ...presentation];
const http = ["functions/server/http"];
const kit = ["functions/server/pages/kit"];
const html = ["functions/server/pages/html", ...kit];
const server = [...http, ...html, "functions/server/answers"];
const components = ["generated", ...makeRoomPaths("widget", "row views sheets")];
/** The element is small, so its folders may import from each other. */
const ofWidget = ["widget", ...makeRoomPaths("widget", "row views sheets ehr page offline")];

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
  "functions/core/others": {
    imports: [...evidence, ...makeRoomPaths("functions/core", "question evidence statistics")],
    types: ["functions/core/answer"],
    pure: true,
  },
  "functions/core/answer": { imports: [...evidence, ...answer], pure: true },
  "functions/core/choices": { imports: [...evidence, ...answer], pure: true },
  "functions/core/cache": { imports: answer, pure: true },
  "functions/core": { imports: [...evidence, ...answer], pure: true },

  "functions/presentation/words": { imports: [...evidence, ...core], pure: true },
  // This room draws places, texts and classes; it knows no answer and no statement.
  "functions/presentation/svg": { imports: evidence, pure: true },
  // This room makes a row as every surface draws it; it alone reads the list of evidence.
  "functions/presentation/row": {
    imports: [...evidence, ...core, ...words, ...drawings],
    pure: true,
  },
  // The views hold what the element draws: rows under their headline.
  "functions/presentation/views": {
    imports: [...evidence, ...core, ...words, "functions/presentation/row"],
    pure: true,
  },
  // This room holds the parts of a report that no screen has.
  "functions/presentation/report": {
    imports: [
      ...evidence,
      ...core,
      ...words,
      ...makeRoomPaths("functions/presentation", "row views"),
    ],
    pure: true,
  },
  // This room holds the look of the element in other people's pages, and the HTML to copy.
  "functions/presentation/embed": { imports: words, pure: true },

  "functions/server/http": { imports: [...core, "generated"] },
  // This room holds the table of the site.
  "functions/server": { imports: [], types: http },
  // This room draws what it is given; it knows no answer.
  "functions/server/pages/kit": { imports: [...evidence, ...words, ...drawings] },
  "functions/server/pages/html": {
    imports: [...belowServer, ...kit, "generated", "functions/server"],
  },
  "functions/server/answers": { imports: [...belowServer, ...http, ...html] },
  "functions/server/pages": {
    imports: [
      ...belowServer,
      ...components,
      ...server,
      ...makeRoomPaths("functions", "server server/documentation"),
    ],
  },
  "functions/server/documentation": {
    imports: [...belowServer, "generated", ...http, ...html],
  },
  "functions/server/api": {
    imports: [
      ...belowServer,
      "generated",
      ...server,
      ...makeRoomPaths("functions/server", "pages documentation"),
    ],
  },
  "functions/server/node": {
    imports: [...core, ...http, ...makeRoomPaths("functions", "server server/answers server/api")],
  },
  // The files directly in `functions` are the route table and the entry points of the Worker and of Node.
  functions: {
    imports: [
      ...evidence,
      ...core,
      ...words,
      "functions/presentation/views",
      "functions/server",
      ...server,
      ...makeRoomPaths("functions/server", "pages api documentation node"),
    ],
  },

  ...Object.fromEntries(
    ofWidget.map((room) => [room, { imports: [...belowServer, "generated", ...ofWidget] }]),
  ),
  // This room asks the app on a device, which is another script.
  "widget/offline": { imports: [...belowServer, ...ofWidget], types: ["functions"] },
};

/**
 * Returns the paths of rooms in one folder.
 *
 * @param names The names of the rooms, separated by spaces.
 */
function makeRoomPaths(folder: string, names: string): string[] {
  return names.split(" ").map((name) => `${folder}/${name}`);
}

/**
 * Names what holds the groups of a row. Among the `places` that show answers, only the `reader` may use these names;
 * views and pages give it a row and get what they draw.
 */
export const rowContents = {
  reader: "functions/presentation/row",
  places: ["functions/presentation", "functions/server/pages", "widget"],
  names: ["Pool", "Evidence", "listPoolEvidence", "listEvidenceByProduct"],
  property: "pools",
} as const;

interface Feature {
  /** `places` are the folders and files that belong to the feature alone. */
  places: readonly string[];
  /** `doors` are the files of a feature from which others may import values. */
  doors: readonly string[];
}

/** Lists the features that stand on several floors, so that each can be found, and removed, as one. */
export const features: Readonly<Record<string, Feature>> = {
  // This feature takes over a patient from the page of a health record around our frame.
  ehr: {
    places: ["widget/ehr"],
    doors: ["widget/ehr/hand-over.ts"],
  },
};
