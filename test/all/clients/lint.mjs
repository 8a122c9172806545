/** Prints what Spectral finds in the document at the address, by its recommended rules of OpenAPI. */
import spectral from "@stoplight/spectral-core";
import { oas } from "@stoplight/spectral-rulesets";

const [, , address] = process.argv;
const linter = new spectral.Spectral();
linter.setRuleset({ extends: [[oas, "recommended"]] });
const problems = await linter.run(await (await fetch(address)).json());
console.log(
  JSON.stringify(problems.map(({ code, message, path }) => [code, message, path.join("/")])),
);
