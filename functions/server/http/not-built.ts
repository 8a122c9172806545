/** A file of the build is missing: a fault of an installation, and usual on a device, which has few of them. */
export class NotBuilt extends Error {
  constructor(path: string) {
    super(`${path} was not built`);
    this.name = "NotBuilt";
  }
}
