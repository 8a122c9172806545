/** Whoever imports this file first gets the frozen files wherever the code imports generated data. */
import { registerHooks } from "node:module";

const frozen: readonly (readonly [pattern: RegExp, file: string])[] = [
  [/^#data\/generated\//, "./generated.ts"],
  [/^\.\/own-hosts\.json$/, "./own-hosts.ts"],
];

registerHooks({
  resolve(specifier, context, next) {
    const [, file] = frozen.find(([pattern]) => pattern.test(specifier)) ?? [];
    if (file === undefined) return next(specifier, context);
    return { url: new URL(file, import.meta.url).href, shortCircuit: true };
  },
});
