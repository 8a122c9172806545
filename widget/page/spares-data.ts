interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

/** Whether nothing should be loaded in advance, because the reader saves data or is on 2G. */
export function sparesData(): boolean {
  // Missing in some browsers and in the types of TypeScript.
  const { connection } = navigator as { connection?: Connection };
  return connection?.saveData || /2g$/.test(`${connection?.effectiveType}`);
}
