/**
 * For every request of the element: the service learns nothing of who asks or from where. A page of a host
 * may send its whole address with each request (`Referrer-Policy: unsafe-url`), which may name a patient.
 */
export const discreet = { credentials: "omit", referrerPolicy: "no-referrer" } as const;
