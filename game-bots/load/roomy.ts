/** Settings of a server that takes as many players from one address as it is sent. */
export const ROOMY = {
  PORT: "0",
  MAX_ROOMS: "10000",
  MAX_ROOMS_PER_MINUTE: "100000",
  MAX_JOINS_PER_MINUTE: "100000",
  MAX_CONNECTIONS_PER_ADDRESS: "100000",
} as const;
