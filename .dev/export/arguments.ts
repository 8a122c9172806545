/** Reads what `npm run export` is asked to do, or why it does nothing. */
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

export const usage = `npm run export -- <name>.html         a copy of the site in one file, without a server
  --recall-from <origin>              asks this installation which data were withdrawn, such as https://compare.example.org`;

/** Every copy contains this mark, because only an earlier copy may be overwritten. */
export const mark = '<meta name="generator" content="Myeloma Compare, a copy">';

interface Wanted {
  file: string;
  recallFrom: string | null;
}

type ArgumentsResult = { options: Wanted; problem: null } | { options: null; problem: string };

/**
 * Returns the options, with the absolute path of the file, or the message that tells why the arguments are refused.
 *
 * @param folder The folder from which the name of the file is resolved.
 */
export function parseExportArguments(args: readonly string[], folder: string): ArgumentsResult {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { "recall-from": { type: "string" } },
      allowPositionals: true,
    });
    const [name = "", ...more] = positionals;
    const { "recall-from": recallFrom = null } = values;
    const file = resolve(folder, name);
    const problem =
      (more.length > 0 && `One file is needed, not ${positionals.length}.`) ||
      (!/\.html?$/i.test(name) && "The name of a file is needed, which ends with .html.") ||
      (recallFrom !== null &&
        !isOrigin(recallFrom) &&
        `--recall-from is ${JSON.stringify(recallFrom)}; allowed is an origin such as https://compare.example.org, without a path or a slash at the end.`) ||
      (isFileOtherThanEarlierCopy(file) &&
        `${file} is there already, and no copy of the site. Name another file.`);
    return problem
      ? makeArgumentsProblem(problem)
      : { options: { file, recallFrom }, problem: null };
  } catch (error) {
    return makeArgumentsProblem(error instanceof Error ? error.message : String(error));
  }
}

/** Returns whether the text is an origin and nothing else, because it becomes part of a content security policy. */
function isOrigin(text: string): boolean {
  return (
    /^https?:\/\/[a-z\d.:-]+$/i.test(text) && URL.canParse(text) && new URL(text).origin === text
  );
}

/** Returns whether the path holds anything other than an earlier copy. */
function isFileOtherThanEarlierCopy(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats !== undefined && !(stats.isFile() && readFileSync(file, "utf8").includes(mark));
}

const makeArgumentsProblem = (problem: string): ArgumentsResult => ({ options: null, problem });
