/** The card that a link to a room opens: what is played there, who is in, and who one is. */
export const card = {
  looking: "Looking for room {{code}}",
  invited: "You are invited to",
  host: "Host: {{name}}",
  where: "{{mode}} on {{arena}}",
  seats: "{{people}} of {{seats}}",
  nobody: "Nobody is here yet: be the first.",
  more_one: "and {{count}} more",
  more_other: "and {{count}} more",
  nameFirst: "What shall the others call you?",
  name: "Your name",
  password: "This room has a password",
  private: "Private",
  full: "All seats are taken. As soon as one is free, you can join here.",
  unreachable: "The server does not answer. It is asked again every few seconds.",
  play: "Play another match",
  gone: {
    title: "There is no such room",
    text: "This room has closed. Ask for a new link, or play another match.",
  },
} as const;
