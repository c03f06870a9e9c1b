/** The connection: the bad network that can be simulated, and the net graph. */
export const network = {
  title: "Network",
  simulate: "Simulate a bad connection",
  simulated: "Simulated: {{line}}",
  simulatedMarked: "<b>Simulated:</b> {{line}}",
  badge: "A bad connection is simulated: {{line}}. Click to change it or to turn it off.",
  about:
    "Feel what the figures mean: only your own connection gets worse, on top of what it is, and only until you turn it off or reload the page.",
  nothingLost:
    "As over the real thing, nothing is lost for good: what is lost is sent again, and all that follows has to wait for it.",
  like: "A network like…",
  presets: {
    none: "As it is",
    wifi: "Wi-Fi across the street",
    train: "Phone on a train",
    world: "Other side of the world",
  },
  always: "Always",
  nowAndThen: "Now and then",
  delay: "Delay, each way",
  jitter: "Jitter: a delay that varies by up to",
  loss: "Loss: what has to be sent again",
  stall: "Stall: nothing gets through for",
  stallEvery: "One stall in every",
  /** The figures in few words. */
  line: {
    delay: "{{delay}} ms each way",
    delayWithJitter: "{{delay}} ms ±{{jitter}} each way",
    loss: "{{loss}} % loss",
    stall: "{{length}} s stall every {{every}} s",
  },
  graph: {
    title: "Net graph",
    hint: "Plots of the connection over the match",
    hintWithKey: "Plots of the connection over the match (F3)",
    help: "What the net graph shows",
    legend:
      "The last ten seconds, newest at the right. A hollow triangle marks what is not good, a full one what is bad; the thin line across a plot is where good ends.",
    late: "{{percent}} % late",
    lineHint:
      "What carries the match, and how many of its states of the last ten seconds came after the picture had run dry. A green line across the plots marks where the match went on over another transport.",
    patchesOf: "{{patches}} of {{rate}} /s",
    frames: "{{fps}} fps, {{longest}}",
  },
  /** The plots: label, the label where there is little room, and what it means. */
  plots: {
    "round-trip": {
      label: "Round trip",
      short: "RTT",
      hint: "How long it takes until the server has heard a key press and its answer is here. The dashed line is jitter: how much that varies from one answer to the next.",
    },
    age: {
      label: "Age of picture",
      short: "Age",
      hint: "How old the others are as you see them: the way from the server, and the interpolation delay (dashed), by which they are drawn late so that they move evenly.",
    },
    "input-buffer": {
      label: "Input buffer",
      short: "Input",
      hint: "How long your newest inputs wait on the server until their turn. Just above zero is best; below zero one came too late, and the server had to wait for it.",
    },
    corrections: {
      label: "Corrections",
      short: "Corr",
      hint: "How far the server had to move your own character from where this page had drawn it, in tiles. The largest of the last ten seconds.",
    },
    patches: {
      label: "Patches",
      short: "Patch",
      hint: "How often a second a new state arrives from the server. It should be an even line at the rate of the room.",
    },
    bytes: {
      label: "kB a second",
      short: "kB/s",
      hint: "What the connection carries: the state of the match (below), events and other messages (middle), and your own inputs on their way up (on top). The headers of the network come on top of it.",
    },
    frames: {
      label: "Frames",
      short: "FPS",
      hint: "How long this page took from one picture to the next; the number is pictures a second, and the longest wait of the last second. Long ones are marked: they are this machine's fault, not the network's.",
    },
    "server-step": {
      label: "Server step",
      short: "Server",
      hint: "How long the server takes for one step of the match. It has {{tickMs}} ms for each; more than that, and the match itself runs slow.",
    },
  },
  /** What each line of a plot is. */
  lines: {
    roundTrip: "round trip",
    jitter: "jitter",
    age: "age",
    delay: "interpolation delay",
    inputMargin: "input buffer",
    correction: "correction",
    patches: "patches",
    state: "state",
    messages: "events",
    inputs: "inputs up",
    frame: "frame",
    serverStep: "server step",
  },
} as const;
