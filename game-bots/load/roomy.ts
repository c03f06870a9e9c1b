/** Settings of a server that takes as many players from one address as it is sent. */
export const ROOMY = {
  PORT: "0",
  MAX_ROOMS: "10000",
  MAX_ROOMS_PER_MINUTE: "100000",
  MAX_JOINS_PER_MINUTE: "100000",
  MAX_CONNECTIONS_PER_ADDRESS: "100000",
  MAX_ROOMS_PER_ADDRESS: "10000",
  MAX_RESERVATIONS_PER_ADDRESS: "100000",
  MAX_CHARACTERS: "100000",
  MAX_CHARACTERS_PER_ADDRESS: "100000",
  // A server that is to be measured under more than it can bear does not defend itself.
  MAX_LATE_MS: "10000",
} as const;
