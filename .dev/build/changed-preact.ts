/** Changes of the text of Preact; the build stops if a later version of it reads otherwise. */

type Change = readonly [from: RegExp, to: string];

export function changedPreact(code: string, id: string, changes: readonly Change[]) {
  if (!id.endsWith("/preact/dist/preact.mjs")) return null;
  let text = code;
  for (const [from, to] of changes) {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`Preact does not hold ${from} any more.`);
    text = changed;
  }
  return { code: text, map: null };
}
