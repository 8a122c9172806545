/** Made aside, a build that fails or is killed leaves the last one as it was. */
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { precomputedFolder } from "#server/answers/precomputed-files.ts";
import { root, stateFolder } from "../files.ts";
import { take } from "../lock.ts";

const names = ["dist", "dist-worker", "dist-node"] as const;

/** Beside what they replace, so that they can be moved there. */
const besides = (place: string) => {
  const folder = place === root ? stateFolder : place;
  return { aside: join(folder, "building"), replaced: join(folder, "replaced") };
};

/** Waits for a build that another process makes in this folder. */
export async function becomeTheOnlyBuild(): Promise<void> {
  for (let said = false; ; said = true) {
    const holder = take("build", "");
    if (!holder) return;
    if (!said) console.log(`Waiting for the build of process ${holder.pid} in this folder …`);
    await wait(200);
  }
}

/** Steps write to a folder aside, which begins with what of the last build may still be valid. */
export function buildAside(place: string, { keepAssets }: { keepAssets: boolean }): void {
  const { aside } = besides(place);
  process.env.BUILD_FOLDER = aside;
  rmSync(aside, { recursive: true, force: true });
  process.once("exit", () => rmSync(aside, { recursive: true, force: true }));
  for (const name of [precomputedFolder, ...(keepAssets ? ["assets"] : [])]) {
    const source = join(place, "dist", name);
    if (existsSync(source)) cpSync(source, join(aside, "dist", name), { recursive: true });
  }
  mkdirSync(join(aside, "dist"), { recursive: true });
}

export function swapIn(place: string): void {
  const { aside, replaced } = besides(place);
  rmSync(replaced, { recursive: true, force: true });
  mkdirSync(replaced, { recursive: true });
  for (const name of names) {
    const [made, last] = [join(aside, name), join(place, name)];
    if (!existsSync(made)) continue;
    if (existsSync(last)) renameSync(last, join(replaced, name));
    renameSync(made, last);
  }
  rmSync(replaced, { recursive: true, force: true });
}
