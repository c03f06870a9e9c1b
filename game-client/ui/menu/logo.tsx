import type { Look } from "#shared/look.ts";
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

/** The name of the game, and what it means: the own character shoves the second half of it away. */
export function Logo({ look }: { look: Look }) {
  return (
    <h1 class="logo" aria-label="Pushback">
      <svg viewBox="0 0 780 350" aria-hidden="true">
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
        <g class="logo-wave">
          <path d="M196 214 q 26 40 0 80" />
          <path d="M222 196 q 40 58 0 116" />
          <path d="M250 180 q 52 74 0 148" />
        </g>
      </svg>
      <Avatar look={look} class="logo-avatar" />
    </h1>
  );
}
