/** The people in a room, and what one may do about them. */
export const people = {
  title: "People",
  about: "More about {{name}}",
  gone: "They have left",
  muted: "Muted",
  mute: "Mute for everybody",
  unmute: "Let them talk again",
  handOver: "Make them the host",
  putOut: "Put out of the room",
  putOutHint: "They leave at once and cannot come back to this room, under no name.",
  putOutYes: "Put out",
  address: "Also from their network",
  addressHint: "Keeps out everybody who shares their connection: flatmates, a school.",
  vote: "Vote to put them out",
  voteHint: "While the host is away, a majority decides.",
  lock: "Lock the room",
  lockHint: "Nobody else can join. Whoever loses the connection may come back.",
} as const;
