/**
 * Browsers log every answer with a status of 400 or more as an error, and offer no way to expect one. A page of ours asks for
 * its refusals under status 200, and finds the real one in a header; all other clients get statuses as ever.
 */
export const REFUSALS = { asked: "X-Refusals", quiet: "quiet", status: "X-Refused" } as const;
