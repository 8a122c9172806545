/** Checks every import of the product against the list of rooms. */
import { globSync, readFileSync } from "node:fs";
import { dirname, posix, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { features, rooms, rowContents } from "../../.dev/rooms.ts";
import packageFile from "../../package.json" with { type: "json" };
import pureConfig from "../../tsconfig.pure.json" with { type: "json" };

interface Import {
  from: string;
  /** Holds the specifier as the import writes it. */
  specifier: string;
  to: string;
  type: boolean;
}

const files = globSync("{data,functions,widget}/**/*.{ts,tsx}", {
  exclude: ["**/generated/**"],
}).map((path) => path.replaceAll("\\", "/"));

const subpaths = Object.entries(packageFile.imports).map(
  ([name, path]) => [name.replace("*", ""), path.replace(/^\.\/|\*/g, "")] as const,
);

/** Returns the path of the file that is imported as `#core/round.ts` or `./round.ts`; `null` for packages. */
function targetOf(specifier: string, file: string): string | null {
  if (specifier.startsWith(".")) return posix.join(dirname(file), specifier);
  const [name, path] = subpaths.find(([start]) => specifier.startsWith(start)) ?? [];
  return name === undefined ? null : `${path}${specifier.slice(name.length)}`;
}

const statement =
  /(?:^|\n)(?:import|export)\s+(type\s)?[^"';]*?\bfrom\s+"([^"]+)"|(?:^|\n)import\s+"([^"]+)"|(typeof\s+)?\bimport\(\s*"([^"]+)"/g;

function importsOf(file: string, source: string): Import[] {
  return [...source.matchAll(statement)].flatMap(([, type, named, bare, typeOf, dynamic]) => {
    const specifier = named ?? bare ?? dynamic ?? "";
    const to = targetOf(specifier, file);
    return to === null ? [] : [{ from: file, specifier, to, type: Boolean(type ?? typeOf) }];
  });
}

/** The room of a file: the longest name that matches. */
function roomOf(path: string): string {
  const [room = ""] = Object.keys(rooms)
    .filter((name) => path.startsWith(`${name}/`))
    .sort((a, b) => b.length - a.length);
  return room;
}

function isAllowed({ from, to, type }: Import): boolean {
  const [fromRoom, toRoom] = [roomOf(from), roomOf(to)];
  const { imports = [], types = [] } = rooms[fromRoom] ?? {};
  return fromRoom === toRoom || imports.includes(toRoom) || (type && types.includes(toRoom));
}

const wrong = (imports: readonly Import[]) =>
  imports.filter((edge) => !isAllowed(edge)).map(({ from, to }) => `${from} → ${to}`);

it("no import points against the direction", () => {
  const imports = files.flatMap((file) => importsOf(file, readFileSync(file, "utf8")));
  expect(imports.length).toBeGreaterThan(1000);
  expect(wrong(imports)).toEqual([]);
});

/** Paths of files that come back to where they began, along imports. */
function circlesIn(imports: readonly Import[]): string[][] {
  const importsByFile = new Map<string, string[]>();
  for (const { from, to } of imports) {
    importsByFile.set(from, [...(importsByFile.get(from) ?? []), to]);
  }
  const finished = new Set<string>();
  const circles: string[][] = [];
  const walk = (file: string, path: readonly string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file]);
    if (path.includes(file) || finished.has(file)) return;
    for (const to of importsByFile.get(file) ?? []) walk(to, [...path, file]);
    finished.add(file);
  };
  for (const file of importsByFile.keys()) walk(file, []);
  return circles;
}

it("no files of the core import each other in a circle, not even types", () => {
  const core = files.filter((file) => file.startsWith("functions/core/"));
  const imports = core.flatMap((file) => importsOf(file, readFileSync(file, "utf8")));
  expect(imports.length).toBeGreaterThan(300);
  expect(circlesIn(imports)).toEqual([]);
});

it("no parts of a row import values of each other in a circle", () => {
  const ofRows = files.filter((file) => file.startsWith("functions/presentation/row/"));
  const imports = ofRows.flatMap((file) => importsOf(file, readFileSync(file, "utf8")));
  expect(circlesIn(imports.filter(({ type }) => !type))).toEqual([]);
});

it("a circle of files would be found", () => {
  const source = (name: string) => `import type { A } from "./${name}.ts";`;
  const imports = [
    ...importsOf("functions/core/a.ts", source("b")),
    ...importsOf("functions/core/b.ts", source("c")),
    ...importsOf("functions/core/c.ts", source("b")),
  ];
  const [b, c] = ["functions/core/b.ts", "functions/core/c.ts"];
  expect(circlesIn(imports)).toEqual([[b, c, b]]);
});

it.each([
  ["functions/core/comparison/x.ts", 'import { a } from "#presentation/words/y.ts";'],
  ["functions/core/question/x.ts", 'import type { A } from "../evidence/y.ts";'],
  ["functions/presentation/words/x.ts", 'export * from "../report/y.ts";'],
  ["functions/presentation/svg/x.ts", 'import {\n  a,\n} from "#widget/views/y.tsx";'],
  ["functions/server/answers/x.ts", 'const { a } = await import("../pages/frame/y.ts");'],
  ["functions/server/api/a.ts", 'import "#widget/views/y.tsx";'],
  ["functions/server/pages/html/x.ts", 'import { a } from "#widget/ask.ts";'],
  ["widget/views/x.tsx", 'import { a } from "#server/http/y.ts";'],
])("one in %s would be found: %s", (file, source) => {
  expect(wrong(importsOf(file, source))).toHaveLength(1);
});

const { names, places, property, reader } = rowContents;
const isIn = (file: string, folder: string) => file.startsWith(`${folder}/`);
const imported = new RegExp(
  `(?:^|\\n)(?:import|export)\\s[^"';]*\\b(?:${names.join("|")})\\b[^"';]*from\\s+"[^"]*core/answer/`,
);
/** Matches `row.pools`, and `{ pools }` taken out of a row. */
const read = new RegExp(`\\.${property}\\b|[{,]\\s*${property}\\s*[,}:]`);

/** Returns whether a file reads what a row holds of its groups, although only one other folder should. */
function looksInside(file: string, source: string): boolean {
  const isShown = places.some((place) => isIn(file, place)) && !isIn(file, reader);
  return isShown && (imported.test(source) || read.test(source));
}

it("only the folder of rows reads what a row holds of its groups", () => {
  const readers = files.filter((file) => isIn(file, reader));
  expect(
    readers.filter((file) => imported.test(readFileSync(file, "utf8"))).length,
  ).toBeGreaterThan(5);
  expect(files.filter((file) => looksInside(file, readFileSync(file, "utf8")))).toEqual([]);
});

it.each([
  [
    "functions/presentation/views/x.ts",
    'import type { Answer, Pool } from "#core/answer/answer.ts";',
  ],
  [
    "functions/presentation/views/x.ts",
    'import {\n  listEvidenceByProduct,\n} from "#core/answer/evidence.ts";',
  ],
  ["functions/server/pages/explore/x.tsx", "const pool = row.pools[group];"],
  ["widget/row/x.tsx", "const { outcome, pools } = row;"],
])("a reader in %s would be found: %s", (file, source) => {
  expect(looksInside(file, source)).toBe(true);
});

it("the pure rooms are compiled without a platform", () => {
  const pure = Object.keys(rooms).filter((name) => rooms[name]?.pure);
  const covered = (name: string) =>
    pureConfig.include.some((folder) => `${name}/`.startsWith(`${folder}/`));
  expect(pure.filter((name) => !covered(name))).toEqual([]);
  expect(Object.keys(rooms).filter((name) => covered(name) && !rooms[name]?.pure)).toEqual([]);
});

describe.each(Object.entries(features))("the feature %s", (_, { places, doors }) => {
  const isOwn = (path: string) =>
    places.some((place) => path === place || path.startsWith(`${place}/`));

  it("has all its places", () => {
    expect(places.filter((place) => globSync(place).length === 0)).toEqual([]);
  });

  it("is entered by its doors only, and by each of them", () => {
    const imports = files.flatMap((file) => importsOf(file, readFileSync(file, "utf8")));
    const entered = imports.filter(({ from, to, type }) => !type && isOwn(to) && !isOwn(from));
    expect(entered.filter(({ to }) => !doors.includes(to))).toEqual([]);
    const steps = [".dev/build/built-documents.ts", ".dev/build/data.ts"];
    const built = steps.flatMap((step) => importsOf(step, readFileSync(step, "utf8")));
    // A step of the build is no room, but it enters by the doors, too.
    expect(built.filter(({ to, type }) => !type && isOwn(to) && !doors.includes(to))).toEqual([]);
    const used = [...entered, ...built];
    expect(doors.filter((door) => !used.some(({ to }) => to === door))).toEqual([]);
  });
});

/** The source folder for each folder of tests. */
const sourceOf: Readonly<Record<string, string>> = {
  core: "functions/core",
  presentation: "functions/presentation",
  server: "functions/server",
  data: "data",
  dev: ".dev",
  widget: "widget",
  oracle: "test/oracle",
  support: "test/support",
  bench: "test/bench",
};

it("unit tests stand at the paths of their source", () => {
  const folders = globSync("test/unit/**/*.test.{ts,tsx}").map((file) =>
    dirname(relative("test/unit", file)).replaceAll("\\", "/"),
  );
  const expected = folders
    .filter((folder) => folder !== ".")
    .map((folder) => folder.replace(/^[^/]+/, (top) => sourceOf[top] ?? `(nothing)/${top}`));
  expect([...new Set(expected)].filter((folder) => globSync(folder).length === 0)).toEqual([]);
});
