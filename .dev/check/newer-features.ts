/**
 * Finds what is newer than the baseline in built files, as paths of the compatibility data of MDN, such as
 * `javascript.builtins.Array.toSorted`. Of scripts it sees globals, static members, methods that are called, flags of
 * regular expressions, and elements with their attributes; of options, events and properties that are only read it
 * sees nothing. A method is found by its name, if no older interface has such a member and the script itself defines
 * none.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { CompatData, Identifier } from "@mdn/browser-compat-data";
import { type CssNode, type Declaration, parse, walk } from "css-tree";
import { type ESTree, parseSync, Visitor } from "rolldown/utils";
import { baseline } from "../build/baseline.ts";

const file = createRequire(import.meta.url).resolve("@mdn/browser-compat-data");
const { api, css, html, javascript }: CompatData = JSON.parse(readFileSync(file, "utf8"));

const browsers = Object.entries(baseline) as [keyof typeof baseline, string][];

/** @param version As in the data: "≤37", "109", `false` or "preview". */
function isWithin(version: string | false, most: string): boolean {
  const [major = 0, minor = 0] = most.split(".").map(Number);
  const [added = Number.NaN, addedMinor = 0] = (version || "none")
    .replace("≤", "")
    .split(".")
    .map(Number);
  return added < major || (added === major && addedMinor <= minor);
}

/**
 * Returns whether a browser of the baseline lacks a feature. A feature that the data do not know is not newer.
 *
 * @param isPrefixed Whether the styles also hold the feature with this prefix.
 */
function isNewer(feature: Identifier | undefined, isPrefixed = (_: string) => false): boolean {
  const support = feature?.__compat?.support;
  if (!support) return false;
  return browsers.some(([browser, version]) => {
    const statements = [support[browser] ?? []].flat();
    return (
      statements.length > 0 &&
      !statements.some(
        (statement) =>
          isWithin(statement.version_added, version) &&
          !isWithin(statement.version_removed ?? false, version) &&
          statement.flags === undefined &&
          statement.alternative_name === undefined &&
          (statement.prefix === undefined || isPrefixed(statement.prefix)),
      )
    );
  });
}

/** Returns the compatibility data at a path; `undefined` for a name that is no feature, such as `constructor`. */
function featureAt(path: string): Identifier | undefined {
  let feature: Identifier | undefined = { api, css, html, javascript };
  for (const name of path.split("/")) {
    feature = feature && Object.hasOwn(feature, name) ? feature[name] : undefined;
  }
  return feature;
}

/** Returns the paths of the features directly below a path of the compatibility data. */
function below(path: string): string[] {
  return Object.keys(featureAt(path) ?? {})
    .filter((name) => name !== "__compat")
    .map((name) => `${path}/${name}`);
}

/**
 * Maps the last name of a path to the first feature with that name, if a browser of the baseline lacks every
 * feature with the name.
 */
function newerByName(paths: readonly string[]): ReadonlyMap<string, string> {
  const byName = new Map<string, string[]>();
  for (const path of paths.filter((path) => featureAt(path)?.__compat)) {
    const name = path.replace(/^.*\//, "").replace(/_static$/, "");
    byName.set(name, [...(byName.get(name) ?? []), path]);
  }
  return new Map(
    [...byName].flatMap(([name, [first = "", ...more]]) =>
      [first, ...more].every((path) => isNewer(featureAt(path))) ? [[name, first]] : [],
    ),
  );
}

const builtIns = [...below("javascript/builtins"), ...below("javascript/builtins/Intl")];

const globals = ["api", "javascript/builtins", "api/Window", "api/WorkerGlobalScope"].flatMap(
  below,
);

const newerGlobals = newerByName(globals);

const newerMembers = newerByName([...globals, ...[...below("api"), ...builtIns].flatMap(below)]);

const newerFunctions = newerByName(["css/types", ...below("css/types")].flatMap(below));

/** Collects the paths of the newer features in one file. */
class Findings {
  readonly paths = new Set<string>();

  add(path: string | undefined): void {
    if (path !== undefined) this.paths.add(path.replaceAll("/", "."));
  }

  addIfNewer(path: string, isPrefixed?: (prefix: string) => boolean): void {
    if (isNewer(featureAt(path), isPrefixed)) this.add(path);
  }

  addAttributes(tag: string, names: readonly string[]): void {
    const element = `html/elements/${tag}`;
    this.addIfNewer(element);
    for (const name of names) {
      const attribute = `${element}/${name}`;
      this.addIfNewer(featureAt(attribute) ? attribute : `html/global_attributes/${name}`);
    }
  }

  /** Adds the tags in HTML, whole or in pieces. */
  addTags(text: string): void {
    for (const [, tag = "", attributes = ""] of text.matchAll(
      /<([a-z][a-z-]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)/g,
    )) {
      const names = [...attributes.matchAll(/\s([a-z-]+)(?:="[^"]*")?/g)];
      this.addAttributes(
        tag,
        names.map(([, name = ""]) => name),
      );
    }
  }
}

const flags: Readonly<Record<string, string>> = { d: "hasIndices", s: "dotAll", v: "unicodeSets" };

export function newerInScript(code: string): string[] {
  const { program, errors } = parseSync("built.js", code);
  if (errors.length > 0) throw new Error(errors[0]?.message);
  const findings = new Findings();
  /** `keys` holds the identifiers that are names of members. */
  const keys = new Set<ESTree.Node>();
  /**
   * Names that the script gives to its own variables, which a minifier may call as a global, and to its own
   * functions.
   */
  const variables = new Set<string>();
  const methods = new Set<string>();
  const addKey = (key: ESTree.Node, value?: ESTree.Node | null) => {
    keys.add(key);
    if (key.type === "Identifier" && value && /Function/.test(value.type)) methods.add(key.name);
  };
  const addVariables = (patterns: readonly (ESTree.Node | null)[]) => {
    for (const name of patterns.flatMap(namesIn)) variables.add(name);
  };
  new Visitor({
    MemberExpression: ({ property, computed }) => void (computed || keys.add(property)),
    Property: ({ key, value, computed }) => void (computed || addKey(key, value)),
    MethodDefinition: ({ key, value, computed }) => void (computed || addKey(key, value)),
    PropertyDefinition: ({ key, value, computed }) => void (computed || addKey(key, value)),
    AssignmentExpression({ left, right }) {
      if (left.type === "MemberExpression" && !left.computed) addKey(left.property, right);
    },
    VariableDeclarator: ({ id }) => addVariables([id]),
    FunctionDeclaration: ({ id, params }) => addVariables([id, ...params]),
    FunctionExpression: ({ id, params }) => addVariables([id, ...params]),
    ArrowFunctionExpression: ({ params }) => addVariables(params),
    ClassDeclaration: ({ id }) => addVariables([id]),
    CatchClause: ({ param }) => addVariables([param]),
  }).visit(program);
  const addFlags = (text: string) => {
    for (const flag of text) findings.addIfNewer(`javascript/builtins/RegExp/${flags[flag]}`);
  };
  new Visitor({
    Identifier(node) {
      if (!keys.has(node) && !variables.has(node.name)) findings.add(newerGlobals.get(node.name));
    },
    MemberExpression({ object, property, computed }) {
      if (computed || object.type !== "Identifier" || property.type !== "Identifier") return;
      const { name } = property;
      findings.addIfNewer(`api/${object.name}/${name}_static`);
      findings.addIfNewer(`javascript/builtins/${object.name}/${name}`);
      // `navigator` is the `Navigator`.
      const [initial = "", ...letters] = object.name;
      findings.addIfNewer(`api/${initial.toUpperCase()}${letters.join("")}/${name}`);
    },
    CallExpression({ callee, arguments: [first, second] }) {
      if (callee.type === "MemberExpression" && callee.property.type === "Identifier") {
        const { name } = callee.property;
        if (!callee.computed && !methods.has(name)) findings.add(newerMembers.get(name));
      }
      // `h` makes an element from a tag and its attributes.
      const tag = first && textOf(first);
      if (second?.type !== "ObjectExpression" || !featureAt(`html/elements/${tag}`)) return;
      const names = second.properties.flatMap((property) =>
        property.type === "Property" ? namesIn(property.key) : [],
      );
      findings.addAttributes(tag ?? "", names);
    },
    NewExpression({ callee, arguments: [, second] }) {
      const isPattern = callee.type === "Identifier" && callee.name === "RegExp";
      if (isPattern && second) addFlags(textOf(second) ?? "");
    },
    Literal(node) {
      if ("regex" in node) addFlags(node.regex.flags);
      else findings.addTags(textOf(node) ?? "");
    },
    TemplateElement: ({ value }) => findings.addTags(value.cooked ?? ""),
  }).visit(program);
  return [...findings.paths];
}

/** Returns the names of the variables that a pattern declares. */
function namesIn(pattern: ESTree.Node | null): string[] {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern.name];
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "RestElement":
      return namesIn(pattern.argument);
    case "Property":
      return namesIn(pattern.value);
    case "ArrayPattern":
      return pattern.elements.flatMap(namesIn);
    case "ObjectPattern":
      return pattern.properties.flatMap(namesIn);
    default:
      return [];
  }
}

/** Returns the text of a literal, which a minifier may write as a template; `undefined` for anything else. */
function textOf(node: ESTree.Node): string | undefined {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type !== "TemplateLiteral" || node.quasis.length > 1) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}

/** Matches the keys that the compatibility data use for values of several parts. */
const ofSeveralParts = /\/(?:includes_|multi|(?:two|three)_value)[^/]*$/;

export function newerInStyles(styles: string): string[] {
  const findings = new Findings();
  const tree = parse(styles, {
    parseCustomProperty: true,
    onParseError: ({ message, offset }) => {
      throw new Error(`${message}: ${styles.slice(Math.max(0, offset - 40), offset + 40)}`);
    },
  });
  walk(tree, function (node) {
    const rule = `css/at-rules/${this.atrule?.name}`;
    switch (node.type) {
      case "Atrule":
        return findings.addIfNewer(`css/at-rules/${node.name}`);
      case "Feature":
        return findings.addIfNewer(`${rule}/${node.name}`);
      case "FeatureFunction":
        // A container query; the `selector()` of `@supports` is asked for what it holds.
        return findings.addIfNewer(`${rule}/style_queries_for_custom_properties`);
      case "FeatureRange":
        return findings.addIfNewer("css/at-rules/media/range_syntax");
      case "NestingSelector":
        return findings.addIfNewer("css/selectors/nesting");
      case "PseudoClassSelector":
      case "PseudoElementSelector":
        return findings.addIfNewer(`css/selectors/${node.name}`);
      case "Function":
        return findings.add(newerFunctions.get(node.name));
      case "Declaration": {
        const place = this.rule ? "css/properties" : rule;
        return addDeclaration(findings, node, place, this.block?.children.toArray() ?? []);
      }
    }
  });
  return [...findings.paths];
}

/** @param block The declarations beside it. */
function addDeclaration(
  findings: Findings,
  { property, value }: Declaration,
  place: string,
  block: readonly CssNode[],
): void {
  const path = `${place}/${property}`;
  const isPrefixed = (prefix: string) =>
    block.some((node) => node.type === "Declaration" && node.property === prefix + property);
  if (isNewer(featureAt(path))) {
    findings.addIfNewer(path, isPrefixed);
    return;
  }
  if (value.type !== "Value") return;
  if (value.children.toArray().filter(({ type }) => type !== "Operator").length > 1) {
    for (const feature of below(path)) {
      if (ofSeveralParts.test(feature)) findings.addIfNewer(feature);
    }
  }
  walk(value, (part) => {
    if (part.type !== "Identifier" && part.type !== "Function") return;
    const feature = `${path}/${part.name}`;
    findings.addIfNewer(featureAt(feature) ? feature : `css/types/color/${part.name}`);
  });
}

/**
 * Finds newer features in the tags of a page: its styles are those of the build, which `newerInStyles` reads, and no
 * script stands in it.
 */
export function newerInMarkup(page: string): string[] {
  const findings = new Findings();
  findings.addTags(page);
  return [...findings.paths];
}
