/** Asks by swagger-client for a comparison, and for one that is refused, and prints both answers. */
import SwaggerClient from "swagger-client";

const [, , url] = process.argv;
const { apis, errors } = await SwaggerClient({ url });
const { body } = await apis.Compare.getComparison({ outcome: ["orr", "crs-3"], age: "60-" });
const refused = await apis.Compare.getComparison({ setting: "never" }).catch(
  ({ response }) => response,
);
console.log(JSON.stringify({ errors, body, refused: [refused.status, refused.body] }));
