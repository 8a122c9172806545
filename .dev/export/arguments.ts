/** What `npm run export` is asked to do, or what is wrong with it. */
import { parseArgs } from "node:util";

export const usage = `npm run export -- <folder>            pages and scripts for any web server
npm run export -- <name>.html         everything in one file, to be opened as a file
  --recall-from <origin>              asks this installation which data were withdrawn, such as https://compare.example.org`;

interface Wanted {
  /** A folder, or a file that ends with .html. */
  target: string;
  isSingle: boolean;
  recallFrom: string | null;
}

type Read = { wanted: Wanted; problem: null } | { wanted: null; problem: string };

export function readArguments(args: readonly string[]): Read {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { "recall-from": { type: "string" } },
      allowPositionals: true,
    });
    const [target = "", ...more] = positionals;
    if (target === "")
      return wrong("Where to is missing: a folder, or a file that ends with .html.");
    if (more.length > 0) return wrong(`One place is needed, not ${positionals.length}.`);
    const { "recall-from": recallFrom = null } = values;
    if (recallFrom !== null && !isOrigin(recallFrom)) {
      return wrong(
        `--recall-from is ${JSON.stringify(recallFrom)}; allowed is an origin such as https://compare.example.org, without a path or a slash at the end.`,
      );
    }
    return { wanted: { target, isSingle: /\.html?$/i.test(target), recallFrom }, problem: null };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

/** It becomes part of a policy, so nothing else may stand in it. */
function isOrigin(text: string): boolean {
  return (
    /^https?:\/\/[a-z\d.:-]+$/i.test(text) && URL.canParse(text) && new URL(text).origin === text
  );
}

const wrong = (problem: string): Read => ({ wanted: null, problem });
