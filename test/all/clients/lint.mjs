/** Prints what `redocly lint` finds in the document at the address, with its recommended rules. */
import { createConfig, lint } from "@redocly/openapi-core";

const [, , ref] = process.argv;
const problems = await lint({ ref, config: await createConfig({ extends: ["recommended"] }) });
console.log(
  JSON.stringify(
    problems.map(({ ruleId, message, location: [first] }) => [ruleId, message, first?.pointer]),
  ),
);
