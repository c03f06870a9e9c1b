import { t } from "../../words/t.ts";
import { Avatar } from "../avatar.tsx";

/** Where each letter stands: PUSH holds its ground, BACK is being shoved off. */
const LETTERS = [
  { letter: "P", x: 92, y: 150, turn: -3 },
  { letter: "U", x: 214, y: 147, turn: 2 },
  { letter: "S", x: 332, y: 150, turn: -2 },
  { letter: "H", x: 454, y: 148, turn: 2 },
  { letter: "B", x: 322, y: 306, turn: 5 },
  { letter: "A", x: 446, y: 302, turn: 10 },
  { letter: "C", x: 571, y: 308, turn: 18 },
  { letter: "K", x: 698, y: 326, turn: 31 },
];

/** Who pushes in the logo: always the same one, as logos are. */
const MASCOT = { color: 9, pattern: 0, hat: 0 };

/** The name of the game, and what it means: its mascot shoves the second half of it away. */
export function Logo() {
  return (
    <h1 class="logo" aria-label={t(($) => $.names.game)}>
      <svg viewBox="0 0 780 356" aria-hidden="true">
        {LETTERS.map(({ letter, x, y, turn }, index) => (
          <g
            key={letter}
            class={index < 4 ? "logo-stands" : "logo-flies"}
            style={`--order:${index}`}
            transform={`translate(${x} ${y}) rotate(${turn})`}
          >
            <g class="logo-letter">
              <text class="logo-edge" y="12">
                {letter}
              </text>
              <text class="logo-face">{letter}</text>
            </g>
          </g>
        ))}
        {["logo-wave-edge", "logo-wave"].map((pen) => (
          <g key={pen} class={pen}>
            <path d="M170 226 q 20 34 0 68" />
            <path d="M196 206 q 34 54 0 108" />
            <path d="M224 188 q 46 72 0 144" />
          </g>
        ))}
      </svg>
      <Avatar look={MASCOT} class="logo-avatar" />
    </h1>
  );
}
