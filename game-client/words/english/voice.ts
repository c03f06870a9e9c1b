/** Talking by microphone. */
export const voice = {
  title: "Voice",
  key: "{{key}} talks",
  about: "Talk with the other players of this room. Spectators neither speak nor hear.",
  reveals:
    "Your voice goes straight to the others, so <b>other players can learn your network address</b>. “Relay only” hides it.",
  turnOn: "Turn voice on",
  turnOff: "Turn voice off",
  starting: "Asking for the microphone…",
  watching: "You are watching: only players have voice.",
  mode: "Microphone",
  modes: { push: "Hold to talk", open: "Always open" },
  hold: "Hold {{key}} to talk, or the button on a touch screen.",
  holdTouch: "Hold to talk",
  talk: "Talk",
  team: "Team only",
  teamHint: "In modes with teams: you speak with your team, and hear nobody else.",
  relay: "Relay only",
  relayHint:
    "Hides your address from other players. Needs a relay: where the server has none, nobody hears you.",
  level: "Your microphone",
  with_one: "Connected with {{connected}} of {{count}} other player.",
  with_other: "Connected with {{connected}} of {{count}} other players.",
  nobody: "Nobody else has voice on yet.",
  muted: "The host has muted you: nobody hears you.",
  soundOff: "The sound is off: you hear nobody.",
  speaks: "Speaking",
  state: {
    muted: "Voice: muted by the host",
    speaks: "Voice: your microphone is on",
    silent: "Voice: your microphone is off",
  },
  trouble: {
    insecure:
      "Browsers give the microphone only to pages that come over https, or from localhost. Whoever runs this server can put a proxy with a certificate in front of it.",
    unsupported: "This browser cannot do it. A current Chrome, Edge, Firefox or Safari can.",
    noMicrophone: "There is no microphone. Plug one in and try again.",
    denied:
      "The browser does not allow the microphone here. Allow it by the sign beside the address, and try again.",
    busy: "Another program keeps the microphone. Close it there and try again.",
    failed: "Voice could not be turned on. Check the connection and try again.",
  },
} as const;
