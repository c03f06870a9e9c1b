/** The settings. */
export const settings = {
  soundAndScreen: "Sound and screen",
  sound: "Effects",
  music: "Music",
  firstSteps: {
    again: "Show the first steps again",
    shown: "They show in your next match.",
  },
  names: "Names above characters",
  chat: "Chat",
  chatChoices: { all: "Everything", phrases: "Phrases and emotes", off: "Off" },
  picture: "Picture",
  motion: "Motion",
  motions: { system: "As the system", full: "Full", reduced: "Reduced" },
  lessMotion: "The camera does not shake, bodies do not bob, the page stands still, and effects are few.",
  lessMotionAsked:
    "Your system asks for less motion. The camera does not shake, bodies do not bob, the page stands still, and effects are few.",
  shake: "Camera shake",
  effects: "Visual effects",
  effectLevels: { full: "Full", medium: "Medium", low: "Low" },
  colors: "Colours",
  palettes: { vivid: "Vivid", safe: "Colour-blind safe" },
  connection: "Connection",
  connectionAtOnce: "Takes effect at once, in a match too",
  missing: "This browser has no {{list}}.",
  missingJoin: " and no ",
  /** What each transport is called, and what it means for a player who chooses it. */
  transports: {
    auto: {
      text: "Automatic",
      hint: "WebSocket; WebRTC while the line loses packets; where a network blocks both, the next best that gets through.",
    },
    websocket: { text: "WebSocket", hint: "One open line, on which both sides talk at any time." },
    webrtc: {
      text: "WebRTC",
      hint: "Packets over UDP: what gets lost holds up nothing. Not every network lets them through.",
    },
    sse: { text: "Event stream", hint: "An open stream from the server; what you do travels in requests." },
    "long-polling": {
      text: "Long polling",
      hint: "The page asks, and the server answers once something happens.",
    },
    polling: { text: "Polling", hint: "The page asks ten times a second. You will feel it." },
  },
  /** What a browser cannot do, and what that means for the player. */
  lacks: {
    sound: "This browser has no Web Audio, so the game is silent.",
    webgl: "This browser offers no WebGL, so the picture is drawn without its finest effects.",
    threads: "This browser has no worker threads, so the picture may stand still while a match begins.",
    storage:
      "This browser keeps nothing for this page: your name, look and settings last until you close it.",
    gamepads:
      "This browser keeps gamepads from this page. Some do that wherever the address does not begin with https.",
  },
} as const;
