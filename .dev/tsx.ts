/** Whoever imports this file may afterwards `import()` files with JSX, which Node alone cannot read. */
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { transformSync } from "rolldown/utils";

/** These settings repeat those of tsconfig.json. */
const jsx = { runtime: "automatic", importSource: "preact" } as const;

registerHooks({
  load(url, context, next) {
    if (!new URL(url).pathname.endsWith(".tsx")) return next(url, context);
    const path = fileURLToPath(url);
    const { code, errors } = transformSync(path, readFileSync(path, "utf8"), { jsx });
    if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
    return { format: "module", source: code, shortCircuit: true };
  },
});
