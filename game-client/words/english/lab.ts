import { labFigure } from "./lab-figure.ts";

/** The Push Lab. */
export const lab = {
  pageTitle: "Push Lab · {{game}}",
  title: "Push Lab",
  about_one:
    "One live match, {{count}} real connection, the same camera: what differs is how the state gets there.",
  about_other:
    "One live match, {{count}} real connections, the same camera: what differs is how the state gets there.",
  more: "Compare with",
  toGame: "Game",
  room: "Room <code>{{code}}</code>",
  noPane: "No pane is shown: choose one below.",
  trouble: {
    title: "The Push Lab cannot begin",
    text: "The server does not answer. Perhaps it is restarting, or your network is down.",
    toGame: "To the game",
  },
  pane: {
    matchOver: "The match over {{transport}}",
    hint: "Keys and mouse play here · Esc stops · on glass: one finger walks, two push",
    play: "Play this pane",
    stop: "Stop playing",
    connecting: "Connecting…",
    reconnecting: "Connection lost, trying again…",
    left: "This pane has left the room.",
    ended: "{{title}}: {{text}}",
    /** What the character of a pane is called in the room: at most 16 signs. */
    seats: {
      websocket: "Lab WebSocket",
      webrtc: "Lab WebRTC",
      sse: "Lab SSE",
      "long-polling": "Lab long polling",
      polling: "Lab polling",
    },
    /** What the character in the room of the page is called: at most 16 signs. */
    localSeat: "Lab no network",
    plots: {
      age: "age of newest state",
      roundTrip: "round trip",
      updates: "updates/s",
      requests: "requests/s",
      bytesDown: "down",
      bytesUp: "up, with headers",
    },
    plot: "{{first}} {{firstValue}}, {{second}} {{secondValue}}",
  },
  /** What one sees in a pane, in one sentence. */
  sentence: {
    nothingYet: "Nothing to see yet.",
    measuring: "Measuring…",
    stale: "Nothing new has come for a while.",
    whole: "{{fresh}}: {{how}}; {{price}}.",
    fresh: "The newest state is {{age}} ms old, as fresh as it gets",
    behind: "The newest state is {{age}} ms old, {{behind}} ms behind the freshest pane",
    bundled: "{{states}} states a second come in {{bundles}}",
    single: "each of {{states}} states a second comes by itself",
    bundles_one: "one bundle",
    bundles_other: "{{rate}} bundles",
    requests_one: "it takes one request a second, and {{headers}} % of the bytes are headers",
    requests_other: "it takes {{rate}} requests a second, and {{headers}} % of the bytes are headers",
    local:
      "The newest state is {{age}} ms old: a match of its own, in a room that runs in this page; {{states}} states a second come, and not a byte goes over a network.",
    video:
      "The picture is of a state {{age}} ms old, {{behind}} ms older than in the pane that is filmed ({{source}}): {{pictures}} pictures a second take {{kilobytes}} kB/s, its states {{states}} kB/s.",
    noRequest: "without a request, and {{headers}} % of the bytes are headers",
  },
  /** The pane that shows another one as a video. */
  video: {
    label: "Video of another pane's picture",
    unsupported:
      "This browser cannot film a picture of the page and say when the film shows it. Nothing else here needs that.",
    noWay:
      "The video finds no way: this browser, or its network, allows no connection of the page to itself.",
    totals: "Down: {{payload}} bytes of video so far, {{overhead}} around it in headers of packets",
  },
  figure: labFigure,
  controls: {
    title: "Controls",
    panes: "Panes",
    delay: "Delay, each way",
    jitter: "Jitter",
    loss: "Loss",
    stall: "Stall",
    pollPeriod: "Polling asks every",
    about:
      "The bad network is simulated in this page, under all panes alike. It acts on the game's messages, after they have come out of requests or packets: it behaves like TCP, so a loss costs time and what follows waits. A real network would hold up every request of the polling transports as well, and would spare WebRTC the waiting.",
  },
  exchange: {
    label: "How they work",
    title: "What goes over the line",
    about:
      "Counted are bodies and what is sent around them. Heads of requests are as the server received them (to a few bytes), heads of responses as this page received them, both as HTTP/1.1 writes them; over HTTP/2 they are packed smaller. What surrounds a message on a socket, a stream or a data channel is computed from the formats. TLS, TCP, UDP and IP are left out: they are alike for all.",
    message: {
      up: "Up: <b>{{payload}}</b> bytes of message, <b>{{overhead}}</b> around it",
      down: "Down: <b>{{payload}}</b> bytes of message, <b>{{overhead}}</b> around it",
    },
    nothing: { up: "Up: nothing yet", down: "Down: nothing yet" },
    noBody: "(no body)",
  },
  race: {
    title: "Race",
    start: "Race",
    again: "Race again",
    replay: "Replay",
    about:
      "The next push of a bot goes to all connections to the room at the same instant. When does each of them have it?",
    states: {
      idle: "Nothing has been timed yet.",
      waiting: "Waiting for somebody to push…",
      running: "A push is on its way.",
      failed: "Nobody pushed. Try again when the match is on.",
      done: "Full bar: it was here. Pale: it was drawn, after the delay by which others move evenly. Exact to a frame. The replay stretches it to {{seconds}} seconds.",
    },
    didNotCome: "did not come",
    drawnAt: " drawn at {{ms}}",
  },
  /** How each transport works, for somebody who has never heard of it. */
  transports: {
    websocket: {
      kind: "A socket",
      title: "WebSocket",
      text: "One connection stays open, and both sides speak whenever they have something to say. A message costs a handful of bytes on top of itself, and nobody asks first. What gets lost on the way holds up all that follows.",
    },
    webrtc: {
      kind: "Datagrams",
      title: "WebRTC",
      text: "Packets without an order: what is lost is not waited for, the next one is newer anyway. That wins on a bad line. The price is a connection that has to be negotiated first, ports, and more bytes around each message.",
    },
    sse: {
      kind: "A stream",
      title: "Server-sent events",
      text: "One response that never ends: the server writes into it whenever there is something new. It goes one way only, as text, so what the player does travels in requests of its own, one after the other.",
    },
    "long-polling": {
      kind: "Held requests",
      title: "Long polling",
      text: "The page asks, and the server keeps the question until it has an answer. Then the page asks again. Messages come at once, but every one costs a whole request with all its headers, and a way there and back.",
    },
    local: {
      kind: "A room in the page",
      title: "No network",
      text: "The room runs in a worker beside the page, with bots and rules as on the server. It is a match of its own, for a room cannot be in two places. What is left of the delay is the time between two states, and the copying from one thread to the other: no transport can do better. The simulated network does not act on it.",
    },
    video: {
      kind: "Pixels",
      title: "Screen share",
      text: "Another pane's picture, 25 times a second, encoded as video, sent over WebRTC from this page to itself, and decoded. Playing here steers the character of the pane that is filmed. The blocks at the lower edge carry the tick of the state that was drawn: read back out of the video, they say how old the picture is. The video itself goes no farther than this computer. The simulated network acts on the filmed pane: its delay arrives here as well, its losses do not damage the picture as they would on the way of a real video.",
    },
    polling: {
      kind: "Request and response",
      title: "Polling",
      text: "The page asks again and again whether there is something new, and the server cannot say anything in between. The picture is as old as the pause between two questions, and many questions bring nothing.",
    },
  },
} as const;
