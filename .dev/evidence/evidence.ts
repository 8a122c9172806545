/** `npm run evidence`: each command is a file that runs when it is imported. */
const commands: Readonly<Record<string, () => Promise<unknown>>> = {
  coverage: () => import("./coverage.ts"),
  check: () => import("./check.ts"),
  review: () => import("./review.ts"),
  sign: () => import("./sign.ts"),
  release: () => import("./release.ts"),
};

const usage = `npm run evidence                        what the data cover, and what is missing
npm run evidence -- check [folder]      every rule of the data
npm run evidence -- review              what no clinician has reviewed, or what has changed since
npm run evidence -- sign review.json    enters what a clinician checked on the page /review
npm run evidence -- release "sentence"  enters the changed data in data/changes.json`;

const command = commands[process.argv[2] ?? "coverage"];
if (command) {
  await command();
} else {
  console.error(usage);
  process.exitCode = 1;
}

export {};
