/** Do the tests run that take too long for each change? `NIGHTLY=1 npm test` runs them. */
export const NIGHTLY = process.env.NIGHTLY === "1";
