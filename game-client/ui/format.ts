/** Seconds as a clock: 185 is "3:05". Negative ones are zero. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Length of a room code. */
export const CODE_LENGTH = 5;

/** The room code in what somebody typed or pasted: a code in any case, or a whole link to a room. */
export function roomCode(text: string): string {
  const link = /(?:\/r\/|[?&]room=)([a-z0-9]+)/i.exec(text);
  const raw = link?.[1] ?? text;
  return raw
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .slice(0, CODE_LENGTH);
}

/** Colour of a wobble (percent): white when calm, over yellow and orange to red. */
export function wobbleColor(wobble: number): string {
  const stops = [
    [0, 255, 255, 255],
    [40, 255, 236, 150],
    [90, 255, 180, 70],
    [150, 255, 106, 77],
    [300, 255, 66, 88],
  ] as const;
  const at = Math.min(300, Math.max(0, wobble));
  const next = stops.findIndex((stop) => stop[0] >= at);
  const b = stops[Math.max(1, next)] ?? stops[4];
  const a = stops[Math.max(1, next) - 1] ?? stops[0];
  const t = (at - a[0]) / (b[0] - a[0]);
  const mix = (i: 1 | 2 | 3) => Math.round(a[i] + (b[i] - a[i]) * t);
  return `rgb(${mix(1)} ${mix(2)} ${mix(3)})`;
}
