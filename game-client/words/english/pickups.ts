/** What can be picked up. */
export const pickups = {
  title: "Pickups",
  /** Over the switches: which of them appear. */
  which: "Pickups that appear",
  without: "Without {{pickups}}",
  none: "No pickups",
  seconds: "{{seconds}} s",
  about: {
    feather: { name: "Feather", line: "Takes most of your wobble away." },
    anvil: { name: "Anvil", line: "Heavy for a while: hits move you half as far." },
    mega: { name: "Mega-push", line: "Your next push is full and goes nearly all around." },
    hook: { name: "Hook", line: "Your next push pulls somebody to you, and the ball." },
    banana: { name: "Banana", line: "Your next dash leaves a peel to slip on." },
    bubble: { name: "Bubble", line: "Carries you over the void until it pops." },
  },
  slipping: "Slipping!",
} as const;
