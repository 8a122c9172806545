/** The data files of a git revision. */
import { spawnSync } from "node:child_process";
import { dataFile } from "#data/build/read-files.ts";
import type { DataFile } from "#data/evidence.ts";
import { isDataFile } from "#data/rules/parse.ts";

/** @throws Error if this is no git repository, or has no such revision. */
export function dataFilesAt(root: string, revision: string): DataFile[] {
  const id = commitOf(root, revision);
  const listed = git(root, ["ls-tree", "-r", "-z", "--name-only", id, "data/"]).toString();
  const paths = listed.split("\0").filter(isDataFile);
  const blobs = git(
    root,
    ["cat-file", "--batch"],
    paths.map((path) => `${id}:./${path}`),
  );
  let from = 0;
  return paths.map((path) => {
    // One blob: `<id> blob <bytes>`, a line break, its bytes, a line break.
    const end = blobs.indexOf("\n", from);
    const bytes = Number(blobs.subarray(from, end).toString().split(" ")[2]);
    const text = blobs.subarray(end + 1, end + 1 + bytes).toString();
    from = end + bytes + 2;
    return dataFile(path, text);
  });
}

function commitOf(root: string, revision: string): string {
  const name = `${revision}^{commit}`;
  try {
    return git(root, ["rev-parse", "--verify", "--end-of-options", name]).toString().trim();
  } catch (error) {
    throw new Error(`git knows no revision "${revision}".`, { cause: error });
  }
}

function git(root: string, args: readonly string[], lines: readonly string[] = []): Buffer {
  const { status, stdout, stderr, error } = spawnSync("git", ["-C", root, ...args], {
    input: lines.map((line) => `${line}\n`).join(""),
    maxBuffer: 2 ** 30,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr.toString().trim());
  return stdout;
}
