interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

let sparesNothing = false;

/** Where a record system may hand a patient over: it waits for what takes it. */
export function spareNothing(): void {
  sparesNothing = true;
}

/** Whether nothing should be loaded in advance, because the reader saves data or is on 2G. */
export function sparesData(): boolean {
  if (sparesNothing) return false;
  // Missing in some browsers and in the types of TypeScript.
  const { connection } = navigator as { connection?: Connection };
  return connection?.saveData || /2g$/.test(`${connection?.effectiveType}`);
}
