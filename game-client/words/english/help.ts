/** The game on one poster. */
export const help = {
  goal: "Push the others off the island. Who pushed last gets the point; most points when time is up wins.",
  rule: "Even on a slow connection you hit what you see, and a brace or dash that is in time on your screen counts. The bots of quick play follow your last ten matches: most are easy at first, all of them while you keep losing, and the more you win the better they get.",
  playWith: "Play with",
  devices: { keys: "Keyboard & mouse", touch: "Touch", pad: "Gamepad" },
  stayOn: "Stay on the island",
  pointWithMouse: "Point with the mouse",
  hold: "Hold",
  noKey: "No key set",
  sound: "takes the sound away, and brings it back.",
  soundInMenu: "The menu of a match takes the sound away, and brings it back.",
  lessons: {
    move: { title: "Move", text: "Run about the island.", touch: "Left thumb", pad: "Left stick" },
    aim: {
      title: "Aim",
      text: "Your eyes show where you push.",
      touch: "Right thumb",
      pad: "Right stick",
    },
    push: {
      title: "Push",
      text: "Shove others over the edge.",
      touch: "Tap right thumb",
      pad: "RT or A",
    },
    charge: {
      title: "Charge",
      text: "Hold for up to a second: farther, harder.",
      touch: "Hold, let go",
      pad: "Hold RT or A",
    },
    dash: {
      title: "Dash",
      text: "A burst of speed. It shoves what it hits.",
      touch: "Dash button",
      pad: "LT or B",
    },
    brace: {
      title: "Brace",
      text: "Plant yourself: hits hardly move you.",
      touch: "Brace button",
      pad: "LB, RB or Y",
    },
    parry: {
      title: "Parry",
      text: "Brace just before the hit: it flies back.",
      touch: "Brace in time",
      pad: "RB in time",
    },
    fall: {
      title: "Don’t fall",
      text: "Every hit adds wobble: the more, the farther you fly.",
      touch: "Stay on the island",
      pad: "Stay on the island",
    },
  },
} as const;
