/** Tests that only `npm run test:all` runs: `test.runIf(isWhole)`. */
import { beside } from "../../support/sample.ts";

export const isWhole = beside([true]).length > 0;
