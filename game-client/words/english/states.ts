/** On the way into a room, and what is said when something goes wrong. */
export const states = {
  lookingForMatch: "Looking for a match",
  openingRoom: "Opening your room",
  joiningRoom: "Joining room {{code}}",
  backToMatch: "Back to your match",
  fetching: "One moment",
  notFetched: "This part of the page could not be fetched. Is the network there? Try again.",
  unknownArena: "This page does not know the arena of that room. Reload it to get the newest version.",
  reconnecting: {
    label: "Reconnecting",
    title: "Connection lost",
    text: "Trying to get you back in. Your character waits for you.",
    lastTry: "Last try…",
  },
  joinOver: "Join over {{transport}}",
  goingDown: {
    title: "The server is going down",
    text: "It said good-bye properly: somebody is restarting or closing it. Try again in a moment.",
  },
  putOut: "Out of the room",
  ended: {
    title: "The server ended the connection",
    text: "It got messages from this page that it could not accept.",
  },
  roomClosed: { title: "This room is closed", text: "The match here is over for good." },
  lost: {
    title: "The connection is lost",
    text: "The server did not answer in time, and your seat has been given up.",
  },
  noAnswer: {
    title: "The server does not answer",
    text: "Perhaps it is restarting, or your network is down. Nothing is lost: try again.",
  },
  couldNotJoin: {
    title: "Could not join",
    cut: "The connection was cut while you were joining. Nothing is lost: try again.",
    late: "It took too long to connect, so the room gave your seat up. Try again: it will keep another one for you.",
  },
  /** Before what this page does not know. */
  serverSays: "The server says: {{said}}",
  cannotDraw: {
    title: "This browser cannot draw the game",
    text: "Neither WebGL nor a canvas could be started. Update the browser, or try another one.",
  },
  trouble: {
    title: "No connection over {{transport}}",
    missing: "This browser has no {{transport}}.",
    silent: "The server answers requests, but not over {{transport}}.",
    instead: "{{why}} The game plays over {{instead}} too.",
  },
} as const;
